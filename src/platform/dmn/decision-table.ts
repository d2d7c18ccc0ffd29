import { coerce, type Scope, type Value } from '#platform/feel/standard/index.ts'
import { applyHitPolicy } from './hit-policy.ts'
import type { Model, Table } from './model.ts'
import type { Session } from './session.ts'
import { typeOf, typesOf } from './types.ts'

/** The answer of a decision table in a scope. */
export function evaluateTable(session: Session, model: Model, table: Table, scope: Scope): Value {
  const types = typesOf(session, model)
  const feel = (text: string): Value =>
    text === '' || text === '-' ? null : session.feel(table, text, { tests: false, types }, scope)
  const inputs = table.inputs.map(({ expression, typeRef }) =>
    coerce(feel(expression), typeOf(session, model, typeRef), session.run),
  )
  const matching = table.rules.filter(({ tests }) =>
    tests.every((test, column) => {
      session.run.spend(1)
      if (test === '' || test === '-') return true
      return (
        session.feel(table, test, { tests: true, types }, { names: new Map([['?', inputs[column] ?? null]]), outer: scope }) ===
        true
      )
    }),
  )
  const inOrder = table.hitPolicy === 'FIRST' || table.hitPolicy === 'UNIQUE'
  const used = inOrder ? matching.slice(0, table.hitPolicy === 'FIRST' ? 1 : 2) : matching
  const results = used.map((rule) => outputOf(session, model, table, rule.results.map(feel)))
  const fallbacks = table.outputs.map(({ fallback }) => fallback)
  return applyHitPolicy(
    {
      table,
      results,
      fallback: fallbacks.some((one) => one !== undefined)
        ? outputOf(
            session,
            model,
            table,
            fallbacks.map((one) => (one === undefined ? null : feel(one))),
          )
        : undefined,
      ranks: table.outputs.map(({ allowed, typeRef }) => ranksOf(session, table, allowed ?? allowedOf(model, typeRef), scope)),
    },
    session.run,
  )
}

/** One value, or a context by the outputs' names; each as its type wants it. */
function outputOf(session: Session, model: Model, table: Table, values: readonly Value[]): Value {
  const made = table.outputs.map(({ typeRef }, column) =>
    coerce(values[column] ?? null, typeOf(session, model, typeRef), session.run),
  )
  if (made.length === 1) return made[0] ?? null
  return new Map(table.outputs.map(({ name }, column) => [name ?? `output ${column + 1}`, made[column] ?? null]))
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
