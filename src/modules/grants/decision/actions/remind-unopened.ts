import { caseSlug, lockCase, recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { tellDecisionWaits } from './tell-decision-waits.ts'

const WEEK = 7 * 86_400_000

/** Ids of announced decisions that nobody has opened in a week, and nobody has been told of twice. */
export async function listUnopened(trx: Trx, now: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom('decision')
    .select('id')
    .where('replaced_at', 'is', null)
    .where('opened_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where('released_at', '<=', new Date(now.getTime() - WEEK))
    .orderBy('released_at')
    .limit(500)
    .execute()
  return rows.map((row) => row.id)
}

/** The second notice (eForvaltningsforskriften § 8). Run twice, it is sent once. */
export async function remindUnopened(trx: Trx, input: { decisionId: string; now: Date; origin: string }): Promise<void> {
  const decision = await trx.selectFrom('decision').select('case_id').where('id', '=', input.decisionId).executeTakeFirstOrThrow()
  const found = await lockCase(trx, decision.case_id)
  const { numUpdatedRows } = await trx
    .updateTable('decision')
    .set({ reminded_at: input.now })
    .where('id', '=', input.decisionId)
    .where('reminded_at', 'is', null)
    .where('opened_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  const told = await tellDecisionWaits(trx, {
    caseFile: found,
    kind: 'decision-waiting-again',
    address: `${input.origin}/min-side/saker/${caseSlug(found.number)}`,
    now: input.now,
  })
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'decision-reminded',
    at: input.now,
    changes: { decision: input.decisionId, notices: told },
  })
}
