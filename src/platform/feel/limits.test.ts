import { describe, expect, it } from 'vitest'
import { compile, evaluate, evaluateAll, LIMITS } from './index.ts'
import { safePattern } from './pattern.ts'
import { runWithin } from './watchdog.ts'

const clock = { today: '2026-03-01', now: '2026-03-01T09:30:00Z' }
// Counting alone must stop these: the watch is set so that it never would, however crowded the machine.
const patient = { ...clock, pace: { ruleMs: 20_000, batchMs: 20_000, engineMs: 20_000 } }
const long = Array.from({ length: 10_000 }, (_none, index) => index)

function timed<T>(work: () => T): { result: T; ms: number } {
  const start = performance.now()
  const result = work()
  return { result, ms: performance.now() - start }
}

describe('a rule that costs too much is stopped by counting, the same on every machine', () => {
  it.each([
    ['a range', 'for i in 1..20000 return i'],
    ['a nest of loops', 'for a in xs, b in xs return a + b'],
    ['a nest that keeps nothing', 'some a in xs, b in xs satisfies a + b < 0'],
    ['sums inside a loop', 'for a in xs return sum(xs)'],
    ['filters inside a loop', 'every a in xs satisfies count(xs[item = a]) > 0'],
    ['copies of a list', 'concatenate(xs, xs)'],
    ['texts made in a loop', 'for a in xs return upper case(t)'],
    [
      'a text that doubles',
      `{${Array.from({ length: 20 }, (_none, n) => `k${n + 1}: ${n === 0 ? 't + t' : `k${n} + k${n}`}`).join(',')}}`,
    ],
    [
      'an answer that holds itself many times',
      `{${Array.from({ length: 30 }, (_none, n) => `k${n + 1}: ${n === 0 ? '[1, 1]' : `[k${n}, k${n}]`}`).join(',')}}`,
    ],
    ['distinct values of a long list', 'distinct values(xs)'],
  ])('%s', (_what, expression) => {
    const { result, ms } = timed(() => evaluate(expression, { xs: long, t: 'x'.repeat(50_000) }, patient))
    expect(result).toMatchObject({ kind: 'error', reason: 'too-large' })
    expect(ms).toBeLessThan(20_000)
  })

  it('an ordinary walk through the longest list is allowed', () => {
    expect(evaluate('count(xs[item > 4999])', { xs: long }, clock)).toEqual({ kind: 'value', value: 5_000 })
  })

  it('facts that are too large are refused when a rule reads them', () => {
    expect(evaluate('count(xs)', { xs: [...long, 1] }, clock)).toMatchObject({ reason: 'bad-fact' })
    expect(evaluate('t = "x"', { t: 'x'.repeat(LIMITS.text + 1) }, clock)).toMatchObject({ reason: 'bad-fact' })
    const round: { inner?: unknown } = {}
    round.inner = round
    expect(evaluate('r.inner', { r: round } as never, clock)).toMatchObject({ reason: 'bad-fact' })
  })

  it('long and deep expressions are refused before they are run', () => {
    expect(compile('1 + '.repeat(1_001) + '1')).toMatchObject({ errors: [{ key: 'too-long' }] })
    expect(compile(`${'('.repeat(400)}1${')'.repeat(400)}`)).toMatchObject({ errors: [{ key: 'too-deep' }] })
    for (const part of ['(', '[', '{a:', 'if a then ', 'not(', 'a[', 'a.', '-', 'for x in y return '])
      expect(timed(() => compile(part.repeat(Math.floor(3_900 / part.length)))).ms).toBeLessThan(20_000)
  })
})

describe('what cannot be counted is stopped by the clock, and everything works afterwards', () => {
  it('a regular expression that runs away is interrupted by the engine', () => {
    const { result, ms } = timed(() => runWithin(200, () => void /^(a+)+$/.test(`${'a'.repeat(60)}b`)))
    expect(result).toBe(false)
    expect(ms).toBeLessThan(20_000)
  })

  it('an endless loop is interrupted, and cannot catch that', () => {
    const endless = (): void => {
      try {
        for (;;) performance.now()
      } catch {
        endless()
      }
    }
    expect(runWithin(100, endless)).toBe(false)
    expect(runWithin(5_000, () => undefined)).toBe(true)
  })

  it('a slow pattern ends its own rule; those before it and those after it have their answers', () => {
    const facts = { t: 'a'.repeat(9_999) }
    const items = [
      { key: 'before', expression: '1 + 1' },
      { key: 'slow', expression: 'matches(t, "^.*.*.*b$")' },
      { key: 'after', expression: '2 + 2' },
    ]
    const { result, ms } = timed(() => evaluateAll(items, facts, clock))
    expect(result.get('before')).toEqual({ kind: 'value', value: 2 })
    expect(result.get('slow')).toMatchObject({ kind: 'error', reason: 'timeout' })
    expect(result.get('after')).toEqual({ kind: 'value', value: 4 })
    expect(ms).toBeLessThan(20_000)
    expect(evaluateAll([{ key: 'after', expression: '2 + 2' }], {}, clock).get('after')).toEqual({ kind: 'value', value: 4 })
  })
})

describe('patterns are simple ones', () => {
  it.each(['^\\d{4}$', '[A-ZÆØÅ]+', '(ab|cd)', '^[^@ ]+@[^@ ]+$', 'a?b', '(?:ab)+c', 'x{2,4}'])('%s is allowed', (pattern) => {
    expect(safePattern(pattern, '')).toBeInstanceOf(RegExp)
  })

  it.each([
    '(a+)+',
    '(a|b)*',
    '(a?)*',
    '((ab)*c)+',
    '(.)\\1',
    '(?<=a)b',
    '(?=a)',
    '(?<x>a)\\k<x>',
    'a*a*a*a*',
    '(x{1,9}){1,9}',
    '[',
    'a'.repeat(201),
    'a?'.repeat(30),
    'a{0,2}'.repeat(30),
    '(?:a|)'.repeat(30),
  ])('%s is not', (pattern) => {
    expect(safePattern(pattern, '')).toBeUndefined()
  })

  it('stand in the rule and are judged when it is saved, never taken from facts', () => {
    expect(compile('matches(t, "(a+)+")')).toMatchObject({ errors: [{ key: 'unsafe-pattern' }] })
    expect(compile('matches(t, mønster)')).toMatchObject({ errors: [{ key: 'unsafe-pattern' }] })
    expect(compile('replace(t, "(a|aa)+", "x")')).toMatchObject({ errors: [{ key: 'unsafe-pattern' }] })
  })
})
