import { lockCase, recordEvent } from '#cases'
import { Conflict, Invalid } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import type { Criterion } from '../../model.ts'
import { requireMayPrepare } from '../queries/impartiality.ts'
import { assessmentFaults, weightedScore, type GivenScore } from '../rules/score.ts'
import { roleFor, type Actor } from './actor.ts'

export interface SaveAssessment {
  caseId: string
  criteria: readonly Criterion[]
  scores: readonly GivenScore[]
  summary: string
  /** Finished: from now on the others see it, and it does not change. */
  done: boolean
  by: Actor
  at: Date
}

const assessable = ['submitted', 'in-review', 'waiting-for-applicant', 'recommended']

/**
 * Keeps a person's own assessment; the weighted score is worked out. Throws Invalid with what is missing when it is to be done,
 * Conflict when it is done already, when the case is past assessing, and 'notDeclared' before impartiality is declared.
 */
export async function saveAssessment(trx: Trx, input: SaveAssessment): Promise<{ weighted: number | null }> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  if (!assessable.includes(found.status)) throw new Conflict({ key: 'notInThisState' })
  const faults = assessmentFaults(input.criteria, input.scores, input.done)
  if (input.summary.length > 5000) faults.push({ key: 'summaryTooLong', field: 'summary', data: { most: 5000 } })
  if (input.done && input.criteria.length === 0 && input.summary.trim() === '')
    faults.push({ key: 'summaryMissing', field: 'summary' })
  if (faults.length > 0) throw new Invalid(faults)
  const before = await trx
    .selectFrom('assessment')
    .select(['id', 'revision', 'done_at'])
    .where('case_id', '=', found.id)
    .where('assessor_id', '=', input.by.id)
    .executeTakeFirst()
  if (before?.done_at) throw new Conflict({ key: 'assessmentDone' })
  const weighted = weightedScore(input.criteria, input.scores) ?? null
  const values = {
    scores: json(input.scores),
    weighted_score: weighted,
    summary: input.summary,
    assessed_at: input.at,
    done_at: input.done ? input.at : null,
  }
  if (before) {
    await trx
      .updateTable('assessment')
      .set({ ...values, revision: before.revision + 1 })
      .where('id', '=', before.id)
      .execute()
  } else {
    await trx
      .insertInto('assessment')
      .values({ ...values, case_id: found.id, assessor_id: input.by.id })
      .execute()
  }
  // What is put aside half done is nobody's business yet.
  if (input.done) {
    await recordEvent(trx, {
      subjectId: found.id,
      type: 'assessed',
      actorRole: roleFor(input.by, 'assessCase'),
      changes: { weighted },
    })
  }
  return { weighted }
}

/** Gives a case to someone to assess. Idempotent. */
export async function assignAssessor(trx: Trx, input: { caseId: string; assessorId: string; by: Actor }): Promise<void> {
  const found = await lockCase(trx, input.caseId)
  if (!assessable.includes(found.status)) throw new Conflict({ key: 'notInThisState' })
  const added = await trx
    .insertInto('case_assessor')
    .values({ case_id: found.id, person_id: input.assessorId, assigned_by: input.by.id })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'assessor-assigned',
    actorRole: roleFor(input.by, 'assignCase'),
    changes: { assessorId: input.assessorId },
  })
}
