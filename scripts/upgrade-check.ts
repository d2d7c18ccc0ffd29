import pg from 'pg'
import { startTorg } from '../e2e/torg.ts'
import { listMigrations, migrate } from '../src/platform/database/migrate.ts'
import { asAdmin, connection, ownerUrl } from '../test/connections.ts'
import { startTestServer, type TestServer } from '../test/server.ts'
import { demoKeys } from './demo-keys.ts'
import { listReleases, migrationsFolder, readReleaseData, type Release } from './releases.ts'
import { describeSchema, writeTables } from './table-data.ts'

/** Tables whose rows a migration has moved, and where they stand now. */
const moved: Record<string, string> = { award_import: 'import_batch' }

// Each release's database, with its data in it, is brought up to date; then today's Torg must find it whole and start on it.
const server = await startTestServer()
try {
  const releases = listReleases()
  if (releases.length === 0) throw new Error('migrations/released.json names no release.')
  const fresh = await makeDatabase(server, 'torg_fresh')
  await migrate({ ownerUrl: fresh, folder: migrationsFolder, appPassword: server.appPassword })
  const wanted = await asSuperuser(server, 'torg_fresh', describeSchema)
  for (const release of releases) {
    await checkUnchanged(release)
    await checkUpgrade(release, wanted)
  }
} finally {
  await server.stop()
}

async function checkUnchanged(release: Release): Promise<void> {
  const now = new Map((await listMigrations(migrationsFolder)).map(({ name, sha256 }) => [name, sha256]))
  const changed = Object.entries(release.migrations).filter(([name, sha256]) => now.get(name) !== sha256)
  if (changed.length === 0) return
  throw new Error(
    `Migrations of ${release.version} are changed or gone: ${changed.map(([name]) => name).join(', ')}. Databases that have them would ` +
      `not start. Put the change in a new migration, or, if nobody has ${release.version} yet: node scripts/run.mjs record-release ${release.version}`,
  )
}

async function checkUpgrade(release: Release, wanted: string[]): Promise<void> {
  const name = `torg_upgrade_${release.version.replaceAll(/\W/g, '_')}`
  const owner = await makeDatabase(server, name)
  const upTo = Object.keys(release.migrations).toSorted().at(-1)
  const options = { ownerUrl: owner, folder: migrationsFolder, appPassword: server.appPassword }
  await migrate({ ...options, ...(upTo ? { upTo } : {}) })
  const before = await asSuperuser(server, name, (client) => writeTables(client, readReleaseData(release)))

  const { applied } = await migrate(options)
  const [after, schema] = await asSuperuser(
    server,
    name,
    async (client) => [await count(client), await describeSchema(client)] as const,
  )
  same(`the schema after an upgrade from ${release.version}`, schema, wanted)
  // What a migration may add is its own business; what was there must not be fewer.
  const lost = Object.entries(before).filter(([table, rows]) => (after[moved[table] ?? table] ?? 0) < rows)
  if (lost.length > 0)
    throw new Error(`Rows were lost on the way from ${release.version}: ${JSON.stringify(Object.fromEntries(lost))}`)

  const torg = await startTorg({ DATABASE_URL: owner, TORG_DEMO: 'on', TORG_KEYS: demoKeys, TORG_LOG: 'warn' })
  try {
    const page = await fetch(`${torg.url}/tilskudd`)
    const text = await page.text()
    if (page.status !== 200 || !text.includes('/tilskudd/'))
      throw new Error(`The list of schemes answers ${page.status} after the upgrade.`)
  } finally {
    await torg.stop()
  }
  const rows = Object.values(before).reduce((sum, n) => sum + n, 0)
  console.log(
    `${release.version}: ${rows} rows in ${Object.keys(before).length} tables, ${applied.length} migrations since (${applied.join(', ')}): whole.`,
  )
}

async function makeDatabase({ adminUrl, ownerPassword }: TestServer, name: string): Promise<string> {
  await asAdmin(adminUrl, `drop database if exists ${name} with (force)`, `create database ${name} owner torg_owner`)
  return ownerUrl({ adminUrl, ownerPassword }, name)
}

async function asSuperuser<T>({ adminUrl }: TestServer, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { username, password } = new URL(adminUrl)
  const client = new pg.Client({ connectionString: connection(adminUrl, username, password, database) })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function count(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; n: number }>(
    `select relname as name, (xpath('//n/text()', query_to_xml(format('select count(*) as n from public.%I', relname), false, true, '')))[1]::text::int as n
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  )
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

function same(what: string, found: string[], wanted: string[]): void {
  const missing = wanted.filter((line) => !found.includes(line))
  const extra = found.filter((line) => !wanted.includes(line))
  if (missing.length + extra.length === 0) return
  throw new Error(
    `${what} is not that of a new database:\n${missing
      .map((l) => `- ${l}`)
      .concat(extra.map((l) => `+ ${l}`))
      .join('\n')}`,
  )
}
