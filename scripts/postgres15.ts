import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, rmSync, writeFileSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The oldest PostgreSQL that Torg promises to work on, as Debian ships it. */
const programs = '/usr/lib/postgresql/15/bin'

/**
 * Starts Debian's PostgreSQL 15 in a temporary folder, on 127.0.0.1 and a free port, and returns its superuser's address. As
 * root it runs as an unprivileged user. `stop` ends it and removes the folder.
 */
export async function startPostgres15(): Promise<{ adminUrl: string; pid: number; stop(): Promise<void> }> {
  if (!existsSync(`${programs}/postgres`)) throw new Error(`PostgreSQL 15 is not in ${programs}: apt-get install postgresql-15`)
  const folder = temporaryFolder('torg-postgres15-')
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined
  const password = randomBytes(16).toString('hex')
  const passwordFile = path.join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const name of [folder, passwordFile]) chownSync(name, account.uid, account.gid)

  const cluster = path.join(folder, 'cluster')
  const options = ['-D', cluster, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync']
  const made = spawnSync(`${programs}/initdb`, [...options, '--encoding=UTF8', '--locale=C.UTF-8'], {
    ...account,
    cwd: folder,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`PostgreSQL 15 could not be made: ${made.stderr}`)

  const port = await freePort()
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    'fsync=off',
  ]
  const args = ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])]
  // Into a file: a pipe that nobody empties while the tests run stops the server when it is full.
  const log = path.join(folder, 'log')
  const server = spawn(`${programs}/postgres`, args, { ...account, cwd: folder, stdio: ['ignore', 'ignore', openSync(log, 'w')] })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  process.once('exit', () => server.kill('SIGQUIT'))

  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  for (let left = 200; !(await answers(adminUrl)); left--) {
    if (left === 0 || server.exitCode !== null) throw new Error(`PostgreSQL 15 did not start: ${readFileSync(log, 'utf8')}`)
    await setTimeout(50)
  }
  return {
    adminUrl,
    pid: server.pid ?? 0,
    stop: async () => {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
