/** What one rule may cost. Reached limits end as an error outcome, never as a wrong answer. */
export const LIMITS = {
  /** characters in an expression */
  expression: 4_000,
  /** levels of nesting in an expression */
  nesting: 150,
  /** items in any list or range that is walked */
  list: 10_000,
  /** characters in any text that is made or given */
  text: 100_000,
  /** characters that a pattern is tried on */
  patternInput: 10_000,
  /** characters in a pattern */
  pattern: 200,
  /** steps (about one per operator evaluated) for one expression: counted, so the same on every machine */
  steps: 500_000,
  /** levels of nesting in a fact */
  factDepth: 12,
  /** steps between two looks at the clock */
  look: 256,
  /** milliseconds for one expression: what is counted ends long before, so a crowded machine must not reach it */
  ruleMs: 200,
  /** milliseconds for a whole batch, and for all the rounds in which one form is worked out */
  batchMs: 1_000,
  /** milliseconds for reading one expression, its length and depth being bounded already */
  readMs: 1_000,
} as const
