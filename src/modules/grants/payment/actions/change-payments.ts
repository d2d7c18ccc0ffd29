import { sql } from 'kysely'
import type { Keyring } from '#platform/crypto.ts'
import { Conflict, NotFound, type Reason } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { PaymentAction } from '../../lifecycle.ts'
import { changePayment } from './change-payment.ts'

/** How it went with one of many: done, or why not. */
export interface PaymentOutcome {
  paymentId: string
  done: boolean
  reason?: Reason
}

/**
 * Takes many payments one step on, each by itself: one that cannot be does not hold the others back. In the order of their ids,
 * so that two people at once wait for each other and never lock each other out.
 */
export async function changePayments(
  trx: Trx,
  keyring: Keyring,
  input: {
    paymentIds: readonly string[]
    action: PaymentAction
    person: { id: string; roles: readonly string[] }
    now: Date
  },
): Promise<PaymentOutcome[]> {
  const outcomes: PaymentOutcome[] = []
  for (const paymentId of [...new Set(input.paymentIds)].toSorted()) {
    await sql`savepoint one_payment`.execute(trx)
    try {
      const verdict = await changePayment(trx, keyring, { ...input, paymentId })
      outcomes.push({ paymentId, done: verdict.ok, ...(verdict.ok ? {} : { reason: verdict.reasons[0] }) } as PaymentOutcome)
      await sql`release savepoint one_payment`.execute(trx)
    } catch (error) {
      const reason = error instanceof Conflict ? error.reason : error instanceof NotFound ? { key: 'notFound' } : undefined
      if (!reason) throw error
      await sql`rollback to savepoint one_payment`.execute(trx)
      outcomes.push({ paymentId, done: false, reason })
    }
  }
  return outcomes
}
