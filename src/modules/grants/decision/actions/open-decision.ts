import { lockCase, recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { findReleasedDecision } from '../queries/standing-decision.ts'

/**
 * Records that a party opened the announced decision: the time limit for appeal is counted from here (forvaltningsloven § 29). Only
 * the first time counts. The page has checked that the case is theirs. Answers the decision; undefined when none is announced.
 */
export async function openDecision(
  trx: Trx,
  input: { caseId: string; personId: string; now: Date },
): Promise<string | undefined> {
  const decision = await findReleasedDecision(trx, input.caseId)
  if (!decision) return undefined
  if (decision.opened_at) return decision.id
  await lockCase(trx, input.caseId)
  const { numUpdatedRows } = await trx
    .updateTable('decision')
    .set({ opened_at: input.now })
    .where('id', '=', decision.id)
    .where('opened_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return decision.id
  await trx
    .updateTable('notice')
    .set({ opened_at: input.now })
    .where('case_id', '=', input.caseId)
    .where('kind', 'in', ['decision-waiting', 'decision-waiting-again'])
    .where('opened_at', 'is', null)
    .execute()
  await recordEvent(trx, {
    subjectId: input.caseId,
    type: 'decision-opened',
    at: input.now,
    actorRole: 'applicant',
    changes: { decision: decision.id },
  })
  return decision.id
}
