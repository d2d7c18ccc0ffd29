import { changeCase, lockCase, recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { osloDate } from '#platform/time.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import { whatIsOpen } from '../queries/what-is-open.ts'

/**
 * Closes a case when nothing is open under it: no acceptance, payment, obligation, report, appeal or time to appeal.
 * Asked after everything that could have been the last; asks for nothing when the case is elsewhere in its course.
 */
export async function closeIfDone(trx: Trx, caseId: string, now: Date): Promise<boolean> {
  const found = await lockCase(trx, caseId)
  const status = after(caseLifecycle, found.status as CaseStatus, 'close')
  if (!status) return false
  const open = await whatIsOpen(trx, caseId, osloDate(now))
  if (open.length > 0) return false
  await changeCase(trx, caseId, { status, closed_at: now, due_on: null })
  await recordEvent(trx, { subjectId: caseId, type: 'case-closed', at: now })
  return true
}
