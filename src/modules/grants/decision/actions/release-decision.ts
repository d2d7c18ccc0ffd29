import { caseSlug, changeCase, lockCase, recordEvent } from '#cases'
import { Conflict } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { osloDate } from '#platform/time.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import { getAnnouncement, type Announcement } from '../queries/letter-facts.ts'
import { getDecision } from '../queries/standing-decision.ts'
import { grants } from '../rules/decision.ts'
import { redate } from '../compose-letter.ts'
import type { ReleaseReason } from '../rules/release.ts'
import { appealBy } from '../rules/time-limits.ts'
import { consequenceTexts } from '../texts/consequences.ts'
import { makeAward, replaceAward } from './make-award.ts'
import { tellDecisionWaits } from './tell-decision-waits.ts'

export const LETTER_JOB = 'make-letter'
/** The kind of the case's document that is a decision's letter. */
export const LETTER_KIND = 'decision-letter'

export type Released = { ok: true; awardId: string | null; already: boolean } | { ok: false; reasons: ReleaseReason[] }

/**
 * Announces a decision: the letter is frozen and shared, the award with its obligations, payments and report is made, an earlier
 * announced decision's award is ended, and the applicant is told that something waits. All or nothing, and once: a second call
 * answers that it is done. `origin` is where the municipality's residents reach Torg. Throws Conflict when it has been replaced.
 */
export async function releaseDecision(trx: Trx, input: { decisionId: string; now: Date; origin: string }): Promise<Released> {
  const { now } = input
  const found = await lockCase(trx, (await getDecision(trx, input.decisionId)).case_id)
  const decision = await getDecision(trx, input.decisionId)
  if (decision.released_at) {
    const award = await trx.selectFrom('award').select('id').where('decision_id', '=', decision.id).executeTakeFirst()
    return { ok: true, awardId: award?.id ?? null, already: true }
  }
  const status = after(caseLifecycle, found.status as CaseStatus, 'release')
  if (!status || decision.replaced_at) throw new Conflict({ key: 'notInThisState' })
  if (!decision.letter_text || !decision.letter_read_at) return { ok: false, reasons: ['notProofread'] }

  const day = osloDate(now)
  const announcement = await getAnnouncement(trx, decision.id, day)
  const { facts } = announcement
  const written = decision.letter_day ?? day
  const letter =
    written === day
      ? decision.letter_text
      : redate(decision.letter_text, facts.definition, (await getAnnouncement(trx, decision.id, written)).facts, facts)

  const document = await trx
    .insertInto('case_document')
    .values({
      case_id: found.id,
      direction: 'out',
      kind: LETTER_KIND,
      title: letter.heading,
      shared_at: now,
      created_by: decision.letter_read_by,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('decision')
    .set({ letter_text: json(letter), letter_day: day, letter_document_id: document.id, released_at: now })
    .where('id', '=', decision.id)
    .execute()

  const awardId = grants(decision.outcome) ? await makeAward(trx, { decision, announcement, day }) : null
  await replaceAward(trx, { caseId: found.id, awardId, reason: consequenceTexts[facts.lang].replaced, now })
  await addTasks(trx, found.id, announcement, day)
  await changeCase(trx, found.id, { status, granted_ore: decision.ore, due_on: nextDate(announcement, now) })
  const told = await tellDecisionWaits(trx, {
    caseFile: found,
    kind: 'decision-waiting',
    address: `${input.origin}/min-side/saker/${caseSlug(found.number)}`,
    now,
  })
  if (told === 0) await trx.insertInto('case_task').values({ case_id: found.id, kind: 'send-decision', due_on: day }).execute()
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'decision-released',
    at: now,
    changes: { decision: decision.id, outcome: decision.outcome, ore: decision.ore, award: awardId, notices: told },
  })
  await enqueue(trx, LETTER_JOB, { decisionId: decision.id })
  return { ok: true, awardId, already: false }
}

/** What was paid beyond a new award is a person's to ask back. */
async function addTasks(trx: Trx, caseId: string, { overpaidOre }: Announcement, day: string): Promise<void> {
  if (overpaidOre > 0) await trx.insertInto('case_task').values({ case_id: caseId, kind: 'overpaid', due_on: day }).execute()
}

function nextDate({ facts }: Announcement, now: Date): string {
  return facts.acceptBy ?? facts.reportBy ?? appealBy(now, null)
}
