import type { Trx } from '#platform/database/db.ts'
import type { Score } from '../../model.ts'

export interface ShownAssessment {
  id: string
  assessorId: string
  assessorName: string
  scores: Score[]
  weightedScore: number | null
  summary: string
  at: Date
  done: boolean
}

/**
 * The assessments of a case that a person may see now: one's own; the others' when they are done, and, for who is to assess the
 * case too, only after one's own is done: nobody is coloured by another's scores.
 */
export async function listAssessments(trx: Trx, caseId: string, personId: string): Promise<ShownAssessment[]> {
  const rows = await trx
    .selectFrom('assessment')
    .innerJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'assessment.municipality_id').onRef('person.id', '=', 'assessment.assessor_id'),
    )
    .selectAll('assessment')
    .select('person.name')
    .where('assessment.case_id', '=', caseId)
    .orderBy('assessment.assessed_at')
    .execute()
  const assigned = await trx
    .selectFrom('case_assessor')
    .select('person_id')
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const own = rows.find((row) => row.assessor_id === personId)
  const mustWait = (assigned !== undefined || own !== undefined) && !own?.done_at
  return rows
    .filter((row) => row.assessor_id === personId || (row.done_at !== null && !mustWait))
    .map((row) => ({
      id: row.id,
      assessorId: row.assessor_id,
      assessorName: row.name,
      scores: row.scores,
      weightedScore: row.weighted_score,
      summary: row.summary,
      at: row.assessed_at,
      done: row.done_at !== null,
    }))
}

/** The mean of done assessments' weighted scores, per case. */
export async function scoresOf(trx: Trx, caseIds: readonly string[]): Promise<Map<string, { score: number; assessors: number }>> {
  if (caseIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('assessment')
    .select((eb) => ['case_id', eb.fn.avg<number>('weighted_score').as('score'), eb.fn.count<number>('id').as('assessors')])
    .where('case_id', 'in', caseIds)
    .where('done_at', 'is not', null)
    .where('weighted_score', 'is not', null)
    .groupBy('case_id')
    .execute()
  return new Map(rows.map((row) => [row.case_id, { score: Math.round(row.score * 100) / 100, assessors: row.assessors }]))
}
