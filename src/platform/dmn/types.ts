import { ANY, readType, type Type, type Value } from '#platform/feel/standard/index.ts'
import type { Item, Model } from './model.ts'
import { DmnProblem } from './problem.ts'
import { unnamed, type Session } from './session.ts'

/** The type that a model's reference means; undefined (anything goes) when there is none or it is unknown. */
export function typeOf(session: Session, model: Model, reference: string | undefined): Type | undefined {
  if (reference === undefined || reference === '') return undefined
  return lookUp(session, model, reference) ?? undefined
}

/** The types that a model has of its own, for expressions that name them. */
export function typesOf(session: Session, model: Model): (name: string) => Type | undefined {
  return (name) => named(session, model, name) ?? (name.includes('.') ? lookUp(session, model, name) : undefined)
}

function lookUp(session: Session, model: Model, reference: string): Type | undefined {
  const direct = readType(reference, (name) => named(session, model, name))
  if (direct) return direct
  const colon = reference.indexOf(':')
  if (colon > 0) {
    const other = session.models.find(({ namespace }) => namespace === model.prefixes.get(reference.slice(0, colon)))
    return lookUp(session, other ?? model, reference.slice(colon + 1))
  }
  const imported = model.imports.find(({ name }) => name !== '' && reference.startsWith(`${name}.`))
  const other = session.models.find(({ namespace }) => namespace === imported?.namespace)
  return other && imported && other !== model ? lookUp(session, other, reference.slice(imported.name.length + 1)) : undefined
}

/** A type of the model's own, or of one that it imports without a name. */
function named(session: Session, model: Model, name: string): Type | undefined {
  for (const one of unnamed(session, model)) {
    const item = one.items.get(name)
    if (!item) continue
    let made: Type | undefined
    return { kind: 'named', name, find: () => (made ??= ofItem(session, one, item, new Set())) }
  }
  return undefined
}

/** @param own whether it is a type of the model itself rather than a part of one */
function ofItem(session: Session, model: Model, item: Item, seen: ReadonlySet<string>, own = true): Type {
  if (seen.has(item.name)) throw new DmnProblem('the type is defined by itself', item.name)
  let type = baseOf(session, model, item, seen, own)
  // allowed values of its own stand instead of those of the type it is made from
  if (item.allowed !== undefined) type = restricted(session, item, item.allowed, type.kind === 'restricted' ? type.base : type)
  if (item.collection) type = { kind: 'list', of: type }
  return item.constraint === undefined ? type : restricted(session, item, item.constraint, type)
}

function baseOf(session: Session, model: Model, item: Item, seen: ReadonlySet<string>, own: boolean): Type {
  if (item.components.length > 0)
    return { kind: 'context', entries: item.components.map((one) => [one.name, ofItem(session, model, one, new Set(), false)]) }
  if (item.function)
    return {
      kind: 'function',
      params: item.function.params.map(({ typeRef }) => typeOf(session, model, typeRef) ?? ANY),
      result: typeOf(session, model, item.function.result) ?? ANY,
    }
  // a name for another type is followed at once, so that a circle of names is found; a part may be of the type it is in
  const followed = item.typeRef !== undefined && !item.collection && (own || item.allowed !== undefined)
  const alias = followed ? model.items.get(item.typeRef ?? '') : undefined
  if (alias) return ofItem(session, model, alias, new Set([...seen, item.name]))
  return typeOf(session, model, item.typeRef) ?? ANY
}

function restricted(session: Session, item: Item, tests: string, base: Type): Type {
  const allows = (value: Value): boolean =>
    session.feel(item, tests, { tests: true }, { names: new Map([['?', value]]) }) === true
  return { kind: 'restricted', base, allows }
}
