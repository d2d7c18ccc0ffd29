import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { newKeys } from '../../bench/ground.ts'
import { embeddedUrl, home } from '../../bench/start.ts'
import { asAdmin, ownerUrl } from '../../test/connections.ts'
import { startPostgres15 } from '../postgres15.ts'

/** What is killed: Torg; PostgreSQL's main process with all its others; one process of PostgreSQL; Torg and PostgreSQL at once. */
export type Victim = 'server' | 'database' | 'backend' | 'both'

/** A database to kill things over. */
export interface Target {
  name: string
  env: Record<string, string>
  victims: readonly Victim[]
  ownerUrl(): string
  keys(): string
  killDatabase(victim: Victim): void
  remove(): Promise<void>
}

/** The embedded database in a folder of its own: all of it may be killed, since Torg brings it up again. */
export async function embeddedTarget(folder: string): Promise<Target> {
  const dataDir = path.join(folder, 'data')
  const postmaster = () => Number.parseInt(readFileSync(path.join(home(dataDir), 'cluster', 'postmaster.pid'), 'utf8'), 10)
  return {
    name: 'embedded PostgreSQL',
    env: {},
    victims: ['server', 'database', 'both', 'server', 'backend'],
    ownerUrl: () => embeddedUrl(dataDir),
    keys: () => readFileSync(path.join(dataDir, 'keys'), 'utf8').trim(),
    killDatabase: (victim) => killPostgres(postmaster(), victim),
    remove: () => Promise.resolve(),
  }
}

/**
 * The PostgreSQL that TEST_DATABASE_URL names, where only Torg is killed since it may be others' too; else Debian's PostgreSQL 15,
 * started here, where one of its processes is killed as well: it then restarts all the others and recovers by itself.
 */
export async function postgresTarget(): Promise<Target | string> {
  const given = process.env['TEST_DATABASE_URL']
  if (!given && !existsSync('/usr/lib/postgresql/15/bin/postgres'))
    return 'the kill test on a PostgreSQL of its own: TEST_DATABASE_URL is not set, and Debian’s postgresql-15 is not installed.'
  const server = given ? undefined : await startPostgres15()
  const adminUrl = given ?? server?.adminUrl ?? ''
  const name = `torg_kill_${randomBytes(4).toString('hex')}`
  const password = randomBytes(24).toString('base64url')
  await asAdmin(
    adminUrl,
    `do $$ begin if not exists (select from pg_roles where rolname = 'torg_owner') then create role torg_owner; end if; end $$`,
    `alter role torg_owner login createrole password '${password}'`,
    `create database ${name} owner torg_owner`,
  )
  const keys = newKeys()
  const url = ownerUrl({ adminUrl, ownerPassword: password }, name)
  return {
    name: given ? 'PostgreSQL of TEST_DATABASE_URL' : 'PostgreSQL 15',
    // The demo has login of its own, so that the start asks for no provider; the database is not empty, so nothing is seeded.
    env: { DATABASE_URL: url, TORG_KEYS: keys, TORG_DEMO: 'on' },
    victims: given ? ['server'] : ['server', 'backend', 'server'],
    ownerUrl: () => url,
    keys: () => keys,
    killDatabase: (victim) => killPostgres(server?.pid ?? 0, victim),
    remove: async () => {
      if (server) await server.stop()
      else await asAdmin(adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

function killPostgres(postmaster: number, victim: Victim): void {
  const all = childrenOf(postmaster)
  const clients = all.filter((pid) => /torg_app/.test(commandLine(pid)))
  const chosen =
    victim === 'backend' ? [clients[Math.floor(Math.random() * clients.length)] ?? all[0] ?? 0] : [postmaster, ...all]
  for (const pid of chosen) {
    try {
      if (pid > 1) process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself in between.
    }
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      return new RegExp(`^PPid:\\s+${parent}$`, 'm').test(readFileSync(`/proc/${name}/status`, 'utf8')) ? [Number(name)] : []
    } catch {
      return []
    }
  })
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
