import { recordEvent } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { no, yes, type Verdict } from '../../review/model.ts'

/** Moves the day a report is due, with a reason. A day that has passed, or no reason, comes back as a no. */
export async function moveReportDeadline(
  trx: Trx,
  input: { reportId: string; dueOn: string; reason: string; today: string; now: Date },
): Promise<Verdict> {
  const report = await trx.selectFrom('report').selectAll().where('id', '=', input.reportId).forUpdate().executeTakeFirst()
  if (!report) throw new NotFound('report')
  if (!['due', 'returned'].includes(report.status)) throw new Conflict({ key: 'notInThisState' })
  if (input.dueOn < input.today) return no('dayHasPassed', undefined, 'dueOn')
  if (input.reason.trim() === '') return no('reasonMissing', undefined, 'reason')
  await trx
    .updateTable('report')
    .set({ due_on: input.dueOn, review_reason: input.reason.trim() })
    .where('id', '=', report.id)
    .execute()
  await recordEvent(trx, {
    subjectId: report.case_id,
    type: 'report-deadline-moved',
    at: input.now,
    changes: { report: report.id, from: report.due_on, to: input.dueOn },
  })
  return yes
}
