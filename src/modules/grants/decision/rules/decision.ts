// What makes a decision whole: an amount that fits its outcome, and reasons (forvaltningsloven §§ 24 and 25).

import type { Ore } from '#platform/money.ts'
import type { Outcome } from '../../model.ts'
import type { MayDecide } from './authority.ts'

export type DecisionReason =
  | MayDecide['reasons'][number]
  | 'amountMissing'
  | 'amountNotZero'
  | 'notPartly'
  | 'onlyPartly'
  | 'reasonsMissing'
  | 'reasonsTooLong'
  | 'potExceeded'
  | 'potMissing'
  | 'otherPot'
  | 'wrongBody'
  | 'notSecretary'

export const MOST_REASONS = 5000

/**
 * What is wrong with a decision in itself. Reasons are always asked for: in a competition somebody who got less may be
 * dissatisfied, so § 24's exception for plain approval does not hold.
 */
export function refusalOf(decision: { outcome: Outcome; ore: Ore; reasons: string; appliedOre?: Ore }): DecisionReason[] {
  const gives = grants(decision.outcome)
  const applied = decision.appliedOre ?? 0
  return [
    ...(gives && decision.ore <= 0 ? (['amountMissing'] as const) : []),
    ...(!gives && decision.ore !== 0 ? (['amountNotZero'] as const) : []),
    ...(decision.outcome === 'partly-granted' && applied > 0 && decision.ore >= applied ? (['notPartly'] as const) : []),
    ...(decision.outcome === 'granted' && decision.ore > 0 && decision.ore < applied ? (['onlyPartly'] as const) : []),
    ...(decision.reasons.trim() === '' ? (['reasonsMissing'] as const) : []),
    ...(decision.reasons.length > MOST_REASONS ? (['reasonsTooLong'] as const) : []),
  ]
}

export function grants(outcome: Outcome): boolean {
  return outcome === 'granted' || outcome === 'partly-granted'
}

/** "Granted" of less than was applied for is partly granted, and the other way round: the amount decides which. */
export function fitOutcome(outcome: Outcome, ore: Ore, appliedOre: Ore): Outcome {
  if (!grants(outcome)) return outcome
  return ore < appliedOre ? 'partly-granted' : 'granted'
}
