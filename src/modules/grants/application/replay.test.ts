import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openKeyring } from '#platform/crypto.ts'
import { fillChoir, openChoirApp, sendChoir, startChoir, type ChoirApp } from './choir-app.testing.ts'
import { replayChecks } from './actions/replay-checks.ts'
import { resealAnswers } from './actions/reseal.ts'
import { openAnswers } from './sealed-answers.ts'
import { getDefinition } from '../scheme/queries/versions.ts'

let torg: ChoirApp
const old = { id: 'old', secret: randomBytes(32) }
const next = { id: 'next', secret: randomBytes(32) }

beforeAll(async () => {
  torg = await openChoirApp()
  torg.services.keyring = openKeyring([old])
  const draft = await startChoir(torg)
  await fillChoir(torg, draft)
  expect((await sendChoir(torg, draft)).status).toBe(303)
})
afterAll(() => torg.close())

describe('What was checked and sealed', () => {
  test('gives the same outcome when it is worked out again from what was stored', async () => {
    const replay = await torg.inFjordvik((trx) => replayChecks(trx, torg.services.keyring))
    expect(replay.replayed).toBeGreaterThan(5)
    expect(replay.differences).toEqual([])
  })

  test('is told of when an outcome does not follow from its facts', async () => {
    const told = await torg.inFjordvik(async (trx) => {
      const one = await trx.selectFrom('check_result').selectAll().where('outcome', '=', 'meets').executeTakeFirstOrThrow()
      await trx
        .insertInto('check_result')
        .values({
          case_id: one.case_id,
          version_id: one.version_id,
          rule: 'turned',
          expression: one.expression,
          facts: JSON.stringify(one.facts),
          today: one.today,
          evaluator: one.evaluator,
          outcome: 'fails',
        })
        .execute()
      return await replayChecks(trx, torg.services.keyring)
    })
    expect(told.differences).toMatchObject([{ rule: 'turned', stored: 'fails', replayed: 'meets' }])
  })

  test('moves to a new key, and the answers stay what they were', async () => {
    const both = openKeyring([next, old])
    const read = async (ring: typeof both) =>
      await torg.inFjordvik(async (trx) => {
        const row = await trx.selectFrom('application').selectAll().executeTakeFirstOrThrow()
        const definition = await getDefinition(trx, { versionId: row.version_id, part: row.part })
        return openAnswers(definition, row.answers, ring, { municipalityId: row.municipality_id, kind: 'case', id: row.case_id })
      })
    const before = await read(torg.services.keyring)
    expect(before['account']).toBe('86011117947')
    expect(await torg.inFjordvik((trx) => resealAnswers(trx, both))).toBeGreaterThan(0)
    expect(await torg.inFjordvik((trx) => resealAnswers(trx, both))).toBe(0)
    expect(await read(openKeyring([next]))).toEqual(before)
    await expect(read(openKeyring([old]))).rejects.toThrow()
  })
})
