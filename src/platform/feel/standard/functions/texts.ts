import { LIMITS } from '../../limits.ts'
import { patternOf, replacement } from '../patterns.ts'
import { limitedText as made, numberOr, type FunctionValue, type Run, type Value } from '../values.ts'
import { limitedSize, textOf } from '../write.ts'
import { define } from './spec.ts'

/** Characters as people count them: one per code point. */
function cut(text: string, start: number, length: number | undefined): Value {
  const all = Array.from(text)
  const from = start < 0 ? all.length + Math.trunc(start) : Math.trunc(start) - 1
  if (Math.trunc(start) === 0 || from < 0 || (length !== undefined && length < 1)) return null
  return all.slice(from, length === undefined ? undefined : from + Math.trunc(length)).join('')
}

const two = (call: (text: string, match: string) => Value): FunctionValue =>
  define(['string: string, match: string', ([text, match]: [string, string]) => call(text, match)])

function toNumber(text: string, grouping: string | null, point: string | null): Value {
  if (grouping !== null && ![' ', ',', '.'].includes(grouping)) return null
  if (point !== null && ![',', '.'].includes(point)) return null
  if (grouping !== null && grouping === point) return null
  const plain = (grouping === null ? text : text.replaceAll(grouping, '')).replace(point ?? '.', '.')
  return /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(plain) ? numberOr(Number(plain)) : null
}

function join(items: readonly Value[], delimiter: string | null, run: Run): Value {
  const texts = items.filter((item) => item !== null)
  if (texts.some((item) => typeof item !== 'string')) return run.note('string join takes texts')
  limitedSize(texts, LIMITS.text - (delimiter ?? '').length * texts.length)
  return made(texts.join(delimiter ?? ''), run)
}

export const TEXT_FUNCTIONS: Record<string, FunctionValue> = {
  string: define([
    'from: any',
    ([value]: [Value], run) => (value === null ? null : made(textOf(limitedSize(value, LIMITS.text)), run)),
  ]),
  number: define(
    [
      'from: string, grouping separator?: string|null, decimal separator?: string|null',
      ([text, grouping, point]: [string, (string | null)?, (string | null)?]) => toNumber(text, grouping ?? null, point ?? null),
    ],
    ['from: number', ([value]: [number]) => value],
  ),
  'string length': define(['string: string', ([text]: [string]) => Array.from(text).length]),
  'upper case': define(['string: string', ([text]: [string], run) => made(text.toUpperCase(), run)]),
  'lower case': define(['string: string', ([text]: [string], run) => made(text.toLowerCase(), run)]),
  substring: define([
    'string: string, start position: number, length?: number',
    ([text, start, length]: [string, number, number?]) => cut(text, start, length),
  ]),
  'substring before': two((text, match) => text.slice(0, Math.max(0, text.indexOf(match)))),
  'substring after': two((text, match) => (text.includes(match) ? text.slice(text.indexOf(match) + match.length) : '')),
  contains: two((text, match) => text.includes(match)),
  'starts with': two((text, match) => text.startsWith(match)),
  'ends with': two((text, match) => text.endsWith(match)),
  matches: define([
    'input: string, pattern: string, flags?: string|null',
    ([text, pattern, flags]: [string, string, (string | null)?], run) =>
      patternOf(pattern, flags ?? '', run, text)?.test(text) ?? null,
  ]),
  replace: define([
    'input: string, pattern: string, replacement: string, flags?: string|null',
    ([text, pattern, by, flags]: [string, string, string, (string | null)?], run) => {
      run.spend(((text.length + 1) * (by.length + 1)) >> 3)
      const found = patternOf(pattern, flags ?? '', run, text)
      const put = found && replacement(by, flags ?? '')
      if (!put || found.test('')) return run.note('the pattern or the replacement is not one')
      return made(text.replace(new RegExp(found.source, `${found.flags}g`), put), run)
    },
  ]),
  split: define([
    'string: string, delimiter: string',
    ([text, pattern]: [string, string], run) => {
      const found = patternOf(pattern, '', run, text)
      if (!found) return null
      const parts: string[] = []
      let last = 0
      for (const one of text.matchAll(new RegExp(found.source, `${found.flags}g`))) {
        parts.push(text.slice(last, one.index))
        last = one.index + one[0].length
      }
      return [...parts, text.slice(last)]
    },
  ]),
  'string join': define([
    'list: list, delimiter?: string|null',
    ([items, delimiter]: [readonly Value[], (string | null)?], run) => join(items, delimiter ?? null, run),
  ]),
}
