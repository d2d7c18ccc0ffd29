import type { Trx } from '#platform/database/db.ts'
import type { ObligationStatus, ReportStatus } from '../../lifecycle.ts'

export interface CaseObligation {
  id: string
  text: string
  status: ObligationStatus
  dueOn: string | null
  statusReason: string | null
}

/** The obligations of the case's standing award, by date. */
export async function listObligations(trx: Trx, caseId: string): Promise<CaseObligation[]> {
  return await trx
    .selectFrom('obligation')
    .innerJoin('award', (join) =>
      join.onRef('award.municipality_id', '=', 'obligation.municipality_id').onRef('award.id', '=', 'obligation.award_id'),
    )
    .select([
      'obligation.id',
      'obligation.text',
      'obligation.status',
      'obligation.due_on as dueOn',
      'obligation.status_reason as statusReason',
    ])
    .where('obligation.case_id', '=', caseId)
    .where('award.ended_at', 'is', null)
    .orderBy('obligation.due_on')
    .orderBy('obligation.id')
    .execute()
}

export interface CaseReport {
  id: string
  status: ReportStatus
  dueOn: string
  dueReason: string | null
  reviewReason: string | null
  savedAt: Date | null
  submittedAt: Date | null
}

/** The reports of the case's standing award. */
export async function listCaseReports(trx: Trx, caseId: string): Promise<CaseReport[]> {
  return await trx
    .selectFrom('report')
    .innerJoin('award', (join) =>
      join.onRef('award.municipality_id', '=', 'report.municipality_id').onRef('award.id', '=', 'report.award_id'),
    )
    .select([
      'report.id',
      'report.status',
      'report.due_on as dueOn',
      'report.due_reason as dueReason',
      'report.review_reason as reviewReason',
      'report.saved_at as savedAt',
      'report.submitted_at as submittedAt',
    ])
    .where('report.case_id', '=', caseId)
    .where('award.ended_at', 'is', null)
    .orderBy('report.due_on')
    .execute()
}
