import { caseSlug, lockCase, recordEvent } from '#cases'
import { Conflict } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { tellDecisionWaits } from '../../decision/actions/tell-decision-waits.ts'
import { roleFor, type Actor } from '../../review/actions/actor.ts'
import { requireMayPrepare } from '../../review/queries/impartiality.ts'
import { findOutsideCase } from '../queries/outside-case.ts'

/**
 * Writes that the municipality's statement in a recommended case went to the outside body on a day, and tells the applicant. It is no
 * decision: there is nothing to appeal yet. False when it was sent before. Throws Conflict when the case is not recommended, or is
 * the municipality's own to decide.
 */
export async function sendStatement(
  trx: Trx,
  input: { caseId: string; sentOn: string; by: Actor; now: Date; origin: string },
): Promise<boolean> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  const outside = await findOutsideCase(trx, found.id)
  if (!outside || found.status !== 'recommended') throw new Conflict({ key: 'notInThisState' })
  if (outside.isSent) return false
  const recommendation = await trx
    .selectFrom('recommendation')
    .select(['id', 'rank', 'outcome', 'ore'])
    .where('case_id', '=', found.id)
    .where('superseded_at', 'is', null)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('outside_statement')
    .values({ case_id: found.id, recommendation_id: recommendation.id, rank: recommendation.rank, sent_on: input.sentOn })
    .execute()
  await tellDecisionWaits(trx, {
    caseFile: found,
    kind: 'statement-sent',
    address: `${input.origin}/min-side/saker/${caseSlug(found.number)}`,
    now: input.now,
  })
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'statement-sent',
    actorRole: roleFor(input.by, 'prepareCase'),
    changes: { rank: recommendation.rank, outcome: recommendation.outcome, ore: recommendation.ore, sentOn: input.sentOn },
    basedOn: { recommendationId: recommendation.id },
  })
  return true
}
