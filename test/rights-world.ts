import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { staffRoles } from '#cases'
import { csrfToken } from '#platform/http/csrf.ts'
import { createApp, type Route } from '#platform/http/index.ts'
import { createSession, inviteStaff } from '#platform/identity/index.ts'
import { openTestApp, type TestApp } from './app.ts'
import { connection } from './connections.ts'

export const now = new Date('2026-11-21T09:00:00Z')

/** Everybody there is: one for each role, one employee without a role, a resident, and somebody who is not logged in. */
export const subjects = [...staffRoles, 'no-role', 'resident', 'logged-out'] as const
export type Subject = (typeof subjects)[number]

export interface Asked {
  form?: Record<string, string>
  headers?: Record<string, string>
  /** Without the token that a form of ours carries. */
  withoutToken?: boolean
}

export interface RightsWorld {
  torg: TestApp
  ask(who: Subject, method: string, path: string, asked?: Asked): Promise<Response>
  close(): Promise<void>
}

/** The application with some routes and one person in each role, each with a session of their own. */
export async function openRightsWorld(routes: readonly Route[]): Promise<RightsWorld> {
  const torg = await openTestApp(routes, now)
  const app = createApp(torg.services, routes)
  const [fjordvik] = torg.ground
  if (!fjordvik) throw new Error('The demo has no municipality.')
  const sessions = new Map<Subject, string>()
  await torg.services.db.inTransaction(fjordvik.scope, async (trx) => {
    const open = (personId: string, kind: 'staff' | 'resident') =>
      createSession(trx, torg.services.keyring, { personId, kind, issuer: 'test', idToken: 'test' }, now)
    for (const role of [...staffRoles, 'no-role'] as const) {
      const roles = role === 'no-role' ? [] : [role]
      const personId = await inviteStaff(trx, { loginName: `${role}@prove.example`, name: `Prøve ${role}`, roles })
      sessions.set(role, await open(personId, 'staff'))
    }
    sessions.set('resident', await open(fjordvik.people.get('jonas-berge') ?? '', 'resident'))
  })
  return {
    torg,
    close: () => torg.close(),
    async ask(who, method, path, { form, headers = {}, withoutToken } = {}) {
      const token = sessions.get(who)
      const body = method === 'POST' ? new URLSearchParams({ _key: randomBytes(8).toString('hex'), ...form }) : undefined
      if (body && token && !withoutToken) body.set('_csrf', csrfToken(token))
      return await app.request(`http://fjordvik.localhost${path}`, {
        method,
        headers: {
          host: 'fjordvik.localhost',
          'sec-fetch-site': 'same-origin',
          ...(token ? { cookie: `torg=${token}` } : {}),
          ...headers,
        },
        ...(body ? { body } : {}),
      })
    },
  }
}

/** A route's address with something in the place of each parameter. */
export function addressOf(route: Pick<Route, 'path'>): string {
  return route.path
    .replace(/:number(\{[^/]*\})?/g, '2026-999999')
    .replace(/:(id|\w+Id)\b/g, '00000000-0000-4000-8000-000000000000')
    .replace(/:\w+(\{[^/]*\})?/g, 'ukjent')
}

/** The content of every table as one line each, so that two moments can be compared; as superuser, whom no policy hides a row. */
export async function snapshot(torg: TestApp): Promise<Record<string, string>> {
  const server = inject('databases')
  const name = new URL(torg.database.appUrl).pathname.slice(1)
  const client = new pg.Client({ connectionString: connectionAsAdmin(server.adminUrl, name) })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const content: Record<string, string> = {}
    for (const { name: table } of rows) {
      const found = await client.query<{ line: string }>(`select t::text as line from ${table} t order by 1`)
      content[table] = `${found.rows.length} rows, ${createHash('sha256')
        .update(found.rows.map((row) => row.line).join('\n'))
        .digest('hex')
        .slice(0, 12)}`
    }
    return content
  } finally {
    await client.end()
  }
}

function connectionAsAdmin(adminUrl: string, database: string): string {
  const { username, password } = new URL(adminUrl)
  return connection(adminUrl, decodeURIComponent(username), decodeURIComponent(password), database)
}
