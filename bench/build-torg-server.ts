import path from 'node:path'
import { build } from 'vite'
import { buildConfig, root } from '../scripts/bundle.ts'

/** Bundles bench/torg-server.ts the way the product is bundled. Returns the file to run. */
export async function buildTorgServer(): Promise<string> {
  const outDir = path.join(root, 'dist.bench')
  const config = buildConfig(outDir)
  await build({
    ...config,
    build: {
      ...config.build,
      rolldownOptions: { ...config.build?.rolldownOptions, input: { server: path.join(import.meta.dirname, 'torg-server.ts') } },
    },
  })
  return path.join(outDir, 'server.js')
}
