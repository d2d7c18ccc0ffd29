import { FeelFailure } from './failure.ts'
import { LIMITS } from './limits.ts'

/** How long things may take. All but `elapsed` and `engineMs` are told by `elapsed`, so that a test can hand in a clock of its own. */
export interface Pace {
  /** milliseconds gone by since any moment */
  readonly elapsed: () => number
  /** for one expression */
  readonly ruleMs: number
  /** for a whole batch */
  readonly batchMs: number
  /** of real time, after which the engine itself stops one expression, also inside a pattern */
  readonly engineMs: number
}

export const USUAL_PACE: Pace = {
  elapsed: () => performance.now(),
  ruleMs: LIMITS.ruleMs,
  batchMs: LIMITS.batchMs,
  engineMs: LIMITS.ruleMs,
}

export const TOO_LONG = 'took too long'

/**
 * Counts the work of one expression, and looks at the clock now and then while it does.
 * @param steps how much work there is to use
 * @param until when it must be done, by `elapsed`
 * @returns throws `too-large` when the work is used, `timeout` when the time is
 */
export function meter(steps: number, until: number, elapsed: () => number): (used: number) => void {
  let left = steps
  let look = left - LIMITS.look
  return (used) => {
    left -= used
    if (left < 0) throw new FeelFailure('too-large', 'more work than one rule may do')
    if (left > look) return
    look = left - LIMITS.look
    if (elapsed() > until) throw new FeelFailure('timeout', TOO_LONG)
  }
}
