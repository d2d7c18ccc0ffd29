import { listTexts } from '../texts3.ts'
import { heavyEn } from './heavy-words-en.ts'
import { heavyNb } from './heavy-words-nb.ts'
import { heavyNn } from './heavy-words-nn.ts'
import {
  heavyWordsIn,
  levelOf,
  longSentences,
  measure,
  type HeavyWord,
  type Readability,
  type Sentence,
  type WordList,
} from './lix.ts'

/** How a scheme's texts read: each by itself, and all that is running text together. */

type Lang = 'nb' | 'nn' | 'en'
const languages = ['nb', 'nn', 'en'] as const
const lists: Record<Lang, WordList> = { nb: heavyNb, nn: heavyNn, en: heavyEn }

export interface TextReadability extends Readability {
  path: string
  lang: Lang
  long: Sentence[]
  heavy: HeavyWord[]
}

/** LIX of a few words says nothing: a label of one long word would be the hardest text there is. */
export const ENOUGH_WORDS = 20

/** Every text in every language, in the document's order. */
export function measureTexts(document: unknown): TextReadability[] {
  return listTexts(document).flatMap(({ path, text }) =>
    languages.flatMap((lang) => {
      const words = text[lang] ?? ''
      if (words.trim() === '') return []
      return [
        { path: `${path}.${lang}`, lang, ...measure(words), long: longSentences(words), heavy: heavyWordsIn(words, lists[lang]) },
      ]
    }),
  )
}

export interface LanguageReadability {
  lang: Lang
  lix: number
  level: ReturnType<typeof levelOf>
  words: number
  longSentences: number
  heavyWords: number
}

/** The scheme as a whole in each language: texts that are sentences, not labels. Languages without such texts are left out. */
export function readabilityOf(document: unknown): LanguageReadability[] {
  const all = measureTexts(document)
  return languages.flatMap((lang) => {
    const own = all.filter((each) => each.lang === lang)
    const running = own.filter((each) => each.words >= 8)
    const sum = (of: (each: TextReadability) => number, from = running) => from.reduce((total, each) => total + of(each), 0)
    const words = sum((each) => each.words)
    if (words === 0) return []
    const whole = Math.round(
      words /
        Math.max(
          1,
          sum((each) => each.sentences),
        ) +
        (100 * sum((each) => each.longWords)) / words,
    )
    return [
      {
        lang,
        lix: whole,
        level: levelOf(whole),
        words,
        longSentences: sum((each) => each.long.length, own),
        heavyWords: sum((each) => each.heavy.length, own),
      },
    ]
  })
}
