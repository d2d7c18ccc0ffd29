import { addDays, osloDate } from '#platform/time.ts'
import type { SchemeDefinition } from '../../model.ts'
import { roundState, type RoundDates } from '../../scheme/rules/round-state.ts'

/** Whether an application may be sent now, and when its answer can be expected. */

/**
 * 'open': in time. 'grace': after the deadline, from a form that was opened before it, within the scheme's minutes; taken and marked.
 * 'coming' and 'closed': not now; the draft is kept.
 */
export function maySubmit(round: RoundDates, openedAt: Date, now: Date): 'open' | 'grace' | 'coming' | 'closed' {
  const state = roundState(round, now)
  if (state !== 'grace') return state
  return round.closesAt && openedAt <= round.closesAt ? 'grace' : 'closed'
}

/**
 * The day the applicant can expect an answer (forvaltningsloven § 11 a): the round's own decision day, else so many weeks after the
 * deadline, or after arrival in rolling rounds.
 */
export function expectedAnswer(
  definition: Pick<SchemeDefinition, 'answerWithinWeeks'>,
  round: { closesAt: Date | null; decisionBy: string | null },
  receivedAt: Date,
): string {
  const arrived = osloDate(receivedAt)
  if (round.decisionBy && round.decisionBy >= arrived) return round.decisionBy
  const closes = round.closesAt ? osloDate(round.closesAt) : arrived
  return addDays(closes > arrived ? closes : arrived, definition.answerWithinWeeks * 7)
}
