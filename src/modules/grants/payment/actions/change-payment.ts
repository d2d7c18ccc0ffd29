import { recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { openAnswers } from '../../application/sealed-answers.ts'
import { closeIfDone } from '../../decision/actions/close-if-done.ts'
import { after, paymentLifecycle, type PaymentAction, type PaymentStatus } from '../../lifecycle.ts'
import type { Verdict } from '../../review/model.ts'
import { getVersion } from '../../scheme/queries/versions.ts'
import { mayChangePayment } from '../rules/may-change.ts'
import { waitsFor } from '../rules/plan.ts'

export interface ChangePaymentInput {
  paymentId: string
  action: PaymentAction
  person: { id: string; roles: readonly string[] }
  /** Why, for a stop or a failure. */
  reason?: string
  now: Date
}

const pastTense: Record<PaymentAction, string> = {
  prepare: 'payment-prepared',
  'take-back': 'payment-taken-back',
  approve: 'payment-approved',
  send: 'payment-sent',
  confirm: 'payment-confirmed',
  fail: 'payment-failed',
  stop: 'payment-stopped',
  resume: 'payment-resumed',
}

/**
 * Takes one payment one step on. An expected no comes back as reasons: not your role, prepared by yourself, still waiting for
 * acceptance, claim or report, no account. Throws Conflict when the payment is not in a state for it.
 */
export async function changePayment(trx: Trx, keyring: Keyring, input: ChangePaymentInput): Promise<Verdict> {
  const payment = await trx.selectFrom('payment').selectAll().where('id', '=', input.paymentId).forUpdate().executeTakeFirst()
  if (!payment) throw new NotFound('payment')
  const status = after(paymentLifecycle, payment.status as PaymentStatus, input.action)
  if (!status) throw new Conflict({ key: 'notInThisState' })
  const award = await trx
    .selectFrom('award')
    .select(['acceptance', 'ended_at'])
    .where('id', '=', payment.award_id)
    .executeTakeFirstOrThrow()
  if (award.ended_at && input.action !== 'stop' && input.action !== 'confirm' && input.action !== 'fail')
    throw new Conflict({ key: 'awardEnded' })
  const reports = await trx.selectFrom('report').select('status').where('award_id', '=', payment.award_id).execute()
  const account =
    payment.account_cipher ?? (input.action === 'prepare' ? await readAccount(trx, keyring, payment.case_id) : undefined)
  const verdict = mayChangePayment({
    action: input.action,
    person: input.person,
    preparedBy: payment.prepared_by,
    waits: waitsFor({ releaseOn: payment.release_on, claimedAt: payment.claimed_at }, award, reports),
    hasAccount: account !== undefined,
    reason: input.reason ?? '',
  })
  if (!verdict.ok) return verdict

  await trx
    .updateTable('payment')
    .set({
      status,
      status_reason: input.reason?.trim() || null,
      ...(input.action === 'prepare'
        ? {
            prepared_by: input.person.id,
            prepared_at: input.now,
            approved_by: null,
            approved_at: null,
            account_cipher: account ?? null,
          }
        : {}),
      ...(input.action === 'take-back' ? { prepared_by: null, prepared_at: null } : {}),
      ...(input.action === 'approve' ? { approved_by: input.person.id, approved_at: input.now } : {}),
      ...(input.action === 'send' ? { sent_at: input.now } : {}),
      ...(input.action === 'confirm' ? { confirmed_at: input.now } : {}),
    })
    .where('id', '=', payment.id)
    .execute()
  await recordEvent(trx, {
    subjectId: payment.case_id,
    type: pastTense[input.action],
    at: input.now,
    changes: { payment: payment.id, status, ore: payment.ore },
  })
  await closeIfDone(trx, payment.case_id, input.now)
  return { ok: true }
}

/** The account the applicant gave, as ciphertext of the payment's own: what is paid to is what stood there when it was prepared. */
async function readAccount(trx: Trx, keyring: Keyring, caseId: string): Promise<string | undefined> {
  const application = await trx
    .selectFrom('application')
    .select(['version_id', 'answers'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const { definition } = await getVersion(trx, application.version_id)
  const field = definition.payment.accountField
  if (!field) return undefined
  const { municipalityId } = scopeOf(trx)
  const answers = openAnswers(definition, application.answers, keyring, { municipalityId, kind: 'case', id: caseId })
  const account = answers[field]
  return typeof account === 'string' && account !== ''
    ? keyring.encrypt(account, accountContext(municipalityId, caseId))
    : undefined
}

export function accountContext(municipalityId: string, caseId: string): string {
  return `payment.account:${municipalityId}:${caseId}`
}
