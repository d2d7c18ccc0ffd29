import { LIMITS } from './limits.ts'

const made = new Map<string, RegExp | null>()

/**
 * A pattern that cannot run away: no back-references, no look-around, no repeated group that itself repeats or has
 * alternatives, at most three open-ended repetitions and so many things that may be left out. Returns undefined for anything else.
 * @param flags of i, m, s and g
 */
export function safePattern(text: string, flags: string): RegExp | undefined {
  const key = `${flags}/${text}`
  const known = made.get(key)
  if (known !== undefined) {
    if (known) known.lastIndex = 0
    return known ?? undefined
  }
  const pattern = build(text, flags)
  if (made.size > 500) made.clear()
  made.set(key, pattern ?? null)
  return pattern
}

function build(text: string, flags: string): RegExp | undefined {
  if (text.length > LIMITS.pattern || /[^imsg]/.test(flags) || !isTame(text)) return undefined
  try {
    return new RegExp(text, `${flags}u`)
  } catch {
    return undefined
  }
}

/** Length of the repetition that starts at `at`, and whether it is open-ended or long; undefined when there is none. */
function repetition(text: string, at: number): { length: number; heavy: boolean } | undefined {
  const char = text[at]
  if (char === '*' || char === '+') return { length: 1, heavy: true }
  if (char === '?') return { length: 1, heavy: false }
  const found = /^\{(\d+)(,(\d*))?\}/.exec(text.slice(at, at + 20))
  if (!found) return undefined
  const most = found[2] === undefined ? Number(found[1]) : found[3] === '' ? Infinity : Number(found[3])
  return { length: found[0].length, heavy: most > 50 }
}

const LEFT_OUT = 24
const OPTIONAL = /\\.|\[(?:[^\]\\]|\\.)*\]|\(\?|\?|\{(\d+),(\d*)\}|[(:](?=\|)|\|(?=[|)])/gs

/**
 * Whether the engine can make ready for a pattern in short time: each part that may be left out doubles the work, or nearly so, and
 * while it makes ready nothing can stop it.
 */
export function canBePrepared(text: string): boolean {
  let leftOut = 0
  for (const [found, least, most] of text.matchAll(OPTIONAL)) {
    if (found.startsWith('\\') || found.startsWith('[') || found === '(?') continue
    leftOut += least === undefined ? 1 : most === '' ? 0 : Math.min(Number(most) - Number(least), 2)
  }
  return leftOut <= LEFT_OUT
}

function isTame(text: string): boolean {
  if (!canBePrepared(text)) return false
  const groups: { restless: boolean }[] = []
  let heavy = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    let closed: { restless: boolean } | undefined
    if (char === '\\') {
      at += 1
      if (/[1-9k]/.test(text[at] ?? '')) return false
    } else if (char === '[') {
      at = classEnd(text, at)
    } else if (char === '(') {
      if (text[at + 1] === '?' && text[at + 2] !== ':') return false
      groups.push({ restless: false })
      if (text[at + 1] === '?') at += 2
      continue
    } else if (char === ')') {
      closed = groups.pop()
    } else if (char === '|') {
      for (const group of groups) group.restless = true
      continue
    }
    const again = repetition(text, at + 1)
    if (!again) continue
    if (closed?.restless) return false
    if (again.heavy) heavy += 1
    for (const group of groups) group.restless = true
    at += again.length
    if (text[at + 1] === '?') at += 1
  }
  return heavy <= 3
}

function classEnd(text: string, start: number): number {
  let at = start + 1
  if (text[at] === '^') at += 1
  while (at < text.length && text[at] !== ']') at += text[at] === '\\' ? 2 : 1
  return at
}
