import { recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { roleFor } from '../../review/actions/actor.ts'
import { getDefinitions } from '../../scheme/queries/versions.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { may } from '../../review/rules/access.ts'
import { findPayments, type PaymentRow } from '../queries/list-payments.ts'
import { openAccount } from '../queries/payment-account.ts'

/**
 * Payments with their whole account numbers, for those who pay. Each reading is an event on its case. Throws Forbidden for
 * everybody else, NotFound when one of them is not there.
 */
export async function readAccounts(
  trx: Trx,
  keyring: Keyring,
  input: {
    paymentIds: readonly string[]
    person: { id: string; roles: readonly string[] }
    why: 'shown' | 'exported'
    now: Date
  },
): Promise<(PaymentRow & { account: string | undefined })[]> {
  if (!may(input.person, 'readAccounts')) throw new Forbidden('account')
  const payments = await findPayments(trx, input.paymentIds, await listClosedCaseIds(trx, input.person.id))
  if (payments.length !== new Set(input.paymentIds).size) throw new NotFound('payment')
  const definitionOf = await getDefinitions(trx, payments)
  const rows = payments.map((payment) => {
    const definition = definitionOf(payment)
    if (!definition) throw new NotFound('scheme version')
    return { ...payment, account: openAccount(trx, keyring, payment, { definition, answer: payment.accountAnswer }) }
  })
  for (const row of rows.filter((each) => each.account !== undefined)) {
    await recordEvent(trx, {
      subjectId: row.caseId,
      type: 'payment-account-read',
      actorRole: roleFor(input.person, 'readAccounts'),
      at: input.now,
      changes: { payment: row.id, why: input.why },
    })
  }
  return rows
}
