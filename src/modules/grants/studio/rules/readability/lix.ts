import type { Lang } from '#platform/texts/texts.ts'

/** How hard a text is to read, by Björnsson's LIX: words per sentence, and the share of words of more than six letters. */

export interface Sentence {
  text: string
  from: number
  to: number
  words: number
}

/** LIX with what it is made of; 0 for a text without words. */
export interface Readability {
  lix: number
  words: number
  sentences: number
  longWords: number
}

/** A sentence longer than this (in words) is one to divide. */
export const LONG_SENTENCE = 25

/** As Björnsson names them: below 25 very easy, 35 easy, 45 middling, 55 hard, above that very hard. */
export function levelOf(lix: number): 'veryEasy' | 'easy' | 'middling' | 'hard' | 'veryHard' {
  if (lix < 25) return 'veryEasy'
  if (lix < 35) return 'easy'
  if (lix < 45) return 'middling'
  return lix < 55 ? 'hard' : 'veryHard'
}

export function measure(text: string): Readability {
  const words = wordsIn(text)
  const longWords = words.filter((word) => [...word].length > 6).length
  const sentences = sentencesIn(text).length
  const lix = words.length === 0 ? 0 : words.length / Math.max(sentences, 1) + (100 * longWords) / words.length
  return { lix, words: words.length, sentences, longWords }
}

/** LIX alone, as a whole number to show. */
export function lix(text: string): number {
  return Math.round(measure(text).lix)
}

/** Words as people count them: "f.eks.", "2026-2027", "kommune-Norge" and "50 000" are one each. */
export function wordsIn(text: string): string[] {
  return text.match(/\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|[\p{L}\p{N}]+(?:[-'’.,/][\p{L}\p{N}]+)*/gu) ?? []
}

/** Words with a stop after them that ends no sentence, in the three languages. */
const shortened = new Set(
  `f.eks bl.a m.m mv osv o.l e.l jf ca kl nr pkt pst kap tlf adr d.d ev evt inkl ekskl maks min mill mrd iht ift mht mtp pga vedr
  dvs dvs f.o.m t.o.m jf etc st bl.anna ca t.d m.a o.fl m.fl p.g.a tlf avd div d.v.s i.e e.g cf no vol art para approx incl max dr mr
  mrs ms vs jan feb apr jun jul aug sep sept okt nov des`
    .split(/\s+/)
    .filter(Boolean),
)

/**
 * The sentences of a text with where each stands. A stop after a shortened word, a number, a single letter (initials) or inside
 * "§ 2.1" ends none; a line break does, and so do ! and ?, and a colon before a capital or a new line.
 */
export function sentencesIn(text: string): Sentence[] {
  const ends: number[] = []
  for (const found of text.matchAll(/[.!?…]+["'»”)\]]*(?=\s|$)|:(?=\s+[\p{Lu}•-]|\s*\n)|\n+|[•]/gu)) {
    const at = found.index
    const sign = found[0]
    if (sign.startsWith('.') && !endsSentence(text, at, at + sign.length)) continue
    ends.push(at + sign.length)
  }
  ends.push(text.length)
  let from = 0
  return ends.flatMap((to) => {
    const raw = text.slice(from, to)
    const start = from + (raw.length - raw.trimStart().length)
    const trimmed = raw.trim()
    from = to
    const words = wordsIn(trimmed).length
    return words === 0 || !/\p{L}/u.test(trimmed) ? [] : [{ text: trimmed, from: start, to: start + trimmed.length, words }]
  })
}

function endsSentence(text: string, at: number, after: number): boolean {
  const before = /[\p{L}\p{N}.§]+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? ''
  const rest = text.slice(after).trimStart()
  if (rest === '') return true
  const next = rest.charAt(0)
  const startsNew = /[\p{Lu}«"“(•\d]/u.test(next)
  if (shortened.has(before.toLowerCase())) return false
  // "1. april", "§ 2. ledd", "15. kommunestyre": a number with a stop is an ordinal before a small letter.
  if (/\d$/.test(before)) return startsNew && !/\d/.test(next)
  // Initials: "K. Hansen".
  if (/^\p{L}$/u.test(before)) return false
  return startsNew || /[!?…]/.test(text.charAt(at)) || !/\p{Ll}/u.test(next)
}

/** Sentences of more than LONG_SENTENCE words. */
export function longSentences(text: string): Sentence[] {
  return sentencesIn(text).filter((sentence) => sentence.words > LONG_SENTENCE)
}

/** A word that can be said plainer, where it stands. */
export interface HeavyWord {
  word: string
  plain: string
  from: number
  to: number
}

export interface WordList {
  lang: Lang
  pattern: RegExp
  plain: ReadonlyMap<string, string>
}

/**
 * A list of words as `heavy|plainer` lines. A star at the end of a word stands for any ending of up to five letters: `iverksett*`.
 */
export function readWordList(lang: Lang, lines: string): WordList {
  const pairs = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|') as [string, string])
  // Longer ones first, so that "i henhold til" is found before "henhold".
  const sorted = pairs.toSorted(([a], [b]) => b.length - a.length)
  const alternatives = sorted.map(
    ([heavy]) => `(${heavy.replaceAll('.', '\\.').replaceAll('*', '\\p{Ll}{0,5}').replaceAll(' ', '\\s+')})`,
  )
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}-])`, 'giu')
  return { lang, pattern, plain: new Map(sorted.map(([, plain], index) => [String(index), plain])) }
}

export function heavyWordsIn(text: string, list: WordList): HeavyWord[] {
  return [...text.matchAll(list.pattern)].map((found) => {
    const index = found.slice(1).findIndex((group) => group !== undefined)
    return { word: found[0], plain: list.plain.get(String(index)) ?? '', from: found.index, to: found.index + found[0].length }
  })
}
