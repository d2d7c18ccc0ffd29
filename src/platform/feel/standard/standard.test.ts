import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStandard, startRun } from './compile.ts'
import { isInstance, readType } from './types.ts'
import { jsonOf } from './write.ts'

/** What an expression gives, as JSON. */
function feel(text: string, names: Record<string, number | string> = {}): unknown {
  const shape = Object.fromEntries(Object.keys(names).map((name) => [name, null]))
  const run = startRun('2026-05-17T11:00:00+02:00', () => undefined)
  return jsonOf(readStandard(text, { tests: false, shape })({ names: new Map(Object.entries(names)) }, run))
}

/** A cell of tests, tried on a value. */
function cell(text: string, value: number | string | null): unknown {
  const run = startRun('2026-05-17T11:00:00+02:00', () => undefined)
  return readStandard(text, { tests: true, shape: {} })({ names: new Map([['?', value]]) }, run)
}

type Cases = readonly (readonly [expression: string, value: unknown])[]
const areas: Record<string, Cases> = {
  'numbers are exact to fifteen digits, and what has no result is nothing': [
    ['0.1 + 0.2', 0.3],
    ['1.005 * 1000', 1005],
    ['7 / 0', null],
    ['2 ** -1', 0.5],
    ['-(3 - 5)', 2],
    ['decimal(2.345, 2)', 2.34],
    ['round half up(2.345, 2)', 2.35],
    ['round up(-1.21, 1)', -1.3],
    ['floor(-1.5)', -2],
    ['modulo(-7, 3)', 2],
    ['sqrt(-1)', null],
    ['log(exp(2))', 2],
    ['odd(3) and even(4)', true],
    ['stddev(1, 2, 3, 4)', 1.29099444873581],
    ['median([9, 1, 4])', 4],
    ['mode(["a"])', null],
    ['mode([4, 1, 4, 1, 2])', [1, 4]],
    ['sum([])', null],
    ['max(1, "a")', null],
    ['"34" > 20', null],
  ],
  'null is carried, and settles only what it can': [
    ['null = null', true],
    ['1 = null', false],
    ['1 = "1"', null],
    ['null and false', false],
    ['null or true', true],
    ['null and true', null],
    ['not(null)', null],
    ['1 < null', null],
    ['if null then 1 else 2', 2],
    ['every n in [1, null] satisfies n > 0', null],
    ['some n in [1, null] satisfies n > 0', true],
  ],
  texts: [
    ['substring("kulturskole", -5)', 'skole'],
    ['substring before("post@eik.no", "@")', 'post'],
    ['substring after("post@eik.no", "@")', 'eik.no'],
    ['replace("12 500", "(\\d+) (\\d+)", "$1$2")', '12500'],
    ['matches("Å", "^\\p{Lu}$")', true],
    ['matches("b", "[a-z-[aeiou]]")', true],
    ['matches("e", "[a-z-[aeiou]]")', false],
    ['matches("a", "(?=a)")', null],
    ['split("a, b,c", ",\\s*")', ['a', 'b', 'c']],
    ['string join(["a", null, "b"], "–")', 'a–b'],
    ['string({a: [1, "b"], "c d": date("2026-05-17")})', '{a: [1, "b"], c d: 2026-05-17}'],
    ['number("1 250,5", " ", ",")', 1250.5],
    ['number(12.5)', 12.5],
    ['number(12.5, " ", ",")', null],
    ['string length("😀")', 1],
  ],
  lists: [
    ['[1, 2, 3][-1]', 3],
    ['[1, 2, 3][item > 1]', [2, 3]],
    ['[{kr: 5}, {kr: 9}][kr > 6].kr', [9]],
    ['[][1]', null],
    ['5[1]', 5],
    ['sort([3, 1, 2], function(a, b) a > b)', [3, 2, 1]],
    ['list replace([1, 2, 3], function(old, new) old > 1, 0)', [1, 0, 0]],
    ['insert before([1, 3], 2, 2)', [1, 2, 3]],
    ['union([1, 2], [2, 3])', [1, 2, 3]],
    ['flatten([[1], [[2, 3]]])', [1, 2, 3]],
    ['for i in 3..1, j in [1, 2] return i * j', [3, 6, 2, 4, 1, 2]],
    ['for i in 1..4 return if i = 1 then 1 else i * partial[-1]', [1, 2, 6, 24]],
  ],
  contexts: [
    ['{a: 1, b: a + 1}.b', 2],
    ['{a: 1, a: 2}', null],
    ['context put({a: {b: 1}}, ["a", "b"], 2)', { a: { b: 2 } }],
    ['context merge([{a: 1}, {b: 2}])', { a: 1, b: 2 }],
    ['get entries({a: 1})', [{ key: 'a', value: 1 }]],
    ['context(entries: [{key: "a", value: 1}])', { a: 1 }],
    ['get value({a: {b: 7}}, ["a", "b"])', 7],
  ],
  'dates and times': [
    ['date("2024-01-31") + duration("P1M")', '2024-02-29'],
    ['date("2026-05-17") - date("2026-05-01")', 'P16D'],
    ['@"2026-03-29T01:30:00@Europe/Oslo" + @"PT1H"', '2026-03-29T02:30:00@Europe/Oslo'],
    ['@"2026-01-01T12:00:00@Europe/Oslo".time offset', 'PT1H'],
    ['@"2026-07-01T12:00:00@Europe/Oslo" = @"2026-07-01T10:00:00Z"', true],
    ['is(@"12:00:00Z", @"13:00:00+01:00")', false],
    ['@"12:00:00Z" = @"13:00:00+01:00"', true],
    ['date and time("2026-05-17T10:00:00") - date and time("2026-05-17T09:00:00Z")', null],
    ['years and months duration(date("2020-02-29"), date("2026-02-28"))', 'P5Y11M'],
    ['years and months duration(date and time("2020-03-01T18:00:00"), date and time("2026-03-01T06:00:00Z"))', 'P6Y'],
    ['years and months duration(date and time("2026-03-01T06:00:00Z"), date and time("2020-03-01T18:00:00"))', '-P6Y'],
    ['years and months duration(date("2026-03-02"), date("2026-03-01"))', 'P0M'],
    ['week of year(date("2027-01-01"))', 53],
    ['day of week(date("2026-05-17"))', 'Sunday'],
    ['date("999999999-12-31") + @"P1D"', null],
    ['date("-0044-03-15").year', -44],
    ['date("2026-02-29")', null],
    ['duration("P3W")', null],
    ['@"P1DT36H"', 'P2DT12H'],
    ['time(23, 59, 59.5, @"-PT3H30M")', '23:59:59.5-03:30'],
    ['today()', '2026-05-17'],
  ],
  ranges: [
    ['5 in (1..5)', false],
    ['5 in (< 3, [5..6])', true],
    ['5 in [1..null]', null],
    ['(< 10) = (null..10)', false],
    ['[1..5).end included', false],
    ['range("[1..5)") = [1..5)', true],
    ['range("[5..1]")', null],
    ['overlaps before([1..4], [3..9])', true],
    ['during([2..3], [1..4])', true],
    ['met by([4..6], [1..4])', true],
    ['started by([1..4], 1)', true],
    ['for d in @"2026-05-16"..@"2026-05-17" return day of week(d)', ['Saturday', 'Sunday']],
  ],
  'functions and types': [
    ['(function(a: number, b) a + b)(b: 1, a: 2)', 3],
    ['(function(f) f(-4))(abs)', 4],
    ['(function(n: number) n)("a")', null],
    ['(function(a) a)(1, 2)', null],
    ['nobody(1)', null],
    ['1 instance of number', true],
    ['null instance of Any', false],
    ['[1, 2] instance of list<number>', true],
    ['[1..2] instance of range<string>', false],
    ['{a: 1, b: 2} instance of context<a: number>', true],
    ['(function(a: string) 1) instance of function<string> -> number', true],
    ['(function(a: string) 1) instance of function<number> -> number', false],
    ['[function(a: string) 1, function(b: date) 2] instance of list<function<number> -> number>', true],
    ['[function(a: string) 1, function(b: string) 2] instance of list<function<number> -> number>', false],
    ['[function(a: string) 1, 2] instance of list<function<string> -> number>', false],
  ],
}

describe.each(Object.entries(areas))('%s', (_area, cases) => {
  test.each(cases)('%s', (expression, value) => {
    expect(feel(expression)).toEqual(value)
  })
})

test('names may have signs and spaces where they are known', () => {
  expect(feel('own-share + cost/year', { 'own-share': 1, 'cost/year': 2 })).toBe(3)
  expect(feel('a-b', { a: 5, b: 3 })).toBe(2)
  expect(feel("the choir's name", { "the choir's name": 'Fjord' })).toBe('Fjord')
})

test('a cell of tests', () => {
  expect(cell('-', null)).toBe(true)
  expect(cell('"a", "b"', 'b')).toBe(true)
  expect(cell('not("a", "b")', 'c')).toBe(true)
  expect(cell('> 3, < 0', 2)).toBe(false)
  expect(cell('string length(?) = 3', 'abc')).toBe(true)
})

const day = fc.record({ year: fc.integer({ min: -9999, max: 99999 }), days: fc.integer({ min: -400_000, max: 400_000 }) })

test('days added and taken away again are the same day, and the difference is the days', () => {
  fc.assert(
    fc.property(day, ({ year, days }) => {
      const text = `date(${year}, 3, 1)`
      expect(feel(`${text} + @"P1D" * ${days} - @"P1D" * ${days} = ${text}`)).toBe(true)
      expect(feel(`(${text} + @"P1D" * ${days}) - ${text} = @"P1D" * ${days}`)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -120_000, max: 120_000 }), (seconds, months) => {
      expect(feel(`duration(string(@"PT1S" * ${seconds})) = @"PT1S" * ${seconds}`)).toBe(true)
      expect(feel(`duration(string(@"P1M" * ${months})) = @"P1M" * ${months}`)).toBe(true)
      expect(
        feel(
          `date and time(string(@"1970-01-01T00:00:00Z" + @"PT1S" * ${seconds})) - @"1970-01-01T00:00:00Z" = @"PT1S" * ${seconds}`,
        ),
      ).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('two ranges stand to one another in one way, told from either side', () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean())
    .map(([start, size, from, to]) => `${from ? '[' : '('}${start}..${start + size}${to ? ']' : ')'}`)
  const turned: readonly (readonly [string, string])[] = [
    ['before', 'after'],
    ['meets', 'met by'],
    ['overlaps', 'overlaps'],
    ['finishes', 'finished by'],
    ['during', 'includes'],
    ['starts', 'started by'],
    ['coincides', 'coincides'],
  ]
  fc.assert(
    fc.property(range, range, (a, b) => {
      for (const [one, other] of turned) expect(feel(`${one}(${a}, ${b}) = ${other}(${b}, ${a})`)).toBe(true)
      expect(feel(`before(${a}, ${b}) and overlaps(${a}, ${b})`)).toBe(false)
      expect(feel(`if coincides(${a}, ${b}) then during(${a}, ${b}) and starts(${a}, ${b}) else true`)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('a type that is none is not read', () => {
  expect(readType('list<nothing>')).toBe(undefined)
  expect(readType('context<a: number')).toBe(undefined)
  expect(isInstance(1, readType('Any') ?? { kind: 'list', of: { kind: 'any' } })).toBe(true)
})
