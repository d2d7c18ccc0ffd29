import pg from 'pg'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, testMunicipality, type TestDatabase } from '#test/database.ts'
import { openDatabase, plannedEachTime, type DatabaseHandle, type Scope } from './db.ts'

let database: TestDatabase
let handle: DatabaseHandle
let here: Scope
let there: Scope

beforeAll(async () => {
  database = await testDatabase()
  here = await testMunicipality(database, 'byfjord')
  there = await testMunicipality(database, 'sundet')
  // One connection: what it keeps is kept for everybody.
  handle = openDatabase({ appUrl: database.appUrl, connections: 1 })
})
afterAll(async () => {
  await handle.close()
  await database.drop()
})

const slugOf = (scope: Scope, name: string) =>
  handle.reading(scope, (trx) => trx.selectFrom('municipality').select('slug').where('name', '=', name).execute())

async function kept(): Promise<string[]> {
  const { rows } = await handle.pool.query<{ statement: string }>('select statement from pg_prepared_statements')
  return rows.map((row) => row.statement)
}

describe('statements that come again', () => {
  test('are kept planned in the connection', async () => {
    for (let time = 0; time < 4; time++) await slugOf(here, 'byfjord')
    expect(await kept()).toContainEqual(expect.stringContaining('from "municipality" where "name" = $1'))
  })

  test('show each municipality its own rows however often they have been asked on the same connection', async () => {
    for (let time = 0; time < 12; time++) {
      expect(await slugOf(here, 'byfjord')).toEqual([{ slug: 'byfjord' }])
      expect(await slugOf(there, 'byfjord')).toEqual([])
      expect(await slugOf(there, 'sundet')).toEqual([{ slug: 'sundet' }])
    }
  })

  test('are planned each time where the statement says so', async () => {
    for (let time = 0; time < 6; time++)
      await handle.reading(here, (trx) =>
        sql`${plannedEachTime} select slug from municipality where slug = ${'byfjord'}`.execute(trx),
      )
    expect((await kept()).filter((each) => each.includes('planned each time'))).toEqual([])
  })

  test('go on without plans when the database has lost or refuses one', async () => {
    for (let time = 0; time < 4; time++) await slugOf(here, 'byfjord')
    await handle.pool.query('deallocate all')
    await expect(slugOf(here, 'byfjord')).rejects.toThrow(pg.DatabaseError)
    expect(await slugOf(here, 'byfjord')).toEqual([{ slug: 'byfjord' }])
  })
})
