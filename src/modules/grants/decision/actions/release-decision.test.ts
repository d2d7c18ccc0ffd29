import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFileStore } from '#platform/files/store.ts'
import { addDays } from '#platform/time.ts'
import {
  announce,
  decidedAt,
  decisionOn,
  jobScope,
  leader,
  openDecisionWorld,
  origin,
  proofread,
  readyCase,
  rowsOf,
  runNightly,
  type DecisionWorld,
} from '../decision.testing.ts'
import { decisionJobs, makeLetterJob, releaseDecisionJob } from '../jobs.ts'
import { decideApplication } from './decide-application.ts'
import { proofreadLetter } from './proofread-letter.ts'
import { releaseDecision } from './release-decision.ts'
import { cancelRelease, scheduleRelease } from './schedule-release.ts'

let world: DecisionWorld
beforeAll(async () => {
  world = await openDecisionWorld()
})
afterAll(() => world.close())

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
    const rows = await rowsOf(world, id)
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
    const { notices } = await rowsOf(world, id)
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
    const decisionId = await proofread(world, id)
    const results = await Promise.all(
      [1, 2, 3].map(() => world.inCity((trx) => releaseDecision(trx, { decisionId, now: decidedAt, origin }))),
    )
    expect(results.filter((each) => each.ok && !each.already)).toHaveLength(1)
    const rows = await rowsOf(world, id)
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
    expect((await rowsOf(world, id)).awards).toEqual([])
  })

  test('a refusal makes no award, and the case closes when the time to appeal is over', async () => {
    const { id } = await readyCase(world)
    await announce(world, id, { outcome: 'refused', ore: 0, reasons: 'Det er ikke penger nok.' })
    expect(await rowsOf(world, id)).toMatchObject({ awards: [], payments: [], reports: [], found: { status: 'notified' } })
    await runNightly(world, '2026-12-28T05:00:00Z')
    expect((await rowsOf(world, id)).found.status).toBe('notified')
    await runNightly(world, '2026-12-30T05:00:00Z')
    expect((await rowsOf(world, id)).found.status).toBe('closed')
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

describe('One time of release for many', () => {
  const by = () => ({ id: world.person(leader.key), roles: leader.roles })

  test('is kept by the job, which announces then and not before', async () => {
    const { id } = await readyCase(world)
    const decisionId = await proofread(world, id)
    const at = new Date('2026-12-03T08:00:00Z')
    await world.inCity((trx) => scheduleRelease(trx, { decisionId, at, by: by(), now: decidedAt }))
    await releaseDecisionJob.run(world.services, jobScope(world), { decisionId })
    expect((await rowsOf(world, id)).found.status).toBe('decided')
    world.clock.now = at
    await releaseDecisionJob.run(world.services, jobScope(world), { decisionId })
    await releaseDecisionJob.run(world.services, jobScope(world), { decisionId })
    world.clock.now = decidedAt
    const rows = await rowsOf(world, id)
    expect(rows).toMatchObject({ found: { status: 'notified' }, awards: [{ awarded_on: '2026-12-03' }] })
    expect(rows.awards).toHaveLength(1)
  })

  test('taken back in time, the job finds nothing to do', async () => {
    const { id } = await readyCase(world)
    const decisionId = await proofread(world, id)
    await world.inCity((trx) => scheduleRelease(trx, { decisionId, at: decidedAt, by: by(), now: decidedAt }))
    await world.inCity((trx) => cancelRelease(trx, { decisionId, now: decidedAt }))
    await releaseDecisionJob.run(world.services, jobScope(world), { decisionId })
    expect((await rowsOf(world, id)).found.status).toBe('decided')
  })

  test('moves the letter’s dates to the day it is announced', async () => {
    const { id } = await readyCase(world, {
      slug: 'kor-og-korps',
      recommend: { outcome: 'granted', ore: 40_000_00, pot: 'korKorps' },
    })
    const pot = await world.inCity((trx) =>
      trx.selectFrom('recommendation').select('pot_id').where('case_id', '=', id).executeTakeFirstOrThrow(),
    )
    const decisionId = await proofread(world, id, { potId: pot.pot_id })
    await world.inCity((trx) => releaseDecision(trx, { decisionId, now: new Date('2026-12-05T09:00:00Z'), origin }))
    const rows = await rowsOf(world, id)
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
    await Promise.all([1, 2].map(() => makeLetterJob.run(world.services, jobScope(world), { decisionId })))
    await makeLetterJob.run(world.services, jobScope(world), { decisionId })
    const { documents } = await rowsOf(world, mine.id)
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

test('every job that a decision queues is one that the server works off', () => {
  expect(decisionJobs.map((job) => job.name)).toEqual([
    'release-decision',
    'make-letter',
    'make-appeal-document',
    'follow-decisions',
  ])
})
