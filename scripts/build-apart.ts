import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { isBuilt, root } from './bundle.ts'

/** Builds if the sources changed, in a process that ends: a server does not carry the bundler's memory. */
export function buildApart(): void {
  if (isBuilt()) return
  // Standard output belongs to the program: what the build says goes to standard error.
  const building = spawnSync(process.execPath, [path.join(root, 'scripts', 'build.ts')], { stdio: ['ignore', 2, 2], cwd: root })
  if (building.status !== 0) process.exit(building.status ?? 1)
}
