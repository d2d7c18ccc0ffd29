import { recordEvent } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { after, reportLifecycle, type ReportStatus } from '../../lifecycle.ts'
import type { Answers } from '../../model.ts'
import type { AccountLine } from '../../model.ts'

export interface SubmitReportInput {
  reportId: string
  caseId: string
  personId: string
  /** Sealed where classified. */
  answers: Answers
  accounts: AccountLine[]
  now: Date
}

/** Makes the PDF of a report as it was sent. */
export const FREEZE_REPORT_JOB = 'freeze-report'

/** Sends a report that the page has validated. Throws Conflict when it is not due or returned: it was sent already, say. */
export async function submitReport(trx: Trx, input: SubmitReportInput): Promise<void> {
  const report = await trx
    .selectFrom('report')
    .selectAll()
    .where('id', '=', input.reportId)
    .where('case_id', '=', input.caseId)
    .forUpdate()
    .executeTakeFirst()
  if (!report) throw new NotFound('report')
  const award = await trx.selectFrom('award').select('ended_at').where('id', '=', report.award_id).executeTakeFirstOrThrow()
  if (award.ended_at) throw new Conflict({ key: 'awardEnded' })
  const status = after(reportLifecycle, report.status as ReportStatus, 'submit')
  if (!status) throw new Conflict({ key: 'notInThisState' })
  const spent = input.accounts.filter((line) => line.side === 'cost').reduce((sum, line) => sum + line.accountOre, 0)
  await trx
    .updateTable('report')
    .set({
      status,
      answers: json(input.answers),
      accounts: json(input.accounts),
      spent_ore: spent,
      revision: report.revision + 1,
      submitted_by: input.personId,
      submitted_at: input.now,
    })
    .where('id', '=', report.id)
    .execute()
  await recordEvent(trx, {
    subjectId: input.caseId,
    type: report.status === 'returned' ? 'report-submitted-again' : 'report-submitted',
    at: input.now,
    changes: { report: report.id, spentOre: spent },
  })
  await enqueue(trx, FREEZE_REPORT_JOB, { reportId: report.id, revision: report.revision + 1 })
}
