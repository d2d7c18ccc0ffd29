import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { EmbeddedProblem } from './errors.ts'
import type { Place } from './place.ts'
import { commandLineOf, sleep } from './processes.ts'

/** How PostgreSQL is started, beyond what is the same for all. */
export interface Settings {
  durable: boolean
  /** Names the socket, no port of the network: see socketNumber. */
  port: number
}

/** A PostgreSQL that runs on our cluster now, whoever started it. */
export interface Postmaster {
  pid: number
  port: number
  /** Started with the very programs and settings we would use. */
  isOurKind: boolean
}

const MEGABYTE = 1024 * 1024
// Those we started ourselves are collected when they end, and count as gone only then.
const ours = new Map<number, ChildProcess>()
// Recovery after a crash replays the log; it is waited for as long as the process lives, up to this.
const LONGEST_START = 10 * 60_000
const LONGEST_STOP = 60_000

/** Finds the PostgreSQL that runs on this cluster: its own note names a process, and that process says what it runs on. */
export function findPostmaster(place: Place, options: Settings): Postmaster | undefined {
  const note = readNote(place)
  if (!note) return undefined
  const { pid, port } = note
  const found = commandLineOf(pid)
  if (!found?.includes(` -D ${place.cluster} `)) {
    // Left by a kill or a power cut, and the number now belongs to something else, for which PostgreSQL would refuse to start.
    if (found) rmSync(path.join(place.cluster, 'postmaster.pid'), { force: true })
    return undefined
  }
  return { pid, port, isOurKind: found === commandLine(place, options).join(' ') }
}

/** Starts PostgreSQL and returns when it answers. Throws EmbeddedProblem with PostgreSQL's own words when it will not. */
export async function launch(place: Place, options: Settings, log: (line: string) => void): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const logFile = openLog(place)
    const child = start(place, options, logFile.name)
    if (await becomesReady(place, child, log)) return
    const said = readFileSync(logFile.name).subarray(logFile.size).toString()
    // Another start won the race: the caller looks again and joins it.
    if (findPostmaster(place, options)) return
    // The remains of a killed PostgreSQL let go of their memory within moments.
    const passing = /shared memory block|lock file "postmaster\.pid"/.test(said)
    if (!passing || attempt === 20)
      throw new EmbeddedProblem(
        `The embedded database in ${place.home} did not start: ${lastWords(said) || `see ${logFile.name}`}`,
      )
    await sleep(250)
  }
}

/** Stops PostgreSQL in order and returns when the process is gone. */
export async function shutDown(postmaster: Postmaster): Promise<void> {
  signal(postmaster.pid, 'SIGINT')
  if (await isGoneWithin(postmaster.pid, LONGEST_STOP)) return
  signal(postmaster.pid, 'SIGQUIT')
  await isGoneWithin(postmaster.pid, LONGEST_STOP)
}

function commandLine(place: Place, options: Settings): string[] {
  const settings = {
    listen_addresses: '',
    port: options.port,
    unix_socket_directories: place.sockets,
    unix_socket_permissions: '0700',
    max_connections: options.durable ? 60 : 200,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // A web page's queries are many and small: parallel workers would only crowd two cores and a container's small /dev/shm.
    max_parallel_workers_per_gather: 0,
    password_encryption: 'scram-sha-256',
    // The log holds no personal data: neither statements nor the values in an error's detail.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    fsync: options.durable ? 'on' : 'off',
    synchronous_commit: options.durable ? 'on' : 'off',
    full_page_writes: options.durable ? 'on' : 'off',
  }
  return [
    place.binaries.postgres,
    '-D',
    place.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}

// One file, put aside when it has grown: no process of PostgreSQL's own to collect it.
function openLog(place: Place): { name: string; size: number } {
  const name = path.join(place.home, 'postgresql.log')
  if (existsSync(name) && statSync(name).size > 10 * MEGABYTE) renameSync(name, `${name}.1`)
  closeSync(openSync(name, 'a', 0o600))
  if (place.account) chownSync(name, place.account.uid, place.account.gid)
  return { name, size: statSync(name).size }
}

function start(place: Place, options: Settings, logFile: string): ChildProcess {
  const [program, ...args] = commandLine(place, options) as [string, ...string[]]
  const output = openSync(logFile, 'a')
  try {
    const child = spawn(program, args, {
      ...place.account,
      cwd: place.home,
      env: { PATH: process.env['PATH'], TZ: 'UTC' },
      // A group of its own: Ctrl-C reaches Torg, which ends its work first and then stops the database.
      detached: true,
      // Files, not pipes: it must be able to live on when Torg is killed.
      stdio: ['ignore', output, output],
    })
    child.on('error', () => undefined)
    child.unref()
    if (child.pid !== undefined) ours.set(child.pid, child)
    return child
  } finally {
    closeSync(output)
  }
}

async function becomesReady(place: Place, child: ChildProcess, log: (line: string) => void): Promise<boolean> {
  const began = Date.now()
  let told = began
  while (Date.now() - began < LONGEST_START) {
    if (hasEnded(child)) return false
    const note = readNote(place)
    if (note?.isReady && note.pid === child.pid) return true
    if (Date.now() - told > 5_000) {
      told = Date.now()
      log('The embedded database is still starting; after an unclean stop it first restores what was written.')
    }
    await sleep(10)
  }
  return false
}

function readNote(place: Place): { pid: number; port: number; isReady: boolean } | undefined {
  const file = path.join(place.cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' } : undefined
  } catch {
    return undefined
  }
}

function lastWords(said: string): string {
  const lines = said.split('\n').filter((line) => /FATAL|PANIC|ERROR|error/.test(line))
  return lines.slice(-2).join(' ')
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch {
    // Already gone.
  }
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  const child = ours.get(pid)
  while (child ? !hasEnded(child) : commandLineOf(pid) !== undefined) {
    if (Date.now() > until) return false
    await sleep(10)
  }
  ours.delete(pid)
  return true
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}
