import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type DatabaseHandle, openDatabase, type Scope, type Trx } from '#platform/database/db.ts'
import { asAdmin, connection, ownerUrl } from './connections.ts'

/** A migrated, empty database of one test file's own. */
export interface TestDatabase {
  /** As the application's role, under row-level security. */
  handle: DatabaseHandle
  ownerUrl: string
  appUrl: string
  drop(): Promise<void>
}

/** Copies the migrated template: some hundredths of a second. Call it in beforeAll, and `drop` in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('databases')
  const name = `torg_test_${randomBytes(6).toString('hex')}`
  await asAdmin(server.adminUrl, `create database ${name} template ${server.template} owner torg_owner`)
  const appUrl = connection(server.adminUrl, 'torg_app', server.appPassword, name)
  const handle = openDatabase({ appUrl, connections: 8 })
  return {
    handle,
    ownerUrl: ownerUrl(server, name),
    appUrl,
    drop: async () => {
      await handle.close()
      await asAdmin(server.adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

/** Makes a municipality, as an installation does (the application may not), and returns the scope that sees it. */
export async function testMunicipality(database: TestDatabase, slug = 'byfjord'): Promise<Scope> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      `select set_config('torg.municipality', gen_random_uuid()::text, false) as id`,
    )
    const municipalityId = rows[0]?.id ?? ''
    await client.query('insert into municipality (municipality_id, slug, name) values ($1, $2, $3)', [municipalityId, slug, slug])
    return { municipalityId }
  } finally {
    await client.end()
  }
}

/** Runs work in one transaction that is rolled back at the end, and returns what it returned. */
export async function inTestTransaction<T>(database: TestDatabase, scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T> {
  const rollBack = new Error('rolled back')
  let result: { value: T } | undefined
  await database.handle
    .inTransaction(scope, async (trx) => {
      result = { value: await work(trx) }
      throw rollBack
    })
    .catch((error: unknown) => {
      if (error !== rollBack) throw error
    })
  if (!result) throw rollBack
  return result.value
}
