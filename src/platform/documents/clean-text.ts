import type { Coverage } from './font-coverage.ts'

// Invisible characters that would change the order or the meaning of what is read: text direction, joiners, byte order marks.
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u00ad\ufff9-\ufffb]/gu
const control = /(?!\n)\p{Cc}/gu
const loneSurrogate = /\p{Surrogate}/gu
const longWord = /[^\s\u200b]{29,}/g

/**
 * Makes every string in a document's data fit to be set: composed letters (macOS sends them apart), no control characters, words
 * that would run off the page given places to break. Characters the font lacks are named ("[U+1F600]") or, with 'error', collected.
 */
export function cleanData(data: unknown, has: Coverage, missing: 'error' | 'name'): { data: unknown; missingGlyphs: string[] } {
  const lacking = new Set<string>()
  const clean = (text: string): string => {
    const composed = text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replaceAll('\t', ' ')
      .replace(control, '')
      .replace(invisible, '')
    const named = [...composed.replace(loneSurrogate, '?')].map((character) => {
      const codePoint = character.codePointAt(0) ?? 0
      if (codePoint === 10 || has(codePoint)) return character
      // A narrow or figure space is a space in a font that has none.
      if (/\p{Zs}/u.test(character)) return '\u00a0'
      // A letter with its mark apart (Skolt Sámi ǩ) is set from the two.
      const apart = character.normalize('NFD')
      if (apart !== character && [...apart].every((part) => has(part.codePointAt(0) ?? 0))) return apart
      lacking.add(character)
      return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
    })
    return named.join('').replace(longWord, breakable)
  }
  const cleaned = mapStrings(data, clean)
  return { data: cleaned, missingGlyphs: missing === 'error' ? [...lacking].toSorted() : [] }
}

/** After a mark inside an address or path where there is one; else every 20 characters. */
function breakable(word: string): string {
  return word.replace(/([@./_\-?&=])(?=[^\s])/g, '$1\u200b').replace(/[^\u200b]{20}(?=[^\u200b])/g, '$&\u200b')
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]))
}
