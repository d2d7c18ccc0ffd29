import { randomBytes } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import pg from 'pg'
import type { Scope } from '#platform/database/db.ts'
import { openKeyring } from '#platform/crypto.ts'
import { createApp, currentPerson, get, page, post, readForm, type Route, type Services } from '#platform/http/index.ts'
import { identityRoutes, openIdentity, type Providers } from '#platform/identity/index.ts'
import { createLogger } from '#platform/log.ts'
import { testDatabase, testMunicipality, type TestDatabase } from './database.ts'
import { visitor, type Visitor } from './visitor.ts'

export interface LoginServer {
  database: TestDatabase
  services: Services
  fjordvik: Scope
  lyngsund: Scope
  port: number
  /** The clock: what it says is what the server believes. */
  clock: { now: Date }
  log: string[]
  /** What the form page has received. */
  received: { person: string; text: string; key: string }[]
  visit(host?: string): Visitor
  stop(): Promise<void>
}

export interface LoginServerOptions {
  providers: Providers
  routes?: readonly Route[]
  createServer?: typeof http.createServer
}

/** A real server on a real database with two municipalities, login, one page for those logged in and one form. */
export async function startLoginServer(
  make: (database: TestDatabase) => LoginServerOptions | Promise<LoginServerOptions>,
  settings: Partial<Services> = {},
): Promise<LoginServer> {
  const database = await testDatabase()
  const fjordvik = await testMunicipality(database, 'fjordvik')
  const lyngsund = await testMunicipality(database, 'lyngsund')
  await addHosts(database, { localhost: fjordvik, 'fjordvik.localhost': fjordvik, 'lyngsund.localhost': lyngsund })
  const { providers, routes = [], createServer = http.createServer } = await make(database)
  const log: string[] = []
  const clock = { now: new Date() }
  const services: Services = {
    db: database.handle,
    keyring: openKeyring([{ id: 'test', secret: randomBytes(32) }]),
    now: () => clock.now,
    log: createLogger('debug', (line) => void log.push(line)),
    dataDir: '/nonexistent',
    demo: true,
    trustedProxies: [],
    canWrite: () => true,
    identity: openIdentity(providers, 100_000),
    ...settings,
  }
  const received: LoginServer['received'] = []
  const app = createApp(services, [...identityRoutes, ...routes, ...pages(received)])
  const server = serve({
    fetch: app.fetch,
    port: 0,
    hostname: '127.0.0.1',
    overrideGlobalObjects: false,
    createServer,
  })
  await new Promise<void>((open) => void server.once('listening', () => open()))
  const { port } = server.address() as AddressInfo
  return {
    database,
    services,
    fjordvik,
    lyngsund,
    port,
    clock,
    log,
    received,
    visit: (host = 'fjordvik.localhost') => visitor(port, host),
    stop: async () => {
      await new Promise((closed) => server.close(closed))
      await database.drop()
    },
  }
}

function pages(received: LoginServer['received']): Route[] {
  return [
    get('/', 'anyone', (c) => page(c, { title: 'front' }, c.var.person?.name ?? 'nobody')),
    get('/min-side', 'logged-in', (c) =>
      page(c, { title: 'mine' }, `${currentPerson(c).name} [${currentPerson(c).roles.join(' ')}]`),
    ),
    get('/saker', 'staff', (c) => page(c, { title: 'cases' }, `${currentPerson(c).name} [${currentPerson(c).roles.join(' ')}]`)),
    post('/min-side', 'logged-in', async (c) => {
      const form = await readForm(c)
      received.push({ person: currentPerson(c).name, text: form.text('text'), key: form.key })
      return c.redirect('/min-side', 303)
    }),
  ]
}

async function addHosts(database: TestDatabase, hosts: Record<string, Scope>): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    for (const [host, scope] of Object.entries(hosts)) {
      await client.query('insert into host_name (host, municipality_id) values ($1, $2)', [host, scope.municipalityId])
    }
  } finally {
    await client.end()
  }
}
