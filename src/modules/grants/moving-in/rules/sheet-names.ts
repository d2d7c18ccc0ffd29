// How alike the names in a list are to those of the organisations we know: for a person to judge, never enough to decide by.

import { pairsOf } from '../../register/rules/similar-names.ts'

export interface KnownOrganisation {
  id: string
  name: string
  number: string | null
}

export interface Likeness extends KnownOrganisation {
  /** 0 to 1; 1 is the same name but for case, marks and kind of organisation. */
  score: number
}

/** Less alike than this is not asked about. */
export const LEAST_ALIKE = 0.6
/** A name less alike than this belongs hardly to the organisation that has the number. */
export const HARDLY_ALIKE = 0.45
const MOST = 3
const SHORTLIST = 12
/** The score is the pairs' share, or the middle of that and Jaro–Winkler, which is at most 1: below this nothing can be alike enough. */
const LEAST_SHARED = 2 * LEAST_ALIKE - 1
const collator = new Intl.Collator('nb')

export interface NameIndex {
  /** The most alike of the known names, best first. What was found is kept: asked again, it is there at once. */
  like(text: string): Likeness[]
}

/** Finds the most alike of many names fast: every pair of letters knows which names it stands in. */
export function indexNames(known: readonly KnownOrganisation[]): NameIndex {
  const sizes = new Uint16Array(known.length)
  const plainNames = known.map((each) => plain(each.name))
  const places = new Map<string, number[]>()
  known.forEach((each, at) => {
    const pairs = pairsOf(each.name)
    sizes[at] = pairs.size
    for (const pair of pairs) {
      const list = places.get(pair)
      if (list) list.push(at)
      else places.set(pair, [at])
    }
  })
  const shared = new Uint16Array(known.length)
  const found = new Map<string, Likeness[]>()

  /** Those that share the largest part of their pairs, at most SHORTLIST: kept in order as they are found, never sorted whole. */
  function nearest(text: string): { at: number; score: number }[] {
    const pairs = pairsOf(text)
    const touched: number[] = []
    for (const pair of pairs)
      for (const at of places.get(pair) ?? []) {
        const before = shared[at] ?? 0
        if (before === 0) touched.push(at)
        shared[at] = before + 1
      }
    const best: { at: number; score: number }[] = []
    for (const at of touched) {
      const score = (2 * (shared[at] ?? 0)) / (pairs.size + (sizes[at] ?? 0))
      shared[at] = 0
      if (score < LEAST_SHARED || (best.length === SHORTLIST && score <= (best.at(-1)?.score ?? 0))) continue
      let place = best.length
      while (place > 0 && (best[place - 1]?.score ?? 0) < score) place--
      best.splice(place, 0, { at, score })
      if (best.length > SHORTLIST) best.pop()
    }
    return best
  }

  function search(text: string): Likeness[] {
    const best = new Map<number, number>()
    for (const part of partsOf(text)) {
      const plainPart = plain(part)
      for (const { at, score } of nearest(part))
        best.set(at, Math.max(best.get(at) ?? 0, score, (score + jaroWinkler(plainPart, plainNames[at] ?? '')) / 2))
    }
    return [...best]
      .flatMap(([at, score]) => (known[at] && score >= LEAST_ALIKE ? [{ ...known[at], score: Math.min(1, score) }] : []))
      .toSorted((a, b) => b.score - a.score || collator.compare(a.name, b.name))
      .slice(0, MOST)
  }

  return {
    like(text) {
      const before = found.get(text)
      if (before) return before
      const now = search(text)
      found.set(text, now)
      return now
    },
  }
}

/** How alike two names are, in the same way. */
export function likeness(text: string, name: string): number {
  const scores = partsOf(text).map((part) => {
    const [a, b] = [pairsOf(part), pairsOf(name)]
    const both = [...a].filter((pair) => b.has(pair)).length
    const dice = a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size)
    return Math.max(dice, (dice + jaroWinkler(plain(part), plain(name))) / 2)
  })
  return Math.max(0, ...scores)
}

/** What two spellings of one name have in common: to find the same name twice in a file. */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}

/** The whole, and what stands before the first comma or dash: lists write the purpose after the name. */
function partsOf(text: string): string[] {
  const before = text.split(/[,:(–]| - /)[0] ?? text
  return before === text || before.trim() === '' ? [text] : [text, before]
}

function plain(text: string): string {
  return foldName(text)
    .replace(/\b(?:as|asa|ba|sa|da|fli|stiftelsen|foreningen|foreininga|laget)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Jaro–Winkler, 0 to 1: letters that both have near the same place, more for a common beginning. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const usedB = new Uint8Array(b.length)
  const matched: string[] = []
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++)
      if (usedB[j] === 0 && a[i] === b[j]) {
        usedB[j] = 1
        matched.push(a[i] ?? '')
        break
      }
  if (matched.length === 0) return 0
  const others = [...b].filter((_, j) => usedB[j] === 1)
  const moved = matched.filter((letter, at) => letter !== others[at]).length / 2
  const jaro = (matched.length / a.length + matched.length / b.length + (matched.length - moved) / matched.length) / 3
  let prefix = 0
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}
