import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate, type Fact } from '#platform/feel/index.ts'
import type { FactType } from './fact-types.ts'
import { search, type Search } from './satisfy.ts'

const today = '2026-11-21'
const clock = { today, now: `${today}T12:00:00Z` }
const types = new Map<string, FactType>([
  ['n', { kind: 'number', whole: true, min: 0, max: 20 }],
  ['m', { kind: 'number' }],
  ['flag', { kind: 'boolean' }],
  ['kind', { kind: 'string', options: ['a', 'b', 'c'] }],
  ['text', { kind: 'string' }],
  ['many', { kind: 'list', options: ['a', 'b', 'c'], chosen: true }],
  ['day', { kind: 'date' }],
])
const around = (): Search => ({ types, today, budget: { left: 1_000_000 } })

const number = fc.integer({ min: -2, max: 22 })
const sign = fc.constantFrom('<', '<=', '>', '>=', '=', '!=')
const atom = fc.oneof(
  fc.tuple(fc.constantFrom('n', 'm'), sign, number).map((each) => each.join(' ')),
  fc.tuple(sign).map(([each]) => `n ${each} m`),
  fc.tuple(fc.constantFrom('n', 'm'), number, number).map(([fact, a, b]) => `${fact} between ${a} and ${b}`),
  fc.tuple(number, number).map(([a, b]) => `n + ${a} > m * ${b}`),
  fc.constantFrom('flag', 'not(flag)', 'flag = null', 'is defined(n)', 'n != null', 'with default(m, 3) > 2'),
  fc.constantFrom('kind = "a"', 'kind != "b"', 'kind in ("a", "c")', 'text = "x"', 'text != "y"', 'text = kind'),
  fc.constantFrom('list contains(many, "a")', 'count(many) > 2', 'day < date("2026-01-01")', 'day >= date("2026-06-01")'),
)
const condition = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc.tuple(tie('tree'), fc.constantFrom('and', 'or'), tie('tree')).map((each) => `(${each.join(' ')})`),
    tie('tree').map((each) => `not(${each})`),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
  ),
})).tree

const maybe = (values: fc.Arbitrary<Fact>) => fc.option(values, { nil: null })
const facts = fc.record({
  n: maybe(fc.integer({ min: 0, max: 20 })),
  m: maybe(fc.oneof(fc.integer({ min: -30, max: 30 }), fc.double({ min: -30, max: 30, noNaN: true }))),
  flag: maybe(fc.boolean()),
  kind: maybe(fc.constantFrom('a', 'b', 'c')),
  text: maybe(fc.constantFrom('a', 'x', 'y', 'z', 'something else')),
  many: maybe(fc.subarray(['a', 'b', 'c'], { minLength: 1 })),
  day: maybe(fc.constantFrom({ date: '1990-01-01' }, { date: '2026-03-03' }, { date: '2026-06-01' }, { date: '2040-01-01' })),
})

const isTrue = (expression: string, given: Record<string, Fact>) => {
  const outcome = evaluate(expression, given, clock)
  return outcome.kind === 'value' && outcome.value === true
}

test('what is said never to hold, holds for no answers; what is said to be possible, some answers show', () => {
  expect.hasAssertions()
  fc.assert(
    fc.property(condition, fc.array(facts, { minLength: 30, maxLength: 30 }), (expression, tries) => {
      const found = search([{ expression, holds: (outcome) => outcome.kind === 'value' && outcome.value === true }], around())
      if (found === 'never') for (const given of tries) expect(isTrue(expression, given), expression).toBe(false)
      if (tries.some((given) => isTrue(expression, given))) expect(found).not.toBe('never')
    }),
    { numRuns: 150 },
  )
})

test('two demands that cannot both hold are found out, though each can', () => {
  const holds = (outcome: { kind: string; value?: unknown }) => outcome.value === true
  const both = ['n > m', 'm > n'].map((expression) => ({ expression, holds }))
  expect(both.map((each) => search([each], around()))).toEqual(['possible', 'possible'])
  expect(
    search(
      [
        { expression: 'flag', holds },
        { expression: 'not(flag)', holds },
      ],
      around(),
    ),
  ).toBe('never')
  expect(
    search(
      [
        { expression: 'kind = "a"', holds },
        { expression: 'text = "x"', holds },
        { expression: 'kind = "b"', holds },
      ],
      around(),
    ),
  ).toBe('never')
})

test('a part that cannot be counted through does not hide that another part never holds', () => {
  const holds = (outcome: { kind: string; value?: unknown }) => outcome.value === true
  expect(search([{ expression: 'n + m * n > 77 and (kind = "a") and kind = "b"', holds }], around())).toBe('never')
  expect(search([{ expression: 'n + m * n > 77 and (kind = "a" or kind = "b")', holds }], around())).toBe('possible')
})

test('a search that has no work left says that nothing is proven', () => {
  const budget = { left: 3 }
  expect(search([{ expression: 'n > 3 and n < 3', holds: () => false }], { types, today, budget })).toBe('unproven')
})
