import type { Lang } from './texts/texts.ts'

/** Times are UTC in the database and Europe/Oslo on screen. */
const zone = 'Europe/Oslo'
const locales = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
const formats = new Map<string, Intl.DateTimeFormat>()

function format(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options)
  let found = formats.get(key)
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(locales[lang], { timeZone: zone, ...options })))
  return found
}

/** The day in Oslo, as YYYY-MM-DD. */
export function osloDate(at: Date): string {
  return isoDay.format(at)
}

/** Midnight at the start of an Oslo day, as an instant. Handles summer time by asking what Oslo's clock says. */
export function startOfOsloDay(day: string): Date {
  const utc = new Date(`${day}T00:00:00Z`)
  for (const hours of [2, 1]) {
    const at = new Date(utc.getTime() - hours * 3_600_000)
    if (osloDate(at) === day && osloDate(new Date(at.getTime() - 1)) !== day) return at
  }
  return utc
}

/** A deadline "1 April" ends 1 April 23:59:59 in Oslo. */
export function endOfOsloDay(day: string): Date {
  return new Date(startOfOsloDay(addDays(day, 1)).getTime() - 1000)
}

/** Adds whole days to YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** Whole days from one YYYY-MM-DD to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** "1. april 2026" from a Date or YYYY-MM-DD. */
export function formatDate(at: Date | string, lang: Lang): string {
  return format(lang, { day: 'numeric', month: 'long', year: 'numeric' }).format(toDate(at))
}

/** "1.4.2026": for dense tables. */
export function formatShortDate(at: Date | string, lang: Lang): string {
  return format(lang, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(toDate(at))
}

/** "1. april 2026 kl. 23.59"; the hour stands on the line of its "kl.". */
export function formatDateTime(at: Date, lang: Lang): string {
  const time = format(lang, { hour: '2-digit', minute: '2-digit' }).format(at)
  return lang === 'en' ? `${formatDate(at, lang)} at\u00a0${time}` : `${formatDate(at, lang)} kl.\u00a0${time.replace(':', '.')}`
}

/** "om 3 dager", "i dag", "for 2 dager siden": whole Oslo days from now. */
export function formatRelative(at: Date | string, now: Date, lang: Lang): string {
  const day = typeof at === 'string' ? at : osloDate(at)
  const days = daysBetween(osloDate(now), day)
  const text = new Intl.RelativeTimeFormat(locales[lang], { numeric: 'auto' }).format(days, 'day')
  // Intl writes "om 3 døgn"; people say days.
  return text.replace('døgn', Math.abs(days) === 1 ? 'dag' : lang === 'nn' ? 'dagar' : 'dager')
}

/** True when text is an existing day written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T12:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}

function toDate(at: Date | string): Date {
  return typeof at === 'string' ? new Date(`${at}T12:00:00Z`) : at
}
