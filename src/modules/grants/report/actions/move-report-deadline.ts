import { recordEvent } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { isDay } from '#platform/time.ts'
import { roleFor } from '../../review/actions/actor.ts'
import { no, yes, type Verdict } from '../../review/model.ts'
import { requireMayPrepare } from '../../review/queries/impartiality.ts'
import { may } from '../../review/rules/access.ts'

/**
 * Moves the day a report is due, with a reason that the recipient reads. A day that is none or has passed, no reason, or the wrong
 * role comes back as a no. Throws Conflict when the report is not waited for.
 */
export async function moveReportDeadline(
  trx: Trx,
  input: {
    reportId: string
    person: { id: string; roles: readonly string[] }
    dueOn: string
    reason: string
    today: string
    now: Date
  },
): Promise<Verdict> {
  const report = await trx.selectFrom('report').selectAll().where('id', '=', input.reportId).forUpdate().executeTakeFirst()
  if (!report) throw new NotFound('report')
  if (!may(input.person, 'reviewReport')) return no('notYourRole')
  await requireMayPrepare(trx, report.case_id, input.person.id)
  if (!['due', 'returned'].includes(report.status)) throw new Conflict({ key: 'notInThisState' })
  if (!isDay(input.dueOn)) return no('notADay', undefined, 'dueOn')
  if (input.dueOn < input.today) return no('dayHasPassed', undefined, 'dueOn')
  if (input.reason.trim() === '') return no('reasonMissing', undefined, 'reason')
  await trx
    .updateTable('report')
    .set({ due_on: input.dueOn, due_reason: input.reason.trim() })
    .where('id', '=', report.id)
    .execute()
  await recordEvent(trx, {
    subjectId: report.case_id,
    type: 'report-deadline-moved',
    actorRole: roleFor(input.person, 'reviewReport'),
    at: input.now,
    changes: { report: report.id, from: report.due_on, dueOn: input.dueOn },
  })
  return yes
}
