import { changeCase, lockCase, recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { Conflict, Invalid } from '#platform/errors.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'

export const REASON_LENGTH = 1000

/**
 * The applicant withdraws the application before it is decided: a withdrawal with author and time, and the case is closed. Throws
 * Conflict (notInThisState) once it is decided. The page has checked that the case is theirs.
 */
export async function withdrawApplication(
  trx: Trx,
  input: { caseId: string; personId: string; reason: string; now: Date },
): Promise<void> {
  const found = await lockCase(trx, input.caseId)
  const status = after(caseLifecycle, found.status as CaseStatus, 'withdraw')
  if (!status) throw new Conflict({ key: 'notInThisState' })
  const reason = input.reason.trim()
  if (reason.length > REASON_LENGTH) throw new Invalid([{ key: 'reasonLong', field: 'reason' }])
  await trx
    .insertInto('withdrawal')
    .values({ case_id: found.id, reason: reason || null, withdrawn_by: input.personId, withdrawn_at: input.now })
    .execute()
  await changeCase(trx, found.id, { status, closed_at: input.now, due_on: null })
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'application-withdrawn',
    actorRole: 'applicant',
    changes: { before: found.status, withReason: reason !== '' },
  })
}
