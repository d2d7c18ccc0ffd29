import { nanosOf, offsetOf, SECOND } from './calendar.ts'
import {
  isContext,
  isList,
  isRange,
  kindOf,
  type Comparison,
  type MomentValue,
  type RangeValue,
  type TimeValue,
  type Value,
} from './values.ts'

/** True, false, or null where the two cannot be held against each other. */
export type Truth = boolean | null

/** `a = b`: null is only equal to null; different kinds are neither the same nor not. */
export function equal(a: Value, b: Value): Truth {
  if (a === null || b === null) return a === b
  const kind = kindOf(a)
  if (kind !== kindOf(b)) return null
  if (isList(a) && isList(b)) {
    if (a.length !== b.length) return false
    return all(a.map((item, index) => equal(item, b[index] ?? null)))
  }
  if (isContext(a) && isContext(b)) {
    if (a.size !== b.size || [...a.keys()].some((key) => !b.has(key))) return false
    return all([...a].map(([key, item]) => equal(item, b.get(key) ?? null)))
  }
  if (isRange(a) && isRange(b))
    return a.startIn !== b.startIn || a.endIn !== b.endIn || a.sign !== b.sign
      ? false
      : all([equal(a.start, b.start), equal(a.end, b.end)])
  if (kind === 'function') return a === b
  // equality of times is to the second, wherever on earth they are told; is() asks for more
  if (kind === 'time' || kind === 'moment')
    return secondsOf(a as TimeValue | MomentValue) === secondsOf(b as TimeValue | MomentValue)
  return orderKey(a) === orderKey(b)
}

const secondsOf = (value: TimeValue | MomentValue): bigint => nanosOf(value) / SECOND

function orderKey(value: Value): number | string | bigint | boolean | null {
  if (value === null || typeof value !== 'object') return value
  if (isList(value) || isContext(value)) return null
  switch (value.kind) {
    case 'date':
    case 'time':
    case 'moment':
      return nanosOf(value)
    case 'months':
      return value.amount
    case 'span':
      return value.nanos
    default:
      return null
  }
}

const ORDERED = new Set(['number', 'string', 'date', 'time', 'moment', 'months', 'span'])

/** Below zero, zero or above; null when the two have no order. A time without zone is taken as in UTC. */
export function order(a: Value, b: Value): number | null {
  const kind = kindOf(a)
  if (kind !== kindOf(b) || !ORDERED.has(kind)) return null
  const [x, y] = [orderKey(a), orderKey(b)]
  if (x === null || y === null) return null
  return x < y ? -1 : x > y ? 1 : 0
}

/** `a < b` and its kin. */
export function compare(sign: string, a: Value, b: Value): Truth {
  if (sign === '=') return equal(a, b)
  if (sign === '!=') return negate(equal(a, b))
  const by = order(a, b)
  if (by === null) return null
  if (sign === '<') return by < 0
  if (sign === '<=') return by <= 0
  return sign === '>' ? by > 0 : by >= 0
}

export function negate(truth: Truth): Truth {
  return truth === null ? null : !truth
}

/** True when all are, false when any is not, otherwise null. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.includes(null) ? null : true
}

/** True when any is, false when none is, otherwise null. */
export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  return truths.includes(null) ? null : false
}

/** Whether a value lies in a range; null where an end is missing that is not open by its sign. */
export function within(value: Value, range: RangeValue): Truth {
  if (value === null) return null
  if (range.sign !== undefined) return compare(range.sign, value, range.start ?? range.end)
  return all([compare(range.startIn ? '>=' : '>', value, range.start), compare(range.endIn ? '<=' : '<', value, range.end)])
}

/** `value in test`: within a range, among a list's items, or the same; null where the two are of different kinds. */
export function isIn(value: Value, test: Value): Truth {
  if (isRange(test)) return isRange(value) ? equal(value, test) : within(value, test)
  if (!isList(test)) return equal(value, test)
  if (isList(value) && equal(value, test) === true) return true
  const found = test.map((item) => (isRange(item) ? isIn(value, item) : equal(value, item)))
  return found.includes(true)
}

/** All values that stand so to the one: `(< 5)`. */
export function openRange(sign: Comparison, value: Value): RangeValue {
  const none = { kind: 'range', sign, start: null, end: null, startIn: false, endIn: false } as const
  if (sign === '=' || sign === '!=') return { ...none, start: value, end: value, startIn: sign === '=', endIn: sign === '=' }
  return sign.startsWith('<') ? { ...none, end: value, endIn: sign === '<=' } : { ...none, start: value, startIn: sign === '>=' }
}

/** Whether the two are the very same: of one kind, and times told in the same zone or with the same offset. */
export function identical(a: Value, b: Value): boolean {
  const kind = kindOf(a)
  if (kind !== kindOf(b)) return false
  if (kind !== 'time' && kind !== 'moment') return equal(a, b) === true
  const [x, y] = [a as TimeValue | MomentValue, b as TimeValue | MomentValue]
  const zone = (value: TimeValue | MomentValue): string | undefined => (value.kind === 'time' ? value : value.time).zone
  return zone(x) === zone(y) && offsetOf(x) === offsetOf(y) && nanosOf(x) === nanosOf(y)
}
