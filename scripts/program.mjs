// Plain JavaScript, and few words: it stands between `npm start` and the program at every start.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const root = path.join(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const note = path.join(dist, 'seen')

/**
 * Builds if the sources changed, then runs a built program in this same process, so that signals, exit code and terminal are
 * its own.
 * @param {'server' | 'cli'} name
 * @param {string[]} args
 */
export async function runProgram(name, args) {
  process.env['NODE_ENV'] ??= 'production'
  const seen = lookAtSources()
  if (read(note) !== seen) {
    const { buildApart } = await import('./build-apart.ts')
    buildApart()
    remember(seen)
  }
  // What the engine made of the program at an earlier start; beside what it was made of, and gone with it.
  enableCompileCache(path.join(dist, 'compiled'))
  const program = path.join(dist, `${name}.js`)
  process.argv.splice(1, process.argv.length, program, ...args)
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(program).href)
}

/** Names, sizes and times of change of everything the build may be made of: reading it all is for when one of them is new. */
function lookAtSources() {
  const hash = createHash('sha256').update(process.versions.node)
  for (const folder of ['src', 'schemes', 'demo', 'migrations', 'scripts']) {
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) look(path.join(entry.parentPath, entry.name))
  }
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json']) look(path.join(root, file))
  return hash.digest('hex')

  function look(/** @type {string} */ file) {
    const { size, ctimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${ctimeMs}\0`)
  }
}

function read(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function remember(/** @type {string} */ seen) {
  try {
    writeFileSync(note, seen)
  } catch {
    // Installed by somebody else: then each start reads the sources.
  }
}
