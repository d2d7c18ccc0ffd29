import { recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { compactDigits, isBankAccount } from '../../application/rules/numbers.ts'
import { no, yes, type Verdict } from '../../review/model.ts'
import { accountContext } from '../queries/payment-account.ts'

/**
 * The recipient gives the account that what is not yet under way is to be paid to. The page has checked that the case is theirs.
 * Whoever pays is warned that it is new. Throws Conflict when nothing is left to pay.
 */
export async function changeAccount(
  trx: Trx,
  keyring: Keyring,
  input: { caseId: string; account: string; now: Date },
): Promise<Verdict> {
  const account = compactDigits(input.account)
  if (!isBankAccount(account)) return no('badAccount', undefined, 'account')
  const found = await trx
    .selectFrom('payment')
    .select(['id', 'status'])
    .where('case_id', '=', input.caseId)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (found.length === 0) throw new NotFound('payment')
  const open = found.filter((payment) => payment.status === 'planned' || payment.status === 'failed')
  if (open.length === 0) throw new Conflict({ key: 'notInThisState' })
  const context = accountContext(scopeOf(trx).municipalityId, input.caseId)
  await trx
    .updateTable('payment')
    .set({ account_cipher: keyring.encrypt(account, context), account_changed_at: input.now })
    .where(
      'id',
      'in',
      open.map((payment) => payment.id),
    )
    .execute()
  await recordEvent(trx, {
    subjectId: input.caseId,
    type: 'payment-account-changed',
    at: input.now,
    changes: { payments: open.map((payment) => payment.id) },
  })
  return yes
}
