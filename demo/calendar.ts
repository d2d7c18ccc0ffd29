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

/**
 * A scheme's document with its rounds so many months later, and the years in their names and keys moved along. Anything that is
 * not a day in a round stays as it is.
 */
export function shiftRounds(document: unknown, months: number): unknown {
  if (months === 0 || document === null || typeof document !== 'object') return document
  const years = Math.round(months / 12)
  const rename = (text: string) => text.replace(/\b20\d\d\b/g, (year) => String(Number(year) + years))
  const move = (value: unknown): unknown => {
    if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? shiftDay(value, months) : rename(value)
    if (Array.isArray(value)) return value.map(move)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, move(each)]))
  }
  const { rounds, ...rest } = document as { rounds?: unknown }
  return { ...rest, rounds: move(rounds) }
}

/** An instant from "2025-11-28 18:20" by Oslo's clock, so many months later. */
export function instant(text: string, months = 0): Date {
  const [day = '', time = '12:00'] = text.split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(startOfOsloDay(shiftDay(day, months)).getTime() + (hours * 60 + minutes) * 60_000)
}

/** So many days after an instant, in office hours: weekends wait for Monday. `minute` spreads what happens the same day. */
export function workday(after: Date, days: number, minute = 0): Date {
  let day = addDays(after.toISOString().slice(0, 10), days)
  while ([0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())) day = addDays(day, 1)
  return new Date(startOfOsloDay(day).getTime() + (8 * 60 + 30 + (minute % 420)) * 60_000)
}
