import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTestTransaction, type TestDatabase, testDatabase, testMunicipality } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('a test works as the application, which sees its own municipality only and leaves nothing behind', async () => {
  const one = await testMunicipality(database, 'byfjord')
  const other = await testMunicipality(database, 'utvik')
  const seen = await inTestTransaction(database, one, async (trx) => {
    await trx.updateTable('municipality').set({ name: 'Byfjord kommune' }).execute()
    return await trx.selectFrom('municipality').select('name').execute()
  })
  expect(seen).toEqual([{ name: 'Byfjord kommune' }])

  const names = (scope: typeof one) =>
    database.handle.reading(scope, (trx) => trx.selectFrom('municipality').select('name').execute())
  expect(await names(one)).toEqual([{ name: 'byfjord' }])
  expect(await names(other)).toEqual([{ name: 'utvik' }])
})

test('what fails inside the rolled-back transaction fails the test', async () => {
  const scope = await testMunicipality(database, 'fjellby')
  await expect(inTestTransaction(database, scope, () => Promise.reject(new Error('too much')))).rejects.toThrow('too much')
})
