import { evaluate as feelinEvaluate } from 'feelin'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import packageOfFeelin from 'feelin/package.json' with { type: 'json' }
import { evaluate, EVALUATOR_VERSION, type Facts, type Outcome } from './index.ts'

const clock = { today: '2026-03-01', now: '2026-03-01T09:30:00Z' }
const NUMBERS = ['antall medlemmer', 'søkt beløp', 'år']
const TRUTHS = ['er frivillig', 'har styre', 'åpent']

/** Expressions that are well typed, with numbers and truths by name. */
const { truth } = fc.letrec<{ number: string; truth: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...NUMBERS),
    fc.integer({ min: -5, max: 5 }).map(String),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `max(${a}, ${b})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `sum(for i in [${a}, ${b}] return i + 1)`),
  ),
  truth: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...TRUTHS, 'true', 'false'),
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '=', '!=', '>=', '>'), tie('number'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('truth').map((a) => `not(${a})`),
    fc
      .tuple(tie('number'), tie('number'), tie('number'))
      .map(([a, b, c]) => `(${a} between min(${b}, ${c}) and max(${b}, ${c}))`),
    fc.tuple(tie('number'), tie('number'), tie('number')).map(([a, b, c]) => `(${a} in (${b}, > ${c}))`),
    fc
      .tuple(fc.constantFrom('some', 'every'), tie('number'), tie('number'), tie('truth'))
      .map(([q, a, b, c]) => `(${q} x in [${a}, ${b}] satisfies x > 0 and ${c})`),
    fc.tuple(tie('number'), tie('number'), tie('number')).map(([a, b, c]) => `(count([${a}, ${b}][item > ${c}]) = 1)`),
  ),
}))

const everything = fc.record({
  ...Object.fromEntries(NUMBERS.map((name) => [name, fc.integer({ min: -3, max: 3 })])),
  ...Object.fromEntries(TRUTHS.map((name) => [name, fc.boolean()])),
}) as fc.Arbitrary<Record<string, number | boolean>>

const ask = (expression: string, facts: Facts): Outcome => evaluate(expression, facts, clock)

describe('unknown, for any rule', () => {
  it('with every fact known there is always an answer', () => {
    fc.assert(
      fc.property(truth, everything, (expression, facts) => {
        expect(ask(expression, facts)).toMatchObject({ kind: 'value' })
      }),
      { numRuns: 400 },
    )
  })

  it('an answer given with facts missing is the answer whatever those facts turn out to be', () => {
    fc.assert(
      fc.property(truth, everything, fc.subarray([...NUMBERS, ...TRUTHS]), (expression, facts, hidden) => {
        const partial = Object.fromEntries(
          Object.entries(facts).map(([name, value]) => [name, hidden.includes(name) ? null : value]),
        )
        const early = ask(expression, partial)
        // an answer must stand; an unknown must name only what was hidden
        const stands = early.kind === 'value' ? early : ask(expression, facts)
        expect(ask(expression, facts)).toEqual(stands)
        const missing = early.kind === 'unknown' ? early.missing : []
        expect(hidden).toEqual(expect.arrayContaining(missing))
        expect(early.kind).not.toBe('error')
      }),
      { numRuns: 600 },
    )
  })

  it('a fact that is absent and one that is null are the same', () => {
    fc.assert(
      fc.property(truth, everything, fc.subarray([...NUMBERS, ...TRUTHS]), (expression, facts, hidden) => {
        const kept = Object.entries(facts).filter(([name]) => !hidden.includes(name))
        const nulls = hidden.map((name) => [name, null] as const)
        expect(ask(expression, Object.fromEntries(kept))).toEqual(ask(expression, Object.fromEntries([...kept, ...nulls])))
      }),
      { numRuns: 200 },
    )
  })
})

describe('beside the reference interpreter', () => {
  it('with every fact known our answer is feelin’s answer', () => {
    fc.assert(
      fc.property(truth, everything, (expression, facts) => {
        const ours = ask(expression, facts)
        expect(ours).toEqual({ kind: 'value', value: feelinEvaluate(expression, facts).value })
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['[1,2,3,4][item > 2]'],
    ['for i in 3..1 return i'],
    ['[1,2,3][-1]'],
    ['"blå" + "bær"'],
    ['contains("søknad", "knad")'],
    ['substring("foobar", 3, 2)'],
    ['10 - 2 - 3'],
    ['2 + 3 * 4 ** 2'],
    ['-2 ** 2'],
    ['1 in [1..3)'],
    ['3 in [1..3)'],
    ['not(1 in (2, 3))'],
    ['{ a: 1, b: { c: 2 } }.b.c'],
    ['[{ a: 1 }, { a: 2 }].a'],
    ['modulo(-12, 5)'],
    ['decimal(1/3, 2)'],
    ['floor(-3.1)'],
    ['years and months duration(date("2020-01-31"), date("2026-03-01")).years'],
    ['(date("2026-03-01") - date("2026-02-01")).days'],
    ['date("2024-01-31") + duration("P1M") = date("2024-02-29")'],
    ['every x in [] satisfies x > 1'],
    ['some x in [1,2], y in [2,3] satisfies x = y'],
    ['string join(["a","b"], "-")'],
    ['split("a;b", ";")'],
    ['replace("abcd", "(ab)|(a)", "[1=$1]")'],
    ['1 instance of number'],
    ['all([true, true])'],
    ['distinct values([1, 2, 1])'],
  ])('%s', (expression) => {
    expect(ask(expression, {})).toEqual({ kind: 'value', value: feelinEvaluate(expression, {}).value })
  })

  it('parts ways on purpose where FEEL would answer no without knowing', () => {
    const silent: [string, unknown][] = [
      ['x = 3', false],
      ['x != 3', true],
      ['if x then 1 else 2', 2],
      ['count([{ a: 1 }, { a: null }][a > 0])', 1],
      ['x in (1, 2)', false],
    ]
    for (const [expression, feelinSays] of silent) {
      expect(feelinEvaluate(expression, {}).value).toEqual(feelinSays)
      expect(ask(expression, {}).kind).toBe('unknown')
    }
  })

  it('the stored version names the grammar that is installed', () => {
    expect(EVALUATOR_VERSION).toBe(`torg-feel-2/feelin-${packageOfFeelin.version}`)
  })
})

describe('nothing that is typed brings it down', () => {
  it('any text is an answer, an unknown or an error', () => {
    const word = fc.constantFrom(
      'a',
      'not',
      'for',
      'in',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '"',
      '1',
      '.',
      '..',
      ',',
      'if',
      'then',
      'else',
      '=',
      '<',
      'null',
      '-',
      '@',
      'date',
      '?',
      ':',
      'satisfies',
      'some',
      'and',
      'function',
      '\\',
      'å',
      '\n',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
        ),
        (expression) => {
          const outcome = ask(expression, { a: 1 })
          expect(outcome).not.toMatchObject({ reason: 'internal' })
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
