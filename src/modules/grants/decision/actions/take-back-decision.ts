import { changeCase, lockCase, recordEvent, requireRevision } from '#cases'
import { Conflict } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import { findReleasedDecision, findStandingDecision } from '../queries/standing-decision.ts'

/**
 * Takes back a decision that is not announced: the case is recommended again. Throws Conflict when it is announced, or when it is
 * to replace an announced one: then the way on is to decide anew.
 */
export async function takeBackDecision(trx: Trx, input: { caseId: string; now: Date; revision?: number }): Promise<void> {
  const found = await lockCase(trx, input.caseId)
  requireRevision(found, input.revision)
  const status = after(caseLifecycle, found.status as CaseStatus, 'take-back-decision')
  const standing = await findStandingDecision(trx, found.id)
  if (!status || !standing || standing.released_at || (await findReleasedDecision(trx, found.id)))
    throw new Conflict({ key: 'notInThisState' })
  await trx.updateTable('decision').set({ replaced_at: input.now, release_at: null }).where('id', '=', standing.id).execute()
  await changeCase(trx, found.id, { status, granted_ore: null })
  await recordEvent(trx, { subjectId: found.id, type: 'decision-taken-back', at: input.now, changes: { decision: standing.id } })
}
