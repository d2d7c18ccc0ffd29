// What a released grant leads to: when to answer, what to fulfil, when to report, and what is still to be paid.

import type { Ore } from '#platform/money.ts'
import { addDays } from '#platform/time.ts'
import type { AcceptanceStatus } from '../../lifecycle.ts'
import type { Answers, ReportDefinition, SchemeDefinition } from '../../model.ts'
import type { PlannedPayment } from '../../payment/rules/plan.ts'

/** A report is never due sooner than this after the announcement, also when what it is about is over. */
const SOONEST_REPORT_DAYS = 30
/** When the answer that the date is counted from is not there. */
const UNKNOWN_REPORT_DAYS = 365

/** Last day to accept, or undefined where the scheme does not ask. `day` is the day of announcement. */
export function acceptBy(acceptance: SchemeDefinition['acceptance'], day: string): string | undefined {
  return acceptance.needed ? addDays(day, acceptance.withinDays) : undefined
}

/**
 * Acceptance of the award that a decision makes. One who has accepted as much or less under the decision it replaces is not asked
 * again.
 */
export function acceptanceOf(
  needed: boolean,
  ore: Ore,
  before: { acceptance: AcceptanceStatus; ore: Ore } | undefined,
): AcceptanceStatus {
  if (!needed) return 'not-needed'
  return before?.acceptance === 'accepted' && before.ore <= ore ? 'accepted' : 'pending'
}

/** The conditions that become obligations to follow up, with their last day. */
export function obligationsOf(
  conditions: readonly { key: string; text: string; dueDays?: number }[],
  day: string,
): { key: string; text: string; dueOn: string }[] {
  return conditions.flatMap((c) =>
    c.dueDays === undefined ? [] : [{ key: c.key, text: c.text, dueOn: addDays(day, c.dueDays) }],
  )
}

/** The day the report is due, from the day of announcement and the application's answers. */
export function reportDueOn(report: ReportDefinition, answers: Answers, day: string): string {
  const { due } = report
  if (due.kind === 'days-after-award') return addDays(day, due.days)
  if (due.kind === 'day-of-year') {
    const year = Number(day.slice(0, 4)) + due.yearsAfter
    const asked = `${year}-${due.monthDay}`
    return asked > day ? asked : `${year + 1}-${due.monthDay}`
  }
  const end = lastDayOf(answers[due.field])
  const asked = end ? addDays(end, due.days) : addDays(day, UNKNOWN_REPORT_DAYS)
  const soonest = addDays(day, SOONEST_REPORT_DAYS)
  return asked > soonest ? asked : soonest
}

function lastDayOf(answer: Answers[string] | undefined): string | undefined {
  const text =
    typeof answer === 'string' ? answer : answer && typeof answer === 'object' && 'to' in answer ? answer.to : undefined
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
}

/**
 * What is left of a plan when something has been paid under the decision it replaces: the paid amount is taken from the first
 * instalments. `overpaidOre` is what was paid beyond the new award.
 */
export function unpaidOf(plan: readonly PlannedPayment[], paidOre: Ore): { payments: PlannedPayment[]; overpaidOre: Ore } {
  let left = paidOre
  const payments = plan.flatMap((payment) => {
    const covered = Math.min(left, payment.ore)
    left -= covered
    return covered === payment.ore ? [] : [{ ...payment, ore: payment.ore - covered }]
  })
  return { payments, overpaidOre: left }
}
