/** What of a text was taken out and what was put in, word by word. */

export interface WordPiece {
  kind: 'same' | 'out' | 'in'
  text: string
}

/** Texts with more pairs of words than this to compare are told as taken out and put in whole. */
const PAIRS = 400_000

/** The pieces in reading order; those that are `same` or `out` make the old text, `same` or `in` the new one. */
export function diffWords(before: string, after: string): WordPiece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  return joined(a.length * b.length > PAIRS ? whole(a, b) : pieces(a, b, longestCommon(a, b)))
}

/** Words with the space after them, so that joining them gives the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|^\s+/gu) ?? []
}

function whole(a: readonly string[], b: readonly string[]): WordPiece[] {
  return [
    { kind: 'out', text: a.join('') },
    { kind: 'in', text: b.join('') },
  ]
}

/** Pairs of places that stay, in order. Works on any list of texts. */
export function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > 10 * PAIRS) return []
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const [row, next] = [lengths[i], lengths[i + 1]]
      if (row && next) row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0)
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}

function pieces(a: readonly string[], b: readonly string[], pairs: readonly [number, number][]): WordPiece[] {
  const made: WordPiece[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...pairs, [a.length, b.length] as const]) {
    made.push(...a.slice(i, x).map((text): WordPiece => ({ kind: 'out', text })))
    made.push(...b.slice(j, y).map((text): WordPiece => ({ kind: 'in', text })))
    const same = a[x]
    if (same !== undefined) made.push({ kind: 'same', text: same })
    ;[i, j] = [x + 1, y + 1]
  }
  return made
}

function joined(all: readonly WordPiece[]): WordPiece[] {
  const made: WordPiece[] = []
  for (const piece of all) {
    const last = made.at(-1)
    if (last?.kind === piece.kind) last.text += piece.text
    else if (piece.text !== '') made.push({ ...piece })
  }
  return made
}
