import { recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { closeIfDone } from '../../decision/actions/close-if-done.ts'
import { isOwnUnit } from '../../decision/queries/my-decision.ts'
import { after, paymentLifecycle, type PaymentAction, type PaymentStatus } from '../../lifecycle.ts'
import { roleFor } from '../../review/actions/actor.ts'
import type { Verdict } from '../../review/model.ts'
import { impartialityOf } from '../../review/queries/impartiality.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'
import { findNominationAnswer } from '../../nomination/queries/nominations.ts'
import { accountContext, openAccount } from '../queries/payment-account.ts'
import { mayChangePayment, rightFor } from '../rules/may-change.ts'
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

/** What was sent cannot be called back: these are told of also when the award has ended. */
const afterTheEnd: readonly PaymentAction[] = ['stop', 'confirm', 'fail', 'take-back']

/**
 * Takes one payment one step on. An expected no comes back as reasons: not your role, prepared by yourself, still waiting for
 * acceptance, claim or report, no account. Throws Conflict when the payment is not in a state for it, NotFound when there is none
 * or its case is closed to the person.
 */
export async function changePayment(trx: Trx, keyring: Keyring, input: ChangePaymentInput): Promise<Verdict> {
  const payment = await trx.selectFrom('payment').selectAll().where('id', '=', input.paymentId).forUpdate().executeTakeFirst()
  if (!payment) throw new NotFound('payment')
  if ((await impartialityOf(trx, payment.case_id, input.person.id)) === 'conflicted') throw new NotFound('payment')
  const status = after(paymentLifecycle, payment.status as PaymentStatus, input.action)
  if (!status) throw new Conflict({ key: 'notInThisState' })
  const award = await trx
    .selectFrom('award')
    .select(['acceptance', 'ended_at'])
    .where('id', '=', payment.award_id)
    .executeTakeFirstOrThrow()
  if (award.ended_at && !afterTheEnd.includes(input.action)) throw new Conflict({ key: 'awardEnded' })
  const reports = await trx.selectFrom('report').select('status').where('award_id', '=', payment.award_id).execute()
  const nomination = await findNominationAnswer(trx, payment.case_id)
  const account = input.action === 'prepare' ? await readAccount(trx, keyring, payment) : undefined
  const verdict = mayChangePayment({
    action: input.action,
    person: input.person,
    preparedBy: payment.prepared_by,
    waits: waitsFor(
      { releaseOn: payment.release_on, claimedAt: payment.claimed_at },
      { ...award, nominated: nomination?.answer },
      reports,
    ),
    // Money to the municipality's own unit is transferred inside it.
    hasAccount: account !== undefined || (await isOwnUnit(trx, payment.case_id)),
    reason: input.reason ?? '',
  })
  if (!verdict.ok) return verdict

  await trx
    .updateTable('payment')
    .set({ status, status_reason: input.reason?.trim() || null, ...fieldsOf(input, account) })
    .where('id', '=', payment.id)
    .execute()
  await recordEvent(trx, {
    subjectId: payment.case_id,
    type: pastTense[input.action],
    actorRole: roleFor(input.person, rightFor[input.action]),
    at: input.now,
    changes: { payment: payment.id, status, ore: payment.ore },
  })
  await closeIfDone(trx, payment.case_id, input.now)
  return { ok: true }
}

function fieldsOf(input: ChangePaymentInput, account: string | undefined) {
  const nobody = { prepared_by: null, prepared_at: null, approved_by: null, approved_at: null, sent_at: null }
  switch (input.action) {
    case 'prepare':
      return { ...nobody, prepared_by: input.person.id, prepared_at: input.now, account_cipher: account ?? null }
    case 'take-back':
    case 'resume':
      return nobody
    case 'approve':
      return { approved_by: input.person.id, approved_at: input.now }
    case 'send':
      return { sent_at: input.now }
    case 'confirm':
      return { confirmed_at: input.now }
    case 'fail':
    case 'stop':
      return {}
  }
}

/** The account as ciphertext of the payment's own: what is paid to is what stood there when it was prepared. */
async function readAccount(
  trx: Trx,
  keyring: Keyring,
  payment: { case_id: string; account_cipher: string | null },
): Promise<string | undefined> {
  if (payment.account_cipher) return payment.account_cipher
  const application = await trx
    .selectFrom('application')
    .select(['version_id', 'part', 'answers'])
    .where('case_id', '=', payment.case_id)
    .executeTakeFirstOrThrow()
  const definition = await getDefinition(trx, { versionId: application.version_id, part: application.part })
  const answer = application.answers[definition.payment.accountField ?? '']
  const account = openAccount(trx, keyring, { caseId: payment.case_id, accountCipher: null }, { definition, answer })
  return account && keyring.encrypt(account, accountContext(scopeOf(trx).municipalityId, payment.case_id))
}
