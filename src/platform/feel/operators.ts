import { addMonths, dateOfDay } from './dates.ts'
import { FeelFailure } from './failure.ts'
import {
  isUnknown,
  numberValue,
  textValue,
  typeOf,
  unknownOf,
  type DateValue,
  type DurationValue,
  type Entries,
  type InstantValue,
  type RangeValue,
  type TypeName,
  type Unknown,
  type Value,
} from './values.ts'

/** true, false, or unknown with what is missing. */
export type Truth = boolean | Unknown
export type Sign = '<' | '<=' | '>' | '>='

function mismatch(a: TypeName, b: TypeName, what: string): never {
  throw new FeelFailure('type', `cannot ${what} ${a} and ${b}`)
}

/** A truth, or a type failure: 5 is neither true nor false. */
export function truthOf(value: Value): Truth {
  if (typeof value === 'boolean') return value
  if (isUnknown(value)) return value ?? unknownOf()
  throw new FeelFailure('type', `a ${typeOf(value)} is neither true nor false`)
}

/** True when all are, false when any is not, otherwise unknown; looks no further than it must. */
export function allOf(truths: Iterable<Truth>): Truth {
  return settle(truths, false)
}

/** True when any is, false when none is, otherwise unknown. */
export function anyOf(truths: Iterable<Truth>): Truth {
  return settle(truths, true)
}

function settle(truths: Iterable<Truth>, decisive: boolean): Truth {
  let gap: Unknown | undefined
  for (const truth of truths) {
    if (truth === decisive) return decisive
    if (typeof truth === 'object') gap = gap ? unknownOf(gap, truth) : truth
  }
  return gap ?? !decisive
}

/** Counts work: what is small may hold the same thing many times, and looking through it all is long. */
type Spend = (steps: number) => void

/** Whether two values are the same; different types are an author's mistake, not a no. */
export function equal(a: Value, b: Value, spend: Spend): Truth {
  if (isUnknown(a) || isUnknown(b)) return unknownOf(a, b)
  const type = typeOf(a)
  if (type !== typeOf(b)) return mismatch(type, typeOf(b), 'compare')
  if (type === 'number' || type === 'string' || type === 'boolean') return a === b
  if (type === 'list') return equalLists(a as readonly Value[], b as readonly Value[], spend)
  if (type === 'context') return equalEntries(a as Entries, b as Entries, spend)
  if (type === 'range') {
    const [x, y] = [a as RangeValue, b as RangeValue]
    if (x.startIn !== y.startIn || x.endIn !== y.endIn) return false
    return allOf([equal(x.start, y.start, spend), equal(x.end, y.end, spend)])
  }
  return orderKey(a) === orderKey(b)
}

function equalLists(a: readonly Value[], b: readonly Value[], spend: Spend): Truth {
  if (a.length !== b.length) return false
  spend(a.length)
  return allOf(a.map((item, index) => equal(item, b[index] ?? null, spend)))
}

function equalEntries(a: Entries, b: Entries, spend: Spend): Truth {
  spend(a.size)
  if (a.size !== b.size || [...a.keys()].some((key) => !b.has(key))) return false
  return allOf([...a].map(([key, item]) => equal(item, b.get(key) ?? null, spend)))
}

function orderKey(value: Value): number | string {
  if (typeof value === 'number' || typeof value === 'string') return value
  const single = value as DateValue | InstantValue | DurationValue
  if (single?.kind === 'date') return single.day
  if (single?.kind === 'instant') return single.ms
  if (single?.kind === 'months' || single?.kind === 'span') return single.amount
  throw new FeelFailure('type', `a ${typeOf(value)} has no order`)
}

/** Below zero, zero or above zero for two known values of one type; a type failure otherwise. */
export function order(a: Value, b: Value): number {
  if (typeOf(a) !== typeOf(b)) return mismatch(typeOf(a), typeOf(b), 'compare')
  const [x, y] = [orderKey(a), orderKey(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** `a < b` and its kin; a text is never taken for a number ("34" >= 20 is a type failure). */
export function compare(sign: Sign, a: Value, b: Value): Truth {
  if (isUnknown(a) || isUnknown(b)) return unknownOf(a, b)
  const by = order(a, b)
  if (sign === '<') return by < 0
  if (sign === '<=') return by <= 0
  return sign === '>' ? by > 0 : by >= 0
}

/** Whether a value lies in a range, with its ends as the brackets say. */
export function within(value: Value, range: RangeValue): Truth {
  return allOf([compare(range.startIn ? '>=' : '>', value, range.start), compare(range.endIn ? '<=' : '<', value, range.end)])
}

/** `value in test`: within a range, among a list, or the same. */
export function isIn(value: Value, test: Value, spend: Spend): Truth {
  const type = typeOf(test)
  if (type === 'range') return within(value, test as RangeValue)
  if (type === 'list')
    return anyOf(
      (test as readonly Value[]).map((item) => (typeOf(item) === 'range' ? isIn(value, item, spend) : equal(value, item, spend))),
    )
  return equal(value, test, spend)
}

export type Arithmetic = '+' | '-' | '*' | '/' | '**'

/** Sums, differences, products and quotients; unknown when a side is, never a silent zero. */
export function arithmetic(sign: Arithmetic, a: Value, b: Value): Value {
  if (isUnknown(a) || isUnknown(b)) return unknownOf(a, b)
  if (typeof a === 'number' && typeof b === 'number') return numbers(sign, a, b)
  if (sign === '+' && typeof a === 'string' && typeof b === 'string') return textValue(a + b)
  const [left, right] = [typeOf(a), typeOf(b)]
  if (sign === '+' && (left === 'months' || left === 'span') && (right === 'date' || right === 'instant'))
    return shift(b as DateValue | InstantValue, a as DurationValue, 1)
  if (sign === '+' || sign === '-') {
    const direction = sign === '+' ? 1 : -1
    if ((left === 'date' || left === 'instant') && (right === 'months' || right === 'span'))
      return shift(a as DateValue | InstantValue, b as DurationValue, direction)
    if ((left === 'months' || left === 'span') && left === right)
      return duration(left, (a as DurationValue).amount + direction * (b as DurationValue).amount)
    if (sign === '-' && left === 'date' && right === 'date')
      return duration('span', ((a as DateValue).day - (b as DateValue).day) * 86_400_000)
    if (sign === '-' && left === 'instant' && right === 'instant')
      return duration('span', (a as InstantValue).ms - (b as InstantValue).ms)
  }
  if (sign === '*' && (left === 'months' || left === 'span') && typeof b === 'number')
    return duration(left, (a as DurationValue).amount * b)
  return mismatch(left, right, sign === '+' ? 'add' : sign === '-' ? 'subtract' : 'calculate with')
}

function numbers(sign: Arithmetic, a: number, b: number): number {
  if (sign === '+') return numberValue(a + b)
  if (sign === '-') return numberValue(a - b)
  if (sign === '*') return numberValue(a * b)
  if (sign === '**') return numberValue(a ** b)
  if (b === 0) throw new FeelFailure('not-a-number', 'division by zero')
  return numberValue(a / b)
}

function duration(kind: 'months' | 'span', amount: number): DurationValue {
  if (!Number.isSafeInteger(amount)) throw new FeelFailure('out-of-range', 'not a whole duration')
  return { kind, amount }
}

function shift(at: DateValue | InstantValue, by: DurationValue, direction: 1 | -1): Value {
  const amount = by.amount * direction
  if (at.kind === 'date') {
    if (by.kind === 'months') return addMonths(at, amount)
    if (amount % 86_400_000 !== 0) throw new FeelFailure('type', 'a date and hours do not add up to a date')
    return dateOfDay(at.day + amount / 86_400_000)
  }
  if (by.kind === 'months') throw new FeelFailure('type', 'calendar months are added to dates, not to points in time')
  return { kind: 'instant', ms: numberValue(at.ms + amount) }
}
