import pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, testMunicipality, type TestDatabase } from '#test/database.ts'
import type { Scope } from '#platform/database/db.ts'
import { enqueue, installJobs, openJobs } from './jobs.ts'

let database: TestDatabase
let scope: Scope
let boss: PgBoss
let owner: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  scope = await testMunicipality(database)
  await installJobs(database.ownerUrl, ['long-work'])
  boss = await openJobs(database.handle)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await boss.stop({ graceful: false })
  await database.drop()
})

const states = async () => (await owner.query<{ state: string }>('select state from pgboss.job order by created_on')).rows

test('A job whose process has been silent too long is begun anew; one that is silent by nature is left alone', async () => {
  await database.handle.inTransaction(scope, async (trx) => {
    await enqueue(trx, 'long-work', {}, { heartbeatSeconds: 30 })
    await enqueue(trx, 'long-work')
  })
  await boss.fetch('long-work', { batchSize: 2 })
  expect(await states()).toEqual([{ state: 'active' }, { state: 'active' }])
  await owner.query(`update pgboss.job set heartbeat_on = now() - interval '1 minute', started_on = now() - interval '1 minute'`)
  await boss.supervise()
  expect((await states()).map((job) => job.state).toSorted()).toEqual(['active', 'retry'])
})
