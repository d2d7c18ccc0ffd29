import type { DateValue, MomentValue, MonthsValue, SpanValue, TimeValue } from './values.ts'
import { isZone, offsetAt } from './zones.ts'

export const SECOND = 1_000_000_000n
export const DAY_SECONDS = 86_400
export const DAY_NANOS = BigInt(DAY_SECONDS) * SECOND
const MOST_YEARS = 999_999_999

/** Days since 1970-01-01 of a day in the calendar used everywhere, also before it was. */
export function dayNumber({ year, month, day }: DateValue): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

/** The day so many days after 1970-01-01; undefined when it is outside the years there are. */
export function dateOf(days: number): DateValue | undefined {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const ofEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const part = Math.floor((5 * ofYear + 2) / 153)
  const month = part < 10 ? part + 3 : part - 9
  return dateFrom(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * part + 2) / 5) + 1)
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** A day from its parts; undefined when there is no such day. */
export function dateFrom(year: number, month: number, day: number): DateValue | undefined {
  if (![year, month, day].every(Number.isInteger) || Math.abs(year) > MOST_YEARS) return undefined
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return { kind: 'date', year, month, day }
}

/** A time of day from its parts; the second may have a fraction. */
export function timeFrom(hour: number, minute: number, second: number, offset?: number): TimeValue | undefined {
  if (!Number.isInteger(hour) || !Number.isInteger(minute) || hour < 0 || hour > 23 || minute < 0 || minute > 59) return undefined
  if (!(second >= 0 && second < 60) || (offset !== undefined && Math.abs(offset) > 14 * 3600)) return undefined
  const whole = Math.floor(second)
  const nano = Math.round((second - whole) * 1e9)
  return { kind: 'time', second: hour * 3600 + minute * 60 + whole, nano, ...(offset === undefined ? {} : { offset }) }
}

export const MIDNIGHT: TimeValue = { kind: 'time', second: 0, nano: 0 }
export const MIDNIGHT_UTC: TimeValue = { ...MIDNIGHT, offset: 0 }

/** '2026-04-01'; years of more than four digits without leading zeros. Undefined for anything else. */
export function parseDate(text: string): DateValue | undefined {
  const found = /^(-?)([1-9]\d{4,8}|\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return undefined
  return dateFrom(Number(found[2]) * (found[1] ? -1 : 1) || 0, Number(found[3]), Number(found[4]))
}

/** '10:30:00', with fraction, 'Z', '+01:00' or '@Europe/Oslo' where there is one. */
export function parseTime(text: string): TimeValue | undefined {
  const found = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:(Z)|([+-])(\d{2}):(\d{2})(?::(\d{2}))?|@([\w+/-]+))?$/i.exec(text)
  if (!found || found[5] === 'z') return undefined
  const at = (index: number): number => Number(found[index] ?? 0)
  let offset: number | undefined
  if (found[5]) offset = 0
  else if (found[6]) {
    if (at(8) > 59 || at(9) > 59) return undefined
    offset = (at(7) * 3600 + at(8) * 60 + at(9)) * (found[6] === '-' ? -1 : 1) || 0
  }
  const dayEnds = at(1) === 24 && at(2) === 0 && at(3) === 0 && at(4) === 0
  const time = timeFrom(dayEnds ? 0 : at(1), at(2), at(3), offset)
  if (!time || (found[10] && !isZone(found[10]))) return undefined
  const nano = Number((found[4] ?? '').padEnd(9, '0').slice(0, 9))
  return { ...time, nano, ...(found[10] ? { zone: found[10] } : {}) }
}

/** '2026-04-01T10:30:00+02:00'; a bare date is its midnight, 24:00:00 the next day's. */
export function parseMoment(text: string): MomentValue | undefined {
  const cut = text.indexOf('T')
  const date = parseDate(cut < 0 ? text : text.slice(0, cut))
  const time = cut < 0 ? MIDNIGHT : parseTime(text.slice(cut + 1))
  if (!date || !time) return undefined
  const day = text.startsWith('T24:00:00', cut) && cut > 0 ? dateOf(dayNumber(date) + 1) : date
  return day && { kind: 'moment', date: day, time }
}

/** 'P1Y6M' or 'P3DT12H30.5S'; weeks are not FEEL. */
export function parseDuration(text: string): MonthsValue | SpanValue | undefined {
  const months = /^(-?)P(?=\d)(?:(\d{1,12})Y)?(?:(\d{1,12})M)?$/.exec(text)
  if (months) {
    const amount = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0)
    return { kind: 'months', amount: months[1] ? -amount || 0 : amount }
  }
  const span =
    /^(-?)P(?=\d|T\d|T\.)(?:(\d{1,18})D)?(?:T(?=[\d.])(?:(\d{1,18})H)?(?:(\d{1,18})M)?(?:(\d{0,18})(?:\.(\d{0,18}))?S)?)?$/.exec(
      text,
    )
  if (!span) return undefined
  const part = (index: number): bigint => BigInt(span[index] || 0)
  const seconds = ((part(2) * 24n + part(3)) * 60n + part(4)) * 60n + part(5)
  const nanos = seconds * SECOND + BigInt((span[6] ?? '').padEnd(9, '0').slice(0, 9))
  return { kind: 'span', nanos: span[1] ? -nanos : nanos }
}

/** Seconds east of UTC, where the value says so; a time alone has its zone's winter offset. */
export function offsetOf(value: TimeValue | MomentValue): number | undefined {
  const time = value.kind === 'time' ? value : value.time
  if (time.zone !== undefined)
    return offsetAt(time.zone, value.kind === 'time' ? 0 : dayNumber(value.date) * DAY_SECONDS + time.second)
  return time.offset
}

/** A moment on the line of time, in nanoseconds; without a zone as if in UTC. */
export function nanosOf(value: MomentValue | TimeValue | DateValue): bigint {
  if (value.kind === 'date') return BigInt(dayNumber(value)) * DAY_NANOS
  const time = value.kind === 'time' ? value : value.time
  const days = value.kind === 'time' ? 0 : dayNumber(value.date)
  const seconds = BigInt(days) * BigInt(DAY_SECONDS) + BigInt(time.second - (offsetOf(value) ?? 0))
  return seconds * SECOND + BigInt(time.nano)
}

/** The moment so many nanoseconds later, in its own zone. */
export function addNanos(at: MomentValue, nanos: bigint): MomentValue | undefined {
  const local = BigInt(dayNumber(at.date)) * DAY_NANOS + BigInt(at.time.second) * SECOND + BigInt(at.time.nano) + nanos
  const days = floorDiv(local, DAY_NANOS)
  const date = dateOf(Number(days))
  return date && { kind: 'moment', date, time: timeOfNanos(local - days * DAY_NANOS, at.time) }
}

/** The time so much later, round the clock. */
export function addToTime(at: TimeValue, nanos: bigint): TimeValue {
  const local = BigInt(at.second) * SECOND + BigInt(at.nano) + nanos
  return timeOfNanos(local - floorDiv(local, DAY_NANOS) * DAY_NANOS, at)
}

function timeOfNanos(nanos: bigint, like: TimeValue): TimeValue {
  return { ...like, second: Number(nanos / SECOND), nano: Number(nanos % SECOND) }
}

function floorDiv(a: bigint, b: bigint): bigint {
  const whole = a / b
  return a % b < 0n ? whole - 1n : whole
}

/** The day so many calendar months later; the 31st becomes the month's last day where there is no 31st. */
export function addMonths(date: DateValue, months: number): DateValue | undefined {
  const index = date.year * 12 + (date.month - 1) + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dateFrom(year, month, Math.min(date.day, daysIn(year, month)))
}

/** Whole calendar months from one day to the other, whatever the clock says on them; negative backwards. */
export function monthsBetween(from: DateValue, to: DateValue): number {
  const months = (to.year - from.year) * 12 + (to.month - from.month)
  if (months < 0 || (months === 0 && to.day < from.day)) return -monthsBetween(to, from) || 0
  return to.day < from.day ? months - 1 : months
}
