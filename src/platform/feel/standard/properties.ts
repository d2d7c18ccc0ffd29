import { dayNumber, offsetOf, SECOND } from './calendar.ts'
import { entryOf } from './scope.ts'
import { isContext, isList, type DateValue, type MomentValue, type Run, type TimeValue, type Value } from './values.ts'

/** `value.key`: an entry of a context, of every item of a list, or a part of a date, time, duration or range. */
export function propertyOf(value: Value, key: string, run: Run): Value {
  if (isList(value)) {
    run.spend(value.length)
    return value.map((item) => propertyOf(item, key, run))
  }
  if (isContext(value)) return entryOf(value, key) ?? null
  const part = value === null || typeof value !== 'object' ? undefined : partOf(value, key)
  return part === undefined ? run.note(`there is no "${key}" here`) : part
}

function partOf(value: Extract<Value, { kind: string }>, key: string): Value | undefined {
  switch (value.kind) {
    case 'date':
      return datePart(value, key)
    case 'time':
      return timePart(value, value, key)
    case 'moment':
      return datePart(value.date, key) ?? timePart(value.time, value, key)
    case 'months':
      if (key === 'years') return Math.trunc(value.amount / 12) || 0
      return key === 'months' ? value.amount % 12 || 0 : undefined
    case 'span': {
      const seconds = value.nanos / SECOND
      if (key === 'days') return Number(seconds / 86_400n)
      if (key === 'hours') return Number((seconds / 3_600n) % 24n)
      if (key === 'minutes') return Number((seconds / 60n) % 60n)
      return key === 'seconds' ? Number(seconds % 60n) + Number(value.nanos % SECOND) / 1e9 : undefined
    }
    case 'range': {
      const parts: Record<string, Value> = {
        start: value.start,
        end: value.end,
        'start included': value.startIn,
        'end included': value.endIn,
      }
      return Object.hasOwn(parts, key) ? parts[key] : undefined
    }
    case 'function':
      return undefined
  }
}

function datePart(date: DateValue, key: string): Value | undefined {
  if (key === 'year' || key === 'month' || key === 'day') return date[key]
  return key === 'weekday' ? weekday(date) : undefined
}

/** Monday is 1. */
export function weekday(date: DateValue): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

function timePart(time: TimeValue, whole: TimeValue | MomentValue, key: string): Value | undefined {
  if (key === 'hour') return Math.floor(time.second / 3600)
  if (key === 'minute') return Math.floor(time.second / 60) % 60
  if (key === 'second') return (time.second % 60) + time.nano / 1e9
  if (key === 'timezone') return time.zone ?? null
  if (key !== 'time offset') return undefined
  const offset = offsetOf(whole)
  return offset === undefined ? null : { kind: 'span', nanos: BigInt(offset) * SECOND }
}
