import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { openKeyring, parseKeys } from '#platform/crypto.ts'
import { openDatabase } from '#platform/database/db.ts'
import { diskGuard } from '#platform/disk.ts'
import { createApp, setNavigation, type Services } from '#platform/http/index.ts'
import { openIdentity } from '#platform/identity/index.ts'
import { openJobs, workJobs } from '#platform/jobs/jobs.ts'
import { createLogger } from '#platform/log.ts'
import { jobs } from '../src/jobs.ts'
import { navigation } from '../src/navigation.ts'
import { routes } from '../src/routes.ts'
import { recordStatements } from './capture.ts'
import { answerQuestions } from './program.ts'

// Torg itself, the whole application on its routes; without the worker that sends mail and makes PDFs at the same time, unless the jobs
// are what is measured.
const { BENCH_APP_URL = '', BENCH_KEYS = '', BENCH_CONNECTIONS = '8', BENCH_DATA_DIR = '/tmp', BENCH_JOBS = '' } = process.env
const recorder = recordStatements()
const db = openDatabase({ appUrl: BENCH_APP_URL, connections: Number(BENCH_CONNECTIONS) })
const boss = await openJobs(db, { work: BENCH_JOBS === 'worked' })
const services: Services = {
  db,
  keyring: openKeyring(parseKeys(BENCH_KEYS)),
  now: () => new Date(),
  log: createLogger('error'),
  dataDir: BENCH_DATA_DIR,
  demo: false,
  trustedProxies: [],
  canWrite: diskGuard([BENCH_DATA_DIR], 256),
  identity: openIdentity(new Map()),
  mail: { from: 'ikke-svar@torg.invalid' },
}
setNavigation(navigation)
if (BENCH_JOBS === 'worked') await workJobs(boss, services, jobs)
const server = serve({ fetch: createApp(services, routes).fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false })
server.once('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }))
answerQuestions({
  record: () => recorder.start(),
  recorded: ({ file }) => {
    writeFileSync(String(file), JSON.stringify(recorder.stop()))
    return {}
  },
})
