import { roundDigits, type Rounding } from '../../rounding.ts'
import { negative } from '../arithmetic.ts'
import { compare, identical, order } from '../compare.ts'
import { numberOr, type FunctionValue, type Value } from '../values.ts'
import { define, defineOver } from './spec.ts'

const rounding = (how: Rounding): FunctionValue =>
  define(['n: number, scale: number', ([n, scale]: [number, number]) => rounded(n, scale, how)])
const toWhole = (how: Rounding): FunctionValue =>
  define(['n: number, scale?: number', ([n, scale]: [number, number?]) => rounded(n, scale ?? 0, how)])

function rounded(n: number, scale: number, how: Rounding): Value {
  const places = Math.trunc(scale)
  if (places < -6111 || places > 6176) return null
  // a number has no digits further out than this
  return places > 320 ? n : numberOr(roundDigits(n, Math.max(places, -320), how))
}

/** Of numbers only: anything else among them makes the whole null, and so does there being none. */
const over = (fold: (numbers: readonly number[]) => Value): FunctionValue =>
  defineOver((items, run) => {
    const numbers = items.filter((item) => typeof item === 'number')
    return numbers.length === items.length && items.length > 0 ? fold(numbers) : run.note('numbers are needed')
  })

const extreme = (direction: 1 | -1): FunctionValue =>
  defineOver((items, run) => {
    let best = items[0] ?? null
    for (const item of items) {
      const by = order(item, best)
      if (by === null) return run.note('the values have no order')
      if (by * direction > 0) best = item
    }
    return best
  })

const total = (numbers: readonly number[]): number => numbers.reduce((sum, item) => numberOr(sum + item) ?? NaN, 0)
const one = (call: (n: number) => Value): FunctionValue => define(['number: number', ([n]: [number]) => call(n)])
const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b)

function median(numbers: readonly number[]): Value {
  const all = sorted(numbers)
  const middle = all.length / 2
  const [low = 0, high = 0] = [all[Math.ceil(middle) - 1], all[Math.floor(middle)]]
  return numberOr((low + high) / 2)
}

function deviation(numbers: readonly number[]): Value {
  if (numbers.length < 2) return null
  const mean = total(numbers) / numbers.length
  return numberOr(Math.sqrt(total(numbers.map((n) => (n - mean) ** 2)) / (numbers.length - 1)))
}

function mode(numbers: readonly number[]): Value {
  const counts = new Map<number, number>()
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return sorted([...counts].filter(([, count]) => count === most).map(([n]) => n))
}

export const NUMBER_FUNCTIONS: Record<string, FunctionValue> = {
  abs: define(['n: number|months|span', ([n]: [Value]) => (compare('<', n, zeroLike(n)) ? negative(n) : n)]),
  floor: toWhole('floor'),
  ceiling: toWhole('ceiling'),
  decimal: rounding('half even'),
  'round up': rounding('up'),
  'round down': rounding('down'),
  'round half up': rounding('half up'),
  'round half down': rounding('half down'),
  modulo: define([
    'dividend: number, divisor: number',
    ([a, b]: [number, number]) => (b === 0 ? null : numberOr(a - b * Math.floor(numberOr(a / b) ?? 0))),
  ]),
  sqrt: one((n) => (n < 0 ? null : numberOr(Math.sqrt(n)))),
  log: one((n) => (n <= 0 ? null : numberOr(Math.log(n)))),
  exp: one((n) => numberOr(Math.exp(n))),
  odd: one((n) => (Number.isInteger(n) ? n % 2 !== 0 : null)),
  even: one((n) => (Number.isInteger(n) ? n % 2 === 0 : null)),
  min: extreme(-1),
  max: extreme(1),
  sum: over((numbers) => numberOr(total(numbers))),
  product: over((numbers) => numberOr(numbers.reduce((made, n) => numberOr(made * n) ?? NaN, 1))),
  mean: over((numbers) => numberOr(total(numbers) / numbers.length)),
  median: over(median),
  stddev: over(deviation),
  mode: defineOver((items, run) => {
    const numbers = items.filter((item) => typeof item === 'number')
    if (numbers.length < items.length) return run.note('numbers are needed')
    return items.length === 0 ? [] : mode(numbers)
  }),
  not: define(['negand: any', ([value]: [Value]) => (typeof value === 'boolean' ? !value : null)]),
  /** Whether the two are the very same: a time with and one without zone are not. */
  is: define(['value1?: any, value2?: any', ([a, b]: [Value?, Value?]) => identical(a ?? null, b ?? null)]),
}

function zeroLike(value: Value): Value {
  if (typeof value === 'number') return 0
  return (value as { kind: string }).kind === 'months' ? { kind: 'months', amount: 0 } : { kind: 'span', nanos: 0n }
}
