import { sql } from 'kysely'
import { recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { addDays } from '#platform/time.ts'
import { tellRecipient } from './tell-recipient.ts'

/** The first reminder comes this many days before the report is due, the second the day after. */
export const REMIND_DAYS = 14

export interface ReportToRemind {
  reportId: string
  caseId: string
  caseNumber: string
  dueOn: string
  kind: 'report-due-soon' | 'report-overdue'
}

/** Reports that are waited for and have not been reminded of for this very day. `today` is an Oslo day; at most 500. */
export async function listReportsToRemind(trx: Trx, today: string): Promise<ReportToRemind[]> {
  const { rows } = await sql<ReportToRemind>`
    select r.id as "reportId", r.case_id as "caseId", c.number as "caseNumber", to_char(r.due_on, 'YYYY-MM-DD') as "dueOn",
      case when r.due_on < ${today}::date then 'report-overdue' else 'report-due-soon' end as kind
    from report r
    join award a on a.municipality_id = r.municipality_id and a.id = r.award_id
    join case_file c on c.municipality_id = r.municipality_id and c.id = r.case_id
    where r.status in ('due', 'returned') and a.ended_at is null and a.acceptance <> 'pending'
      and r.due_on <= ${addDays(today, REMIND_DAYS)}::date
      and case when r.due_on < ${today}::date then r.overdue_reminded_for is distinct from r.due_on
        else r.reminded_for is distinct from r.due_on and (r.overdue_reminded_for is distinct from r.due_on) end
    order by r.due_on, r.id limit 500`.execute(trx)
  return rows
}

/** Reminds of one report, once for each day it has been due on. Nothing when it has been sent or reminded of meanwhile. */
export async function remindOfReport(
  trx: Trx,
  input: { reminder: ReportToRemind; address: string; now: Date },
): Promise<boolean> {
  const { reportId, kind, dueOn } = input.reminder
  const column = kind === 'report-overdue' ? 'overdue_reminded_for' : 'reminded_for'
  const report = await trx
    .updateTable('report')
    .set({ [column]: dueOn })
    .where('id', '=', reportId)
    .where('status', 'in', ['due', 'returned'])
    .where('due_on', '=', dueOn)
    .where((eb) => eb.or([eb(column, 'is', null), eb(column, '<>', dueOn)]))
    .returning('case_id')
    .executeTakeFirst()
  if (!report) return false
  const told = await tellRecipient(trx, { caseId: report.case_id, kind, address: input.address })
  await recordEvent(trx, {
    subjectId: report.case_id,
    type: 'report-reminded',
    at: input.now,
    changes: { report: reportId, overdue: kind === 'report-overdue', told },
  })
  return true
}
