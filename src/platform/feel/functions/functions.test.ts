import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, FUNCTIONS } from '../index.ts'
import { shareOf } from './grants.ts'

const clock = { today: '2026-03-01', now: '2026-03-01T09:30:00Z' }
const value = (expression: string): unknown => {
  const outcome = evaluate(expression, {}, clock)
  return outcome.kind === 'value' ? outcome.value : outcome.kind === 'error' ? outcome.reason : 'unknown'
}

describe('dates', () => {
  it.each([
    ['add days(date("2024-02-28"), 1)', { date: '2024-02-29' }],
    ['add days(date("2026-02-28"), 1)', { date: '2026-03-01' }],
    ['add months(date("2024-01-31"), 1)', { date: '2024-02-29' }],
    ['add months(date("2026-01-31"), 1)', { date: '2026-02-28' }],
    ['add months(date("2026-03-31"), -1)', { date: '2026-02-28' }],
    ['date("2024-02-29") + @"P1Y"', { date: '2025-02-28' }],
    ['weeks before(date("2026-04-05"), 4)', { date: '2026-03-08' }],
    ['days from(date("2026-03-28"), date("2026-03-30"))', 2],
    ['days from(date("2026-10-24"), date("2026-10-26"))', 2],
    ['(date("2026-03-30") - date("2026-03-28")).days', 2],
    ['age on(date("2008-02-29"), date("2026-02-28"))', 17],
    ['age on(date("2008-02-29"), date("2026-03-01"))', 18],
    ['age on(date("2008-02-29"), date("2028-02-29"))', 20],
    ['years and months duration(date("2025-01-31"), date("2026-02-28"))', { duration: 'P1Y1M' }],
    ['years and months duration(date("2026-02-28"), date("2025-01-31")).years', -1],
    ['day of week(date("2026-11-21"))', 'Saturday'],
    ['date("2026-11-21").weekday', 6],
    ['date(2026, 4, 1) = date("2026-04-01")', true],
    ['date(2026, 2, 29)', 'forbidden'],
    ['date("2026-2-9")', 'forbidden'],
    ['add days(date("2026-01-01"), 1.5)', 'bad-argument'],
    ['duration("P3W")', 'forbidden'],
    ['duration("P1DT12H")', { duration: 'P1DT12H' }],
    ['@"P18M" = @"P1Y6M"', true],
    ['@"P1M" < @"P31D"', 'type'],
    ['date("2026-04-01") + @"PT1H"', 'type'],
  ])('%s', (expression, answer) => {
    expect(value(expression)).toEqual(answer)
  })

  it.each([
    ['2026-03-31T21:59:59Z', '2026-03-31', 'summer time: two hours before midnight UTC'],
    ['2026-03-31T22:00:00Z', '2026-04-01', 'the first second of 1 April in Oslo'],
    ['2026-01-31T22:59:59Z', '2026-01-31', 'winter time'],
    ['2026-01-31T23:00:00Z', '2026-02-01', 'the first second of February'],
    ['2026-04-01T00:30:00+02:00', '2026-04-01', 'with an offset'],
  ])('%s is %s in Oslo (%s)', (moment, day) => {
    expect(value(`date(date and time("${moment}"))`)).toEqual({ date: day })
  })

  it('the hour that the clocks skip is still one hour', () => {
    expect(value('date and time("2026-03-29T03:00:00+02:00") - date and time("2026-03-29T01:30:00+01:00")')).toEqual({
      duration: 'PT30M',
    })
  })
})

describe('amounts and rounding', () => {
  it.each([
    ['round down to(1234567, 100000)', 1_200_000],
    ['round down to(-150, 100)', -100],
    ['round to(150, 100)', 200],
    ['round to(149, 100)', 100],
    ['round to(-150, 100)', -200],
    ['share of(3333, 50)', 1_667],
    ['share of(-3333, 50)', -1_667],
    ['share of(100, 12.5)', 13],
    ['share of(9007199254740991, 100)', 9_007_199_254_740_991],
    ['share of(100.5, 50)', 'bad-argument'],
    ['round down to(100, 0)', 'bad-argument'],
    ['kr(400)', 40_000],
    ['kr(19.99)', 1_999],
    ['kr(0.001)', 'bad-argument'],
    ['round half up(1.005, 2)', 1.01],
    ['round half up(-2.5, 0)', -3],
    ['round half down(2.5, 0)', 2],
    ['round up(1.101, 2)', 1.11],
    ['round down(-1.109, 2)', -1.1],
    ['decimal(2.5, 0)', 2],
    ['decimal(3.5, 0)', 4],
    ['floor(-1.5)', -2],
    ['ceiling(-1.5)', -1],
    ['round half up(1234, -2)', 1_200],
    ['modulo(-12, 5)', 3],
  ])('%s', (expression, answer) => {
    expect(value(expression)).toEqual(answer)
  })

  it('two shares that make a hundred per cent differ from the whole by at most one øre', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
        expect(Math.abs(shareOf(amount, percent) + shareOf(amount, 100 - percent) - amount)).toBeLessThanOrEqual(1)
        expect(shareOf(amount, percent)).toBeLessThanOrEqual(amount)
      }),
    )
  })
})

describe('texts, lists and numbers from registers', () => {
  it.each([
    ['organisation number valid("974 760 673")', true],
    ['organisation number valid("974760674")', false],
    ['organisation number valid("12345")', false],
    ['account number valid("8601 11 17947")', true],
    ['account number valid("86011117948")', false],
    ['string length("blåbær")', 6],
    ['upper case("æøå")', 'ÆØÅ'],
    ['substring("søknad", -3)', 'nad'],
    ['substring("søknad", 1, 2)', 'sø'],
    ['substring("x", 0)', 'bad-argument'],
    ['split("a, b", ", ")', ['a', 'b']],
    ['string join(["a", "b"], " og ")', 'a og b'],
    ['replace("0571 Oslo", "^(\\d{4}) (.*)$", "$2 $1")', 'Oslo 0571'],
    ['matches("0571", "^\\d{4}$")', true],
    ['number("12.50")', 12.5],
    ['string(date("2026-04-01"))', '2026-04-01'],
    ['sort([3, 1, 2])', [1, 2, 3]],
    ['sort([1, "a"])', 'type'],
    ['distinct values([1, 2, 1])', [1, 2]],
    ['flatten([[1], [2, [3]]])', [1, 2, 3]],
    ['sublist([1, 2, 3], 2, 1)', [2]],
    ['index of([1, 2, 1], 1)', [1, 3]],
    ['max(date("2026-01-01"), date("2026-02-01"))', { date: '2026-02-01' }],
    ['min([3, 1, 2])', 1],
    ['max([])', null],
    ['mean([1, 2])', 1.5],
    ['all([true, false])', false],
    ['any(false, true)', true],
    ['list contains([1, 2], 2)', true],
    ['weeks before(date: date("2026-04-05"), n: 4)', { date: '2026-03-08' }],
    ['weeks before(dato: date("2026-04-05"), n: 4)', 'forbidden'],
    ['count()', 'forbidden'],
  ])('%s', (expression, answer) => {
    expect(value(expression)).toEqual(answer)
  })
})

it('every function that a rule can call stands in the description of the language', () => {
  const description = readFileSync(new URL('../../../../docs/rule-language.md', import.meta.url), 'utf8')
  const missing = [...FUNCTIONS.keys()].filter((name) => name !== '@' && !new RegExp(`\`${name}[\`(]`).test(description))
  expect(missing).toEqual([])
})
