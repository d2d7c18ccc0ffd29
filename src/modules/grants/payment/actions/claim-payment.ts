import { recordEvent } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { no, yes, type Verdict } from '../../review/model.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'
import { lastDayToClaim } from '../rules/claim.ts'

export interface ClaimPaymentInput {
  paymentId: string
  caseId: string
  /** An Oslo day. */
  today: string
  now: Date
  /** Staff who ask for one that cannot do it here, with the reason they also may do it after the last day. */
  onBehalf?: { role: string | undefined; reason: string }
}

/**
 * The recipient asks for an instalment that is paid on request. The page has checked that the case is theirs. Asked twice, the
 * first time stands. A day that has passed comes back as a no. Throws Conflict when the instalment is not paid on request, waits
 * for acceptance, or the award has ended.
 */
export async function claimPayment(trx: Trx, input: ClaimPaymentInput): Promise<Verdict> {
  const payment = await trx
    .selectFrom('payment')
    .innerJoin('award', (join) =>
      join.onRef('award.municipality_id', '=', 'payment.municipality_id').onRef('award.id', '=', 'payment.award_id'),
    )
    .innerJoin('application', (join) =>
      join
        .onRef('application.municipality_id', '=', 'payment.municipality_id')
        .onRef('application.case_id', '=', 'payment.case_id'),
    )
    .select([
      'payment.id',
      'payment.status',
      'payment.release_on',
      'payment.claimed_at',
      'payment.ore',
      'award.acceptance',
      'award.awarded_on',
      'award.ended_at',
      'application.version_id',
      'application.part',
    ])
    .where('payment.id', '=', input.paymentId)
    .where('payment.case_id', '=', input.caseId)
    .forUpdate('payment')
    .executeTakeFirst()
  if (!payment) throw new NotFound('payment')
  if (payment.claimed_at) return yes
  const open = payment.status === 'planned' && payment.release_on === 'claimed' && !payment.ended_at
  if (!open || payment.acceptance === 'pending') throw new Conflict({ key: 'notInThisState' })
  if (input.onBehalf) {
    if (input.onBehalf.reason.trim() === '') return no('reasonMissing', undefined, 'reason')
  } else {
    const definition = await getDefinition(trx, { versionId: payment.version_id, part: payment.part })
    const last = lastDayToClaim(definition.payment.claimBy, payment.awarded_on)
    if (last && input.today > last) return no('claimTooLate', { day: last })
  }
  await trx
    .updateTable('payment')
    .set({ claimed_at: input.now, status_reason: input.onBehalf?.reason.trim() ?? null })
    .where('id', '=', payment.id)
    .execute()
  await recordEvent(trx, {
    subjectId: input.caseId,
    type: input.onBehalf ? 'payment-claimed-for' : 'payment-claimed',
    ...(input.onBehalf?.role ? { actorRole: input.onBehalf.role } : {}),
    at: input.now,
    changes: { payment: payment.id, ore: payment.ore },
  })
  return yes
}
