import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEvents } from '#cases'
import { openFileStore } from '#platform/files/store.ts'
import { addDays } from '#platform/time.ts'
import { listPotStandings } from '../../review/queries/pots.ts'
import { changePayment } from '../../payment/actions/change-payment.ts'
import {
  announce,
  decidedAt,
  decisionOn,
  leader,
  openDecisionWorld,
  origin,
  readyCase,
  type DecisionWorld,
} from '../decision.testing.ts'
import { decisionJobs, followDecisionsJob, makeAppealJob, makeLetterJob, releaseDecisionJob } from '../jobs.ts'
import { listPotRoomLeft } from '../queries/pot-room.testing.ts'
import { answerAward } from './answer-award.ts'
import { decideApplication } from './decide-application.ts'
import { fileAppeal } from './file-appeal.ts'
import { openDecision } from './open-decision.ts'
import { proofreadLetter } from './proofread-letter.ts'
import { releaseDecision } from './release-decision.ts'
import { cancelRelease, scheduleRelease } from './schedule-release.ts'

let world: DecisionWorld
beforeAll(async () => {
  world = await openDecisionWorld()
})
afterAll(() => world.close())

const rowsOf = async (caseId: string) =>
  await world.inCity(async (trx) => ({
    found: await trx.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow(),
    awards: await trx.selectFrom('award').selectAll().where('case_id', '=', caseId).orderBy('ended_at').execute(),
    payments: await trx
      .selectFrom('payment')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('status')
      .orderBy('position')
      .execute(),
    obligations: await trx.selectFrom('obligation').selectAll().where('case_id', '=', caseId).orderBy('status').execute(),
    reports: await trx.selectFrom('report').selectAll().where('case_id', '=', caseId).orderBy('status').execute(),
    notices: await trx.selectFrom('notice').selectAll().where('case_id', '=', caseId).orderBy('recipient').execute(),
    documents: await trx.selectFrom('case_document').selectAll().where('case_id', '=', caseId).execute(),
    tasks: await trx.selectFrom('case_task').selectAll().where('case_id', '=', caseId).execute(),
    events: (await listEvents(trx, caseId)).map((event) => event.type),
  }))

const jobScope = () => ({ municipalityId: world.ground[0]?.scope.municipalityId ?? '' })

/** Decides and proofreads; the letter waits. */
async function proofread(caseId: string, changes = {}) {
  return await world.inCity(async (trx) => {
    const decided = await decideApplication(trx, decisionOn(world, caseId, changes))
    if (!decided.ok) throw new Error(decided.reasons.join(', '))
    await proofreadLetter(trx, { decisionId: decided.decisionId, by: { id: world.person(leader.key) }, now: decidedAt })
    return decided.decisionId
  })
}

describe('Announcing a grant', () => {
  test('makes award, obligations, payments and report, shares the letter and tells that something waits', async () => {
    const { id } = await readyCase(world, {
      slug: 'klimatiltak',
      appliedOre: 100_000_00,
      answers: { when: { from: '2027-02-01', to: '2027-05-31' } as never },
      organisationEmail: 'post@havnekoret.example',
    })
    await world.inCity((trx) => trx.updateTable('case_file').set({ status: 'recommended' }).where('id', '=', id).execute())
    const decisionId = await announceByBody(id)
    const rows = await rowsOf(id)
    expect(rows.found).toMatchObject({ status: 'notified', granted_ore: 100_000_00 })
    expect(rows.awards).toMatchObject([
      { decision_id: decisionId, ore: 100_000_00, awarded_on: '2026-12-01', acceptance: 'not-needed' },
    ])
    expect(rows.payments.map((p) => [p.ore, p.release_on, p.status])).toEqual([
      [70_000_00, 'notified', 'planned'],
      [30_000_00, 'report-approved', 'planned'],
    ])
    expect(rows.obligations).toMatchObject([{ key: 'poster', due_on: '2027-01-30', status: 'open' }])
    expect(rows.reports).toMatchObject([{ key: 'report', due_on: addDays('2027-05-31', 60), status: 'due' }])
    expect(rows.documents).toMatchObject([{ kind: 'decision-letter', direction: 'out', shared_at: decidedAt, file_id: null }])
    expect(rows.events).toEqual(['application-decided', 'letter-proofread', 'decision-released'])
  })

  async function announceByBody(caseId: string): Promise<string> {
    return await world.inCity(async (trx) => {
      const body = await trx.selectFrom('unit').select('id').where('key', '=', 'utvalgKlimaMiljo').executeTakeFirstOrThrow()
      const meeting = await trx
        .insertInto('body_meeting')
        .values({ body_id: body.id, held_on: '2026-11-30', item_number: '7/26' })
        .returning('id')
        .executeTakeFirstOrThrow()
      const decided = await decideApplication(
        trx,
        decisionOn(world, caseId, {
          ore: 100_000_00,
          conditions: [
            { key: 'poster', text: 'Vis at kommunen støtter tiltaket.', dueDays: 60 },
            { key: 'plain', text: 'Bruk pengene til tiltaket.' },
          ],
          decidedBy: { id: world.person('ingrid-aas'), roles: ['committee-secretary'] },
          meeting: { id: meeting.id, bodyKey: 'utvalgKlimaMiljo', stoodAside: '' },
        }),
      )
      if (!decided.ok) throw new Error(decided.reasons.join(', '))
      await proofreadLetter(trx, { decisionId: decided.decisionId, by: { id: world.person(leader.key) }, now: decidedAt })
      await releaseDecision(trx, { decisionId: decided.decisionId, now: decidedAt, origin })
      return decided.decisionId
    })
  }

  test('says by e-mail only that something waits: no outcome, no amount, no scheme, and to both addresses', async () => {
    const { id, number } = await readyCase(world, { organisationEmail: 'post@havnekoret.example' })
    await announce(world, id)
    const { notices } = await rowsOf(id)
    expect(notices.map((n) => n.recipient)).toEqual(['astrid.solheim@kammerkoret.example', 'post@havnekoret.example'])
    for (const notice of notices) {
      const said = `${notice.subject} ${notice.body}`
      expect(said).toContain(number)
      expect(said).toContain(origin)
      expect(said).not.toMatch(/innvilg|avslag|avvist|tilskudd får|kr\b|40|Kunst|Havnekoret|Tiltaket/i)
    }
  })

  test('is done once, however often it is asked for, also at the same time', async () => {
    const { id } = await readyCase(world)
    const decisionId = await proofread(id)
    const results = await Promise.all(
      [1, 2, 3].map(() => world.inCity((trx) => releaseDecision(trx, { decisionId, now: decidedAt, origin }))),
    )
    expect(results.filter((each) => each.ok && !each.already)).toHaveLength(1)
    const rows = await rowsOf(id)
    expect([rows.awards.length, rows.payments.length, rows.reports.length, rows.notices.length, rows.documents.length]).toEqual([
      1, 1, 1, 1, 1,
    ])
  })

  test('waits for a letter that somebody has read', async () => {
    const { id } = await readyCase(world)
    const decided = await world.inCity((trx) => decideApplication(trx, decisionOn(world, id)))
    if (!decided.ok) throw new Error('not decided')
    const asked = { decisionId: decided.decisionId, now: decidedAt, origin }
    expect(await world.inCity((trx) => releaseDecision(trx, asked))).toEqual({ ok: false, reasons: ['notProofread'] })
    expect((await rowsOf(id)).awards).toEqual([])
  })

  test('a refusal makes no award, and the case closes when the time to appeal is over', async () => {
    const { id } = await readyCase(world)
    await announce(world, id, { outcome: 'refused', ore: 0, reasons: 'Det er ikke penger nok.' })
    expect(await rowsOf(id)).toMatchObject({ awards: [], payments: [], reports: [], found: { status: 'notified' } })
    await runNightly('2026-12-28T05:00:00Z')
    expect((await rowsOf(id)).found.status).toBe('notified')
    await runNightly('2026-12-30T05:00:00Z')
    expect((await rowsOf(id)).found.status).toBe('closed')
  })

  test('after it nothing changes the decision, not even the application’s own database role', async () => {
    const { id } = await readyCase(world)
    const decisionId = await announce(world, id)
    await expect(
      world.inCity((trx) => trx.updateTable('decision').set({ ore: 1 }).where('id', '=', decisionId).execute()),
    ).rejects.toThrow('a released decision is changed only by a new decision')
    await expect(
      world.inCity((trx) => proofreadLetter(trx, { decisionId, by: { id: world.person(leader.key) }, now: decidedAt })),
    ).rejects.toThrow('notInThisState')
  })
})

async function runNightly(at: string) {
  world.clock.now = new Date(at)
  await followDecisionsJob.run(world.services, jobScope(), {})
  world.clock.now = decidedAt
}

describe('One time of release for many', () => {
  const by = () => ({ id: world.person(leader.key), roles: leader.roles })

  test('is kept by the job, which announces then and not before', async () => {
    const { id } = await readyCase(world)
    const decisionId = await proofread(id)
    const at = new Date('2026-12-03T08:00:00Z')
    await world.inCity((trx) => scheduleRelease(trx, { decisionId, at, by: by(), now: decidedAt }))
    await releaseDecisionJob.run(world.services, jobScope(), { decisionId })
    expect((await rowsOf(id)).found.status).toBe('decided')
    world.clock.now = at
    await releaseDecisionJob.run(world.services, jobScope(), { decisionId })
    await releaseDecisionJob.run(world.services, jobScope(), { decisionId })
    world.clock.now = decidedAt
    const rows = await rowsOf(id)
    expect(rows).toMatchObject({ found: { status: 'notified' }, awards: [{ awarded_on: '2026-12-03' }] })
    expect(rows.awards).toHaveLength(1)
  })

  test('taken back in time, the job finds nothing to do', async () => {
    const { id } = await readyCase(world)
    const decisionId = await proofread(id)
    await world.inCity((trx) => scheduleRelease(trx, { decisionId, at: decidedAt, by: by(), now: decidedAt }))
    await world.inCity((trx) => cancelRelease(trx, { decisionId, now: decidedAt }))
    await releaseDecisionJob.run(world.services, jobScope(), { decisionId })
    expect((await rowsOf(id)).found.status).toBe('decided')
  })

  test('moves the letter’s dates to the day it is announced', async () => {
    const { id } = await readyCase(world, {
      slug: 'kor-og-korps',
      recommend: { outcome: 'granted', ore: 40_000_00, pot: 'korKorps' },
    })
    const pot = await world.inCity((trx) =>
      trx.selectFrom('recommendation').select('pot_id').where('case_id', '=', id).executeTakeFirstOrThrow(),
    )
    const decisionId = await proofread(id, { potId: pot.pot_id })
    await world.inCity((trx) => releaseDecision(trx, { decisionId, now: new Date('2026-12-05T09:00:00Z'), origin }))
    const rows = await rowsOf(id)
    expect(rows.awards).toMatchObject([{ acceptance: 'pending', accept_by: '2026-12-26' }])
    const letter = await world.inCity((trx) =>
      trx.selectFrom('decision').select('letter_text').where('id', '=', decisionId).executeTakeFirstOrThrow(),
    )
    const text = JSON.stringify(letter.letter_text)
    expect(text).toContain('senest 26. desember 2026')
    expect(text).not.toContain('22. desember 2026')
  })
})

describe('The letter', () => {
  test('becomes one PDF, the same however often it is made, and tells of no other case', async () => {
    const mine = await readyCase(world, { applicant: 'Havnekoret' })
    const other = await readyCase(world, { applicant: 'Bølgekoret', recommend: { outcome: 'refused', ore: 0 } })
    const decisionId = await announce(world, mine.id)
    await announce(world, other.id, { outcome: 'refused', ore: 0, reasons: 'Bølgekoret har for mye penger.' })
    await Promise.all([1, 2].map(() => makeLetterJob.run(world.services, jobScope(), { decisionId })))
    await makeLetterJob.run(world.services, jobScope(), { decisionId })
    const { documents } = await rowsOf(mine.id)
    expect(documents).toHaveLength(1)
    const file = await world.inCity((trx) =>
      trx
        .selectFrom('stored_file')
        .selectAll()
        .where('id', '=', documents[0]?.file_id ?? '')
        .executeTakeFirstOrThrow(),
    )
    const bytes = await openFileStore(world.services.dataDir).disk.getBytes(file.storage_key)
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
    const letter = await world.inCity((trx) =>
      trx.selectFrom('decision').select('letter_text').where('id', '=', decisionId).executeTakeFirstOrThrow(),
    )
    const text = JSON.stringify(letter.letter_text)
    expect(text).toContain(mine.number)
    expect(text).not.toContain('Bølgekoret')
    expect(text).not.toContain(other.number)
  })

  test('is in the applicant’s language form', async () => {
    const { id } = await readyCase(world, { language: 'nn' })
    const decisionId = await announce(world, id)
    const { letter_text: letter } = await world.inCity((trx) =>
      trx.selectFrom('decision').select('letter_text').where('id', '=', decisionId).executeTakeFirstOrThrow(),
    )
    expect(letter?.heading).toMatch(/^Du får tilskot frå/)
    expect(letter?.paragraphs.at(-1)?.text).toContain('Fristen er 3 veker')
  })
})

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
    const rows = await rowsOf(id)
    expect(rows.events.filter((type) => type === 'decision-opened')).toHaveLength(1)
    expect(rows.notices.map((n) => n.opened_at)).toEqual([opened])
  })

  test('accepts, and the case is followed up', async () => {
    const { id } = await choirs()
    await answer(id, 'accept')
    expect(await rowsOf(id)).toMatchObject({ awards: [{ acceptance: 'accepted' }], found: { status: 'following-up' } })
    await expect(answer(id, 'accept')).rejects.toThrow('notInThisState')
  })

  test('declines: the pot is free again, nothing is paid, nothing is asked in return', async () => {
    const { id, roundId, potId } = await choirs()
    const before = await world.inCity((trx) => listPotRoomLeft(trx, roundId, potId))
    await answer(id, 'decline')
    const rows = await rowsOf(id)
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
    await runNightly('2026-12-22T20:00:00Z')
    expect((await rowsOf(id)).awards).toMatchObject([{ acceptance: 'pending' }])
    await runNightly('2026-12-23T05:00:00Z')
    await runNightly('2026-12-24T05:00:00Z')
    const rows = await rowsOf(id)
    expect(rows).toMatchObject({ awards: [{ acceptance: 'lapsed' }], payments: [{ status: 'stopped' }] })
    expect(rows.events.filter((type) => type === 'award-lapsed')).toHaveLength(1)
    expect(rows.notices.filter((n) => n.kind === 'award-lapsed')).toHaveLength(1)
  })

  test('who has not opened it in a week is told again, once', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    await runNightly('2026-12-07T05:00:00Z')
    expect((await rowsOf(id)).notices.map((n) => n.kind)).toEqual(['decision-waiting'])
    await runNightly('2026-12-09T05:00:00Z')
    await runNightly('2026-12-10T05:00:00Z')
    expect((await rowsOf(id)).notices.map((n) => n.kind).toSorted()).toEqual(['decision-waiting', 'decision-waiting-again'])
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
    await makeAppealJob.run(world.services, jobScope(), { appealId: filed.appealId })
    const rows = await rowsOf(late.id)
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

describe('A new decision after the announcement', () => {
  const pay = async (caseId: string) => {
    const { payments } = await rowsOf(caseId)
    const [first] = payments.filter((p) => p.status === 'planned')
    await world.inCity((trx) =>
      trx
        .updateTable('payment')
        .set({ status: 'sent', sent_at: decidedAt })
        .where('id', '=', first?.id ?? '')
        .execute(),
    )
  }
  const later = new Date('2027-01-11T09:00:00Z')

  test('replaces the old one only when it is announced itself', async () => {
    const { id } = await readyCase(world)
    await announce(world, id, { outcome: 'partly-granted', ore: 20_000_00 })
    await world.inCity((trx) => decideApplication(trx, decisionOn(world, id, { now: later })))
    expect(await rowsOf(id)).toMatchObject({
      found: { status: 'decided' },
      awards: [{ ore: 20_000_00, ended_at: null }],
      payments: [{ status: 'planned', ore: 20_000_00 }],
    })
  })

  test('that gives more: what is paid stays, the rest is stopped, and only the difference is planned', async () => {
    const { id } = await readyCase(world, { slug: 'ungdommens-moteplasser' })
    await announce(world, id, { outcome: 'partly-granted', ore: 20_000_00 })
    await pay(id)
    await announce(world, id, { ore: 40_000_00 }, later)
    const rows = await rowsOf(id)
    expect(rows.awards.map((a) => [a.ore, a.ended_at !== null])).toEqual([
      [20_000_00, true],
      [40_000_00, false],
    ])
    expect(rows.payments.map((p) => [p.status, p.ore, p.release_on])).toEqual([
      ['planned', 14_000_00, 'notified'],
      ['planned', 12_000_00, 'report-approved'],
      ['sent', 14_000_00, 'notified'],
      ['stopped', 6_000_00, 'report-approved'],
    ])
    const paying = rows.payments.filter((p) => p.status !== 'stopped').reduce((sum, p) => sum + p.ore, 0)
    expect(paying).toBe(40_000_00)
    expect(rows.reports.map((r) => r.status)).toEqual(['due', 'waived'])
    const { letter_text: letter } = await world.inCity((trx) =>
      trx
        .selectFrom('decision')
        .select('letter_text')
        .where('case_id', '=', id)
        .where('replaced_at', 'is', null)
        .executeTakeFirstOrThrow(),
    )
    expect(JSON.stringify(letter)).toContain('erstatter vedtaket vi sendte 1. desember 2026')
  })

  test('that gives less than is paid makes a task of the difference, and plans nothing', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    await pay(id)
    await announce(world, id, { outcome: 'partly-granted', ore: 10_000_00 }, later)
    const rows = await rowsOf(id)
    expect(rows.payments.map((p) => p.status)).toEqual(['sent'])
    expect(rows.tasks.map((t) => t.kind)).toEqual(['overpaid'])
  })

  test('that refuses ends the award and stops what was to come', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    await announce(world, id, { outcome: 'refused', ore: 0, reasons: 'Opplysningene var uriktige.' }, later)
    expect(await rowsOf(id)).toMatchObject({
      awards: [{ ended_at: later }],
      payments: [{ status: 'stopped' }],
      reports: [{ status: 'waived' }],
      found: { status: 'notified', granted_ore: 0 },
    })
  })

  test('lets a report that was sent follow over, and a stopped payment is not prepared', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    await world.inCity((trx) =>
      trx.updateTable('report').set({ status: 'submitted', submitted_at: decidedAt }).where('case_id', '=', id).execute(),
    )
    await announce(world, id, { outcome: 'partly-granted', ore: 30_000_00 }, later)
    const rows = await rowsOf(id)
    expect(rows.reports).toMatchObject([{ status: 'submitted', award_id: rows.awards.find((a) => !a.ended_at)?.id }])
    const stopped = rows.payments.find((p) => p.status === 'stopped')
    await expect(
      world.inCity((trx) =>
        changePayment(trx, world.services.keyring, {
          paymentId: stopped?.id ?? '',
          action: 'resume',
          person: { id: world.person('petter-dahl'), roles: ['finance-preparer'] },
          now: later,
        }),
      ),
    ).rejects.toThrow('awardEnded')
  })
})

test('every job that a decision queues is one that the server works off', () => {
  expect(decisionJobs.map((job) => job.name)).toEqual([
    'release-decision',
    'make-letter',
    'make-appeal-document',
    'follow-decisions',
  ])
})
