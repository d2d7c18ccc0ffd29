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

interface Repetition {
  length: number
  /** open-ended or long */
  heavy: boolean
  /** how many times more than the least */
  spare: number
}

/** The repetition that starts at `at`; undefined when there is none. */
function repetition(text: string, at: number): Repetition | undefined {
  const char = text[at]
  if (char === '*' || char === '+') return { length: 1, heavy: true, spare: 0 }
  if (char === '?') return { length: 1, heavy: false, spare: 1 }
  const found = /^\{(\d+)(,(\d*))?\}/.exec(text.slice(at, at + 20))
  if (!found) return undefined
  const most = found[2] === undefined ? Number(found[1]) : found[3] === '' ? Infinity : Number(found[3])
  return { length: found[0].length, heavy: most > 50, spare: most - Number(found[1]) }
}

/** What may be left out makes the engine's own preparation twice as long each second time, and nothing can stop that. */
const LEFT_OUT = 24

function isTame(text: string): boolean {
  const groups: { restless: boolean }[] = []
  let heavy = 0
  let leftOut = 0
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
      // an alternative that is empty
      if (/[(|:]/.test(text[at - 1] ?? '(') || /[|)]/.test(text[at + 1] ?? ')')) leftOut += 1
      continue
    }
    const again = repetition(text, at + 1)
    if (!again) continue
    if (closed?.restless) return false
    if (again.heavy) heavy += 1
    else leftOut += Math.min(again.spare, 2)
    for (const group of groups) group.restless = true
    at += again.length
    if (text[at + 1] === '?') at += 1
  }
  return heavy <= 3 && leftOut <= LEFT_OUT
}

function classEnd(text: string, start: number): number {
  let at = start + 1
  if (text[at] === '^') at += 1
  while (at < text.length && text[at] !== ']') at += text[at] === '\\' ? 2 : 1
  return at
}
