import { isFactName } from '#platform/feel/index.ts'
import { reservedKeys } from '../../model.ts'

const folded: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a', ð: 'd', đ: 'd', þ: 'th', ß: 'ss', ł: 'l', ŋ: 'n', ŧ: 't' }

/** Makes keys as the definition wants them (small letters and digits, at most 40), each given once. */
export function keyMaker(): (name: string, otherwise?: string) => string {
  const given = new Set<string>()
  const next = new Map<string, number>()
  return (name, otherwise = 'field') => {
    const base = toKey(name) || otherwise
    let key = isFactName(base) && !reservedKeys.has(base) ? base : `${base.slice(0, 35)}Field`
    for (let count = next.get(base) ?? 2; given.has(key); count++) {
      key = `${base.slice(0, 34)}${/\d$/.test(base) ? 'n' : ''}${count}`
      next.set(base, count + 1)
    }
    given.add(key)
    return key
  }
}

/** "Antall medlemmer" → "antallMedlemmer"; empty where nothing is left. */
function toKey(name: string): string {
  const words = name
    .slice(0, 200)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\u0000-\u007f]/g, (letter) => folded[letter.toLowerCase()] ?? ' ')
    .split(/[^a-zA-Z0-9]+/)
    .filter(Boolean)
  const joined = words
    .map((word, index) => (index === 0 ? lowerFirst(word) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
  const key = joined.replace(/^\d/, (digit) => `n${digit}`)
  return key.slice(0, 40)
}

function lowerFirst(word: string): string {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1)
}
