import { Conflict, NotFound } from '#platform/errors.ts'
import { currentPerson, readForm, type Ctx } from '#platform/http/index.ts'
import { paymentActions, type PaymentAction } from '../../lifecycle.ts'
import { roleFor } from '../../review/actions/actor.ts'
import type { Verdict } from '../../review/model.ts'
import { act } from '../../review/pages/act.ts'
import { may } from '../../review/rules/access.ts'
import { changePayment } from '../actions/change-payment.ts'
import { claimPayment } from '../actions/claim-payment.ts'
import { readAccounts } from '../actions/read-account.ts'
import { getPayment } from '../queries/get-payment.ts'
import { paymentTexts } from '../texts/payments.ts'
import { reasonText } from '../texts/reasons.ts'
import { showPayment } from './payment.tsx'

const LONGEST_REASON = 500

/** POST /saker/utbetalinger/:id: one step of one payment, with a reason where it needs one. */
export async function changeOnePayment(c: Ctx): Promise<Response> {
  const { lang } = c.var
  const t = paymentTexts[lang]
  const form = await readForm(c)
  const id = c.req.param('id') ?? ''
  const asked = form.text('gjor')
  const action = asked === 'claim' ? 'claim' : paymentActions.find((each) => each === asked)
  if (!action || !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) throw new NotFound('payment')
  const reason = form.text('reason').slice(0, LONGEST_REASON)
  const verdict = await changeOnce(c, id, action, reason)
  if (verdict.ok) return c.redirect(`/saker/utbetalinger/${id}?gjort=${action}`, 303)
  const [first] = verdict.reasons
  const text = first ? reasonText(first, lang) : t.reasons.notInThisState
  if (first?.field === 'reason' || first?.key === 'reasonMissing')
    return await showPayment(c, { typed: form.text('reason'), errors: { [action]: text } })
  return await showPayment(c, { flash: { kind: 'warning', text }, typed: form.text('reason') })
}

async function changeOnce(c: Ctx, id: string, action: PaymentAction | 'claim', reason: string): Promise<Verdict> {
  const { keyring } = c.var.services
  const done = await act(c, `payment-${action}`, async (trx, { by, now, today }): Promise<Verdict> => {
    if (action !== 'claim') return await changePayment(trx, keyring, { paymentId: id, action, person: by, reason, now })
    if (!may(by, 'claimForRecipient')) return { ok: false, reasons: [{ key: 'notYourRole' }] }
    const { payment } = await getPayment(trx, keyring, id, by.id)
    const onBehalf = { role: roleFor(by, 'claimForRecipient'), reason }
    return await claimPayment(trx, { paymentId: id, caseId: payment.row.caseId, today, now, onBehalf })
  }).catch((error: unknown) => {
    // Somebody else came first, or the award has ended: said on the payment's own page, as it now is.
    if (error instanceof Conflict && error.reason.key !== 'sameKeyOtherBody')
      return { ok: true as const, value: { ok: false as const, reasons: [error.reason] } }
    throw error
  })
  return done.ok ? done.value : { ok: false, reasons: done.reasons }
}

/** GET /saker/utbetalinger/:id, with what was just done said at the top. */
export async function showPaymentPage(c: Ctx): Promise<Response> {
  const done = paymentTexts[c.var.lang].done as Record<string, string>
  const text = done[c.req.query('gjort') ?? '']
  return await showPayment(c, text ? { flash: { kind: 'success', text } } : {})
}

/** POST /saker/utbetalinger/:id/konto: the whole account number, once, with an event on the case. */
export async function showWholeAccount(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) throw new NotFound('payment')
  const [payment] = await services.db.inTransaction(scope, (trx) =>
    readAccounts(trx, services.keyring, { paymentIds: [id], person: currentPerson(c), why: 'shown', now: services.now() }),
  )
  return await showPayment(c, payment?.account ? { account: payment.account } : {})
}
