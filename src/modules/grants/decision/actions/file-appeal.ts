import { caseSlug, lockCase, recordEvent } from '#cases'
import { Conflict, Invalid, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { isLang } from '#platform/texts/texts.ts'
import { addDays, osloDate } from '#platform/time.ts'
import { isOwnUnit } from '../queries/my-decision.ts'
import { findReleasedDecision } from '../queries/standing-decision.ts'
import { appealBy } from '../rules/time-limits.ts'
import { appealTexts } from '../texts/appeal.ts'
import { tellDecisionWaits } from './tell-decision-waits.ts'

export const APPEAL_JOB = 'make-appeal-document'
export const APPEAL_KIND = 'appeal'
const MOST = 20_000
/** The unit looks at an appeal within so many days (forvaltningsloven § 11 a: without undue delay). */
const LOOK_WITHIN_DAYS = 7

export interface FileAppeal {
  caseId: string
  /** What should be changed. */
  desiredChange: string
  /** Why. */
  body: string
  personId: string
  now: Date
  origin: string
}

/**
 * Files an appeal against the announced decision: a dated document in the case, a task for staff and a receipt. A late one is
 * received too and marked: whether it is heard is a person's to judge (forvaltningsloven § 31). The page has checked that the case
 * is theirs. Throws Invalid with what is missing, NotFound when nothing is announced or the applicant is the municipality's own unit, Conflict while an earlier appeal against the
 * same decision is open.
 */
export async function fileAppeal(trx: Trx, input: FileAppeal): Promise<{ appealId: string; inTime: boolean }> {
  const found = await lockCase(trx, input.caseId)
  const decision = await findReleasedDecision(trx, found.id)
  if (!decision?.released_at || (await isOwnUnit(trx, found.id))) throw new NotFound('decision')
  const faults = [
    ...(input.desiredChange.trim() === '' ? [{ key: 'changeMissing', field: 'desiredChange' }] : []),
    ...(input.desiredChange.length > MOST ? [{ key: 'tooLong', field: 'desiredChange', data: { most: MOST } }] : []),
    ...(input.body.trim() === '' ? [{ key: 'whyMissing', field: 'body' }] : []),
    ...(input.body.length > MOST ? [{ key: 'tooLong', field: 'body', data: { most: MOST } }] : []),
  ]
  if (faults.length > 0) throw new Invalid(faults)
  const open = await trx
    .selectFrom('appeal')
    .select('id')
    .where('decision_id', '=', decision.id)
    .where('status', 'in', ['received', 'reviewed', 'forwarded'])
    .executeTakeFirst()
  if (open) throw new Conflict({ key: 'alreadyAppealed' })

  const lang = isLang(found.language) ? found.language : 'nb'
  const day = osloDate(input.now)
  const inTime = day <= appealBy(decision.released_at, decision.opened_at)
  const document = await trx
    .insertInto('case_document')
    .values({
      case_id: found.id,
      direction: 'in',
      kind: APPEAL_KIND,
      title: appealTexts[lang].documentTitle,
      shared_at: input.now,
      created_by: input.personId,
      created_at: input.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('appeal')
    .values({
      case_id: found.id,
      decision_id: decision.id,
      body: input.body.trim(),
      desired_change: input.desiredChange.trim(),
      received_at: input.now,
      filed_by: input.personId,
      in_time: inTime,
      document_id: document.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('case_task')
    .values({ case_id: found.id, kind: 'appeal-received', due_on: addDays(day, LOOK_WITHIN_DAYS) })
    .execute()
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'appeal-filed',
    at: input.now,
    actorRole: 'applicant',
    changes: { appeal: id, decision: decision.id, inTime },
  })
  await tellDecisionWaits(trx, {
    caseFile: found,
    kind: 'appeal-received',
    address: `${input.origin}/min-side/saker/${caseSlug(found.number)}`,
    now: input.now,
  })
  await enqueue(trx, APPEAL_JOB, { appealId: id })
  return { appealId: id, inTime }
}
