import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { startTorg } from '../e2e/torg.ts'
import { listMigrations } from '../src/platform/database/migrate.ts'
import { asAdmin, connection, ownerUrl } from '../test/connections.ts'
import { startTestServer } from '../test/server.ts'
import { demoKeys } from './demo-keys.ts'
import { listReleases, migrationsFolder, type Release, releasesFile } from './releases.ts'
import { readTables } from './table-data.ts'

// Run once at each release, before it is tagged: keeps its migrations' hashes and its demo's rows, from which every later Torg
// is seen to upgrade.   node scripts/run.mjs record-release [VERSION [LAST-MIGRATION]]
const inPackage = JSON.parse(readFileSync(path.join(migrationsFolder, '..', 'package.json'), 'utf8')) as { version: string }
const [version = inPackage.version, last = '~'] = process.argv.slice(2)
const others = existsSync(releasesFile) ? listReleases().filter((release) => release.version !== version) : []
const migrations = (await listMigrations(migrationsFolder)).filter(({ name }) => name <= last)
const server = await startTestServer()
try {
  await asAdmin(server.adminUrl, 'create database torg_release owner torg_owner')
  const torg = await startTorg({
    DATABASE_URL: ownerUrl(server, 'torg_release'),
    TORG_DEMO: 'on',
    TORG_KEYS: demoKeys,
    TORG_LOG: 'warn',
  })
  await torg.stop()
  const { username, password } = new URL(server.adminUrl)
  const client = new pg.Client({ connectionString: connection(server.adminUrl, username, password, 'torg_release') })
  await client.connect()
  const data = await readTables(client)
  await client.end()
  const release: Release = {
    version,
    migrations: Object.fromEntries(migrations.map(({ name, sha256 }) => [name, sha256])),
    data: `${version}.json.gz`,
  }
  mkdirSync(path.join(migrationsFolder, 'released'), { recursive: true })
  writeFileSync(path.join(migrationsFolder, 'released', release.data), gzipSync(JSON.stringify(data), { level: 9 }))
  writeFileSync(
    releasesFile,
    `${JSON.stringify(
      [...others, release].toSorted((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true })),
      null,
      2,
    )}\n`,
  )
  const rows = Object.values(data).reduce((sum, all) => sum + all.length, 0)
  console.log(`${version}: ${migrations.length} migrations and ${rows} rows are recorded.`)
} finally {
  await server.stop()
}
