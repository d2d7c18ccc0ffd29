import { dateText, durationText, parseDate, parseInstant } from './dates.ts'
import { FeelFailure } from './failure.ts'
import { LIMITS } from './limits.ts'
import {
  isUnknown,
  unknownOf,
  type BadFact,
  type DateValue,
  type DurationValue,
  type InstantValue,
  type RangeValue,
  type Unknown,
  type Value,
} from './values.ts'

/**
 * A fact, typed before it comes here. null (or an absent key) means nobody knows. Amounts are whole øre: `{ore: 4000000}`
 * is checked to be a whole safe number and is a plain number in rules. A row of a table carries every column, null
 * where empty.
 */
export type Fact =
  | null
  | boolean
  | number
  | string
  | { readonly date: string }
  | { readonly instant: string }
  | { readonly ore: number }
  | readonly Fact[]
  | Facts
export interface Facts {
  readonly [name: string]: Fact | undefined
}

/** An answer, as JSON that can be stored beside the check. */
export type FeelValue =
  | null
  | boolean
  | number
  | string
  | { date: string }
  | { instant: string }
  | { duration: string }
  | FeelValue[]
  | { [name: string]: FeelValue }

const bad = (why: string): BadFact => ({ kind: 'bad', why })

function flagged(entries: [string, unknown][]): Value | undefined {
  const [only, ...rest] = entries
  if (!only || rest.length > 0) return undefined
  const [key, value] = only
  if (key === 'ore') return Number.isSafeInteger(value) ? (value as number) : bad('an amount is not whole øre in the safe range')
  if (key === 'date' && typeof value === 'string') return parseDate(value) ?? bad('not a date YYYY-MM-DD')
  if (key === 'instant' && typeof value === 'string') return parseInstant(value) ?? bad('not a time with a zone')
  return undefined
}

/**
 * A fact as the language sees it.
 * @param fact what was handed in; anything that is no fact (functions, dates of JavaScript, NaN) becomes a bad fact
 * @param path the fact's name, for telling which facts are missing
 */
export function toValue(fact: unknown, path: string, depth = 0): Value {
  if (fact === null || fact === undefined) return { kind: 'unknown', missing: [path] }
  if (depth > LIMITS.factDepth) return bad('nested too deeply')
  if (typeof fact === 'boolean') return fact
  if (typeof fact === 'string') return fact.length > LIMITS.text ? bad('the text is too long') : fact
  if (typeof fact === 'number') {
    if (!Number.isFinite(fact)) return bad('not a number')
    return Math.abs(fact) > Number.MAX_SAFE_INTEGER ? bad('outside the safe range') : fact
  }
  if (Array.isArray(fact)) {
    if (fact.length > LIMITS.list) return bad('the list is too long')
    const items = fact.map((item) => toValue(item, path, depth + 1))
    return items.find(isBad) ?? items
  }
  if (typeof fact !== 'object') return bad('not a fact')
  const proto: unknown = Object.getPrototypeOf(fact)
  if (proto !== Object.prototype && proto !== null) return bad('not a plain object')
  const entries = Object.entries(fact)
  const special = flagged(entries)
  if (special !== undefined) return special
  if (entries.length > LIMITS.list) return bad('too many entries')
  return new Map(entries.map(([key, value]) => [key, toValue(value, `${path}.${key}`, depth + 1)]))
}

function isBad(value: Value): value is BadFact {
  return typeof value === 'object' && value !== null && (value as { kind?: string }).kind === 'bad'
}

/** Counts down: an answer can hold the same list many times over. */
interface Budget {
  left: number
}

function gapsIn(value: Value, budget: Budget): Unknown | undefined {
  budget.left -= typeof value === 'string' ? 1 + (value.length >> 3) : 1
  if (budget.left < 0) throw new FeelFailure('too-large', 'the answer is too large')
  if (value === null || typeof value !== 'object') return undefined
  if (Array.isArray(value) || value instanceof Map) {
    const gaps = [...value.values()].map((item) => gapsIn(item, budget)).filter((gap) => gap !== undefined)
    return gaps.length > 0 ? unknownOf(...gaps) : undefined
  }
  return isUnknown(value) ? value : undefined
}

function toJson(value: Value): FeelValue {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, toJson(item)]))
  const single = value as DateValue | InstantValue | DurationValue | RangeValue | BadFact
  if (single.kind === 'date') return { date: dateText(single) }
  if (single.kind === 'instant') return { instant: new Date(single.ms).toISOString() }
  if (single.kind === 'months' || single.kind === 'span') return { duration: durationText(single) }
  throw new FeelFailure(single.kind === 'bad' ? 'bad-fact' : 'type', `a ${single.kind} is no answer`)
}

/** An answer as JSON; an answer with something unknown inside is unknown as a whole. */
export function fromValue(value: Value): { known: FeelValue } | { missing: readonly string[] } {
  const gap = gapsIn(value, { left: LIMITS.list * 10 })
  return gap ? { missing: gap.missing } : { known: toJson(value) }
}
