import { addDays, startOfOsloDay } from '#platform/time.ts'

/** The shipped schemes and stories are written as of this month; the demo moves them so that it is always now in them. */
const WRITTEN = { year: 2026, month: 11 }

/** How many whole months later than November 2026 it is. */
export function monthsSinceWritten(now: Date): number {
  return (now.getUTCFullYear() - WRITTEN.year) * 12 + now.getUTCMonth() + 1 - WRITTEN.month
}

/** A day so many months later; the last of the month where the month is shorter. */
export function shiftDay(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${first.getUTCFullYear()}-${two(first.getUTCMonth() + 1)}-${two(Math.min(date, last))}`
}

/** Any value with every day in it (YYYY-MM-DD) so many months later; other texts go through `text`. */
export function shiftDays<T>(value: T, months: number, text: (each: string) => string = (each) => each): T {
  const move = (each: unknown): unknown => {
    if (typeof each === 'string') return /^\d{4}-\d\d-\d\d$/.test(each) ? shiftDay(each, months) : text(each)
    if (Array.isArray(each)) return each.map(move)
    if (each === null || typeof each !== 'object') return each
    return Object.fromEntries(Object.entries(each).map(([key, part]) => [key, move(part)]))
  }
  return move(value) as T
}

/** A scheme's document with its rounds so many months later, and the years in their names and keys moved along. */
export function shiftRounds(document: unknown, months: number): unknown {
  if (months === 0 || document === null || typeof document !== 'object') return document
  const years = Math.round(months / 12)
  const { rounds, ...rest } = document as { rounds?: unknown }
  return {
    ...rest,
    rounds: shiftDays(rounds, months, (text) => text.replace(/\b20\d\d\b/g, (year) => String(Number(year) + years))),
  }
}

/** An instant from "2025-11-28 18:20" by Oslo's clock, so many months later. */
export function instant(text: string, months = 0): Date {
  const [day = '', time = '12:00'] = text.split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(startOfOsloDay(shiftDay(day, months)).getTime() + (hours * 60 + minutes) * 60_000)
}

/** How the stories' own time is told, given what time it really is. */
export interface StoryClock {
  months: number
  /** An instant from the stories' calendar. */
  when(text: string): Date
  /** So many hours later; in the present month at its own pace. */
  later(from: Date, hours: number): Date
  /** True when an instant lies in the present month, where office hours are not kept. */
  isThisMonth(at: Date): boolean
}

/** The moment that the stories were written in: what lies before it has happened, what lies after has not. */
const WRITTEN_AT = '2026-11-21 21:00'

/**
 * Moves the stories by whole months, so that rounds keep their days, and lets what happens in the present month happen by now,
 * on whatever day of it one starts: the month so far is stretched or pressed together.
 */
export function storyClock(now: Date): StoryClock {
  const months = monthsSinceWritten(now)
  const start = instant('2026-11-01 00:00', months)
  const written = instant(WRITTEN_AT, months)
  const pace = (now.getTime() - start.getTime()) / (written.getTime() - start.getTime())
  const isThisMonth = (at: Date) => at >= start && at <= now
  return {
    months,
    isThisMonth,
    when: (text) => {
      const at = instant(text, months)
      return at >= start && at <= written ? new Date(start.getTime() + (at.getTime() - start.getTime()) * pace) : at
    },
    later: (from, hours) => new Date(from.getTime() + hours * 3_600_000 * (isThisMonth(from) ? pace : 1)),
  }
}

/** So many days after an instant, in office hours: weekends wait for Monday. `minute` spreads what happens the same day. */
export function workday(after: Date, days: number, minute = 0): Date {
  let day = addDays(after.toISOString().slice(0, 10), days)
  while ([0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())) day = addDays(day, 1)
  return new Date(startOfOsloDay(day).getTime() + (8 * 60 + 30 + (minute % 420)) * 60_000)
}
