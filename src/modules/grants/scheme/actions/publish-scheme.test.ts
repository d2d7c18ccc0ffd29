import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEvents } from '#cases'
import { Invalid, NotFound } from '#platform/errors.ts'
import type { Scope, Trx } from '#platform/database/db.ts'
import { inTestTransaction, type TestDatabase, testDatabase, testMunicipality } from '#test/database.ts'
import { fjordvik } from '#demo/municipalities.ts'
import { addUnitsAndDistricts } from '#demo/places.ts'
import { listPots } from '../queries/rounds.ts'
import { findSchemeBySlug, getSchemeBySlug, listSchemes } from '../queries/schemes.ts'
import { getVersion } from '../queries/versions.ts'
import { loadSchemes } from './load-schemes.ts'
import { publishScheme } from './publish-scheme.ts'

const folder = path.resolve(import.meta.dirname, '../../../../../schemes')
const choirs = () => JSON.parse(readFileSync(path.join(folder, 'kor-og-korps.json'), 'utf8')) as Record<string, never>
const now = new Date('2026-11-10T09:00:00Z')

let database: TestDatabase
let fjordvikScope: Scope
beforeAll(async () => {
  database = await testDatabase()
  fjordvikScope = await testMunicipality(database, 'fjordvik')
  await database.handle.inTransaction(fjordvikScope, (trx) => addUnitsAndDistricts(trx, fjordvik))
})
afterAll(() => database.drop())

const inFjordvik = <T>(work: (trx: Trx) => Promise<T>) => inTestTransaction(database, fjordvikScope, work)

test('a published definition is what residents see, with its rounds and pots', async () => {
  await inFjordvik(async (trx) => {
    const published = await publishScheme(trx, { definition: choirs(), now })
    expect(published).toMatchObject({ number: 1, isNew: true })
    const scheme = await getSchemeBySlug(trx, 'kor-og-korps')
    expect(scheme.definition.title.nn).toBe('Kor, korps og kulturorganisasjonar')
    expect(scheme.rounds.map((round) => round.key)).toEqual(['2025-host', '2026-host'])
    const open = scheme.rounds[1]
    expect(open?.closesAt?.toISOString()).toBe('2026-12-15T22:59:59.000Z')
    expect((await listPots(trx, open?.id ?? '')).map((pot) => pot.ore)).toEqual([116_200_000, 41_300_000])
    expect((await listEvents(trx, scheme.id)).map((event) => event.type)).toEqual(['scheme-published'])
  })
})

test('the same document again is not a new version, whatever the order of its keys', async () => {
  await inFjordvik(async (trx) => {
    const first = await publishScheme(trx, { definition: choirs(), now })
    const reordered = Object.fromEntries(Object.entries(choirs()).toReversed())
    expect(await publishScheme(trx, { definition: reordered, now })).toEqual({ ...first, isNew: false })
  })
})

test('a changed document is a new version, and the old one stays as it was', async () => {
  await inFjordvik(async (trx) => {
    const first = await publishScheme(trx, { definition: choirs(), now })
    const second = await publishScheme(trx, { definition: { ...choirs(), answerWithinWeeks: 9 }, now })
    expect(second).toMatchObject({ schemeId: first.schemeId, number: 2, isNew: true })
    expect((await getVersion(trx, first.versionId)).definition.answerWithinWeeks).toBe(6)
    expect((await getSchemeBySlug(trx, 'kor-og-korps')).definition.answerWithinWeeks).toBe(9)
  })
})

test('a definition with faults is refused with the place and the reason, and nothing is written', async () => {
  await inFjordvik(async (trx) => {
    const faulty = { ...choirs(), unit: 'nowhere', amount: { askedIn: 'plan' } }
    const error = await publishScheme(trx, { definition: faulty, now }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Invalid)
    expect((error as Invalid).reasons).toEqual(
      expect.arrayContaining([
        { key: 'noSuchUnit', field: 'unit', data: { unit: 'nowhere' } },
        { key: 'wrongFieldType', field: 'amount.askedIn', data: { field: 'plan', type: 'longText', wanted: 'amount' } },
      ]),
    )
    expect(await findSchemeBySlug(trx, 'kor-og-korps')).toBeUndefined()
  })
})

test('a round that people may apply in cannot be left out of a new version', async () => {
  const document = choirs() as unknown as { rounds: unknown[] }
  await inFjordvik(async (trx) => {
    await publishScheme(trx, { definition: document, now })
    const onlyOld = { ...document, rounds: document.rounds.slice(0, 1) }
    await expect(publishScheme(trx, { definition: onlyOld, now })).rejects.toThrow('roundGone')
  })
  await inFjordvik(async (trx) => {
    await publishScheme(trx, { definition: document, now })
    const onlyNew = { ...document, rounds: document.rounds.slice(1) }
    expect(await publishScheme(trx, { definition: onlyNew, now })).toMatchObject({ number: 2 })
  })
})

test('another municipality sees neither the scheme nor its versions, also when they have been read before', async () => {
  const other = await testMunicipality(database, 'lyngsund')
  const own = await testMunicipality(database, 'utvik')
  await database.handle.inTransaction(own, (trx) => addUnitsAndDistricts(trx, fjordvik))
  const published = await database.handle.inTransaction(own, (trx) => publishScheme(trx, { definition: choirs(), now }))
  await database.handle.reading(own, (trx) => getVersion(trx, published.versionId))
  await expect(database.handle.reading(other, (trx) => getVersion(trx, published.versionId))).rejects.toThrow(NotFound)
  expect(await database.handle.reading(other, listSchemes)).toEqual([])
})

test('every shipped scheme can be loaded, and a dry run writes nothing', async () => {
  const scope = await testMunicipality(database, 'storfjord')
  await database.handle.inTransaction(scope, (trx) => addUnitsAndDistricts(trx, fjordvik))
  const only = fjordvik.schemes
  const said = await loadSchemes(database.handle, scope, folder, { now, dryRun: true, only })
  expect(said.flatMap((each) => each.reasons)).toEqual([])
  expect(said.length).toBeGreaterThan(0)
  expect(await database.handle.reading(scope, listSchemes)).toEqual([])
  const done = await loadSchemes(database.handle, scope, folder, { now, only })
  expect(done.map((each) => each.outcome)).toEqual(said.map(() => 'new'))
  const again = await loadSchemes(database.handle, scope, folder, { now, only })
  expect(again.every((each) => each.outcome === 'unchanged')).toBe(true)
})
