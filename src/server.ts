import { serve } from '@hono/node-server'
import { stopPdfProcess } from '#platform/documents/render-pdf.ts'
import { createApp, setNavigation } from '#platform/http/index.ts'
import { missingProviders, openIdentity, readProviders } from '#platform/identity/index.ts'
import { openJobs, workJobs } from '#platform/jobs/jobs.ts'
import { openDemoLogin } from '../demo/provider/index.ts'
import { seedDemo } from '../demo/seed.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { fillDemo } from './half-demo.ts'
import { jobs } from './jobs.ts'
import { navigation } from './navigation.ts'
import { openTorg, type Opened } from './open.ts'
import { routes } from './routes.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const torg = await openTorg(config, 'application', say)
  try {
    await open(config, torg)
  } catch (error) {
    // Nothing of ours is left running by a start that did not succeed.
    await torg.close()
    throw error
  }
}

async function open(config: Config, torg: Opened): Promise<void> {
  setNavigation(navigation)
  const boss = await openJobs(torg.services.db, { work: true })
  if (config.demo && torg.isEmpty) await fillDemo(config.dataDir, () => seedDemo(torg, say))
  const login = await openLogin(config, torg)
  torg.services.identity = openIdentity(login.providers)
  const stopJobs = await workJobs(boss, torg.services, jobs)
  const app = createApp(torg.services, [...routes, ...(login.demo?.routes ?? [])])
  const server = serve(
    {
      fetch: app.fetch,
      port: config.PORT,
      hostname: config.HOST,
      overrideGlobalObjects: false,
      ...(login.demo ? { createServer: login.demo.createServer as never } : {}),
    },
    (info) => {
      say(`Torg is open on http://localhost:${info.port}`)
      if (login.demo) say('This is the demo: log in as one of its invented people, no password needed.')
      else if (login.providers.size === 0) say('There is no municipality yet: npm run torg -- municipality add --help')
    },
  )
  server.on('error', (error: NodeJS.ErrnoException) => {
    const inUse = error.code === 'EADDRINUSE'
    process.stderr.write(
      inUse
        ? `PORT: ${config.PORT} is in use. Stop what uses it, or start with another: PORT=3001 npm start\n`
        : `${error.message}\n`,
    )
    void stop(1)
  })

  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    // Requests under way are answered; ten seconds is longer than any should take.
    const forced = setTimeout(() => process.exit(code), 15_000)
    forced.unref()
    await new Promise((done) => server.close(done))
    await stopJobs()
    stopPdfProcess()
    await torg.close()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
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

start().catch((error: unknown) => {
  const plain = ['ConfigError', 'OperatorProblem', 'EmbeddedInUse', 'EmbeddedProblem'].includes((error as Error).name)
  process.stderr.write(`${plain ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`)
  process.exit(1)
})
