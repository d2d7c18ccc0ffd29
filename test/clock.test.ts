import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEvents, recordEvent } from '#cases'
import { type TestDatabase, testDatabase, testMunicipality } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('what a transaction writes bears the time of the one who opened it', async () => {
  const now = new Date('2025-12-24T17:00:00Z')
  const scope = { ...(await testMunicipality(database)), now }
  await database.handle.inTransaction(scope, async (trx) => {
    await trx.insertInto('organisation').values({ name: 'Fjordvik kammerkor' }).execute()
    const organisation = await trx.selectFrom('organisation').select(['id', 'created_at']).executeTakeFirstOrThrow()
    expect(organisation.created_at).toEqual(now)
    await recordEvent(trx, { subjectId: organisation.id, subjectKind: 'organisation', type: 'added' })
    expect((await listEvents(trx, organisation.id)).map((event) => event.at)).toEqual([now])
  })
})

test('without a time of its own a transaction has the database’s, and the next one is not told', async () => {
  const scope = await testMunicipality(database, 'utvik')
  await database.handle.reading({ ...scope, now: new Date('2020-01-01T00:00:00Z') }, (trx) => sql`select 1`.execute(trx))
  const { rows } = await database.handle.reading(scope, (trx) =>
    sql<{ same: boolean }>`select clock() = now() as same`.execute(trx),
  )
  expect(rows[0]?.same).toBe(true)
})

test('no column takes its time from elsewhere: write "default clock()"', async () => {
  const { rows } = await database.handle.pool.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and table_name <> 'migration' and column_default ~* '^(now\\(\\)|current_(date|time))'`,
  )
  expect(rows.map((row) => row.name)).toEqual([])
})
