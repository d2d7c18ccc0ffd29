import { lockCase, recordEvent } from '#cases'
import { Conflict } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { impartialityOf } from '../../review/queries/impartiality.ts'
import { getDecision } from '../queries/standing-decision.ts'
import { mayRelease, type ReleaseReason } from '../rules/release.ts'

export const RELEASE_JOB = 'release-decision'

export interface Schedule {
  decisionId: string
  at: Date
  by: { id: string; roles: readonly string[] }
  now: Date
}

/**
 * Sets when a decision is announced; the job does it then. A new time replaces an earlier one. An expected no (not proofread, not
 * your role) comes back as reasons. Throws Conflict when it has been released or replaced.
 */
export async function scheduleRelease(
  trx: Trx,
  input: Schedule,
): Promise<{ ok: true } | { ok: false; reasons: ReleaseReason[] }> {
  const found = await lockCase(trx, (await getDecision(trx, input.decisionId)).case_id)
  const decision = await getDecision(trx, input.decisionId)
  if (decision.released_at || decision.replaced_at || found.status !== 'decided') throw new Conflict({ key: 'notInThisState' })
  const reasons = mayRelease({
    isProofread: decision.letter_read_at !== null,
    roles: input.by.roles,
    impartiality: await impartialityOf(trx, found.id, input.by.id),
  })
  if (reasons.length > 0) return { ok: false, reasons }
  await trx.updateTable('decision').set({ release_at: input.at }).where('id', '=', decision.id).execute()
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'release-scheduled',
    at: input.now,
    changes: { decision: decision.id, releaseAt: input.at.toISOString() },
  })
  await enqueue(trx, RELEASE_JOB, { decisionId: decision.id }, { startAfter: input.at })
  return { ok: true }
}

/** Takes the time of release back; the job then finds nothing to do. Throws Conflict when it is released already. */
export async function cancelRelease(trx: Trx, input: { decisionId: string; now: Date }): Promise<void> {
  const found = await lockCase(trx, (await getDecision(trx, input.decisionId)).case_id)
  const decision = await getDecision(trx, input.decisionId)
  if (decision.released_at || decision.replaced_at) throw new Conflict({ key: 'notInThisState' })
  if (!decision.release_at) return
  await trx.updateTable('decision').set({ release_at: null }).where('id', '=', decision.id).execute()
  await recordEvent(trx, { subjectId: found.id, type: 'release-cancelled', at: input.now, changes: { decision: decision.id } })
}
