import type { Text3 } from '#platform/texts/texts.ts'
import { isLoose, textOf } from './source.ts'
import { plainText } from './plain-text.ts'

/** Texts in whatever languages the source has, as the three that Torg wants. */

/** What is read when the language wanted is not there: Norwegian first, then the neighbours', then what there is. */
const instead: Record<'nb' | 'nn' | 'en', readonly string[]> = {
  nb: ['nb', 'no', 'nn', 'da', 'sv', 'en'],
  nn: ['nn', 'nb', 'no', 'da', 'sv', 'en'],
  en: ['en', 'nb', 'no', 'nn', 'sv', 'da'],
}

export interface Said {
  text: Text3
  /** Markup that a plain text cannot hold. */
  lost: string[]
}

export interface Speaker {
  /** A text, or an object of texts by language code. Undefined when nothing is said. */
  say: (words: unknown) => Said | undefined
  /** Which languages were in the source. */
  heard: () => { languages: string[]; missing: ('nb' | 'nn' | 'en')[]; markup: boolean }
}

/** @param language of texts that do not say which: 'en', 'nb' …; 'und' when nobody knows */
export function speaker(language: string): Speaker {
  const languages = new Set<string>()
  let markup = false
  return {
    say(words) {
      const all = byLanguage(words, language)
      if (all.size === 0) return undefined
      const lost = new Set<string>()
      const plain = new Map<string, string>()
      for (const [code, source] of all) {
        const read = plainText(source)
        for (const each of read.lost) lost.add(each)
        if (/<[a-zA-Z]/.test(source)) markup = true
        if (read.text !== '') plain.set(code, read.text)
      }
      for (const code of plain.keys()) languages.add(code)
      const text = { nb: pick(plain, 'nb'), nn: pick(plain, 'nn'), en: pick(plain, 'en') }
      return text.nb === '' ? undefined : { text, lost: [...lost] }
    },
    heard: () => ({
      languages: [...languages],
      missing: (['nb', 'nn', 'en'] as const).filter((code) => !languages.has(code) && !(code === 'nb' && languages.has('no'))),
      markup,
    }),
  }
}

function byLanguage(words: unknown, language: string): Map<string, string> {
  const single = textOf(words)
  if (single !== undefined) return new Map([[language, single]])
  if (!isLoose(words)) return new Map()
  const found = new Map<string, string>()
  for (const [code, text] of Object.entries(words)) {
    const said = textOf(text)
    if (said !== undefined && /^[a-zA-Z]{2,3}([-_]\w+)?$/.test(code))
      found.set((code.split(/[-_]/)[0] ?? code).toLowerCase(), said)
  }
  return found
}

function pick(plain: ReadonlyMap<string, string>, wanted: 'nb' | 'nn' | 'en'): string {
  for (const code of instead[wanted]) {
    const text = plain.get(code)
    if (text !== undefined) return text
  }
  return plain.values().next().value ?? ''
}

export function sameInAll(text: string): Text3 {
  return { nb: text, nn: text, en: text }
}

/** Two texts after one another, in each language. */
export function joined(first: Text3 | undefined, second: Text3 | undefined, between = '\n'): Text3 | undefined {
  if (!first || !second) return first ?? second
  return { nb: first.nb + between + second.nb, nn: first.nn + between + second.nn, en: first.en + between + second.en }
}
