import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate, evaluateAll, verdict, type Facts } from './index.ts'

// Counting must stop everything but patterns: the watch is set so that it never would, however crowded the machine.
const patient = { today: '2026-11-10', now: '2026-11-10T12:00:00Z', pace: { ruleMs: 20_000, batchMs: 20_000, engineMs: 20_000 } }
const names = fc.constantFrom(
  ...'xs t a a.b answer.constructor answer.__proto__ a.__proto__.leak constructor __proto__ leak toString process'.split(' '),
  ...'process.env globalThis this item xs.length t.length a.hasOwnProperty valueOf'.split(' '),
)
const facts = { xs: Array.from({ length: 10_000 }, (_none, n) => n), t: 'a'.repeat(10_000), a: { b: 1 }, answer: { c: 'x' } }

/** Expressions of any shape, most of them wrong, many of them without an end. */
const { any } = fc.letrec<{ any: string }>((tie) => {
  const inner = tie('any')
  const two = (join: (a: string, b: string) => string) => fc.tuple(inner, inner).map(([a, b]) => join(a, b))
  return {
    any: fc.oneof(
      { depthSize: 'small', maxDepth: 5 },
      names,
      fc.constantFrom(
        '1',
        '1e9',
        '"x"',
        'null',
        'true',
        '1..10000',
        '1..1000000000',
        '-1',
        '@"P1M"',
        'today()',
        '[1, 2]',
        '{k: 1}',
      ),
      two((a, b) => `for i in ${a} return ${b}`),
      two((a, b) => `for i in 1..9999, j in ${a} return ${b}`),
      two((a, b) => `some i in ${a} satisfies ${b}`),
      two((a, b) => `every i in ${a} satisfies ${b}`),
      two((a, b) => `(${a})[${b}]`),
      two((a, b) => `${a} + ${b}`),
      two((a, b) => `${a} ** ${b}`),
      two((a, b) => `${a} = ${b}`),
      two((a, b) => `{k: ${a}, l: ${b}}.l`),
      two((a, b) => `if ${a} then ${b} else ${a}`),
      two((a, b) => `concatenate(${a}, ${b})`),
      inner.map((a) => `(${a}).constructor`),
      inner.map((a) => `string(${a})`),
      inner.map((a) => `sort(${a}, function(x, y) x < y)`),
      inner.map((a) => `matches(${a}, "^a{1,9}b?$")`),
      inner.map((a) => `replace(${a}, "a", "aaaaaaaaaa")`),
      inner.map((a) => `split(${a}, "a")`),
      inner.map((a) => `distinct values(${a})`),
    ),
  }
})

test('no rule reads outside its facts, goes on without end or falls over', () => {
  Object.defineProperty(Object.prototype, 'leak', { value: 'SECRET', configurable: true, enumerable: false })
  process.env['TORG_CANARY'] = 'SECRET'
  try {
    fc.assert(
      fc.property(any, (expression) => {
        const outcome = evaluate(expression, facts, patient)
        expect(['value', 'unknown', 'error']).toContain(outcome.kind)
        expect(outcome).not.toMatchObject({ reason: 'timeout' })
        expect(outcome).not.toMatchObject({ reason: 'internal' })
        expect(JSON.stringify(outcome)).not.toMatch(/SECRET|native code|TORG_CANARY/)
        expect(['meets', 'fails', 'unknown']).toContain(verdict(outcome))
      }),
      { numRuns: 150 },
    )
  } finally {
    Reflect.deleteProperty(Object.prototype, 'leak')
    delete process.env['TORG_CANARY']
  }
})

test('facts with any names and values are only facts, and one rule’s fall is no other’s', () => {
  const name = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'a', 'date', 'ore', 'kind'), fc.string({ maxLength: 5 }))
  const any = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.constantFrom<unknown>(null, undefined, NaN, Infinity, -0, 2 ** 60, '', '2026-02-30', true),
      fc.string(),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.array(fc.tuple(name, tie('any')), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
      fc.constantFrom<unknown>(new Date(0), () => 'SECRET', Symbol('x'), 1n, new Map([['a', 1]])),
    ),
  })).any
  fc.assert(
    fc.property(any, (fact) => {
      const rules = ['a', 'a.b', 'a = 1', 'count(a)', 'a.constructor', 'a.__proto__', 'string(a)', 'a[1]', '1 + 1']
      const outcomes = evaluateAll(
        rules.map((expression) => ({ key: expression, expression })),
        { a: fact } as Facts,
        patient,
      )
      expect(outcomes.get('1 + 1')).toEqual({ kind: 'value', value: 2 })
      for (const rule of rules) {
        expect(outcomes.get(rule)).not.toMatchObject({ reason: 'internal' })
        expect(JSON.stringify(outcomes.get(rule))).not.toMatch(/SECRET|native code/)
      }
    }),
    { numRuns: 200 },
  )
})
