import { hostileExpressions, hostileFacts, hostilePatterns } from '#platform/feel/hostile-expressions.testing.ts'
import { evaluate, evaluateAll } from '#platform/feel/index.ts'

const clock = { today: '2026-11-10', now: '2026-11-10T12:00:00Z' }

/** Milliseconds by the clock, each expression read and run once with nothing kept. */
export interface HostileFigures {
  expressions: number
  /** those that had an answer or were unknown, were refused when read, were stopped by counting, were stopped by the clock */
  outcomes: { answered: number; refused: number; counted: number; late: number }
  worst: { ms: number; expression: string }
  /** sixty conditions of one form, all of the slowest kind */
  pageMs: number
  grownMb: number
}

/** How long the worst expressions we know of may keep the server, one by one and as a whole page of them. */
export function hostileBench(): HostileFigures {
  const outcomes: HostileFigures['outcomes'] = { answered: 0, refused: 0, counted: 0, late: 0 }
  const expressions = [...hostileExpressions, ...hostilePatterns]
  let worst = { ms: 0, expression: '' }
  const before = process.memoryUsage().rss
  for (const expression of expressions) {
    const start = performance.now()
    const outcome = evaluate(expression, hostileFacts, clock)
    const ms = performance.now() - start
    if (ms > worst.ms) worst = { ms, expression: expression.slice(0, 40) }
    if (outcome.kind !== 'error') outcomes.answered += 1
    else if (outcome.reason === 'timeout') outcomes.late += 1
    else if (outcome.reason === 'syntax' || outcome.reason === 'forbidden') outcomes.refused += 1
    else outcomes.counted += 1
  }
  const slow = Array.from({ length: 60 }, (_none, n) => ({ key: String(n), expression: `matches(t, "^.*.*.*b${n}$")` }))
  const start = performance.now()
  evaluateAll(slow, hostileFacts, clock)
  const pageMs = performance.now() - start
  const grownMb = (process.memoryUsage().rss - before) / 1e6
  return { expressions: expressions.length, outcomes, worst, pageMs, grownMb }
}
