import { addMonths, addNanos, addToTime, DAY_NANOS, dayNumber, MIDNIGHT_UTC, nanosOf, offsetOf } from './calendar.ts'
import { kindOf, numberOr, type DateValue, type MomentValue, type Run, type SpanValue, type Value } from './values.ts'

export type Sign = '+' | '-' | '*' | '/' | '**'

/** Sums, differences, products, quotients and powers; null where they have no meaning. */
export function arithmetic(sign: Sign, a: Value, b: Value, run: Run): Value {
  const made = a === null || b === null ? null : calculate(sign, a, b)
  return made ?? run.note(`${kindOf(a)} ${sign} ${kindOf(b)} has no result`)
}

function calculate(sign: Sign, a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return numbers(sign, a, b)
  if (sign === '+' && typeof a === 'string' && typeof b === 'string') return a + b
  if (sign === '+') return sum(a, b) ?? sum(b, a)
  if (sign === '-') return difference(a, b)
  if (sign === '*') return scaled(a, b) ?? scaled(b, a)
  return sign === '/' ? quotient(a, b) : null
}

function numbers(sign: Sign, a: number, b: number): Value {
  if (sign === '+') return numberOr(a + b)
  if (sign === '-') return numberOr(a - b)
  if (sign === '*') return numberOr(a * b)
  return numberOr(sign === '/' ? a / b : a ** b)
}

const dateOnly = (value: Value): value is DateValue => kindOf(value) === 'date'
const moment = (value: Value): value is MomentValue => kindOf(value) === 'moment'
const span = (value: Value): value is SpanValue => kindOf(value) === 'span'
const midnight = (date: DateValue): MomentValue => ({ kind: 'moment', date, time: MIDNIGHT_UTC })

function sum(a: Value, b: Value): Value {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object' || !('kind' in a) || !('kind' in b)) return null
  if (b.kind === 'months') {
    if (a.kind === 'months') return { kind: 'months', amount: a.amount + b.amount }
    if (a.kind === 'date') return addMonths(a, b.amount) ?? null
    if (a.kind !== 'moment') return null
    const date = addMonths(a.date, b.amount)
    return date ? { ...a, date } : null
  }
  if (b.kind !== 'span') return null
  if (a.kind === 'span') return { kind: 'span', nanos: a.nanos + b.nanos }
  if (a.kind === 'time') return addToTime(a, b.nanos)
  if (a.kind === 'moment') return addNanos(a, b.nanos) ?? null
  return a.kind === 'date' ? (addNanos(midnight(a), b.nanos)?.date ?? null) : null
}

function difference(a: Value, b: Value): Value {
  const turned = negative(b)
  if (turned !== null) return kindOf(a) === 'number' ? null : sum(a, turned)
  if (dateOnly(a) && dateOnly(b)) return { kind: 'span', nanos: BigInt(dayNumber(a) - dayNumber(b)) * DAY_NANOS }
  const [x, y] = [dateOnly(a) ? midnight(a) : a, dateOnly(b) ? midnight(b) : b]
  if ((moment(x) && moment(y)) || (kindOf(x) === 'time' && kindOf(y) === 'time')) {
    const [left, right] = [x as MomentValue, y as MomentValue]
    if ((offsetOf(left) === undefined) !== (offsetOf(right) === undefined)) return null
    return { kind: 'span', nanos: nanosOf(left) - nanosOf(right) }
  }
  return null
}

/** A duration the other way; null for anything else. */
export function negative(value: Value): Value {
  if (typeof value === 'number') return numberOr(-value)
  if (span(value)) return { kind: 'span', nanos: -value.nanos }
  if (kindOf(value) === 'months') return { kind: 'months', amount: -(value as { amount: number }).amount || 0 }
  return null
}

function scaled(a: Value, b: Value): Value {
  if (typeof b !== 'number') return null
  if (span(a)) return { kind: 'span', nanos: times(a.nanos, b) }
  return kindOf(a) === 'months' ? { kind: 'months', amount: Math.trunc((a as { amount: number }).amount * b) || 0 } : null
}

function quotient(a: Value, b: Value): Value {
  if (b === 0) return null
  if (typeof b === 'number') {
    if (span(a)) return { kind: 'span', nanos: Number.isInteger(b) ? a.nanos / BigInt(b) : times(a.nanos, 1 / b) }
    return kindOf(a) === 'months' ? { kind: 'months', amount: Math.trunc((a as { amount: number }).amount / b) || 0 } : null
  }
  if (span(a) && span(b)) return b.nanos === 0n ? null : numberOr(Number(a.nanos) / Number(b.nanos))
  if (kindOf(a) !== 'months' || kindOf(b) !== 'months') return null
  return numberOr((a as { amount: number }).amount / (b as { amount: number }).amount)
}

/** Exact for whole numbers; others to nine places. */
function times(nanos: bigint, by: number): bigint {
  if (Number.isSafeInteger(by)) return nanos * BigInt(by)
  if (Math.abs(by) > 1e6) return BigInt(Math.round(Number(nanos) * by))
  return (nanos * BigInt(Math.round(by * 1e9))) / 1_000_000_000n
}
