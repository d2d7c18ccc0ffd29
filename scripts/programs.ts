import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { isBuilt, root } from './bundle.ts'

/**
 * Builds if the sources changed, then runs a built program in this same process, so that signals, exit code and terminal are
 * its own. The build runs in a process that ends, so that a server does not carry the bundler's memory.
 */
export async function runProgram(name: 'server' | 'cli', args: string[]): Promise<void> {
  process.env['NODE_ENV'] ??= 'production'
  if (!isBuilt()) {
    // Standard output belongs to the program: what the build says goes to standard error.
    const building = spawnSync(process.execPath, [path.join(root, 'scripts', 'build.ts')], { stdio: ['ignore', 2, 2], cwd: root })
    if (building.status !== 0) process.exit(building.status ?? 1)
  }
  const program = path.join(root, 'dist', `${name}.js`)
  process.argv.splice(1, process.argv.length, program, ...args)
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(program).href)
}
