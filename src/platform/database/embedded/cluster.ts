import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { EmbeddedProblem } from './errors.ts'
import type { Place } from './place.ts'
import { commandLineOf } from './processes.ts'

/** The passwords of the cluster's roles, kept beside it in a file that only its account can read. */
export interface Access {
  /** PostgreSQL's superuser, used by this runner alone. */
  superuser: string
  /** Owns the tables and runs the migrations; no superuser. */
  owner: string
  /** What the application's role is given, so that it is the same at every start. */
  app: string
}

/**
 * The number in the socket's name, another for each cluster: a PostgreSQL whose data folder was deleted under it removes its
 * socket when it notices, and that must never be the socket of the one that was made in its place.
 */
export function socketNumber(access: Access): number {
  return 10_000 + (createHash('sha256').update(access.superuser).digest().readUInt32BE() % 50_000)
}

/**
 * Makes the cluster if there is none and returns its passwords. It is made under another name and put in place by one rename:
 * a start that is cut short leaves nothing half made, and of two starts at once the second uses what the first made.
 */
export function ensureCluster(place: Place, options: { durable: boolean }): Access {
  if (!existsSync(place.home)) {
    removeHalfMade(place.home)
    makeCluster(place, options)
  }
  const access = readAccess(place)
  requireMajor(place)
  return access
}

function makeCluster(place: Place, options: { durable: boolean }): void {
  const partial = `${place.home}.new-${process.pid}`
  const access: Access = { superuser: newPassword(), owner: newPassword(), app: newPassword() }
  const passwordFile = path.join(partial, 'password')
  mkdirSync(partial, { mode: 0o700 })
  writeFileSync(path.join(partial, 'access.json'), JSON.stringify(access), { mode: 0o600 })
  writeFileSync(passwordFile, access.superuser, { mode: 0o600 })
  if (place.account) {
    for (const name of ['', 'access.json', 'password']) chownSync(path.join(partial, name), place.account.uid, place.account.gid)
  }
  initialise(place, path.join(partial, 'cluster'), passwordFile, options)
  rmSync(passwordFile)
  try {
    renameSync(partial, place.home)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(place.home)) throw error
  }
}

function initialise(place: Place, folder: string, passwordFile: string, options: { durable: boolean }): void {
  let said = ''
  // C.UTF-8 knows which bytes are letters and depends on no package; the oldest systems lack it. Sorting for people is by ICU.
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const made = spawnSync(
      place.binaries.initdb,
      [
        '-D',
        folder,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        `--locale=${locale}`,
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(options.durable ? [] : ['--no-sync']),
      ],
      { ...place.account, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: locale, TZ: 'UTC' }, encoding: 'utf8' },
    )
    if (made.status === 0) return
    said = made.stderr || (made.error?.message ?? '')
    if (!said.includes('locale')) break
  }
  rmSync(path.dirname(folder), { recursive: true, force: true })
  throw new EmbeddedProblem(`The embedded database could not be made in ${place.home}: ${oneLine(said)}`)
}

function readAccess(place: Place): Access {
  const file = path.join(place.home, 'access.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Access
  } catch (error) {
    const denied = (error as NodeJS.ErrnoException).code === 'EACCES'
    throw new EmbeddedProblem(
      denied
        ? `The database in ${place.home} belongs to another user. Start Torg as the user who made it, or name another folder: TORG_DATA_DIR=/a/folder`
        : `The database in ${place.home} cannot be opened without ${file}: ${(error as Error).message}. Put the file back from a backup.`,
    )
  }
}

function requireMajor(place: Place): void {
  const kept = readFileSync(path.join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  if (kept === place.binaries.major) return
  throw new EmbeddedProblem(
    `The data in ${place.home} was made by PostgreSQL ${kept}, and this Torg brings ${place.binaries.major}. ` +
      `Make a backup with the Torg that made it (npm run torg -- backup), and restore it into an empty data folder here.`,
  )
}

function removeHalfMade(home: string): void {
  const folder = path.dirname(home)
  const start = `${path.basename(home)}.new-`
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(start))) {
    if (commandLineOf(Number(name.slice(start.length))) === undefined)
      rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ')
}
