import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEvents } from '#cases'
import {
  announce,
  decidedAt,
  decisionOn,
  openDecisionWorld,
  readyCase,
  secretary,
  type DecisionWorld,
} from '../decision.testing.ts'
import { decideApplication } from './decide-application.ts'
import { recordMeeting } from './record-meeting.ts'
import { takeBackDecision } from './take-back-decision.ts'

let world: DecisionWorld
beforeAll(async () => {
  world = await openDecisionWorld()
})
afterAll(() => world.close())

const decide = (input: Parameters<typeof decideApplication>[1]) => world.inCity((trx) => decideApplication(trx, input))

async function meet(bodyKey: string) {
  return await world.inCity(async (trx) => {
    const body = await trx.selectFrom('unit').select('id').where('key', '=', bodyKey).executeTakeFirstOrThrow()
    const meeting = await recordMeeting(trx, {
      bodyId: body.id,
      heldOn: '2026-11-30',
      itemNumber: '42/26',
      personId: world.person(secretary.key),
      today: '2026-12-01',
      now: decidedAt,
    })
    return { ...meeting, stoodAside: '' }
  })
}

describe('Deciding by delegated authority', () => {
  test('writes the decision and its event, and moves the case on', async () => {
    const { id } = await readyCase(world)
    const decided = await decide(decisionOn(world, id))
    expect(decided).toMatchObject({ ok: true })
    await world.inCity(async (trx) => {
      const found = await trx.selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      expect(found).toMatchObject({ status: 'decided', revision: 2 })
      const [event] = await listEvents(trx, id)
      expect(event).toMatchObject({ type: 'application-decided', changes: { outcome: 'granted', ore: 40_000_00 } })
      expect(JSON.stringify(event)).not.toContain('åpent for alle')
    })
  })

  test('is refused in words the page can say when an amount, a reason or an outcome does not hold together', async () => {
    const { id } = await readyCase(world)
    expect(await decide(decisionOn(world, id, { ore: 0, reasons: ' ' }))).toEqual({
      ok: false,
      reasons: ['amountMissing', 'reasonsMissing'],
    })
    expect(await decide(decisionOn(world, id, { ore: 30_000_00 }))).toEqual({ ok: false, reasons: ['onlyPartly'] })
    expect(await decide(decisionOn(world, id, { outcome: 'partly-granted' }))).toEqual({ ok: false, reasons: ['notPartly'] })
    expect(await decide(decisionOn(world, id, { outcome: 'refused' }))).toEqual({ ok: false, reasons: ['amountNotZero'] })
  })

  test('is not for one without the role, and not before impartiality is declared', async () => {
    const { id } = await readyCase(world)
    const maren = { id: world.person('maren-lie'), roles: ['caseworker'] }
    expect(await decide(decisionOn(world, id, { decidedBy: maren }))).toEqual({
      ok: false,
      reasons: ['notYourRole', 'notDeclared'],
    })
  })

  test('is barred for a subordinate when the superior has declared partiality', async () => {
    const { id } = await readyCase(world, { slug: 'narmiljotilskudd', appliedOre: 10_000_00, impartial: ['sindre-hauge'] })
    const sindre = { id: world.person('sindre-hauge'), roles: ['caseworker'] }
    await world.inCity((trx) =>
      trx
        .insertInto('impartiality_declaration')
        .values({ case_id: id, person_id: world.person('tor-bakken'), impartial: false, reason: 'Søsteren leder laget' })
        .execute(),
    )
    expect(await decide(decisionOn(world, id, { decidedBy: sindre, ore: 10_000_00 }))).toEqual({
      ok: false,
      reasons: ['superiorNotImpartial'],
    })
  })

  test('a body’s amount is not a leader’s to decide, to the øre', async () => {
    const { id } = await readyCase(world, { slug: 'naringsstotte', appliedOre: 100_000_01 })
    expect(await decide(decisionOn(world, id, { ore: 100_000_01 }))).toEqual({ ok: false, reasons: ['bodyDecides'] })
    expect(await decide(decisionOn(world, id, { ore: 100_000_00, outcome: 'partly-granted' }))).toMatchObject({ ok: true })
  })

  test('two at once: the second is told that the case has changed', async () => {
    const { id } = await readyCase(world)
    await decide(decisionOn(world, id, { revision: 1 }))
    await expect(decide(decisionOn(world, id, { revision: 1 }))).rejects.toThrow('changedMeanwhile')
  })

  test('a case that nobody has recommended is not decided', async () => {
    const { id } = await readyCase(world, { status: 'in-review' })
    await expect(decide(decisionOn(world, id))).rejects.toThrow('notInThisState')
  })

  test('a late application is dismissed with reasons and no amount', async () => {
    const { id } = await readyCase(world, { recommend: { outcome: 'dismissed', ore: 0 } })
    expect(
      await decide(decisionOn(world, id, { outcome: 'dismissed', ore: 0, reasons: 'Søknaden kom etter fristen.' })),
    ).toMatchObject({
      ok: true,
    })
  })
})

describe('Before it is announced', () => {
  test('a decision can be made anew, and the first stays as replaced', async () => {
    const { id } = await readyCase(world)
    await decide(decisionOn(world, id))
    await decide(decisionOn(world, id, { outcome: 'refused', ore: 0 }))
    const all = await world.inCity((trx) =>
      trx.selectFrom('decision').selectAll().where('case_id', '=', id).orderBy('replaced_at').execute(),
    )
    expect(all.map((each) => [each.outcome, each.replaced_at !== null])).toEqual([
      ['granted', true],
      ['refused', false],
    ])
  })

  test('it can be taken back, and the case is recommended again', async () => {
    const { id } = await readyCase(world)
    await decide(decisionOn(world, id))
    await world.inCity((trx) => takeBackDecision(trx, { caseId: id, now: decidedAt }))
    const found = await world.inCity((trx) =>
      trx.selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(found).toMatchObject({ status: 'recommended', granted_ore: null })
    await expect(world.inCity((trx) => takeBackDecision(trx, { caseId: id, now: decidedAt }))).rejects.toThrow('notInThisState')
  })

  test('one that is announced is not taken back', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    await expect(world.inCity((trx) => takeBackDecision(trx, { caseId: id, now: decidedAt }))).rejects.toThrow('notInThisState')
  })
})

describe('What a body decided', () => {
  const recorder = () => ({ id: world.person(secretary.key), roles: secretary.roles })

  test('is recorded by the secretary with meeting and who stood aside', async () => {
    const { id } = await readyCase(world, { slug: 'klimatiltak' })
    const meeting = { ...(await meet('utvalgKlimaMiljo')), stoodAside: 'Kari Nes' }
    expect(await decide(decisionOn(world, id, { decidedBy: recorder(), meeting }))).toMatchObject({ ok: true })
    const decision = await world.inCity((trx) =>
      trx.selectFrom('decision').selectAll().where('case_id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(decision).toMatchObject({ authority: 'body', meeting_id: meeting.id, stood_aside: 'Kari Nes' })
  })

  test('is not recorded by anyone else, nor for a body that has no say', async () => {
    const { id } = await readyCase(world, { slug: 'klimatiltak' })
    const right = await meet('utvalgKlimaMiljo')
    expect(await decide(decisionOn(world, id, { meeting: right }))).toEqual({ ok: false, reasons: ['notSecretary'] })
    const wrong = await meet('utvalgOppvekst')
    expect(await decide(decisionOn(world, id, { decidedBy: recorder(), meeting: wrong }))).toEqual({
      ok: false,
      reasons: ['wrongBody'],
    })
  })

  test('in a district is the matter of that district’s own committee', async () => {
    const { id } = await readyCase(world, { slug: 'bydelstilskudd', district: 'solhaug', appliedOre: 5_000_00 })
    const wrong = await meet('bydelsutvalgKvernlia')
    const right = await meet('bydelsutvalgSolhaug')
    const input = decisionOn(world, id, { decidedBy: recorder(), ore: 5_000_00 })
    expect(await decide({ ...input, meeting: wrong })).toMatchObject({ ok: false, reasons: ['wrongBody'] })
    expect(await decide({ ...input, meeting: right })).toMatchObject({ ok: true })
  })

  test('the same body, day and item is one meeting', async () => {
    expect((await meet('stipendkomite')).id).toBe((await meet('stipendkomite')).id)
  })
})

describe('The pot', () => {
  async function tightRound(ore: number, cases: number) {
    const ready = []
    for (let i = 0; i < cases; i++) ready.push(await readyCase(world, { slug: 'idrettsstipend', round: '2025' }))
    const roundId = ready[0]?.roundId ?? ''
    await world.inCity(async (trx) => {
      const decided = await trx
        .selectFrom('decision')
        .innerJoin('application', 'application.case_id', 'decision.case_id')
        .select((eb) => eb.fn.sum<number>('decision.ore').as('ore'))
        .where('application.round_id', '=', roundId)
        .where('decision.replaced_at', 'is', null)
        .executeTakeFirst()
      await trx
        .updateTable('round')
        .set({ pot_ore: (decided?.ore ?? 0) + ore })
        .where('id', '=', roundId)
        .execute()
    })
    return ready
  }

  test('is never passed by decisions made at the same time', async () => {
    const ready = await tightRound(100_000_00, 4)
    const results = await Promise.all(ready.map(({ id }) => decide(decisionOn(world, id))))
    expect(results.filter((each) => each.ok)).toHaveLength(2)
    expect(results.filter((each) => !each.ok)).toEqual([
      { ok: false, reasons: ['potExceeded'] },
      { ok: false, reasons: ['potExceeded'] },
    ])
  })

  test('does not count what a case had before when it is decided anew', async () => {
    const [ready] = await tightRound(40_000_00, 1)
    const id = ready?.id ?? ''
    expect(await decide(decisionOn(world, id))).toMatchObject({ ok: true })
    expect(await decide(decisionOn(world, id))).toMatchObject({ ok: true })
  })

  test('of another round cannot be drawn on', async () => {
    const { id } = await readyCase(world)
    const other = await world.inCity((trx) => trx.selectFrom('pot').select('id').executeTakeFirstOrThrow())
    expect(await decide(decisionOn(world, id, { potId: other.id }))).toEqual({ ok: false, reasons: ['otherPot'] })
  })
})
