import type { SchemeDefinition } from '../../model.ts'

/** When one may apply in a round, and which of a scheme's rounds a person should be shown. */

/** The dates of a round that decide its state. `closesAt` null: rolling, open until further notice. */
export interface RoundDates {
  opensAt: Date
  closesAt: Date | null
  graceMinutes: number
}

/** 'grace': the deadline has passed, and a form that was opened before it may still be sent. */
export type RoundState = 'coming' | 'open' | 'grace' | 'closed'

export function roundState(round: RoundDates, now: Date): RoundState {
  if (now < round.opensAt) return 'coming'
  if (!round.closesAt || now <= round.closesAt) return 'open'
  const end = new Date(round.closesAt.getTime() + round.graceMinutes * 60_000)
  return now <= end ? 'grace' : 'closed'
}

/** The round one applies in now: the open one that closes first; of rolling ones, the newest. */
export function openRound<R extends RoundDates>(rounds: readonly R[], now: Date): R | undefined {
  return rounds.filter((round) => roundState(round, now) === 'open').toSorted(byDeadline)[0]
}

/** The round one applies in now; none where cases are opened from the budget alone. */
export function roundToApplyIn<R extends RoundDates>(
  scheme: { definition: Pick<SchemeDefinition, 'openedFrom'>; rounds: readonly R[] },
  now: Date,
): R | undefined {
  return scheme.definition.openedFrom === 'budget' ? undefined : openRound(scheme.rounds, now)
}

/** The next round to open. */
export function nextRound<R extends RoundDates>(rounds: readonly R[], now: Date): R | undefined {
  return rounds.filter((round) => roundState(round, now) === 'coming').toSorted((a, b) => +a.opensAt - +b.opensAt)[0]
}

/** The round that closed last: where last year's figures come from. */
export function lastRound<R extends RoundDates>(rounds: readonly R[], now: Date): R | undefined {
  const closed = rounds.filter((round) => ['grace', 'closed'].includes(roundState(round, now)))
  return closed.toSorted((a, b) => Number(b.closesAt) - Number(a.closesAt))[0]
}

function byDeadline(a: RoundDates, b: RoundDates): number {
  const [left, right] = [a.closesAt?.getTime() ?? Infinity, b.closesAt?.getTime() ?? Infinity]
  return left === right ? +b.opensAt - +a.opensAt : left - right
}
