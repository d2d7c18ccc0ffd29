import { FeelFailure } from './failure.ts'
import { LIMITS } from './limits.ts'

/** A calendar day, as the number of days since 1970-01-01. */
export interface DateValue {
  readonly kind: 'date'
  readonly day: number
}
/** A point in time, in milliseconds since 1970-01-01T00:00Z. */
export interface InstantValue {
  readonly kind: 'instant'
  readonly ms: number
}
/** Calendar months, or milliseconds: the two do not mix. */
export interface DurationValue {
  readonly kind: 'months' | 'span'
  readonly amount: number
}
export interface RangeValue {
  readonly kind: 'range'
  readonly start: Value
  readonly end: Value
  readonly startIn: boolean
  readonly endIn: boolean
}
/** Something nobody has told us yet; `missing` names the facts that would settle it. */
export interface Unknown {
  readonly kind: 'unknown'
  readonly missing: readonly string[]
}
/** A fact that breaks the rules for facts; reading it ends the evaluation. */
export interface BadFact {
  readonly kind: 'bad'
  readonly why: string
}
export type Entries = ReadonlyMap<string, Value>
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | Entries
  | DateValue
  | InstantValue
  | DurationValue
  | RangeValue
  | Unknown
  | BadFact

export type TypeName =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context'
  | 'date'
  | 'instant'
  | 'months'
  | 'span'
  | 'range'
  | 'unknown'
  | 'bad'

/** The type of a value, as error messages and comparisons see it. */
export function typeOf(value: Value): TypeName {
  if (value === null) return 'null'
  const type = typeof value
  if (type === 'number' || type === 'string' || type === 'boolean') return type
  if (Array.isArray(value)) return 'list'
  if (value instanceof Map) return 'context'
  return (value as Exclude<Value, null | boolean | number | string | readonly Value[] | Entries>).kind
}

const NOTHING_KNOWN: Unknown = { kind: 'unknown', missing: [] }

/** Whether a value is missing: never told, or told to be nothing. */
export function isUnknown(value: Value): value is Unknown | null {
  return value === null || (typeof value === 'object' && (value as { kind?: string }).kind === 'unknown')
}

/** The unknown that comes of several values, of which at least one is unknown. */
export function unknownOf(...values: Value[]): Unknown {
  const names = new Set<string>()
  for (const value of values) if (value !== null && isUnknown(value)) for (const name of value.missing) names.add(name)
  return names.size === 0 ? NOTHING_KNOWN : { kind: 'unknown', missing: [...names] }
}

/**
 * A number as the language keeps it: whole numbers exact within the safe range, others to 15 significant digits, so
 * that 0.1 + 0.2 = 0.3 as the author expects.
 */
export function numberValue(value: number): number {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value
  if (!Number.isFinite(value)) throw new FeelFailure('not-a-number', 'the result is not a number')
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new FeelFailure('out-of-range', 'the number is too large')
  return Number(value.toPrecision(15))
}

/** A text within the limit. */
export function textValue(value: string): string {
  if (value.length > LIMITS.text) throw new FeelFailure('too-large', 'the text is too long')
  return value
}
