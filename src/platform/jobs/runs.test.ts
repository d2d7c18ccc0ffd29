import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, testMunicipality, type TestDatabase } from '#test/database.ts'
import type { Scope, Trx } from '#platform/database/db.ts'
import { createLogger } from '#platform/log.ts'
import { cancelRun, findRun, finishRun, startRun, workRun, type RunAbout } from './runs.ts'

let database: TestDatabase
let scope: Scope
beforeAll(async () => {
  database = await testDatabase()
  scope = await testMunicipality(database)
})
afterAll(() => database.drop())

const write = <T>(work: (trx: Trx) => Promise<T>) => database.handle.inTransaction(scope, work)
const services = () => ({ db: database.handle, log: createLogger('error') })
const aboutIt = (): RunAbout => ({ kind: 'test', subjectId: randomUUID() })
const begin = (about: RunAbout) => write((trx) => startRun(trx, about, 10))
const addUnit = (trx: Trx, key: string) =>
  trx
    .insertInto('unit')
    .values({ key, name: JSON.stringify({ nb: key, nn: key, en: key }) })
    .execute()
const units = async (key: string) =>
  await write(async (trx) => (await trx.selectFrom('unit').select('id').where('key', '=', key).execute()).length)

test('How far work has come is seen while its own transaction is not; stopped there, it leaves nothing behind', async () => {
  const about = aboutIt()
  const id = await begin(about)
  const watching = (async () => {
    let seen = await write((trx) => findRun(trx, about))
    for (; seen?.done !== 3; seen = await write((trx) => findRun(trx, about))) await setTimeout(10)
    expect(seen).toMatchObject({ stage: 'halfway', total: 6, endedAs: null })
    expect(await units('halfway')).toBe(0)
    await write((trx) => cancelRun(trx, about))
  })()
  await workRun(services(), scope, id, async (_, step) => {
    await write(async (trx) => {
      await addUnit(trx, 'halfway')
      for (;;) await step({ stage: 'halfway', done: 3, total: 6 })
    })
  })
  await watching
  expect(await units('halfway')).toBe(0)
  expect(await write((trx) => findRun(trx, about))).toMatchObject({ endedAs: 'cancelled', done: 3 })
})

test('Work that was stopped just before its end is not done', async () => {
  const about = aboutIt()
  const id = await begin(about)
  await workRun(services(), scope, id, async () => {
    await write((trx) => cancelRun(trx, about))
    await write(async (trx) => {
      await addUnit(trx, 'late')
      await finishRun(trx, id)
    })
  })
  expect(await units('late')).toBe(0)
})

test('A fault ends a run as failed; a run that is ended is not worked on again', async () => {
  const about = aboutIt()
  const id = await begin(about)
  await workRun(services(), scope, id, async () => {
    throw new Error('out of order')
  })
  expect(await write((trx) => findRun(trx, about))).toMatchObject({ endedAs: 'failed' })
  await workRun(services(), scope, id, () => Promise.reject(new Error('worked on again')))
})

test('A new run about the same takes the place of the one under way', async () => {
  const about = aboutIt()
  const first = await begin(about)
  const second = await begin(about)
  let worked = ''
  for (const id of [first, second])
    await workRun(services(), scope, id, async () => {
      await write((trx) => finishRun(trx, id))
      worked = id
    })
  expect(worked).toBe(second)
  expect(await write((trx) => findRun(trx, about))).toMatchObject({ id: second, endedAs: 'finished' })
})
