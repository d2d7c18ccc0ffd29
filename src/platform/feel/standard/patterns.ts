import { FeelFailure } from '../failure.ts'
import { LIMITS } from '../limits.ts'
import { canBePrepared } from '../pattern.ts'
import type { Run } from './values.ts'

/**
 * A pattern as XPath writes it, as one of ours; null, with a note, when it is none. Patterns here may be any and come
 * from anywhere, since every evaluation stands under a watchdog that stops them; but for making ready, which it cannot.
 */
export function patternOf(text: string, flags: string, run: Run, input: string): RegExp | null {
  if (input.length > LIMITS.patternInput) throw new FeelFailure('too-large', 'the text is too long for a pattern')
  run.spend(10 + input.length)
  if (!flags.includes('q') && !canBePrepared(text))
    throw new FeelFailure('too-large', 'the pattern has too many parts that may be left out')
  if (/[^imsxq]/.test(flags)) return run.note(`there is no such flag: ${flags}`)
  try {
    const plain = flags.includes('q')
      ? text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      : translate(flags.includes('x') ? withoutSpaces(text) : text)
    return new RegExp(plain, `v${[...new Set(flags)].filter((flag) => 'ims'.includes(flag)).join('')}`)
  } catch (error) {
    if (error instanceof SyntaxError) return run.note('the pattern is not a pattern')
    throw error
  }
}

/** Spaces outside classes do not count under the flag x, wherever they stand. */
function withoutSpaces(text: string): string {
  let inside = 0
  return Array.from(text)
    .filter((char, at, all) => {
      if (all[at - 1] !== '\\') inside += char === '[' ? 1 : char === ']' && inside > 0 ? -1 : 0
      return inside > 0 || !/\s/.test(char)
    })
    .join('')
}

const BLOCKS: Record<string, string> = {
  BasicLatin: '0000-\\u007F',
  'Latin-1Supplement': '0080-\\u00FF',
  'LatinExtended-A': '0100-\\u017F',
  'LatinExtended-B': '0180-\\u024F',
  GreekandCoptic: '0370-\\u03FF',
  Greek: '0370-\\u03FF',
  Cyrillic: '0400-\\u04FF',
  Hebrew: '0590-\\u05FF',
  Arabic: '0600-\\u06FF',
}

/** What XPath has and we write otherwise: subtraction of classes, names' letters, blocks of characters. */
function translate(text: string): string {
  let made = ''
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? ''
    const block = char === '\\' ? /^\\([pP])\{Is([\w-]{1,30})\}/.exec(text.slice(at, at + 40)) : null
    if (block) {
      const letters = BLOCKS[block[2] ?? '']
      if (letters === undefined) throw new SyntaxError('no such block')
      made += `[${block[1] === 'P' ? '^' : ''}\\u${letters}]`
      at += block[0].length - 1
    } else if (char === '\\') {
      at += 1
      made += escaped(text[at] ?? '', depth > 0)
    } else if (char === '[') {
      // `[a-z-[aeiou]]` takes the inner class away
      if (depth > 0) {
        if (!made.endsWith('-')) throw new SyntaxError('a class within a class')
        made = `${made.slice(0, -1)}--`
      }
      depth += 1
      made += char
      if (text[at + 1] === '^') {
        made += '^'
        at += 1
      }
    } else if (char === ']' && depth > 0) {
      depth -= 1
      made += char
    } else if (depth > 0) made += inClass(char, made, text[at + 1])
    else if (char === '(' && text[at + 1] === '?' && text[at + 2] !== ':') throw new SyntaxError('no looking around')
    else made += char
  }
  // a class that loses another must stand in brackets of its own
  return made.replaceAll(/\[(\^?)([^[\]]+)--\[/g, (_all, not: string, inner: string) => `[${not}[${inner}]--[`)
}

/** A character of a class; a hyphen at either end, or right after a range, is one itself. */
function inClass(char: string, made: string, after: string | undefined): string {
  if (char === '-' && after !== '[' && (/[[^]$/.test(made) || after === ']' || /[^\\]-[^-]$/.test(made))) return '\\-'
  return /[()[{}/|]/.test(char) || /[&!#$%*+,.:;<=>?@^`~]/.test(char) ? `\\${char}` : char
}

function escaped(code: string, inside: boolean): string {
  const plain: Record<string, string> = {
    i: '[\\p{L}_:]',
    c: '[\\p{L}\\p{N}_:.\\-]',
    I: '[^\\p{L}_:]',
    C: '[^\\p{L}\\p{N}_:.\\-]',
  }
  if (Object.hasOwn(plain, code)) return plain[code] ?? ''
  if (/[bBkuxcv0-]/.test(code) && !(inside && code === '-') && code !== '-') throw new SyntaxError('no such escape')
  return code === '"' || code === "'" ? code : `\\${code}`
}

/** What stands in place of a match: `$1` is a group, `$0` the match, `\$` a dollar; undefined when it is not well written. */
export function replacement(text: string, flags: string): ((...found: unknown[]) => string) | undefined {
  if (flags.includes('q')) return () => text
  if (/\\(?![\\$])/.test(text) || /(?<!\\)(?:\\\\)*\$(?!\d)/.test(text)) return undefined
  return (...found) => {
    const groups = found.slice(
      0,
      found.findIndex((one) => typeof one === 'number'),
    )
    return text.replaceAll(/\\([\\$])|\$(\d+)/g, (_all, plain: string | undefined, digits: string | undefined) => {
      if (plain !== undefined) return plain
      let taken = digits ?? ''
      while (taken.length > 1 && Number(taken) >= groups.length) taken = taken.slice(0, -1)
      return `${String(groups[Number(taken)] ?? '')}${(digits ?? '').slice(taken.length)}`
    })
  }
}
