import { dateText, durationText } from '../dates.ts'
import { FeelFailure } from '../failure.ts'
import { LIMITS } from '../limits.ts'
import { safePattern } from '../pattern.ts'
import { numberValue, textValue, typeOf, type DateValue, type DurationValue, type Value } from '../values.ts'
import { define, type FunctionSpec, type Run } from './spec.ts'

function pattern(text: string, flags: string, run: Run, input: string): RegExp {
  if (input.length > LIMITS.patternInput) throw new FeelFailure('too-large', 'the text is too long for a pattern')
  run.spend(10 + input.length)
  const made = safePattern(text, flags)
  if (!made) throw new FeelFailure('forbidden', 'the pattern is not one that is allowed')
  return made
}

function asText(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const type = typeOf(value)
  if (type === 'date') return dateText(value as DateValue)
  if (type === 'months' || type === 'span') return durationText(value as DurationValue)
  throw new FeelFailure('type', `a ${type} is not written as text`)
}

/** Characters as people count them for positions: one per code point. Taken apart only where there are such of two units. */
function charactersOf(text: string): string | string[] {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text
}

function cut(text: string, start: number, length: number | undefined): string {
  const all = charactersOf(text)
  if (!Number.isInteger(start) || start === 0) throw new FeelFailure('bad-argument', 'positions start at 1')
  const from = start < 0 ? Math.max(0, all.length + start) : start - 1
  const found = all.slice(from, length === undefined ? undefined : from + Math.max(0, length))
  return typeof found === 'string' ? found : found.join('')
}

export const TEXT_FUNCTIONS: Record<string, FunctionSpec> = {
  'string length': define<[string]>([['string', 'string']], ([text]) => charactersOf(text).length),
  'upper case': define<[string]>([['string', 'string']], ([text]) => textValue(text.toUpperCase())),
  'lower case': define<[string]>([['string', 'string']], ([text]) => textValue(text.toLowerCase())),
  substring: define<[string, number, number?]>(
    [
      ['string', 'string'],
      ['start position', 'number'],
      ['length', 'number?'],
    ],
    ([text, start, length]) => cut(text, start, length),
  ),
  contains: define<[string, string]>(
    [
      ['string', 'string'],
      ['match', 'string'],
    ],
    ([text, part]) => text.includes(part),
  ),
  'starts with': define<[string, string]>(
    [
      ['string', 'string'],
      ['match', 'string'],
    ],
    ([text, part]) => text.startsWith(part),
  ),
  'ends with': define<[string, string]>(
    [
      ['string', 'string'],
      ['match', 'string'],
    ],
    ([text, part]) => text.endsWith(part),
  ),
  matches: define<[string, string, string?]>(
    [
      ['input', 'string'],
      ['pattern', 'string'],
      ['flags', 'string?'],
    ],
    ([text, made, flags], run) => pattern(made, flags ?? '', run, text).test(text),
  ),
  replace: define<[string, string, string, string?]>(
    [
      ['input', 'string'],
      ['pattern', 'string'],
      ['replacement', 'string'],
      ['flags', 'string?'],
    ],
    ([text, made, by, flags], run) => {
      run.spend((text.length + 1) * (by.length + 1))
      return textValue(
        text.replace(
          pattern(made, `${flags ?? ''}g`, run, text),
          // what stands before and after the match is not for a rule to put in: it doubles the text at each place
          by.replaceAll(/\$([$0`'])/g, (_all, sign: string) => (sign === '0' ? '$&' : sign === '$' ? '$$' : `$$${sign}`)),
        ),
      )
    },
  ),
  split: define<[string, string]>(
    [
      ['string', 'string'],
      ['delimiter', 'string'],
    ],
    ([text, made], run) => {
      const parts = text.split(pattern(made, '', run, text))
      if (parts.length > LIMITS.list) throw new FeelFailure('too-large', 'the list is too long')
      return parts.map((part) => part ?? '')
    },
  ),
  'string join': define<[readonly Value[], string?]>(
    [
      ['list', 'list'],
      ['delimiter', 'string?'],
    ],
    ([list, delimiter], run) => {
      let size = 0
      for (const item of list) {
        if (typeof item !== 'string') throw new FeelFailure('type', 'string join takes texts')
        size += item.length + (delimiter?.length ?? 0)
      }
      if (size > LIMITS.text) throw new FeelFailure('too-large', 'the text is too long')
      run.spend(size >> 3)
      return list.join(delimiter ?? '')
    },
  ),
  string: define<[Value]>([['from', 'any']], ([value]) => asText(value)),
  /** "12.5" as a number; only digits, one point and a minus, so that nothing is guessed. */
  number: define<[string]>([['from', 'string']], ([text]) => {
    if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) throw new FeelFailure('bad-argument', 'the text is not a number')
    return numberValue(Number(text))
  }),
}
