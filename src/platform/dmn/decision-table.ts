import { coerce, type Scope, type Value } from '#platform/feel/standard/index.ts'
import { applyHitPolicy } from './hit-policy.ts'
import type { Model, Table } from './model.ts'
import type { Session } from './session.ts'
import { typeOf, typesOf } from './types.ts'

/** The answer of a decision table in a scope. */
export function evaluateTable(session: Session, model: Model, table: Table, scope: Scope): Value {
  const types = typesOf(session, model)
  const typed = (value: Value, typeRef: string | undefined): Value => coerce(value, typeOf(session, model, typeRef), session.run)
  const feel = (text: string): Value =>
    text === '' || text === '-' ? null : session.feel(table, text, { tests: false, types }, scope)
  const passes = (test: string, value: Value): boolean =>
    session.feel(table, test, { tests: true, types }, { names: new Map([['?', value]]), outer: scope }) === true
  /** The value where it is among those allowed, all its items where it is a list; else nothing. */
  const allowed = (value: Value, tests: string | undefined): Value => {
    if (tests === undefined || value === null || passes(tests, value)) return value
    if (Array.isArray(value) && value.every((item: Value) => passes(tests, item))) return value
    return session.run.note(`the value is none of those allowed: ${tests}`)
  }
  const outputOf = (values: readonly Value[]): Value => {
    const made = table.outputs.map((output, column) => allowed(typed(values[column] ?? null, output.typeRef), output.allowed))
    if (made.length === 1) return made[0] ?? null
    return new Map(table.outputs.map(({ name }, column) => [name ?? `output ${column + 1}`, made[column] ?? null]))
  }
  const inputs = table.inputs.map((input) => allowed(typed(feel(input.expression), input.typeRef), input.allowed))
  const matching = table.rules.filter(({ tests }) =>
    tests.every((test, column) => {
      session.run.spend(1)
      return test === '' || test === '-' || passes(test, inputs[column] ?? null)
    }),
  )
  const most = { FIRST: 1, UNIQUE: 2 }[table.hitPolicy as string] ?? matching.length
  const fallbacks = table.outputs.map(({ fallback }) => fallback)
  return applyHitPolicy(
    {
      table,
      results: matching
        .slice(0, most)
        .map(({ results }) => outputOf(results.map(({ text, typeRef }) => typed(feel(text), typeRef)))),
      fallback: fallbacks.some((one) => one !== undefined) ? outputOf(fallbacks.map((one) => feel(one ?? ''))) : undefined,
      ranks: table.outputs.map((output) => ranksOf(session, table, output.allowed ?? allowedOf(model, output.typeRef), scope)),
    },
    session.run,
  )
}

/** The allowed values in the order they stand in; only values that stand there as themselves have a rank. */
function ranksOf(session: Session, table: Table, allowed: string | undefined, scope: Scope): readonly Value[] {
  if (allowed === undefined || !(table.hitPolicy === 'PRIORITY' || table.hitPolicy === 'OUTPUT ORDER')) return []
  const list = session.feel(table, `[${allowed}]`, { tests: false }, scope)
  return Array.isArray(list) ? (list as readonly Value[]) : []
}

function allowedOf(model: Model, typeRef: string | undefined): string | undefined {
  return typeRef === undefined ? undefined : model.items.get(typeRef.slice(typeRef.indexOf(':') + 1))?.allowed
}
