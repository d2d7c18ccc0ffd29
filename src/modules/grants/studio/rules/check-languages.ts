import { stops, advises, type Finding } from './findings.ts'
import { listTexts } from './texts3.ts'

/** Every text is there in three languages, and each is in the language it stands under. */

const languages = ['nb', 'nn', 'en'] as const

/** Names and numbers are the same everywhere; so much text is not. */
const LONG = { norwegian: 80, english: 25 }

export function checkLanguages(document: unknown): Finding[] {
  return listTexts(document).flatMap(({ path, text }): Finding[] => {
    const missing = languages.filter((lang) => (text[lang] ?? '').trim() === '')
    // Nothing written at all: that it is missing is told by the schema, where it must be there.
    if (missing.length === 3) return []
    if (missing.length > 0) return missing.map((lang) => stops('languageMissing', `${path}.${lang}`, { lang }))
    const { nb = '', nn = '', en = '' } = text
    const same = [
      ...(nb === nn && nb.length > LONG.norwegian ? [['nn', 'nb'] as const] : []),
      ...(en === nb && en.length > LONG.english ? [['en', 'nb'] as const] : []),
      ...(en === nn && en !== nb && en.length > LONG.english ? [['en', 'nn'] as const] : []),
    ]
    if (same.length > 0) return same.map(([lang, other]) => advises('sameInTwoLanguages', `${path}.${lang}`, { lang, other }))
    return languages.flatMap((lang) => {
      const word = foreignWord(text[lang] ?? '', lang)
      return word === undefined ? [] : [advises('otherLanguage', `${path}.${lang}`, { lang, word })]
    })
  })
}

const signs = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}«"])(?:${words.split(' ').join('|')})(?![\\p{L}\\p{N}»"])`, 'iu')
/** Words that are of one language only, and common enough to tell. */
const foreign: Record<(typeof languages)[number], RegExp> = {
  nb: signs('ikkje korleis kvifor kva kven kvar frå berre eit tilskot søkjar søkjaren vere noko nokon rekneskap veker'),
  nn: signs(
    'ikke hvordan hvorfor hva hvem hvor hver fra bare et tilskudd søker søkeren være noe noen regnskap uker hvis dere jeg',
  ),
  en: signs('og ikke ikkje hvordan korleis søknaden tilskudd tilskot eller det som kommunen skal'),
}

function foreignWord(text: string, lang: (typeof languages)[number]): string | undefined {
  return foreign[lang].exec(text)?.[0]
}
