import { isContext, isFunction, isList, isRange, kindOf, type FunctionValue, type Kind, type Type, type Value } from './values.ts'

export const ANY: Type = { kind: 'any' }

const SIMPLE: Record<string, Kind> = {
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'moment',
  'years and months duration': 'months',
  'days and time duration': 'span',
  // names that other versions and tools write
  dateTime: 'moment',
  dateAndTime: 'moment',
  yearMonthDuration: 'months',
  dayTimeDuration: 'span',
  yearsAndMonthsDuration: 'months',
  daysAndTimeDuration: 'span',
  integer: 'number',
  int: 'number',
  long: 'number',
  double: 'number',
  decimal: 'number',
  Null: 'null',
}

/**
 * Reads a type as FEEL and DMN write it: `number`, `list<number>`, `context<a: string>`, `function<number> -> string`,
 * `range<date>`, or a name of the model's own.
 * @returns undefined when it is none
 */
export function readType(text: string, find: (name: string) => Type | undefined = () => undefined): Type | undefined {
  const name = text.trim().replaceAll(/\s+/g, ' ')
  const own = find(name)
  if (own) return own
  if (Object.hasOwn(SIMPLE, name)) return { kind: 'simple', of: SIMPLE[name] ?? 'null' }
  if (name === 'Any') return ANY
  if (name === 'list') return { kind: 'list', of: ANY }
  if (name === 'context') return { kind: 'context', entries: [] }
  if (name === 'range') return { kind: 'range', of: ANY }
  if (name === 'function') return { kind: 'function', params: undefined, result: ANY }
  const generic = /^(list|range|context|function) ?<(.*)$/s.exec(name)
  if (!generic) return undefined
  const close = closing(generic[2] ?? '')
  if (close < 0) return undefined
  const inner = (generic[2] ?? '').slice(0, close)
  const after = (generic[2] ?? '').slice(close + 1).trim()
  if (generic[1] === 'function') return readFunction(inner, after, find)
  if (after !== '') return undefined
  if (generic[1] === 'context') return readEntries(inner, find)
  const of = readType(inner, find)
  return of && { kind: generic[1] === 'list' ? 'list' : 'range', of }
}

function readFunction(inner: string, after: string, find: (name: string) => Type | undefined): Type | undefined {
  const result = after.startsWith('->') ? readType(after.slice(2), find) : undefined
  const params = parts(inner).map((one) => readType(one, find))
  return result && params.every((one) => one !== undefined) ? { kind: 'function', params, result } : undefined
}

function readEntries(inner: string, find: (name: string) => Type | undefined): Type | undefined {
  const entries: [string, Type][] = []
  for (const one of parts(inner)) {
    const colon = one.indexOf(':')
    const type = colon < 0 ? undefined : readType(one.slice(colon + 1), find)
    if (!type) return undefined
    entries.push([one.slice(0, colon).trim(), type])
  }
  return { kind: 'context', entries }
}

/** Where the bracket that is already open closes. */
function closing(text: string): number {
  let depth = 1
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '<') depth += 1
    else if (text[at] === '>' && text[at - 1] !== '-') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

function parts(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '<') depth += 1
    else if (text[at] === '>' && text[at - 1] !== '-') depth -= 1
    else if (text[at] === ',' && depth === 0) {
      found.push(text.slice(start, at))
      start = at + 1
    }
  }
  if (text.trim() !== '') found.push(text.slice(start))
  return found
}

/**
 * Whether a value is of a type; null is of every type.
 * @param loose leaves out which values a type allows
 */
export function conforms(value: Value, type: Type, loose = false): boolean {
  if (value === null) return true
  switch (type.kind) {
    case 'any':
      return true
    case 'simple':
      return kindOf(value) === type.of
    case 'list':
      return (
        isList(value) &&
        value.every((item) => conforms(loose && isFunction(item) ? amongOthers(item, value) : item, type.of, loose))
      )
    case 'range':
      return isRange(value) && conforms(value.start, type.of, loose) && conforms(value.end, type.of, loose)
    case 'context':
      return isContext(value) && type.entries.every(([key, of]) => value.has(key) && conforms(value.get(key) ?? null, of, loose))
    case 'function':
      return isFunction(value) && fits(value, type)
    case 'named':
      return conforms(value, type.find(), loose)
    case 'restricted':
      return conforms(value, type.base, loose) && (loose || type.allows(value))
  }
}

/** A function as one of its list: where the functions of a list differ in a parameter, the list's own type takes any value there. */
function amongOthers(value: FunctionValue, list: readonly Value[]): Value {
  const others = list.filter(isFunction).flatMap((other) => other.signatures)
  const signatures = value.signatures.map((signature) => {
    const alike = others.filter((other) => other.length === signature.length)
    return signature.map((param, index) => {
      const own = typeText(param.type ?? ANY)
      return alike.every((other) => typeText(other[index]?.type ?? ANY) === own) ? param : { ...param, type: ANY }
    })
  })
  return { ...value, signatures }
}

function fits(value: Extract<Value, { kind: 'function' }>, type: Extract<Type, { kind: 'function' }>): boolean {
  if (type.params === undefined) return true
  const params = type.params
  const own = value.signatures.find((signature) => signature.length === params.length)
  if (!own) return false
  return (
    own.every((param, index) => sameOrWider(param.type ?? ANY, params[index] ?? ANY)) &&
    (value.result === undefined || sameOrWider(type.result, value.result))
  )
}

/** Whether every value of the narrow type is one of the wide. */
function sameOrWider(wide: Type, narrow: Type): boolean {
  if (wide.kind === 'named') return sameOrWider(wide.find(), narrow)
  if (narrow.kind === 'named') return sameOrWider(wide, narrow.find())
  if (narrow.kind === 'restricted' && wide !== narrow) return sameOrWider(wide, narrow.base)
  if (wide.kind === 'any') return true
  if (wide.kind === 'simple') return narrow.kind === 'simple' && narrow.of === wide.of
  if (wide.kind === 'list' || wide.kind === 'range') return narrow.kind === wide.kind && sameOrWider(wide.of, narrow.of)
  if (wide.kind === 'context')
    return (
      narrow.kind === 'context' &&
      wide.entries.every(([key, of]) => narrow.entries.some(([other, type]) => other === key && sameOrWider(of, type)))
    )
  return typeText(wide) === typeText(narrow)
}

/** A type as FEEL writes it. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'any':
      return 'Any'
    case 'simple':
      return Object.keys(SIMPLE).find((name) => SIMPLE[name] === type.of) ?? type.of
    case 'list':
    case 'range':
      return `${type.kind}<${typeText(type.of)}>`
    case 'context':
      return `context<${type.entries.map(([key, of]) => `${key}: ${typeText(of)}`).join(', ')}>`
    case 'function':
      return type.params ? `function<${type.params.map(typeText).join(', ')}> -> ${typeText(type.result)}` : 'function'
    case 'named':
      return type.name
    case 'restricted':
      return typeText(type.base)
  }
}

/** `value instance of type`: whichever values a type allows; null is of no type but Null. */
export function isInstance(value: Value, type: Type): boolean {
  if (value === null) return type.kind === 'simple' && type.of === 'null'
  return conforms(value, type, true)
}
