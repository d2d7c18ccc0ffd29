import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { InlineConfig } from 'vite'

export const root = path.join(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const lock = path.join(root, 'dist.lock')

// Every program of its own: the server, the command line, and each process that the server starts beside itself.
const programs = ['src/server.ts', 'src/cli.ts', 'src/platform/**/*-child.ts']
const sources = [
  'src/**/*',
  'schemes/**/*',
  'demo/**/*',
  'migrations/**/*',
  'scripts/{build*,bundle}.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Builds dist/ from the sources, unless it was made from these very sources. Returns whether it built. */
export async function build(): Promise<boolean> {
  const wanted = fingerprint()
  if (built() === wanted) return false
  // Loaded only when needed: the start of a built Torg waits for no bundler.
  const [{ build: bundle }, { buildAssets }] = await Promise.all([import('vite'), import('./build-assets.ts')])
  const partial = path.join(root, `dist.new-${process.pid}`)
  await takeLock()
  try {
    // Another start may have built while we waited.
    if (built() === wanted) return false
    await bundle(buildConfig(partial))
    await buildAssets(path.join(partial, 'assets'))
    writeFileSync(path.join(partial, 'built-from'), wanted)
    rmSync(dist, { recursive: true, force: true })
    renameSync(partial, dist)
    return true
  } finally {
    rmSync(partial, { recursive: true, force: true })
    rmSync(lock, { recursive: true, force: true })
  }
}

// Packages are bundled in: a start reads a few files instead of a thousand. Apart from it stay those with programs or data of their
// own, and those that are seldom used and loaded only then.
const apart = ['@myriaddreamin/typst-ts-node-compiler', '@cantoo/pdf-lib', 'oidc-provider', 'nodemailer', 'pg-native']

/** Whether dist/ was made from the sources as they are now. */
export function isBuilt(): boolean {
  return built() === fingerprint()
}

/** How the programs are bundled. */
export function buildConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
    ssr: { target: 'node', noExternal: true, external: apart },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          globSync(programs, { cwd: root }).map((file) => [path.basename(file, '.ts'), path.join(root, file)]),
        ),
        output: {
          format: 'esm',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // Names and lines are enough: every start reads the maps.
          sourcemapExcludeSources: true,
        },
      },
    },
  }
}

// Of contents, not times: a copy or a fresh checkout of the same sources needs no second build.
function fingerprint(): string {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of globSync(sources, { cwd: root }).toSorted()) {
    const whole = path.join(root, file)
    if (file.includes('.test.') || !statSync(whole).isFile()) continue
    hash.update(file).update('\0').update(readFileSync(whole)).update('\0')
  }
  return hash.digest('hex')
}

function built(): string | undefined {
  const file = path.join(dist, 'built-from')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

async function takeLock(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(path.join(lock, 'pid'), String(process.pid))
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    // A build takes seconds: one that old was killed.
    if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 60_000)
      rmSync(lock, { recursive: true, force: true })
    await setTimeout(100)
  }
}
