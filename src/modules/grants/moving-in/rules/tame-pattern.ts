/**
 * A pattern as FEEL takes it: without needless escapes, and with each optional group that repeats inside ("(,[0-9]+)?") as two
 * patterns, one with it and one without. What is not tame even then is left to the rule language to refuse.
 */
export function tamePatterns(pattern: string): string[] {
  let patterns = [plainEscapes(pattern)]
  for (let round = 0; round < 3; round++) {
    const next = patterns.flatMap(withAndWithout)
    if (next.length === patterns.length) break
    patterns = next
  }
  return patterns
}

/** "\\-" outside a class is a plain "-": with the flag for Unicode it is an error. */
function plainEscapes(pattern: string): string {
  let text = ''
  let inClass = false
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? ''
    if (char === '\\') {
      const next = pattern[at + 1] ?? ''
      at += 1
      text += /[\p{L}\p{N}^$\\.*+?()[\]{}|/]/u.test(next) || (inClass && next === '-') ? char + next : next
      continue
    }
    if (char === '[') inClass = true
    if (char === ']') inClass = false
    text += char
  }
  return text
}

function withAndWithout(pattern: string): string[] {
  const group = optionalGroup(pattern)
  if (!group) return [pattern]
  const [start, end] = group
  return [pattern.slice(0, start) + pattern.slice(end + 2), pattern.slice(0, end + 1) + pattern.slice(end + 2)]
}

/** Where the first group that is optional and repeats inside stands, outside all other groups. */
function optionalGroup(pattern: string): [number, number] | undefined {
  let depth = 0
  let start = -1
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]
    if (char === '\\') at += 1
    else if (char === '[') at = classEnd(pattern, at)
    else if (char === '(') {
      if (depth === 0) start = at
      depth += 1
    } else if (char === ')') {
      depth -= 1
      const inside = pattern.slice(start, at)
      if (depth === 0 && pattern[at + 1] === '?' && pattern[at + 2] !== '?' && /[*+?{|]/.test(inside.replace(/^\(\?:/, '')))
        return [start, at]
    }
  }
  return undefined
}

function classEnd(pattern: string, start: number): number {
  for (let at = start + 1; at < pattern.length; at++) {
    if (pattern[at] === '\\') at += 1
    else if (pattern[at] === ']' && at > start + 1) return at
  }
  return pattern.length
}
