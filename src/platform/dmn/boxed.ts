import {
  callNamed,
  coerce,
  filtered,
  isFunction,
  itemsOf,
  makeFunction,
  type FunctionValue,
  type Scope,
  type Step,
  type Type,
  type Value,
} from '#platform/feel/standard/index.ts'
import { evaluateTable } from './decision-table.ts'
import type { Boxed, Formal, Model } from './model.ts'
import type { Session } from './session.ts'
import { typeOf, typesOf } from './types.ts'

/** The value of a boxed expression; of none: null. */
export function evaluateBoxed(session: Session, model: Model, boxed: Boxed | undefined, scope: Scope): Value {
  if (!boxed) return null
  session.run.spend(1)
  return coerce(valueOf(session, model, boxed, scope), typeOf(session, model, boxed.typeRef), session.run)
}

function valueOf(session: Session, model: Model, boxed: Boxed, scope: Scope): Value {
  const inner = (one: Boxed | undefined, names?: ReadonlyMap<string, Value>): Value =>
    evaluateBoxed(session, model, one, names ? { names, outer: scope } : scope)
  switch (boxed.kind) {
    case 'literal':
      if (boxed.language !== '' && !/feel/i.test(boxed.language)) return session.run.note(`${boxed.language} is not run`)
      return boxed.text === '' ? null : session.feel(boxed, boxed.text, { tests: false, types: typesOf(session, model) }, scope)
    case 'table':
      return evaluateTable(session, model, boxed, scope)
    case 'context':
      return contextOf(session, model, boxed, scope)
    case 'list':
      return boxed.items.map((item) => inner(item))
    case 'relation':
      return boxed.rows.map(
        (row) =>
          new Map(
            boxed.columns.map(({ name, typeRef }, column) => [
              name,
              coerce(inner(row[column]), typeOf(session, model, typeRef), session.run),
            ]),
          ),
      )
    case 'function':
      return functionOf(session, model, boxed, scope) ?? session.run.note('functions of other languages are not run')
    case 'invocation': {
      const given = new Map(
        boxed.bindings.map(({ name, typeRef, value }) => [
          name,
          coerce(inner(value), typeOf(session, model, typeRef), session.run),
        ]),
      )
      return callNamed(inner(boxed.called), given, session.run)
    }
    case 'if': {
      const condition = inner(boxed.condition)
      if (isWrong(condition)) return session.run.note(WRONG)
      return inner(condition === true ? boxed.then : boxed.otherwise)
    }
    case 'filter': {
      let wrong = false
      const keep: Step = (within) => {
        const test = evaluateBoxed(session, model, boxed.match, within)
        if (isWrong(test) && typeof test !== 'number') wrong = true
        return test
      }
      const kept = filtered(inner(boxed.list), keep, scope, session.run)
      return wrong ? session.run.note(WRONG) : kept
    }
    case 'for':
    case 'some':
    case 'every':
      return loop(session, boxed, inner)
  }
}

const WRONG = 'a test in a box is neither true nor false'

/** In a box a test that is no boolean makes the whole nothing; unlike in FEEL's own words, where it counts as unknown. */
const isWrong = (test: Value): boolean => test !== null && typeof test !== 'boolean'

type Inner = (one: Boxed | undefined, names?: ReadonlyMap<string, Value>) => Value

function loop(session: Session, boxed: Extract<Boxed, { kind: 'for' | 'some' | 'every' }>, inner: Inner): Value {
  const items = itemsOf(inner(boxed.source), session.run)
  if (!items) return session.run.note('what a loop goes through is no list')
  const made: Value[] = []
  for (const item of items) {
    session.run.spend(1 + (made.length >> 4))
    made.push(
      inner(
        boxed.body,
        new Map<string, Value>([
          ['partial', [...made]],
          [boxed.variable, item],
        ]),
      ),
    )
  }
  if (boxed.kind === 'for') return made
  if (made.some(isWrong)) return session.run.note(WRONG)
  const decisive = boxed.kind === 'some'
  if (made.includes(decisive)) return decisive
  return made.every((one) => one === !decisive) ? !decisive : null
}

function contextOf(session: Session, model: Model, boxed: Extract<Boxed, { kind: 'context' }>, scope: Scope): Value {
  const names = new Map<string, Value>()
  for (const { variable, value } of boxed.entries) {
    const made = evaluateBoxed(session, model, value, { names, outer: scope })
    // an entry without a name is the result
    if (!variable) return made
    names.set(variable.name, asVariable(session, model, made, variable))
  }
  return names
}

/** A value as its variable types it; a function's variable may name the type of what the function gives. */
export function asVariable(session: Session, model: Model, value: Value, { typeRef }: Formal): Value {
  if (isFunction(value)) return typedFunction(session, model, value, [typeRef])
  return coerce(value, typeOf(session, model, typeRef), session.run)
}

/** A function that is defined in a box; undefined where it is written in another language than FEEL. */
export function functionOf(
  session: Session,
  model: Model,
  boxed: Extract<Boxed, { kind: 'function' }>,
  scope: Scope,
): FunctionValue | undefined {
  if (boxed.language !== 'FEEL') return undefined
  const params = boxed.params.map((one) => ({ name: one.name, type: typeOf(session, model, one.typeRef) }))
  return makeFunction(params, typeOf(session, model, boxed.body?.typeRef), (names) =>
    evaluateBoxed(session, model, boxed.body, { names, outer: scope }),
  )
}

/**
 * The function as its variable and its logic type it. Newer files name a function's type; in older ones the variable's
 * type is the result's.
 */
export function typedFunction(
  session: Session,
  model: Model,
  made: FunctionValue,
  refs: readonly (string | undefined)[],
): FunctionValue {
  return refs.reduce((typed, ref) => {
    let type = typeOf(session, model, ref)
    while (type?.kind === 'named') type = type.find()
    if (!type) return typed
    const wanted: Type = type.kind === 'function' ? type : { kind: 'function', params: undefined, result: type }
    return coerce(typed, wanted, session.run) as FunctionValue
  }, made)
}
