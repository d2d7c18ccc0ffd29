// How alike two names of organisations are, for a person to judge: never enough to decide by.

/** What says what kind of organisation it is, and not which. */
const KIND = new Set(['as', 'asa', 'ba', 'sa', 'da', 'ans', 'enk', 'fli', 'stiftelsen', 'foreningen', 'foreininga', 'laget'])

/** 0 to 1: shared pairs of letters, of the whole text and of what stands before the first comma; the better of the two. */
export function similarity(text: string, name: string): number {
  const before = text.split(/[,:(–]/)[0] ?? text
  return Math.max(dice(pairsOf(text), pairsOf(name)), dice(pairsOf(before), pairsOf(name)))
}

export interface Candidate {
  id: string
  name: string
}

/** The most alike, best first; at most `most`, none that is less than `least` alike. */
export function suggest<C extends Candidate>(
  text: string,
  candidates: readonly (C & { pairs: ReadonlySet<string> })[],
  least = 0.6,
  most = 3,
): (C & { score: number })[] {
  const [whole, before] = [pairsOf(text), pairsOf(text.split(/[,:(–]/)[0] ?? text)]
  return candidates
    .map((candidate) => ({ ...candidate, score: Math.max(dice(whole, candidate.pairs), dice(before, candidate.pairs)) }))
    .filter((candidate) => candidate.score >= least)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
}

/** The pairs of letters in the words of a name. */
export function pairsOf(name: string): ReadonlySet<string> {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !KIND.has(word))
  return new Set(words.flatMap((word) => Array.from({ length: word.length + 1 }, (_, at) => ` ${word} `.slice(at, at + 2))))
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}
