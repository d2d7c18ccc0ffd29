import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listPotStandings } from '../../review/queries/pots.ts'
import {
  announce,
  decidedAt,
  jobScope,
  openDecisionWorld,
  origin,
  readyCase,
  rowsOf,
  runNightly,
  type DecisionWorld,
} from '../decision.testing.ts'
import { makeAppealJob } from '../jobs.ts'
import { listPotRoomLeft } from '../queries/pot-room.testing.ts'
import { answerAward } from './answer-award.ts'
import { fileAppeal } from './file-appeal.ts'
import { openDecision } from './open-decision.ts'

let world: DecisionWorld
beforeAll(async () => {
  world = await openDecisionWorld()
})
afterAll(() => world.close())

describe('The recipient', () => {
  const choirs = async () => {
    const ready = await readyCase(world, {
      slug: 'kor-og-korps',
      recommend: { outcome: 'granted', ore: 40_000_00, pot: 'korKorps' },
    })
    const { pot_id: potId } = await world.inCity((trx) =>
      trx.selectFrom('recommendation').select('pot_id').where('case_id', '=', ready.id).executeTakeFirstOrThrow(),
    )
    await announce(world, ready.id, { potId })
    return { ...ready, potId }
  }
  const answer = (caseId: string, given: 'accept' | 'decline', at = decidedAt) =>
    world.inCity((trx) => answerAward(trx, { caseId, answer: given, personId: world.person('astrid-solheim'), now: at }))

  test('opens the decision once, and the time to appeal is counted from there', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    const opened = new Date('2026-12-02T10:00:00Z')
    const open = (now: Date) =>
      world.inCity((trx) => openDecision(trx, { caseId: id, personId: world.person('astrid-solheim'), now }))
    await Promise.all([open(opened), open(opened)])
    await open(new Date('2026-12-05T10:00:00Z'))
    const rows = await rowsOf(world, id)
    expect(rows.events.filter((type) => type === 'decision-opened')).toHaveLength(1)
    expect(rows.notices.map((n) => n.opened_at)).toEqual([opened])
  })

  test('accepts, and the case is followed up', async () => {
    const { id } = await choirs()
    await answer(id, 'accept')
    expect(await rowsOf(world, id)).toMatchObject({ awards: [{ acceptance: 'accepted' }], found: { status: 'following-up' } })
    await expect(answer(id, 'accept')).rejects.toThrow('notInThisState')
  })

  test('declines: the pot is free again, nothing is paid, nothing is asked in return', async () => {
    const { id, roundId, potId } = await choirs()
    const before = await world.inCity((trx) => listPotRoomLeft(trx, roundId, potId))
    await answer(id, 'decline')
    const rows = await rowsOf(world, id)
    expect(rows).toMatchObject({
      awards: [{ acceptance: 'declined' }],
      payments: [{ status: 'stopped' }],
      reports: [{ status: 'waived' }],
    })
    expect(await world.inCity((trx) => listPotRoomLeft(trx, roundId, potId))).toBe((before ?? 0) + 40_000_00)
    const meters = await world.inCity((trx) => listPotStandings(trx, roundId))
    const meter = meters.find((each) => each.id === potId)
    expect((meter?.totalOre ?? 0) - (meter?.usedOre ?? 0)).toBe((before ?? 0) + 40_000_00)
  })

  test('cannot accept when the time is over; then the grant lapses by itself, once, and they are told', async () => {
    const { id } = await choirs()
    await expect(answer(id, 'accept', new Date('2026-12-23T10:00:00Z'))).rejects.toThrow('tooLate')
    await runNightly(world, '2026-12-22T20:00:00Z')
    expect((await rowsOf(world, id)).awards).toMatchObject([{ acceptance: 'pending' }])
    await runNightly(world, '2026-12-23T05:00:00Z')
    await runNightly(world, '2026-12-24T05:00:00Z')
    const rows = await rowsOf(world, id)
    expect(rows).toMatchObject({ awards: [{ acceptance: 'lapsed' }], payments: [{ status: 'stopped' }] })
    expect(rows.events.filter((type) => type === 'award-lapsed')).toHaveLength(1)
    expect(rows.notices.filter((n) => n.kind === 'award-lapsed')).toHaveLength(1)
  })

  test('who has not opened it in a week is told again, once', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    await runNightly(world, '2026-12-07T05:00:00Z')
    expect((await rowsOf(world, id)).notices.map((n) => n.kind)).toEqual(['decision-waiting'])
    await runNightly(world, '2026-12-09T05:00:00Z')
    await runNightly(world, '2026-12-10T05:00:00Z')
    expect((await rowsOf(world, id)).notices.map((n) => n.kind).toSorted()).toEqual([
      'decision-waiting',
      'decision-waiting-again',
    ])
  })

  test('appeals: a document, a task and a receipt; late is received too, and marked', async () => {
    const early = await readyCase(world)
    const late = await readyCase(world)
    await announce(world, early.id)
    await announce(world, late.id)
    const appeal = (caseId: string, at: string) =>
      world.inCity((trx) =>
        fileAppeal(trx, {
          caseId,
          desiredChange: 'Hele beløpet.',
          body: 'Dere har lest budsjettet feil.',
          personId: world.person('astrid-solheim'),
          now: new Date(at),
          origin,
        }),
      )
    // Never opened: a week, then three.
    expect(await appeal(early.id, '2026-12-29T22:00:00Z')).toMatchObject({ inTime: true })
    const filed = await appeal(late.id, '2026-12-29T23:30:00Z')
    expect(filed.inTime).toBe(false)
    await makeAppealJob.run(world.services, jobScope(world), { appealId: filed.appealId })
    const rows = await rowsOf(world, late.id)
    expect(rows.tasks).toMatchObject([{ kind: 'appeal-received', due_on: '2027-01-06' }])
    expect(rows.documents.find((d) => d.kind === 'appeal')).toMatchObject({
      direction: 'in',
      file_id: expect.any(String) as string,
    })
    expect(rows.notices.map((n) => n.kind)).toContain('appeal-received')
    expect(rows.events.at(-1)).toBe('appeal-filed')
    await expect(appeal(late.id, '2026-12-30T10:00:00Z')).rejects.toThrow('alreadyAppealed')
  })

  test('cannot appeal without saying what and why', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    const empty = { caseId: id, desiredChange: '', body: ' ', personId: world.person('astrid-solheim'), now: decidedAt, origin }
    await expect(world.inCity((trx) => fileAppeal(trx, empty))).rejects.toThrow('desiredChange: changeMissing; body: whyMissing')
  })
})
