import { isRecord, itemName } from './paths.ts'

/** The texts of a document in its three languages: what is missing, and what stands in for it meanwhile. */

export const languages = ['nb', 'nn', 'en'] as const
type Language = (typeof languages)[number]

/** A text in three languages, some of which may not be written yet. */
export type PartText = Partial<Record<Language, string>>

export interface PlacedText {
  path: string
  text: PartText
}

export function isText3(value: unknown): value is PartText {
  if (!isRecord(value)) return false
  const names = Object.keys(value)
  return names.length > 0 && names.every((name) => languages.includes(name as Language) && typeof value[name] === 'string')
}

/** Every text of a document with its place, in the document's order. */
export function listTexts(value: unknown, path = ''): PlacedText[] {
  // answers of invented applications are no texts of the scheme
  if (path === 'examples') return []
  if (isText3(value)) return [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((each, index) => listTexts(each, `${path}[${itemName(value, index) || index}]`))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, each]) => listTexts(each, path ? `${path}.${name}` : name))
}

export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

/** Nothing is written in any language. */
export function isBlankText(text: PartText): boolean {
  return languages.every((lang) => isBlank(text[lang]))
}

/** The languages a text lacks while it is written in another. */
export function missingLanguages(text: PartText): Language[] {
  return isBlankText(text) ? [] : languages.filter((lang) => isBlank(text[lang]))
}

/** How many of these texts are written in another language and lack this one. */
export function countMissing(texts: readonly PlacedText[]): Record<Language, number> {
  const count = { nb: 0, nn: 0, en: 0 }
  for (const { text } of texts) for (const lang of missingLanguages(text)) count[lang]++
  return count
}

/** The document without texts that nobody has written (outside lists) and without values that are not there. */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined && each !== null && !(isText3(each) && isBlankText(each)))
      .map(([name, each]) => [name, withoutBlanks(each)]),
  )
}

/** The document with each text that is written in one language shown in those that lack it: for previews, never for publishing. */
export function withStandIns(value: unknown): unknown {
  if (isText3(value)) {
    const standIn = languages.map((lang) => value[lang]).find((text) => !isBlank(text)) ?? '…'
    return Object.fromEntries(languages.map((lang) => [lang, isBlank(value[lang]) ? standIn : value[lang]]))
  }
  if (Array.isArray(value)) return value.map(withStandIns)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withStandIns(each)]))
}
