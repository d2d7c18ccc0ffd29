import { FeelFailure } from '../failure.ts'
import { DAY_NANOS, SECOND } from './calendar.ts'
import { typeText } from './types.ts'
import { isContext, isList, type DateValue, type MonthsValue, type SpanValue, type TimeValue, type Value } from './values.ts'

const two = (value: number): string => String(value).padStart(2, '0')

function dateText({ year, month, day }: DateValue): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function timeText({ second, nano, offset, zone }: TimeValue): string {
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(':')
  const fraction = nano === 0 ? '' : `.${String(nano).padStart(9, '0').replace(/0+$/, '')}`
  if (zone !== undefined) return `${clock}${fraction}@${zone}`
  return `${clock}${fraction}${offset === undefined ? '' : offsetText(offset)}`
}

/** 'Z', '+01:00', '-03:30:15'. */
function offsetText(offset: number): string {
  if (offset === 0) return 'Z'
  const size = Math.abs(offset)
  const rest = size % 60
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${rest ? `:${two(rest)}` : ''}`
}

function monthsText({ amount }: MonthsValue): string {
  const size = Math.abs(amount)
  const years = Math.floor(size / 12)
  return `${amount < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${size % 12 || !years ? `${size % 12}M` : ''}`
}

function spanText({ nanos }: SpanValue): string {
  let left = nanos < 0n ? -nanos : nanos
  const take = (unit: bigint): bigint => {
    const count = left / unit
    left -= count * unit
    return count
  }
  const [days, hours, minutes, seconds] = [take(DAY_NANOS), take(3600n * SECOND), take(60n * SECOND), take(SECOND)]
  const fraction = left === 0n ? '' : `.${String(left).padStart(9, '0').replace(/0+$/, '')}`
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds || fraction ? `${seconds}${fraction}S` : ''}`
  if (!days && !time) return 'PT0S'
  return `${nanos < 0n ? '-' : ''}P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`
}

/** A number in full, without an exponent. */
export function numberText(value: number): string {
  const text = String(value)
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!found) return text
  const [, sign = '', first = '', rest = '', power = '0'] = found
  const digits = first + rest
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}

/** A value as text, as `string()` writes it; texts inside lists and contexts are quoted. */
export function textOf(value: Value, inside = false): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return inside ? JSON.stringify(value) : value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map((item) => textOf(item, true)).join(', ')}]`
  if (isContext(value)) return `{${[...value].map(([key, item]) => `${keyText(key)}: ${textOf(item, true)}`).join(', ')}}`
  switch (value.kind) {
    case 'date':
      return dateText(value)
    case 'time':
      return timeText(value)
    case 'moment':
      return `${dateText(value.date)}T${timeText(value.time)}`
    case 'months':
      return monthsText(value)
    case 'span':
      return spanText(value)
    case 'range':
      return `${value.startIn ? '[' : '('}${endText(value.start)}..${endText(value.end)}${value.endIn ? ']' : ')'}`
    case 'function':
      return `function(${(value.signatures[0] ?? []).map(({ name, type }) => (type ? `${name}: ${typeText(type)}` : name)).join(', ')})`
  }
}

function endText(value: Value): string {
  return value === null ? '' : textOf(value, true)
}

function keyText(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : JSON.stringify(key)
}

/** A value as JSON: dates, times, durations, ranges and functions as their text. */
export function jsonOf(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(jsonOf)
  if (isContext(value)) return Object.fromEntries([...value].map(([key, item]) => [key, jsonOf(item)]))
  return textOf(value)
}

/**
 * The value, unless writing it would take more than so many characters: what is small may hold the same thing many times.
 * @throws FeelFailure
 */
export function limitedSize<T extends Value>(value: T, limit: number): T {
  let left = limit
  const take = (one: Value): void => {
    left -= typeof one === 'string' ? one.length + 2 : 1
    if (left < 0) throw new FeelFailure('too-large', 'the result is too large to write')
    if (isList(one)) for (const item of one) take(item)
    else if (one !== null && isContext(one))
      for (const [key, item] of one) {
        left -= key.length
        take(item)
      }
  }
  take(value)
  return value
}
