import { FeelFailure } from '../failure.ts'
import { LIMITS } from '../limits.ts'

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!='

/** A calendar day; years from -999 999 999 to 999 999 999. */
export interface DateValue {
  readonly kind: 'date'
  readonly year: number
  readonly month: number
  readonly day: number
}
/** A time of day; with an offset (seconds east of UTC), a named zone, or neither. */
export interface TimeValue {
  readonly kind: 'time'
  readonly second: number
  readonly nano: number
  readonly offset?: number
  readonly zone?: string
}
export interface MomentValue {
  readonly kind: 'moment'
  readonly date: DateValue
  readonly time: TimeValue
}
/** Calendar months. */
export interface MonthsValue {
  readonly kind: 'months'
  readonly amount: number
}
/** Days and time, in nanoseconds. */
export interface SpanValue {
  readonly kind: 'span'
  readonly nanos: bigint
}
/** All between two ends; or, with a sign, all on one side of its one end: `(< 5)`. */
export interface RangeValue {
  readonly kind: 'range'
  readonly sign?: Comparison
  readonly start: Value
  readonly end: Value
  readonly startIn: boolean
  readonly endIn: boolean
}
export interface Parameter {
  readonly name: string
  readonly type?: Type | undefined
  readonly optional?: boolean
}
export interface FunctionValue {
  readonly kind: 'function'
  /** the ways to name its parameters; most have one */
  readonly signatures: readonly (readonly Parameter[])[]
  readonly result?: Type
  /** takes any number of values in place of its only parameter */
  readonly variadic?: boolean
  /** @param form which of the signatures is meant, where the arguments were named */
  call(args: readonly Value[], run: Run, form?: number): Value
}
export type Context = ReadonlyMap<string, Value>
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | Context
  | DateValue
  | TimeValue
  | MomentValue
  | MonthsValue
  | SpanValue
  | RangeValue
  | FunctionValue

export type Kind =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'moment'
  | 'months'
  | 'span'
  | 'range'
  | 'function'

/** A type that a value can be held against. */
export type Type =
  | { kind: 'any' }
  | { kind: 'simple'; of: Kind }
  | { kind: 'list'; of: Type }
  | { kind: 'range'; of: Type }
  | { kind: 'context'; entries: readonly (readonly [string, Type])[] }
  | { kind: 'function'; params: readonly Type[] | undefined; result: Type }
  /** a type of the model's own, looked up when needed since it may speak of itself */
  | { kind: 'named'; name: string; find: () => Type }
  | { kind: 'restricted'; base: Type; allows: (value: Value) => boolean }

/** What one evaluation has at hand, and what it may cost. */
export interface Run {
  /** the moment handed in */
  readonly now: MomentValue
  /** counts work; ends the evaluation when its share is used */
  spend(steps: number): void
  /** says why something became null; returns null */
  note(message: string): null
  /** one level of calls further in; ends the evaluation when there are too many */
  within<T>(work: () => T): T
}

/** The kind of a value, as comparisons and messages see it. */
export function kindOf(value: Value): Kind {
  if (value === null) return 'null'
  const type = typeof value
  if (type === 'number' || type === 'string' || type === 'boolean') return type
  if (Array.isArray(value)) return 'list'
  if (value instanceof Map) return 'context'
  return (value as DateValue).kind
}

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)
export const isContext = (value: Value): value is Context => value instanceof Map
export const isRange = (value: Value): value is RangeValue => kindOf(value) === 'range'
export const isFunction = (value: Value): value is FunctionValue => kindOf(value) === 'function'

/** A number to 15 significant digits, so that 0.1 + 0.2 is 0.3; null when it is none. */
export function numberOr(value: number): number | null {
  if (!Number.isFinite(value)) return null
  if (Number.isInteger(value)) return value === 0 ? 0 : value
  return Number(value.toPrecision(15))
}

/** A text within the limit, its making counted. */
export function limitedText(text: string, run: Run): string {
  if (text.length > LIMITS.text) throw new FeelFailure('too-large', 'the text is too long')
  run.spend(text.length >> 3)
  return text
}
