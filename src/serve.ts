import { once } from 'node:events'
import { serve } from '@hono/node-server'
import type { Embedded } from '#platform/database/embedded/embedded.ts'
import { stopPdfProcess } from '#platform/documents/render-pdf.ts'
import { OperatorProblem } from '#platform/errors.ts'
import { createApp, setNavigation } from '#platform/http/index.ts'
import { missingProviders, openIdentity, readProviders } from '#platform/identity/index.ts'
import { openJobs, workJobs } from '#platform/jobs/jobs.ts'
import { openOrganisationRegister } from '#platform/registers/organisation-register.ts'
import { openDemoRegister } from '../demo/register/index.ts'
import { openDemoLogin } from '../demo/provider/index.ts'
import { ConfigError, type Config } from './config.ts'
import { fillDemo } from './half-demo.ts'
import { jobs } from './jobs.ts'
import { navigation } from './navigation.ts'
import { openTorg, type Opened } from './open.ts'
import { routes } from './routes.ts'
import { openWaitingRoom } from './waiting-room.ts'

interface Start {
  config: Config
  /** The embedded database, already up; undefined where the configuration names another. Stopped at the end. */
  embedded: Embedded | undefined
  say: (line: string) => void
  /** Ends it all, in order, at whatever point it is. */
  signal: AbortSignal
}

/** Opens Torg's floor, fills the demo where it is wanted and missing, and serves until the signal; then everything is closed. */
export async function serveTorg({ config, embedded, say, signal }: Start): Promise<void> {
  const torg = await openTorg(config, { role: 'application', say, embedded })
  try {
    await serveUntil(signal, config, torg, say)
  } finally {
    stopPdfProcess()
    await torg.close()
  }
}

async function serveUntil(signal: AbortSignal, config: Config, torg: Opened, say: (line: string) => void): Promise<void> {
  setNavigation(navigation)
  const boss = await openJobs(torg.services.db, { work: true })
  const register = await openRegister(config)
  try {
    if (register) torg.services.organisationRegister = openOrganisationRegister(register)
    if (config.demo && torg.isEmpty) await fill(config, torg, say, signal)
    const login = await openLogin(config, torg)
    torg.services.identity = openIdentity(login.providers)
    const app = createApp(torg.services, [...routes, ...(login.demo?.routes ?? [])])
    const server = serve({
      fetch: app.fetch,
      port: config.PORT,
      hostname: config.HOST,
      overrideGlobalObjects: false,
      ...(login.demo ? { createServer: login.demo.createServer as never } : {}),
    })
    const failed = new Promise<never>((_, reject) => server.once('error', (error) => reject(portProblem(error, config))))
    await Promise.race([once(server, 'listening'), failed])
    const address = server.address()
    say(`Torg is open on http://localhost:${typeof address === 'object' ? address?.port : config.PORT}`)
    if (login.demo) say('This is the demo: log in as one of its invented people, no password needed.')
    else if (login.providers.size === 0) say('There is no municipality yet: npm run torg -- municipality add --help')

    const stopJobs = await workJobs(boss, torg.services, jobs)
    if (!signal.aborted) await Promise.race([once(signal, 'abort'), failed])
    await new Promise((done) => server.close(done))
    await stopJobs()
  } finally {
    await register?.close()
    await boss.stop({ graceful: false })
  }
}

/** Enhetsregisteret; in the demo a stand-in of its own, where the configuration names none. */
async function openRegister(config: Config): Promise<{ url: string; close: () => Promise<void> } | undefined> {
  const given = config.TORG_ORGANISATION_REGISTER
  if (given === 'off') return undefined
  if (!given && config.demo) return await openDemoRegister()
  return { url: given ?? 'https://data.brreg.no/enhetsregisteret/api', close: async () => undefined }
}

/** Plays the demo in; meanwhile whoever looks is told so. */
async function fill(config: Config, torg: Opened, say: (line: string) => void, signal: AbortSignal): Promise<void> {
  const room = await openWaitingRoom(config).catch((error: unknown) => {
    throw portProblem(error as Error, config)
  })
  try {
    // Loaded by the one start that needs it.
    const { seedDemo } = await import('../demo/seed.ts')
    await fillDemo(config.dataDir, () => seedDemo(torg, say, { signal, progress: room.progress }))
  } finally {
    await room.close()
  }
}

function portProblem(error: Error, config: Config): Error {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error
  return new OperatorProblem(`PORT: ${config.PORT} is in use. Stop what uses it, or start with another: PORT=3001 npm start`)
}

/** The providers of the configuration; in the demo its own, where the configuration names none. */
async function openLogin(config: Config, torg: Opened) {
  const { services } = torg
  if (config.TORG_PROVIDERS_FILE) {
    const providers = readProviders(config.TORG_PROVIDERS_FILE)
    const missing = missingProviders(providers, await listMunicipalities(torg))
    if (missing) throw new ConfigError(missing)
    return { providers, demo: undefined }
  }
  if (!config.demo) {
    // An empty installation may start: there is nobody to log in yet.
    const missing = missingProviders(new Map(), await listMunicipalities(torg))
    if (missing) throw new ConfigError(missing)
    return { providers: new Map(), demo: undefined }
  }
  const demo = openDemoLogin({ dataDir: config.dataDir, db: services.db, behindProxy: config.trustedProxies.length > 0 })
  return { providers: demo.providers, demo }
}

async function listMunicipalities({ services: { db } }: Opened): Promise<string[]> {
  const rows = await db.unscoped((root) => root.selectFrom('host_name').select('municipality_id').distinct().execute())
  return await Promise.all(
    rows.map(({ municipality_id: municipalityId }) =>
      db.reading(
        { municipalityId },
        async (trx) => (await trx.selectFrom('municipality').select('slug').executeTakeFirstOrThrow()).slug,
      ),
    ),
  )
}
