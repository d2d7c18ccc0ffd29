import type { Raw } from '../syntax.ts'
import type { Context, Run, Type, Value } from './values.ts'

/** The names in reach at one place, the nearest first. */
export interface Scope {
  readonly names: Context
  readonly outer?: Scope | undefined
}

/** An expression made ready. */
export type Step = (scope: Scope, run: Run) => Value

/** What reading a node needs: the text, and itself for the nodes inside. */
export interface Reader {
  text: string
  /** the types that the model has of its own */
  types(name: string): Type | undefined
  read(raw: Raw): Step
}

/** A name's value; undefined when there is no such name. */
export function find(scope: Scope, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const value = at.names.get(name)
    if (value !== undefined) return value
  }
  const plain = plainName(name)
  for (let at: Scope | undefined = scope; at; at = at.outer)
    for (const [key, value] of at.names) if (plainName(key) === plain) return value
  return undefined
}

/** A name without the spaces that do not count: `a - b` is `a-b`. */
export function plainName(name: string): string {
  return name
    .replaceAll(/\s*([./\-'+*])\s*/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The entry of a context by a name as it is written. */
export function entryOf(context: Context, name: string): Value | undefined {
  const value = context.get(name)
  if (value !== undefined) return value
  const plain = plainName(name)
  for (const [key, other] of context) if (plainName(key) === plain) return other
  return undefined
}
