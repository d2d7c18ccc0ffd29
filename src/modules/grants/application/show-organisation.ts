import type { Lang } from '#platform/texts/texts.ts'
import { formatDate } from '#platform/time.ts'
import type { Answer, RegisterPart } from '../model.ts'
import { partsOf } from './rules/fields.ts'
import { formatOrganisationNumber } from './rules/numbers.ts'
import { registerPartOf } from './rules/registered.ts'
import { registeredTexts } from './texts/registered.ts'

/** An organisation in words: what was written of it, and what the register said and when. */
export function showOrganisation(answer: Answer, lang: Lang): string {
  const parts = partsOf(answer) ?? {}
  const [name, number] = [String(parts['name'] ?? '').trim(), String(parts['number'] ?? '').trim()]
  const written = [name, number ? formatOrganisationNumber(number) : ''].filter(Boolean).join(', ')
  if (number === '') return written
  const said = registerPartOf(answer)
  const t = registeredTexts[lang]
  if (said?.kind === 'unknown') return `${written} (${t.unknownShort}, ${formatDate(new Date(said.readAt), lang)})`
  if (said?.kind !== 'found') return `${written} (${t.notLookedUp})`
  const wrong = [said.bankrupt ? t.bankruptShort : '', said.windingUp ? t.windingUpShort : '', said.deleted ? t.deletedShort : '']
  return `${written} (${[...wrong, registerWords(said, name, lang)].filter(Boolean).join(' · ')})`
}

/** What the register says beside the name: form, place, source and day. */
export function registerWords(said: RegisterPart, written: string, lang: Lang): string {
  const t = registeredTexts[lang]
  return [
    said.name && said.name !== written.trim() ? t.otherName(said.name) : '',
    said.formName ?? '',
    said.municipalityName ? t.municipality(asName(said.municipalityName)) : '',
    t.source(formatDate(new Date(said.readAt), lang)),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The register writes places in capitals: "NORE OG UVDAL". */
function asName(place: string): string {
  if (place !== place.toUpperCase()) return place
  const small = place
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase())
  return small.replaceAll(' Og ', ' og ')
}
