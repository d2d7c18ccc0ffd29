// Reads one cell as what its column is said to hold.

import { parseKr, type Ore } from '#platform/money.ts'
import { isDay } from '#platform/time.ts'
import { compactDigits, isBankAccount, isOrganisationNumber, isPostcode } from '../../application/rules/numbers.ts'
import type { Cell } from './mapping.ts'
import type { FieldType, ImportField } from './sheet-fields.ts'

/** Why a cell cannot be used; in words in texts/sheet-problems.ts. */
export type CellReason =
  | 'missing'
  | 'tooLong'
  | 'notYear'
  | 'notDay'
  | 'notKr'
  | 'negative'
  | 'badNumber'
  | 'badAccount'
  | 'badEmail'
  | 'badPostcode'
  | 'badUrl'
  | 'badRowKey'
  | 'unknownStage'
  | 'unknownDemand'
  | 'unknownState'

export type CellValue = string | number
type Read = { value: CellValue } | { reason: CellReason }

/** The cell's text, as a person sees it, on one line and without what no keyboard makes. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = typeof cell === 'object' ? cell.day : String(cell)
  return text
    .normalize('NFC')
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
}

/** Reads a cell that is not empty. Amounts become øre, days YYYY-MM-DD; text stays text whatever it begins with. */
export function readCell(cell: Cell, field: ImportField, thousands = false): Read {
  const text = cellText(cell)
  if (text.length > (field.max ?? 200)) return { reason: 'tooLong' }
  return readers[field.type](cell, text, thousands)
}

type Reader = (cell: Cell, text: string, thousands: boolean) => Read
const orElse = (value: CellValue | undefined, reason: CellReason): Read => (value === undefined ? { reason } : { value })
const asText: Reader = (_, text) => ({ value: text })

const readers: Record<FieldType, Reader> = {
  text: asText,
  name: asText,
  rowKey: (_, text) => orElse(/^[\p{L}\p{N}/._ #-]{1,40}$/u.test(text) ? text : undefined, 'badRowKey'),
  year: (cell, text) => orElse(toYear(cell, text), 'notYear'),
  day: (cell, text) => orElse(toDay(cell, text), 'notDay'),
  kr: (cell, text, thousands) => {
    const ore = toOre(cell, text)
    if (ore === undefined) return { reason: 'notKr' }
    if (ore < 0) return { reason: 'negative' }
    const whole = thousands ? ore * 1000 : ore
    return orElse(Number.isSafeInteger(whole) ? whole : undefined, 'notKr')
  },
  orgNumber: (_, text) => {
    const digits = compactDigits(text.replace(/^NO\s*/i, '').replace(/\s*MVA$/i, ''))
    return orElse(isOrganisationNumber(digits) ? digits : undefined, 'badNumber')
  },
  account: (cell, text) => {
    // A spreadsheet that took the number for a number has dropped the zero in front.
    const digits = typeof cell === 'number' ? text.padStart(11, '0') : compactDigits(text)
    return orElse(isBankAccount(digits) ? digits : undefined, 'badAccount')
  },
  email: (_, text) => orElse(/^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]+$/.test(text) ? text : undefined, 'badEmail'),
  postcode: (cell, text) => {
    const digits = typeof cell === 'number' ? text.padStart(4, '0') : text
    return orElse(isPostcode(digits) ? digits : undefined, 'badPostcode')
  },
  // It is shown as a link in the open register: nothing but a web address may stand there.
  url: (_, text) => orElse(URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined, 'badUrl'),
  stage: (_, text) => orElse(toWord(text, stages), 'unknownStage'),
  demand: (_, text) => orElse(toWord(text, demands), 'unknownDemand'),
  state: (_, text) => orElse(toWord(text, states), 'unknownState'),
}

const end = '(?![\\p{L}\\p{N}])'
const words = (...each: string[]) => new RegExp(`^(?:${each.join('|')})${end}`, 'iu')

/** A refusal is an adopted result of nothing. */
const stages: readonly (readonly [string, RegExp])[] = [
  [
    'refused',
    words(
      'avslag',
      'avslått',
      'avslege',
      'avvist',
      'refused',
      'rejected',
      'nei',
      'ikke (?:innvilget|tildelt|støttet)',
      'ikkje (?:innvilga|tildelt)',
    ),
  ],
  ['proposed', words('proposed', 'foreslått', 'føreslått', 'forslag', 'framlegg', 'innstilt', 'innstilling', 'recommended')],
  [
    'adopted',
    words(
      'adopted',
      'vedtatt',
      'vedteke',
      'vedteken',
      'innvilget',
      'innvilga',
      'bevilget',
      'løyvd',
      'tildelt',
      'delvis innvilget',
      'delvis innvilga',
      'granted',
      'approved',
      'awarded',
      'utbetalt',
      'ja',
      'yes',
    ),
  ],
]
const demands: readonly (readonly [string, RegExp])[] = [
  ['report', /rapport|report|regnskap|rekneskap|account/iu],
  ['condition', /vilkår|condition|krav|plikt|obligation/iu],
]
const states: readonly (readonly [string, RegExp])[] = [
  [
    'open',
    words(
      'åpen',
      'åpent',
      'open',
      'ope',
      'ikke .*',
      'ikkje .*',
      'not .*',
      'mangler',
      'manglar',
      'missing',
      'utestående',
      'uteståande',
      'venter',
      'ventar',
      'purret',
      'purra',
      'nei',
      'no',
      'false',
    ),
  ],
  [
    'done',
    words(
      'levert',
      'mottatt',
      'motteke',
      'godkjent',
      'oppfylt',
      'lukket',
      'lukka',
      'ferdig',
      'ja',
      'yes',
      'x',
      'done',
      'met',
      'received',
      'delivered',
      'approved',
      'closed',
      'true',
    ),
  ],
]

function toWord(text: string, choices: readonly (readonly [string, RegExp])[]): string | undefined {
  return choices.find(([, pattern]) => pattern.test(text))?.[0]
}

/** "2015", a date, "2015/2016" is two years and none; "Budsjett 2015" is one. */
function toYear(cell: Cell, text: string): number | undefined {
  const years =
    (cell !== null && typeof cell === 'object' ? cell.day.slice(0, 4) : text).match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []
  return years.length === 1 && text.length <= 40 ? Number(years[0]) : undefined
}

const months = ['jan', 'feb', 'mar', 'apr', 'ma[iy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'de[sc]']

function toDay(cell: Cell, text: string): string | undefined {
  if (cell !== null && typeof cell === 'object') return isDay(cell.day) ? cell.day : undefined
  // A spreadsheet's own count of days since the last day of 1899, where the cell was not marked as a date.
  if (/^\d{5}$/.test(text) && Number(text) > 20_000 && Number(text) < 80_000)
    return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10)
  const parts = /^(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})$/.exec(text)
  const written = /^(\d{1,2})\.?\s+(\p{L}{3,9})\.?\s+(\d{4})$/u.exec(text)
  const month = written ? months.findIndex((name) => new RegExp(`^${name}`, 'i').test(written[2] ?? '')) + 1 : Number(parts?.[2])
  const given = written ?? parts
  const year = (given?.[3] ?? '').padStart(3, '0').padStart(4, '2')
  const iso = given
    ? `${year}-${String(month).padStart(2, '0')}-${(given[1] ?? '').padStart(2, '0')}`
    : (/^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+Z?)?$/.exec(text)?.[1] ?? '')
  return isDay(iso) ? iso : undefined
}

/** Kroner with at most two decimals, as øre. A sum that a spreadsheet has calculated may be off by a hair: that is rounded, no more. */
function toOre(cell: Cell, text: string): Ore | undefined {
  if (typeof cell !== 'number') return parseKr(text.replace('−', '-').replace(/^kr\.?\s*/i, ''))
  const ore = Math.round(cell * 100)
  return Number.isSafeInteger(ore) && Math.abs(cell * 100 - ore) < 1e-4 ? ore : undefined
}
