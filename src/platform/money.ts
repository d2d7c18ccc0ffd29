import type { Lang } from './texts/texts.ts'

/** Whole øre, NOK, as a safe integer: 90 000 billion kroner fit, more than any municipality has. */
export type Ore = number

const locales = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const
const whole = new Map(Object.values(locales).map((l) => [l, new Intl.NumberFormat(l, { maximumFractionDigits: 0 })]))
const cents = new Map(
  Object.values(locales).map((l) => [l, new Intl.NumberFormat(l, { minimumFractionDigits: 2, maximumFractionDigits: 2 })]),
)

/** "40 000 kr"; øre only where there are any: "40 000,50 kr". English: "NOK 40,000". */
export function formatKr(ore: Ore, lang: Lang): string {
  const format = (ore % 100 === 0 ? whole : cents).get(locales[lang])
  const number = format?.format(ore / 100).replace('−', '-') ?? String(ore / 100)
  return lang === 'en' ? `NOK ${number}` : `${number} kr`
}

/** An amount as one would type it, in every language: "12 500", "12 500,50". */
export function typedKr(ore: Ore): string {
  const kroner = String(Math.floor(ore / 100)).replace(/\B(?=(\d{3})+$)/g, ' ')
  return ore % 100 === 0 ? kroner : `${kroner},${String(ore % 100).padStart(2, '0')}`
}

/** A text whose large numbers are not broken in two at the end of a line: "50 000". */
export function keepNumbers(text: string): string {
  return text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0')
}

// Made once: making one costs more than a hundred uses of it.
const plain = Object.fromEntries(
  Object.entries(locales).map(([lang, locale]) => [lang, new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })]),
) as Record<Lang, Intl.NumberFormat>

// Numbers that somebody gave, with all the decimals that a question can take.
const exact = Object.fromEntries(
  Object.entries(locales).map(([lang, locale]) => [lang, new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })]),
) as Record<Lang, Intl.NumberFormat>

/** A plain number in the language's own way of writing: "1 234,5". With at most two decimals, unless it is to be exact. */
export function formatNumber(value: number, lang: Lang, precision: 'rounded' | 'exact' = 'rounded'): string {
  return (precision === 'exact' ? exact : plain)[lang].format(value)
}

/**
 * Reads an amount the way people type it: "12 500", "12.500,50", "12500 kr", "12 500,-".
 * Returns øre, or undefined when it is not an amount with at most two decimals. Negative amounts are read; the caller judges.
 */
export function parseKr(text: string): Ore | undefined {
  const compact = text
    .trim()
    .toLowerCase()
    .replace(/^nok\s*|\s*(kr\.?|nok)$/g, '')
    .replace(/,-$/, '')
    .replace(/[\s\u00a0\u202f']/g, '')
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,14})(?:[.,](\d{1,2}))?$/.exec(compact)
  if (!match) return undefined
  const kroner = Number((match[2] ?? '').replaceAll('.', ''))
  const ore = kroner * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  if (!Number.isSafeInteger(ore)) return undefined
  return match[1] ? -ore : ore
}

/** The sum in øre of amounts as they are typed; what cannot be read, or is less than nothing, counts as nothing. */
export function sumTyped(typed: readonly string[]): Ore {
  return typed.reduce((sum, each) => sum + Math.max(0, parseKr(each) ?? 0), 0)
}
