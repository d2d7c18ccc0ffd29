import { describe, expect, it } from 'vitest'
import { hostileExpressions, hostileFacts, hostilePatterns } from './hostile-expressions.testing.ts'
import { compile, evaluate, evaluateAll, LIMITS, readingWithin, verdict } from './index.ts'
import type { Pace } from './meter.ts'

const clock = { today: '2026-11-10', now: '2026-11-10T12:00:00Z' }
/** Nothing but counting stops these in time. */
const patient: Partial<Pace> = { ruleMs: 20_000, batchMs: 20_000, engineMs: 20_000 }

/** A clock that goes on by so many milliseconds each time it is looked at; the engine's own watch stays out of it. */
function ticking(ms: number): Partial<Pace> {
  let at = 0
  return { elapsed: () => (at += ms), engineMs: 20_000 }
}

describe('a rule has 200 milliseconds', () => {
  const walk = 'count(xs[item > 4999])'

  it('and when they have gone it is for a person to judge, never a no', () => {
    const still = evaluate(walk, hostileFacts, { ...clock, pace: { elapsed: () => 0, engineMs: 20_000 } })
    expect(still).toEqual({ kind: 'value', value: 5_000 })
    const slow = evaluate(`${walk} = 1`, hostileFacts, { ...clock, pace: ticking(30) })
    expect(slow).toMatchObject({ kind: 'error', reason: 'timeout', message: 'took too long' })
    expect(verdict(slow)).toBe('unknown')
  })

  it('from its own beginning: those before it have their answers, and so have those after it', () => {
    const items = ['1 + 1', walk, '2 + 2'].map((expression, index) => ({ key: String(index), expression }))
    const outcomes = evaluateAll(items, hostileFacts, { ...clock, pace: ticking(30) })
    expect([...outcomes.values()]).toMatchObject([{ value: 2 }, { reason: 'timeout' }, { value: 4 }])
  })

  it.each([
    ['a walk', 'every x in xs satisfies x >= 0'],
    ['a sorting', 'sort(texts)'],
    ['distinct values', 'distinct values(texts)'],
    ['texts that grow', 'for x in texts return t + x'],
    ['a comparison of long lists', 'xs = xs and rows = rows'],
  ])('also inside %s', (_what, expression) => {
    expect(evaluate(expression, hostileFacts, { ...clock, pace: ticking(150) })).toMatchObject({ reason: 'timeout' })
  })

  it('also inside a pattern, where only the engine can stop it; the next rule has its turn', () => {
    const items = ['matches(t, "^.*.*.*b$")', '2 + 2'].map((expression, index) => ({ key: String(index), expression }))
    const outcomes = evaluateAll(items, hostileFacts, { ...clock, pace: { elapsed: () => 0, engineMs: 50 } })
    expect([...outcomes.values()]).toMatchObject([{ kind: 'error', reason: 'timeout' }, { value: 4 }])
  })
})

describe('a page of 60 conditions has one second in all', () => {
  const items = Array.from({ length: 60 }, (_none, n) => ({ key: `c${n}`, expression: `count(xs[item > ${n}]) > 0` }))
  const reasons = (pace: Partial<Pace>, purse?: { leftMs: number }) => {
    const outcomes = [...evaluateAll(items, hostileFacts, { ...clock, pace, ...(purse ? { purse } : {}) }).values()]
    return outcomes.map((each) => (each.kind === 'error' ? each.reason : each.kind))
  }

  it('what is not reached within it is for a person to judge', () => {
    const found = reasons(ticking(30))
    expect(found.filter((each) => each === 'timeout').length).toBeLessThanOrEqual(LIMITS.batchMs / LIMITS.ruleMs)
    expect(found.at(-1)).toBe('not-reached')
    expect(found).toHaveLength(60)
  })

  it('and all are answered where none of them is slow', () => {
    expect(new Set(reasons({ elapsed: () => 0, engineMs: 20_000, batchMs: 20_000 }))).toEqual(new Set(['value']))
  })

  it('and several batches can share what there is', () => {
    const purse = { leftMs: 100 }
    expect(reasons(ticking(30), purse).at(0)).toBe('timeout')
    expect(purse.leftMs).toBeLessThanOrEqual(0)
    expect(new Set(reasons(ticking(30), purse))).toEqual(new Set(['not-reached']))
  })
})

describe('reading a rule ends too', () => {
  it('a million accents are refused before anybody puts them in order', () => {
    expect(compile(`a${'\u0301\u0323'.repeat(500_000)}`)).toMatchObject({ errors: [{ key: 'too-long' }] })
  })

  it('brackets too deep are told where the first of them stands', () => {
    const found = compile('('.repeat(1_000))
    expect(found).toMatchObject({ errors: [{ key: 'too-deep', from: LIMITS.nesting }] })
    expect(compile(`"${'('.repeat(1_000)}" = x /* ${'['.repeat(1_000)} */`)).not.toHaveProperty('errors')
  })

  it('a document whose time is used has the rest of its expressions told, as things to mend', () => {
    expect(readingWithin(0, () => compile('never + read + before'))).toMatchObject({ errors: [{ key: 'timeout', from: 0 }] })
    expect(compile('never + read + before')).not.toHaveProperty('errors')
  })
})

describe('hostile expressions end, with an answer, as unknown or with a reason', () => {
  process.env['TORG_CANARY'] = 'SECRET'
  const shown = (expression: string) => [expression.length > 60 ? `${expression.slice(0, 57)}…` : expression, expression] as const

  it.each(hostileExpressions.map(shown))('%s by counting alone', (_shown, expression) => {
    const outcome = evaluate(expression, hostileFacts, { ...clock, pace: patient })
    expect(outcome).not.toMatchObject({ reason: 'timeout' })
    expect(outcome).not.toMatchObject({ reason: 'internal' })
    const written = JSON.stringify(outcome)
    expect(written).not.toMatch(/SECRET|native code|\[object/)
    expect(written.length).toBeLessThan(2_000_000)
  })

  it.each(hostilePatterns.map(shown))('%s by counting or by the engine', (_shown, expression) => {
    const outcome = evaluate(expression, hostileFacts, { ...clock, pace: { elapsed: () => 0, engineMs: 50 } })
    expect(outcome).not.toMatchObject({ reason: 'internal' })
    expect(JSON.stringify(outcome).length).toBeLessThan(2_000_000)
  })
})
