import { callWith, equal, FUNCTIONS, isContext, type Run, type Value } from '#platform/feel/standard/index.ts'
import type { Aggregation, Table } from './model.ts'

/** What a table does with the rules that match. */
export interface Hits {
  readonly table: Pick<Table, 'hitPolicy' | 'aggregation' | 'outputs'>
  /** the results of the rules that match, in their order */
  readonly results: readonly Value[]
  /** what to answer where none matches; undefined where the table does not say */
  readonly fallback?: Value | undefined
  /** the outputs' allowed values in order, for the policies that rank by them */
  readonly ranks: readonly (readonly Value[])[]
}

/** The answer of a decision table. */
export function applyHitPolicy({ table, results, fallback, ranks }: Hits, run: Run): Value {
  const [first] = results
  const many = table.hitPolicy === 'COLLECT' || table.hitPolicy.endsWith('ORDER')
  if (first === undefined && fallback !== undefined) return fallback
  if (first === undefined && !many) return null
  switch (table.hitPolicy) {
    case 'UNIQUE':
      return results.length > 1 ? run.note('several rules match where one alone may') : (first ?? null)
    case 'ANY':
      return results.every((one) => equal(one, first ?? null) === true)
        ? (first ?? null)
        : run.note('rules that match have different results where they must agree')
    case 'FIRST':
      return first ?? null
    case 'PRIORITY':
      return ranked(results, table, ranks)[0] ?? null
    case 'RULE ORDER':
      return results
    case 'OUTPUT ORDER':
      return ranked(results, table, ranks)
    case 'COLLECT':
      return table.aggregation ? aggregate(table.aggregation, results, run) : results
  }
}

function ranked(results: readonly Value[], table: Hits['table'], ranks: Hits['ranks']): Value[] {
  const places = new Map(
    results.map((result) => [
      result,
      table.outputs.map(({ name }, column) => {
        const value =
          table.outputs.length === 1 || result === null || !isContext(result) ? result : (result.get(name ?? '') ?? null)
        const place = (ranks[column] ?? []).findIndex((one) => equal(one, value) === true)
        return place < 0 ? Infinity : place
      }),
    ]),
  )
  const byPlace = (a: readonly number[], b: readonly number[]): number => {
    const differing = a.findIndex((place, column) => place !== b[column])
    return differing < 0 ? 0 : (a[differing] ?? 0) < (b[differing] ?? 0) ? -1 : 1
  }
  return results.toSorted((a, b) => byPlace(places.get(a) ?? [], places.get(b) ?? []))
}

function aggregate(aggregation: Aggregation, results: readonly Value[], run: Run): Value {
  if (aggregation === 'COUNT') return results.length
  if (results.length === 0) return null
  return callWith(FUNCTIONS.get(aggregation.toLowerCase()) ?? null, [results], run)
}
