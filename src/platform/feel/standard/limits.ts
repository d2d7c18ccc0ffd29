/** What one DMN evaluation may cost. A reached limit ends it with an error, never with a wrong answer. */
export const STANDARD_LIMITS = {
  /** characters in an expression */
  expression: 20_000,
  /** steps, about one per call, item and list entry */
  steps: 2_000_000,
  /** calls within calls */
  depth: 200,
  /** characters in a result, about */
  result: 20_000_000,
  /** milliseconds for a whole evaluation */
  totalMs: 5_000,
} as const
