import type { Keyring } from '#platform/crypto.ts'
import { evaluate, verdict, type Facts } from '#platform/feel/index.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { clockOf } from '../rules/form-state.ts'
import { unsealFacts } from '../sealed-answers.ts'

/** One stored check that did not give the same outcome again. */
export interface Difference {
  caseNumber: string
  rule: string
  stored: string
  replayed: string
  /** The evaluator that worked the stored outcome out. */
  evaluator: string
}

export interface Replay {
  replayed: number
  differences: Difference[]
  /** The last check read: where the next call begins. Undefined when there are no more. */
  next?: string
}

const BATCH = 1000

/**
 * Works stored checks out again from their own rule text, facts and day, and tells which differ: none ever should. Nothing is
 * written. Call it with `next` until there is none, each time in a transaction of its own.
 */
export async function replayChecks(trx: Trx, keyring: Keyring, after?: string): Promise<Replay> {
  const rows = await trx
    .selectFrom('check_result')
    .innerJoin('case_file', (join) =>
      join
        .onRef('case_file.municipality_id', '=', 'check_result.municipality_id')
        .onRef('case_file.id', '=', 'check_result.case_id'),
    )
    .select([
      'check_result.id',
      'case_id',
      'number',
      'rule',
      'expression',
      'facts',
      'today',
      'outcome',
      'evaluator',
      'checked_at',
    ])
    .$if(after !== undefined, (query) => query.where('check_result.id', '>', after ?? ''))
    .orderBy('check_result.id')
    .limit(BATCH)
    .execute()
  const { municipalityId } = scopeOf(trx)
  const differences = rows.flatMap((row): Difference[] => {
    const facts = unsealFacts(row.facts as Facts, keyring, { municipalityId, kind: 'case', id: row.case_id })
    const replayed = verdict(evaluate(row.expression, facts, clockOf(row.today)))
    if (replayed === row.outcome) return []
    return [{ caseNumber: row.number, rule: row.rule, stored: row.outcome, replayed, evaluator: row.evaluator }]
  })
  const last = rows.at(-1)
  return { replayed: rows.length, differences, ...(rows.length === BATCH && last ? { next: last.id } : {}) }
}
