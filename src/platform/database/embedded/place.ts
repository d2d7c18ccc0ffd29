import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Binaries, findBinaries } from './binaries.ts'
import { EmbeddedProblem } from './errors.ts'
import { type Account, canEnter } from './processes.ts'

/** Where the embedded database lives, which programs run it, and as whom. */
export interface Place {
  /** The folder the operator knows. */
  dataDir: string
  /** Holds the cluster, its passwords and its logs; only the account can enter it. */
  home: string
  /** PostgreSQL's own folder. */
  cluster: string
  sockets: string
  /** Undefined: as ourselves. */
  account: Account | undefined
  binaries: Binaries
}

const NOBODY: Account = { uid: 65_534, gid: 65_534 }
const SHARED = '/var/lib/torg'
const POINTER = 'postgres-is-at'
// A socket's whole path may be 107 bytes long; PostgreSQL adds its own name to the folder's.
const LONGEST_SOCKET_FOLDER = 90

/** Decides where the database of this data folder is, and keeps the answer the same from one start to the next. */
export function findPlace(dataDir: string, log: (line: string) => void): Place {
  const root = process.getuid?.() === 0
  const real = makeDataDir(dataDir, root)
  const home = findHome(real, root, log)
  const account = root ? accountOf(home) : undefined
  const binaries = findBinaries(account, () => (root ? SHARED : real), log)
  return { dataDir: real, home, cluster: path.join(home, 'cluster'), sockets: socketFolder(home, account), account, binaries }
}

function makeDataDir(dataDir: string, root: boolean): string {
  try {
    // As root it can be passed through, so that PostgreSQL's account reaches its own part of it.
    mkdirSync(dataDir, { recursive: true, mode: root ? 0o711 : 0o700 })
    return realpathSync(dataDir)
  } catch (error) {
    throw new EmbeddedProblem(
      `The data folder cannot be used: ${(error as Error).message}. Name another: TORG_DATA_DIR=/a/folder`,
    )
  }
}

function findHome(dataDir: string, root: boolean, log: (line: string) => void): string {
  const here = path.join(dataDir, 'postgres')
  const pointer = path.join(dataDir, POINTER)
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim()
  if (!root || existsSync(here) || canPassThrough(dataDir)) return here

  const elsewhere = path.join(SHARED, randomBytes(6).toString('hex'))
  try {
    mkdirSync(SHARED, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw new EmbeddedProblem(
      `PostgreSQL does not run as root, no other user can enter ${dataDir}, and ${SHARED} cannot be made (${(error as Error).message}). ` +
        `Name a folder that everyone can pass through: TORG_DATA_DIR=/srv/torg`,
    )
  }
  writeFileSync(pointer, `${elsewhere}\n`)
  log(`The database is kept in ${elsewhere}: PostgreSQL does not run as root, and no other user can enter ${dataDir}.`)
  return elsewhere
}

function canPassThrough(dataDir: string): boolean {
  const probe = path.join(dataDir, `.probe-${process.pid}`)
  mkdirSync(probe)
  try {
    chownSync(probe, NOBODY.uid, NOBODY.gid)
    return canEnter(probe, NOBODY)
  } finally {
    rmdirSync(probe)
  }
}

// A cluster that an ordinary user made goes on as that user's, also when root starts it.
function accountOf(home: string): Account {
  if (!existsSync(home)) return NOBODY
  const { uid, gid } = statSync(home)
  return uid === 0 ? NOBODY : { uid, gid }
}

function socketFolder(home: string, account: Account | undefined): string {
  if (Buffer.byteLength(home) <= LONGEST_SOCKET_FOLDER) return home
  // As root not in the temporary folder: it may be one that only root can enter.
  const place = account ? SHARED : tmpdir()
  const folder = path.join(place, `torg-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`)
  const owner = account?.uid ?? process.getuid?.()
  if (!existsSync(folder)) {
    mkdirSync(place, { recursive: true, mode: 0o755 })
    mkdirSync(folder, { mode: 0o700 })
    if (account) chownSync(folder, account.uid, account.gid)
  }
  const found = lstatSync(folder)
  // The name can be guessed, so what stands there may be another user's trap.
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new EmbeddedProblem(
      `${folder} belongs to somebody else or is open to others. Remove it, or name a shorter TORG_DATA_DIR.`,
    )
  }
  return folder
}
