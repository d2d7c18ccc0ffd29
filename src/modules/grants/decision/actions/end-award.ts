import type { Trx } from '#platform/database/db.ts'

/** Statuses of a payment whose money has left the municipality. */
export const PAID = ['sent', 'confirmed'] as const

/**
 * What an award that falls away leaves behind: unpaid payments are stopped, open obligations and reports are waived. What has been
 * paid, met or reported stays. `reason` is shown with each.
 */
export async function endAward(trx: Trx, input: { awardId: string; reason: string; now: Date }): Promise<void> {
  const by = { status_reason: input.reason, status_at: input.now }
  await trx
    .updateTable('payment')
    .set({ status: 'stopped', status_reason: input.reason })
    .where('award_id', '=', input.awardId)
    .where('status', 'in', ['planned', 'prepared', 'approved', 'failed'])
    .execute()
  await trx
    .updateTable('obligation')
    .set({ status: 'waived', ...by })
    .where('award_id', '=', input.awardId)
    .where('status', '=', 'open')
    .execute()
  await trx
    .updateTable('report')
    .set({ status: 'waived', review_reason: input.reason, reviewed_at: input.now })
    .where('award_id', '=', input.awardId)
    .where('status', 'in', ['due', 'returned'])
    .execute()
  await trx.updateTable('award').set({ ended_at: input.now }).where('id', '=', input.awardId).execute()
}
