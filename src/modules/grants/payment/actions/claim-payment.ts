import { recordEvent } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'

/**
 * The recipient asks for an instalment that is paid on request. The page has checked that the case is theirs.
 * Asked twice, the first time stands. Throws Conflict when the instalment is not paid on request, or the award has ended.
 */
export async function claimPayment(trx: Trx, input: { paymentId: string; caseId: string; now: Date }): Promise<void> {
  const payment = await trx
    .selectFrom('payment')
    .innerJoin('award', (join) =>
      join.onRef('award.municipality_id', '=', 'payment.municipality_id').onRef('award.id', '=', 'payment.award_id'),
    )
    .select([
      'payment.id',
      'payment.status',
      'payment.release_on',
      'payment.claimed_at',
      'payment.ore',
      'award.acceptance',
      'award.ended_at',
    ])
    .where('payment.id', '=', input.paymentId)
    .where('payment.case_id', '=', input.caseId)
    .forUpdate('payment')
    .executeTakeFirst()
  if (!payment) throw new NotFound('payment')
  if (payment.claimed_at) return
  const open = payment.status === 'planned' && payment.release_on === 'claimed' && !payment.ended_at
  if (!open || payment.acceptance === 'pending') throw new Conflict({ key: 'notInThisState' })
  await trx.updateTable('payment').set({ claimed_at: input.now }).where('id', '=', payment.id).execute()
  await recordEvent(trx, {
    subjectId: input.caseId,
    type: 'payment-claimed',
    at: input.now,
    changes: { payment: payment.id, ore: payment.ore },
  })
}
