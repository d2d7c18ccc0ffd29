import { nanosOf, offsetOf } from './calendar.ts'
import { isContext, isList, isRange, kindOf, type MomentValue, type RangeValue, type TimeValue, type Value } from './values.ts'

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
    return a.startIn !== b.startIn || a.endIn !== b.endIn ? false : all([equal(a.start, b.start), equal(a.end, b.end)])
  if (kind === 'function') return a === b
  if (kind === 'time' || kind === 'moment') {
    if (zoneOf(a as TimeValue | MomentValue) !== zoneOf(b as TimeValue | MomentValue)) return false
    if ((offsetOf(a as TimeValue) === undefined) !== (offsetOf(b as TimeValue) === undefined)) return false
  }
  return orderKey(a) === orderKey(b)
}

function zoneOf(value: TimeValue | MomentValue): string | undefined {
  return value.kind === 'time' ? value.zone : value.time.zone
}

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

/** Below zero, zero or above; null when the two have no order. A time without zone has none against one with. */
export function order(a: Value, b: Value): number | null {
  const kind = kindOf(a)
  if (kind !== kindOf(b) || !ORDERED.has(kind)) return null
  if (kind === 'time' || kind === 'moment') {
    if ((offsetOf(a as TimeValue) === undefined) !== (offsetOf(b as TimeValue) === undefined)) return null
  }
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

/** Whether a value lies in a range; an open end holds everything back. */
export function within(value: Value, range: RangeValue): Truth {
  if (value === null) return null
  const after = range.start === null && !range.startIn ? true : compare(range.startIn ? '>=' : '>', value, range.start)
  const before = range.end === null && !range.endIn ? true : compare(range.endIn ? '<=' : '<', value, range.end)
  return all([after, before])
}

/** `value in test`: within a range, among a list's items, or the same. */
export function isIn(value: Value, test: Value): Truth {
  if (isRange(test)) return isRange(value) ? equal(value, test) : within(value, test)
  if (isList(test)) {
    if (isList(value) && equal(value, test) === true) return true
    const found = test.map((item) =>
      isRange(item) ? isIn(value, item) : isList(item) ? equal(value, item) : (equal(value, item) ?? false),
    )
    return any(found.map((one) => one ?? false))
  }
  return equal(value, test) ?? (value === null ? null : false)
}
