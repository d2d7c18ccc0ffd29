import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json } from '#platform/database/tables.ts'
import { Invalid } from '#platform/errors.ts'
import { shipped } from './application/choir.testing.ts'
import { decideApplication } from './decision/actions/decide-application.ts'
import type { SchemeDefinition } from './model.ts'
import { recommend } from './review/actions/recommend.ts'
import { declare, openReviewWorld, receivedCase, reviewedAt, type ReviewWorld } from './review/review.testing.ts'
import { publishScheme } from './scheme/actions/publish-scheme.ts'
import { stepsOf } from './scheme/rules/steps.ts'

const climate = shipped('klimatiltak') as SchemeDefinition
const steps = stepsOf(climate).map((each) =>
  each.step === 'assessment'
    ? { ...each, allBefore: true }
    : each.step === 'recommendation'
      ? { ...each, decidedByAnother: true }
      : each,
)
const authority = [{ key: 'leader', decidedBy: 'delegated' as const, roles: ['unit-leader' as const], title: climate.title }]
const chosen = {
  ...climate,
  slug: 'vurdert-forst',
  assessment: { ...climate.assessment, assessors: 1 },
  authority,
  steps: steps.filter((each) => each.step !== 'committee'),
}

let world: ReviewWorld
beforeAll(async () => {
  world = await openReviewWorld()
  await world.inCity((trx) => publishScheme(trx, { definition: JSON.parse(JSON.stringify(chosen)), now: reviewedAt }))
})
afterAll(() => world.close())

describe('A scheme that chooses its steps', () => {
  const proposal = (caseId: string) => ({
    caseId,
    outcome: 'granted' as const,
    ore: 40_000_00,
    potId: null,
    reasons: 'Tiltaket virker.',
    conditions: [],
    by: world.actor('tor-bakken'),
  })

  test('is not recommended before those who assess have finished, nor decided by the one who recommended', async () => {
    const found = await receivedCase(world, { slug: 'vurdert-forst', status: 'in-review' })
    await declare(world, found.id, 'tor-bakken')
    const early = world.inCity((trx) => recommend(trx, proposal(found.id)), 'tor-bakken')
    await expect(early).rejects.toThrow(Invalid)
    await expect(early).rejects.toMatchObject({ reasons: [{ key: 'assessFirst' }] })

    await world.inCity((trx) =>
      trx
        .insertInto('assessment')
        .values({
          case_id: found.id,
          assessor_id: world.person('farid-karimi'),
          scores: json([]),
          weighted_score: 4,
          done_at: reviewedAt,
        })
        .execute(),
    )
    await world.inCity((trx) => recommend(trx, proposal(found.id)), 'tor-bakken')
    const decision = {
      ...proposal(found.id),
      ore: 40_000_00,
      decidedBy: { id: world.person('tor-bakken'), roles: ['unit-leader', 'decision-maker'] },
      now: reviewedAt,
    }
    const decided = await world.inCity((trx) => decideApplication(trx, decision), 'tor-bakken')
    expect(decided).toMatchObject({ ok: false, reasons: ['recommendedByYou'] })
  })

  test('cannot be published without what the law demands', async () => {
    const definition = { ...chosen, slug: 'uten-klage', steps: chosen.steps.filter((each) => each.step !== 'appeal') }
    const published = world.inCity((trx) =>
      publishScheme(trx, { definition: JSON.parse(JSON.stringify(definition)), now: reviewedAt }),
    )
    await expect(published).rejects.toMatchObject({
      reasons: [{ key: 'step', field: 'steps', data: { refusal: 'missing', step: 'appeal', law: 'forvaltningsloven §§ 28–29' } }],
    })
  })
})
