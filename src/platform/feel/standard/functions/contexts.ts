import { isContext, isList, type Context, type FunctionValue, type Value } from '../values.ts'
import { define } from './spec.ts'

const entry = (key: string, value: Value): Context =>
  new Map([
    ['key', key as Value],
    ['value', value],
  ])

function put(context: Context, keys: readonly Value[], value: Value): Value {
  const [key, ...rest] = keys
  if (typeof key !== 'string') return null
  if (rest.length === 0) return new Map([...context, [key, value]])
  const inner = context.get(key)
  if (inner === undefined || !isContext(inner)) return null
  const made = put(inner, rest, value)
  return made === null ? null : new Map([...context, [key, made]])
}

function fromEntries(entries: readonly Value[]): Value {
  const made = new Map<string, Value>()
  for (const one of entries) {
    const key = one !== null && isContext(one) ? one.get('key') : undefined
    if (typeof key !== 'string' || made.has(key) || !(one as Context).has('value')) return null
    made.set(key, (one as Context).get('value') ?? null)
  }
  return made
}

export const CONTEXT_FUNCTIONS: Record<string, FunctionValue> = {
  'get value': define(
    ['m: context, key: string', ([context, key]: [Context, string]) => context.get(key) ?? null],
    [
      'm: context, keys: list',
      ([context, keys]: [Context, readonly Value[]]) =>
        keys.reduce<Value>(
          (at, key) => (at !== null && isContext(at) && typeof key === 'string' ? (at.get(key) ?? null) : null),
          context,
        ),
    ],
  ),
  'get entries': define(['m: context', ([context]: [Context]) => [...context].map(([key, value]) => entry(key, value))]),
  context: define(['entries: list', ([entries]: [readonly Value[]]) => fromEntries(entries)]),
  'context put': define(
    [
      'context: context, key: string, value: any',
      ([context, key, value]: [Context, string, Value]) => put(context, [key], value),
    ],
    [
      'context: context, keys: list, value: any',
      ([context, keys, value]: [Context, readonly Value[], Value]) => put(context, keys, value),
    ],
  ),
  'context merge': define([
    'contexts: list',
    ([contexts]: [readonly Value[]]) =>
      contexts.every((one): one is Context => one !== null && isContext(one) && !isList(one))
        ? new Map(contexts.flatMap((one) => [...one]))
        : null,
  ]),
}
