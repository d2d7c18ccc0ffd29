import { isDay } from '#platform/time.ts'

const months = [
  ['januar', 'jan', 'january'],
  ['februar', 'feb', 'february'],
  ['mars', 'mar', 'march'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov'],
  ['desember', 'des', 'december', 'dec'],
]

/**
 * A date the ways people write it: "2026-04-01", "1.4.2026", "01/04-26", "1. april 2026", "010426". Day before month.
 * Returns YYYY-MM-DD, or undefined when there is no such day.
 */
export function parseDate(text: string): string | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (iso) return day(iso[1], iso[2], iso[3])
  const digits = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(plain)
  if (digits) return day(digits[3], digits[2], digits[1])
  const parts = /^(\d{1,2})[./ -]{1,2}(\d{1,2})[./ -]{1,2}(\d{2}|\d{4})$/.exec(plain)
  if (parts) return day(parts[3], parts[2], parts[1])
  const words = /^(\d{1,2})\.? ?([a-z]+)\.? ?(\d{2}|\d{4})$/.exec(plain)
  const month = words ? months.findIndex((names) => names.includes(words[2] ?? '')) + 1 : 0
  return words && month > 0 ? day(words[3], String(month), words[1]) : undefined
}

function day(year = '', month = '', date = ''): string | undefined {
  const full = year.length === 2 ? `20${year}` : year
  const text = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(text) && Number(full) >= 1900 && Number(full) <= 2200 ? text : undefined
}
