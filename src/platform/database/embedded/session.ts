import pg from 'pg'
import type { Access } from './cluster.ts'
import type { Place } from './place.ts'

/**
 * Our seat in the running database: a connection whose locks say who uses it. The database drops them with the connection, so
 * a process that was killed leaves none behind. Everyone holds USERS shared; the one application holds APPLICATION as well;
 * who wants to stop the database takes USERS alone first.
 */
export interface Seat {
  client: pg.Client
  port: number
  /** True when nobody else uses the database; from then on nobody can join. */
  isLast(): Promise<boolean>
  leave(): Promise<void>
}

export type Role = 'application' | 'command'

/** Taken by another application (its process number), or the database is going down or not yet up: ask again. */
export type Refused = { refused: 'in-use'; by: number } | { refused: 'not-now' }

const USERS = 'select pg_try_advisory_lock_shared(7206712) as got'
const ALONE = 'select pg_try_advisory_lock(7206712) as got'
const APPLICATION = 'select pg_try_advisory_lock(7206713) as got'
const APPLICATION_HOLDER = `
  select substring(a.application_name from '[0-9]+')::int as pid from pg_locks l join pg_stat_activity a using (pid)
  where l.locktype = 'advisory' and l.objid = 7206713 and l.granted`
// 57P01-57P03: going down or not yet up. The socket is missing or deaf for the same moments.
const PASSING = new Set(['57P01', '57P02', '57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET'])

/** Takes a seat, or says why not. Throws only what waiting does not heal, as a wrong password. */
export async function takeSeat(place: Place, port: number, access: Access, role: Role): Promise<Seat | Refused> {
  const client = new pg.Client({
    host: place.sockets,
    port,
    user: 'postgres',
    password: access.superuser,
    database: 'postgres',
    connectionTimeoutMillis: 10_000,
    application_name: `torg ${role} ${process.pid}`,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    if (!(await got(client, USERS))) return await refuse(client, { refused: 'not-now' })
    if (role === 'application' && !(await got(client, APPLICATION))) {
      const { rows } = await client.query<{ pid: number | null }>(APPLICATION_HOLDER)
      return await refuse(client, { refused: 'in-use', by: rows[0]?.pid ?? 0 })
    }
  } catch (error) {
    await client.end().catch(() => undefined)
    if (isPassing(error)) return { refused: 'not-now' }
    throw error
  }
  return {
    client,
    port,
    isLast: async () => {
      await client.query('select pg_advisory_unlock_shared(7206712)')
      return await got(client, ALONE)
    },
    leave: () => client.end(),
  }
}

function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message: string }
  return (code !== undefined && PASSING.has(code)) || message.includes('terminated unexpectedly')
}

async function got(client: pg.Client, sql: string): Promise<boolean> {
  return (await client.query<{ got: boolean }>(sql)).rows[0]?.got === true
}

async function refuse<T>(client: pg.Client, answer: T): Promise<T> {
  await client.end()
  return answer
}
