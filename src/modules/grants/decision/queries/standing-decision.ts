import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'

/** The decision of a case that no newer one has replaced; undefined before the first. */
export async function findStandingDecision(trx: Trx, caseId: string) {
  return await trx
    .selectFrom('decision')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'decision.municipality_id').onRef('person.id', '=', 'decision.decided_by'),
    )
    .selectAll('decision')
    .select('person.name as decided_by_name')
    .where('decision.case_id', '=', caseId)
    .where('decision.replaced_at', 'is', null)
    .executeTakeFirst()
}

export type StandingDecision = NonNullable<Awaited<ReturnType<typeof findStandingDecision>>>

/** The last decision of a case that was announced: what the applicant knows. */
export async function findReleasedDecision(trx: Trx, caseId: string) {
  return await trx
    .selectFrom('decision')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('released_at', 'is not', null)
    .orderBy('released_at', 'desc')
    .executeTakeFirst()
}

export type ReleasedDecision = NonNullable<Awaited<ReturnType<typeof findReleasedDecision>>>

/** Throws NotFound. */
export async function getDecision(trx: Trx, id: string) {
  const row = await trx.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('decision')
  return row
}

/** The award of a decision; undefined when it gives nothing or is not announced. */
export async function findAward(trx: Trx, decisionId: string) {
  return await trx.selectFrom('award').selectAll().where('decision_id', '=', decisionId).executeTakeFirst()
}
