import { serve } from '@hono/node-server'
import { createApp, setNavigation } from '#platform/http/index.ts'
import { openJobs, workJobs } from '#platform/jobs/jobs.ts'
import { ConfigError, readConfig } from './config.ts'
import { jobs } from './jobs.ts'
import { navigation } from './navigation.ts'
import { openTorg } from './open.ts'
import { routes } from './routes.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const torg = await openTorg(config, 'application', say)
  setNavigation(navigation)
  const boss = await openJobs(torg.services.db, { work: true })
  const stopJobs = await workJobs(boss, torg.services, jobs)
  const app = createApp(torg.services, routes)
  const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST, overrideGlobalObjects: false }, (info) => {
    say(`Torg is open on http://localhost:${info.port}`)
  })
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
    await torg.close()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
}

start().catch((error: unknown) => {
  const plain = error instanceof ConfigError || /^Embedded|^Migration/.test((error as Error).name)
  process.stderr.write(`${plain ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`)
  process.exit(1)
})
