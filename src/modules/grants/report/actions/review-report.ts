import { recordEvent } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { closeIfDone } from '../../decision/actions/close-if-done.ts'
import { after, reportLifecycle, type ReportAction, type ReportStatus } from '../../lifecycle.ts'
import { roleFor } from '../../review/actions/actor.ts'
import { no, yes, type Verdict } from '../../review/model.ts'
import { requireMayPrepare } from '../../review/queries/impartiality.ts'
import { may } from '../../review/rules/access.ts'
import { tellRecipient } from './tell-recipient.ts'

export interface ReviewReportInput {
  reportId: string
  action: Exclude<ReportAction, 'submit'>
  person: { id: string; roles: readonly string[] }
  /** Needed for everything but approving: the recipient reads it. */
  reason: string
  /** The report as the page showed it: what was sent meanwhile is read before it is judged. */
  revision: number
  now: Date
  /** Where the recipient reads of it; they are told by e-mail when it is given. */
  address?: string
}

const pastTense: Record<ReviewReportInput['action'], string> = {
  return: 'report-returned',
  approve: 'report-approved',
  reject: 'report-rejected',
  waive: 'report-waived',
  reopen: 'report-reopened',
}

/**
 * Judges a report: approve, return for correction, reject; or waives the demand for it. Throws Conflict when the report has
 * changed since it was shown or is not in a state for it, NotFound when the case is closed to the person.
 */
export async function reviewReport(trx: Trx, input: ReviewReportInput): Promise<Verdict> {
  const report = await trx.selectFrom('report').selectAll().where('id', '=', input.reportId).forUpdate().executeTakeFirst()
  if (!report) throw new NotFound('report')
  if (!may(input.person, 'reviewReport')) return no('notYourRole')
  await requireMayPrepare(trx, report.case_id, input.person.id)
  const status = after(reportLifecycle, report.status as ReportStatus, input.action)
  if (!status) throw new Conflict({ key: 'notInThisState' })
  if (report.revision !== input.revision) throw new Conflict({ key: 'changedMeanwhile' })
  if (input.action !== 'approve' && input.reason.trim() === '') return no('reasonMissing', undefined, 'reason')
  await trx
    .updateTable('report')
    .set({
      status,
      review_reason: input.reason.trim() || null,
      reviewed_by: input.person.id,
      reviewed_at: input.now,
      revision: report.revision + 1,
    })
    .where('id', '=', report.id)
    .execute()
  await recordEvent(trx, {
    subjectId: report.case_id,
    type: pastTense[input.action],
    actorRole: roleFor(input.person, 'reviewReport'),
    at: input.now,
    changes: { report: report.id, status },
  })
  if (input.address) await tellRecipient(trx, { caseId: report.case_id, kind: 'report-judged', address: input.address })
  await closeIfDone(trx, report.case_id, input.now)
  return yes
}
