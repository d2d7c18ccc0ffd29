import { FeelFailure } from './failure.ts'
import type { DateValue, DurationValue, InstantValue } from './values.ts'

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(1000, 0, 1) / DAY_MS
const LAST_DAY = Date.UTC(9999, 11, 31) / DAY_MS

/** A date from a day number; years 1000 to 9999 only. */
export function dateOfDay(day: number): DateValue {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY)
    throw new FeelFailure('out-of-range', 'the date is outside the years 1000 to 9999')
  return { kind: 'date', day }
}

/** A date from year, month (1–12) and day; undefined when there is no such day. */
export function dateFrom(year: number, month: number, day: number): DateValue | undefined {
  if (![year, month, day].every(Number.isInteger) || year < 1000 || year > 9999) return undefined
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined
  return { kind: 'date', day: at.getTime() / DAY_MS }
}

/** A date from 'YYYY-MM-DD'; undefined for anything else. */
export function parseDate(text: string): DateValue | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found ? dateFrom(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}

/** A point in time from ISO 8601 with a zone ('…Z' or '…+02:00'); a time without zone is no point in time. */
export function parseInstant(text: string): InstantValue | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.exec(text)
  if (!found || !parseDate(found[1] ?? '')) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : { kind: 'instant', ms }
}

/** A duration: 'P1Y6M' (calendar months) or 'P3DT12H' (days and time). 'P3W' is not FEEL. */
export function parseDuration(text: string): DurationValue | undefined {
  const months = /^(-?)P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?$/.exec(text)
  if (months) {
    const amount = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0)
    return { kind: 'months', amount: months[1] ? -amount : amount }
  }
  const span = /^(-?)P(?=\d|T\d)(?:(\d{1,7})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/.exec(text)
  if (!span) return undefined
  const part = (index: number): number => Number(span[index] ?? 0)
  const amount = part(2) * DAY_MS + part(3) * 3_600_000 + part(4) * 60_000 + part(5) * 1_000
  return { kind: 'span', amount: span[1] ? -amount : amount }
}

/** Year, month (1–12), day and weekday (Monday = 1) of a date. */
export function partsOf(date: DateValue): { year: number; month: number; day: number; weekday: number } {
  const at = new Date(date.day * DAY_MS)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    weekday: ((at.getUTCDay() + 6) % 7) + 1,
  }
}

/** The date so many calendar months away; the 31st becomes the month's last day where there is no 31st. */
export function addMonths(date: DateValue, months: number): DateValue {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate()
  return dateOfDay(Date.UTC(toYear, toMonth, Math.min(day, last)) / DAY_MS)
}

/** Whole calendar months from one date to another; negative backwards. */
export function monthsBetween(from: DateValue, to: DateValue): number {
  if (to.day < from.day) return -monthsBetween(to, from) || 0
  const a = partsOf(from)
  const b = partsOf(to)
  const months = (b.year - a.year) * 12 + (b.month - a.month)
  return addMonths(from, months).day > to.day ? months - 1 : months
}

/** Whole years of age. Born 29 February: a year older on 1 March in years without a leap day. */
export function ageOn(birth: DateValue, on: DateValue): number {
  const a = partsOf(birth)
  const b = partsOf(on)
  const before = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (before ? 1 : 0)
}

const OSLO = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo', dateStyle: 'short' })

/** The calendar day in Oslo at a point in time: 31 March 22:30 UTC is 1 April. */
export function osloDateOf(at: InstantValue): DateValue {
  const date = parseDate(OSLO.format(at.ms))
  if (!date) throw new FeelFailure('out-of-range', 'the time is outside the years 1000 to 9999')
  return date
}

/** 'YYYY-MM-DD'. */
export function dateText(date: DateValue): string {
  return new Date(date.day * DAY_MS).toISOString().slice(0, 10)
}

/** ISO 8601 for a duration. */
export function durationText(duration: DurationValue): string {
  const sign = duration.amount < 0 ? '-' : ''
  let left = Math.abs(duration.amount)
  if (duration.kind === 'months') {
    const years = Math.floor(left / 12)
    return `${sign}P${years ? `${years}Y` : ''}${left % 12 || !years ? `${left % 12}M` : ''}`
  }
  const take = (unit: number): number => {
    const count = Math.floor(left / unit)
    left -= count * unit
    return count
  }
  const [days, hours, minutes, seconds] = [take(DAY_MS), take(3_600_000), take(60_000), left / 1_000]
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`
  return `${sign}P${days || !time ? `${days}D` : ''}${time ? `T${time}` : ''}`
}
