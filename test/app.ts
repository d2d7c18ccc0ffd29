import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { type DatabaseHandle, openDatabase } from '#platform/database/db.ts'
import { csrfToken } from '#platform/http/csrf.ts'
import { createApp, type Route, type Services } from '#platform/http/index.ts'
import { createSession, openIdentity } from '#platform/identity/index.ts'
import { openKeyring } from '#platform/crypto.ts'
import { installJobs, openJobs } from '#platform/jobs/jobs.ts'
import { createLogger } from '#platform/log.ts'
import { layGround, type Ground } from '#demo/ground.ts'
import { jobs } from '#src/jobs.ts'
import { testDatabase, type TestDatabase } from './database.ts'

/** An answer, read to its end. */
export interface Answer {
  status: number
  headers: Headers
  text: string
}

export interface Asking {
  /** Key of a demo person who is logged in. */
  as?: string
  /** Host name without port; the city's by default. */
  host?: string
  /** A name with several values is a group of boxes that are ticked. */
  form?: Record<string, string | readonly string[]>
  /** Sent with the form, which then is multipart. */
  files?: readonly (readonly [name: string, file: File])[]
  /** As the page's own script asks: with the names of the fields that were filled and left. */
  autosave?: readonly string[]
  /** Sent beside the session's own. */
  cookies?: Record<string, string>
  /** Sent instead of the session's own token: that of a page from before. */
  csrf?: string
}

/** The application with its real routes, on a database of its own with the demo's municipalities, people and schemes. */
export interface TestApp {
  database: TestDatabase
  services: Services
  ground: Ground[]
  /** What the server believes the time is. */
  clock: { now: Date }
  get(path: string, asking?: Asking): Promise<Answer>
  /** Sends a form as a browser on our own page would; the CSRF token is put in. */
  post(path: string, asking: Asking): Promise<Answer>
  /** The person's next request comes with a session of its own. Returns what the pages open until then carry as their token. */
  logInAnew(as: string): string
  /** A new application, with connections and keys of its own, on the same database. */
  restart(): void
  close(): Promise<void>
}

export async function openTestApp(routes: readonly Route[], now: Date): Promise<TestApp> {
  const database = await testDatabase()
  await installJobs(
    database.ownerUrl,
    jobs.map((job) => job.name),
  )
  const boss = await openJobs(database.handle)
  const clock = { now }
  const keys = [{ id: 'test', secret: randomBytes(32) }]
  const opened: DatabaseHandle[] = []
  const services: Services = {
    db: database.handle,
    keyring: openKeyring(keys),
    now: () => clock.now,
    log: createLogger('error'),
    dataDir: '/nonexistent',
    demo: true,
    trustedProxies: [],
    canWrite: () => true,
    identity: openIdentity(new Map()),
  }
  const ground = await layGround({
    db: database.handle,
    ownerUrl: database.ownerUrl,
    keyring: services.keyring,
    root: path.join(import.meta.dirname, '..'),
    now,
  })
  let app = createApp(services, routes)
  const tokens = new Map<string, string>()

  async function send(
    method: string,
    address: string,
    { as, host = 'fjordvik.localhost', form, files, autosave, cookies = {}, csrf }: Asking,
  ): Promise<Answer> {
    const headers = new Headers({ host, 'sec-fetch-site': 'same-origin' })
    const token = as ? await logIn(as) : undefined
    const jar = Object.entries({ ...cookies, ...(token ? { torg: token } : {}) })
    if (jar.length > 0) headers.set('cookie', jar.map((each) => each.join('=')).join('; '))
    const body = form ? encode({ _key: randomBytes(8).toString('hex'), ...form }) : undefined
    if (body && token) body.set('_csrf', csrf ?? csrfToken(token))
    if (autosave) {
      headers.set('hx-request', 'true')
      headers.set('torg-touched', autosave.map(encodeURIComponent).join(','))
    }
    const answer = await app.request(`http://${host}${address}`, {
      method,
      headers,
      ...(body ? { body: files ? withFiles(body, files) : body } : {}),
    })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  async function logIn(key: string): Promise<string> {
    const known = tokens.get(key)
    if (known) return known
    const found = ground.find((each) => each.people.has(key))
    const personId = found?.people.get(key)
    if (!found || !personId) throw new Error(`There is no demo person ${key}.`)
    const token = await services.db.inTransaction(found.scope, async (trx) => {
      const { kind } = await trx.selectFrom('person').select('kind').where('id', '=', personId).executeTakeFirstOrThrow()
      return await createSession(trx, services.keyring, { personId, kind, issuer: 'test', idToken: 'test' }, clock.now)
    })
    tokens.set(key, token)
    return token
  }

  return {
    database,
    services,
    ground,
    clock,
    get: (address, asking = {}) => send('GET', address, asking),
    post: (address, asking) => send('POST', address, { form: {}, ...asking }),
    logInAnew: (as) => {
      const token = tokens.get(as)
      tokens.delete(as)
      return token ? csrfToken(token) : ''
    },
    restart: () => {
      const handle = openDatabase({ appUrl: database.appUrl, connections: 4 })
      opened.push(handle)
      services.db = handle
      services.keyring = openKeyring(keys)
      app = createApp(services, routes)
    },
    close: async () => {
      for (const handle of opened) await handle.close()
      await boss.stop({ graceful: false })
      await database.drop()
    },
  }
}

function encode(form: Record<string, string | readonly string[]>): URLSearchParams {
  const all = Object.entries(form).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]))
  return new URLSearchParams(all)
}

function withFiles(fields: URLSearchParams, files: readonly (readonly [string, File])[]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  for (const [name, file] of files) data.append(name, file)
  return data
}
