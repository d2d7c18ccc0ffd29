import { expect, test } from 'vitest'
import { evaluate, verdict, type Facts } from '#platform/feel/index.ts'
import corpus from './checks.corpus.json' with { type: 'json' }
import { clockOf } from './form-state.ts'

/**
 * Checks as they came out under the evaluator named in the file. It is added to, never corrected: a check that was stored
 * years ago must give the same outcome under every later evaluator.
 */
test.each(corpus.checks)('A stored check comes out as it did: $expression, facts $facts, $outcome', (check) => {
  const facts = corpus.facts[check.facts] as unknown as Facts
  expect(verdict(evaluate(check.expression, facts, clockOf(corpus.today)))).toBe(check.outcome)
})

test('The corpus holds every kind of outcome', () => {
  const kinds = Map.groupBy(corpus.checks, (check) => check.outcome)
  for (const kind of ['meets', 'fails', 'unknown']) expect(kinds.get(kind)?.length, kind).toBeGreaterThan(10)
})
