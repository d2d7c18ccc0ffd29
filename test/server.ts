import { randomBytes } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#platform/database/embedded/embedded.ts'
import { commandLineOf } from '#platform/database/embedded/processes.ts'
import { temporaryFolder, temporaryPlaces } from '../scripts/temporary-folder.ts'

/** A PostgreSQL to make test databases in. */
export interface TestServer {
  /** A superuser's connection: makes and drops databases. */
  adminUrl: string
  ownerPassword: string
  appPassword: string
  stop(): Promise<void>
}

const PREFIX = 'torg-test-'

/** The PostgreSQL that TEST_DATABASE_URL names (as superuser), or an embedded one in a temporary folder. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL']
  return given ? await prepare(given) : await startTemporary()
}

async function startTemporary(): Promise<TestServer> {
  removeLeftovers()
  const folder = temporaryFolder(PREFIX)
  writeFileSync(path.join(folder, 'runner'), String(process.pid))
  const embedded = await startEmbedded({ dataDir: folder, log: () => undefined, durable: false })
  const access = JSON.parse(readFileSync(path.join(folder, 'postgres', 'access.json'), 'utf8')) as Record<
    'superuser' | 'owner' | 'app',
    string
  >
  const admin = new URL(embedded.ownerUrl)
  admin.username = 'postgres'
  admin.password = access.superuser
  admin.pathname = '/postgres'
  return {
    adminUrl: admin.toString(),
    ownerPassword: access.owner,
    appPassword: access.app,
    stop: async () => {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// The owner is given the rights an operator would give, and no more: what works only for a superuser fails here.
async function prepare(adminUrl: string): Promise<TestServer> {
  const password = randomBytes(24).toString('base64url')
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_roles where rolname = 'torg_owner'`)
    await client.query(`${rowCount ? 'alter' : 'create'} role torg_owner login createrole password '${password}'`)
  } finally {
    await client.end()
  }
  return { adminUrl, ownerPassword: password, appPassword: randomBytes(24).toString('base64url'), stop: () => Promise.resolve() }
}

// A test run that was killed leaves its PostgreSQL and its folder; the next one clears them away.
function removeLeftovers(): void {
  for (const folder of temporaryPlaces.flatMap((place) => globSync(path.join(place, `${PREFIX}*`)))) {
    const runner = path.join(folder, 'runner')
    if (!existsSync(runner) || commandLineOf(Number(readFileSync(runner, 'utf8')))) continue
    const note = path.join(folder, 'postgres', 'cluster', 'postmaster.pid')
    const pid = existsSync(note) ? Number.parseInt(readFileSync(note, 'utf8'), 10) : 0
    if (pid > 0 && commandLineOf(pid)?.includes(` -D ${folder}/`)) process.kill(pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
