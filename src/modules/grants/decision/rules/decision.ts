// What makes a decision whole: an amount that fits its outcome, and reasons (forvaltningsloven §§ 24 and 25).

import type { Ore } from '#platform/money.ts'
import type { Outcome } from '../../model.ts'
import type { MayDecide } from './authority.ts'

export type DecisionReason = MayDecide['reasons'][number] | 'amountMissing' | 'amountNotZero' | 'reasonsMissing' | 'potExceeded'

/**
 * What is wrong with a decision in itself. Reasons are always asked for: in a competition somebody who got less may be
 * dissatisfied, so § 24's exception for plain approval does not hold.
 */
export function refusalOf(decision: { outcome: Outcome; ore: Ore; reasons: string }): DecisionReason[] {
  const grants = decision.outcome === 'granted' || decision.outcome === 'partly-granted'
  return [
    ...(grants && decision.ore <= 0 ? (['amountMissing'] as const) : []),
    ...(!grants && decision.ore !== 0 ? (['amountNotZero'] as const) : []),
    ...(decision.reasons.trim() === '' ? (['reasonsMissing'] as const) : []),
  ]
}
