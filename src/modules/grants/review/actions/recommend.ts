import { changeCase, lockCase, recordEvent, requireRevision } from '#cases'
import { Conflict, Invalid, type Reason } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import type { AllocationShare, ConditionText, Outcome } from '../../model.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'
import { findStep } from '../../scheme/rules/steps.ts'
import { requireMayPrepare } from '../queries/impartiality.ts'
import { faultsOf } from '../rules/recommendation.ts'
import { roleFor, type Actor } from './actor.ts'

export interface Recommend {
  caseId: string
  outcome: Outcome
  ore: number
  potId: string | null
  reasons: string
  conditions: readonly ConditionText[]
  /** How the amount follows from sharing the round's money, when it does. */
  allocation?: AllocationShare
  by: Actor
  revision?: number
}

/**
 * Recommends an outcome with its reasons; an earlier recommendation is kept as superseded. Throws Invalid with what is missing,
 * Conflict when the case has changed or is not in a state for it, and 'notDeclared' before impartiality is declared.
 */
export async function recommend(trx: Trx, input: Recommend): Promise<{ id: string }> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  requireRevision(found, input.revision)
  const status = after(caseLifecycle, found.status as CaseStatus, 'recommend')
  if (status === null) throw new Conflict({ key: 'notInThisState' })
  const faults = faultsOf(input, found.applied_ore)
  if (input.potId && !(await isPotOfCase(trx, input.potId, found.call_id))) faults.push({ key: 'otherPot', field: 'pot' })
  faults.push(...(await whyNotYet(trx, found.id, input.outcome)))
  if (faults.length > 0) throw new Invalid(faults)
  await supersede(trx, found.id)
  const { id } = await trx
    .insertInto('recommendation')
    .values({
      case_id: found.id,
      outcome: input.outcome,
      ore: input.ore,
      pot_id: input.potId,
      reasons: input.reasons,
      conditions: json(input.conditions),
      allocation: input.allocation ? json(input.allocation) : null,
      recommended_by: input.by.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await changeCase(trx, found.id, { status, recommended_ore: input.ore })
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'recommended',
    actorRole: roleFor(input.by, 'prepareCase'),
    changes: {
      outcome: input.outcome,
      ore: input.ore,
      potId: input.potId,
      before: found.recommended_ore,
      ...(input.allocation ? { allocated: input.allocation.method } : {}),
    },
    basedOn: { recommendationId: id },
  })
  return { id }
}

/** Takes the recommendation back: the case is in review again. Throws Conflict as `recommend` does. */
export async function takeBackRecommendation(trx: Trx, input: { caseId: string; by: Actor; revision?: number }): Promise<void> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  requireRevision(found, input.revision)
  const status = after(caseLifecycle, found.status as CaseStatus, 'take-back-recommendation')
  if (status === null) throw new Conflict({ key: 'notInThisState' })
  await supersede(trx, found.id)
  await changeCase(trx, found.id, { status, recommended_ore: null })
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'recommendation-taken-back',
    actorRole: roleFor(input.by, 'prepareCase'),
    changes: { before: found.recommended_ore },
  })
}

async function supersede(trx: Trx, caseId: string): Promise<void> {
  await trx
    .updateTable('recommendation')
    .set({ superseded_at: new Date() })
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .execute()
}

/** In schemes where all assess before anybody recommends: so many have finished. What is dismissed on its form is not assessed. */
async function whyNotYet(trx: Trx, caseId: string, outcome: Outcome): Promise<Reason[]> {
  if (outcome === 'dismissed') return []
  const application = await trx
    .selectFrom('application')
    .select(['version_id', 'part'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const definition = application && (await getDefinition(trx, { versionId: application.version_id, part: application.part }))
  if (!definition || !findStep(definition, 'assessment')?.allBefore) return []
  const { done } = await trx
    .selectFrom('assessment')
    .select((eb) => eb.fn.countAll<number>().as('done'))
    .where('case_id', '=', caseId)
    .where('done_at', 'is not', null)
    .executeTakeFirstOrThrow()
  const { assessors } = definition.assessment
  return done < assessors ? [{ key: 'assessFirst', field: 'outcome', data: { most: assessors } }] : []
}

async function isPotOfCase(trx: Trx, potId: string, roundId: string | null): Promise<boolean> {
  const pot = await trx.selectFrom('pot').select('round_id').where('id', '=', potId).executeTakeFirst()
  return pot !== undefined && pot.round_id === roundId
}
