import { FeelFailure } from '../failure.ts'
import { order } from '../operators.ts'
import { roundDigits, type Rounding } from '../rounding.ts'
import { numberValue, typeOf, type Value } from '../values.ts'
import { define, type FunctionSpec } from './spec.ts'

/** Rounds at a decimal place by the number's own digits, so that 1.005 to two places is 1.01 and not 1.00. */
export function roundTo(value: number, scale: number, how: Rounding): number {
  if (!Number.isInteger(scale) || scale < -12 || scale > 12)
    throw new FeelFailure('bad-argument', 'the scale is a whole number from -12 to 12')
  return numberValue(roundDigits(value, scale, how))
}

const rounding = (how: Rounding): FunctionSpec =>
  define<[number, number]>(
    [
      ['n', 'number'],
      ['scale', 'number'],
    ],
    ([n, scale]) => roundTo(n, scale, how),
  )
const toWhole = (how: Rounding): FunctionSpec =>
  define<[number, number?]>(
    [
      ['n', 'number'],
      ['scale', 'number?'],
    ],
    ([n, scale]) => roundTo(n, scale ?? 0, how),
  )

function numbersOf(list: readonly Value[]): readonly number[] {
  for (const item of list) if (typeof item !== 'number') throw new FeelFailure('type', `a ${typeOf(item)} among numbers`)
  return list as readonly number[]
}

const over = (fold: (list: readonly number[]) => number | null): FunctionSpec =>
  define<readonly Value[]>([['list', 'any']], (list) => fold(numbersOf(list)), { variadic: true })

/** Least or greatest of numbers, dates or texts; of nothing there is none (null). */
const extreme = (direction: 1 | -1): FunctionSpec =>
  define<readonly Value[]>(
    [['list', 'any']],
    (list) => {
      const [first, ...rest] = list
      if (first === undefined) return null
      order(first, first)
      return rest.reduce((best, item) => (order(item, best) * direction > 0 ? item : best), first)
    },
    { variadic: true },
  )

const total = (list: readonly number[]): number => list.reduce((sum, item) => numberValue(sum + item), 0)

export const NUMBER_FUNCTIONS: Record<string, FunctionSpec> = {
  abs: define<[number]>([['n', 'number']], ([n]) => Math.abs(n)),
  floor: toWhole('floor'),
  ceiling: toWhole('ceiling'),
  decimal: rounding('half even'),
  'round up': rounding('up'),
  'round down': rounding('down'),
  'round half up': rounding('half up'),
  'round half down': rounding('half down'),
  modulo: define<[number, number]>(
    [
      ['dividend', 'number'],
      ['divisor', 'number'],
    ],
    ([a, b]) => {
      if (b === 0) throw new FeelFailure('not-a-number', 'division by zero')
      return numberValue(a - b * Math.floor(a / b))
    },
  ),
  min: extreme(-1),
  max: extreme(1),
  /** The sum of no numbers is 0: a budget without lines costs nothing. */
  sum: over(total),
  mean: over((list) => (list.length === 0 ? null : numberValue(total(list) / list.length))),
}
