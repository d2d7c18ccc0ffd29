import { sql } from 'kysely'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { accountContext } from '../queries/payment-account.ts'

/** Seals up to `limit` account numbers of payments anew under the current key. Returns how many; call it until it says 0. */
export async function resealAccounts(trx: Trx, keyring: Keyring, limit = 500): Promise<number> {
  const { municipalityId } = scopeOf(trx)
  const { rows } = await sql<{ id: string; case_id: string; cipher: string }>`
    select id, case_id, account_cipher as cipher from payment
    where account_cipher is not null and split_part(account_cipher, '.', 2) <> ${keyring.currentKeyId} order by id limit ${limit} for update`.execute(
    trx,
  )
  for (const row of rows) {
    const context = accountContext(municipalityId, row.case_id)
    await trx
      .updateTable('payment')
      .set({ account_cipher: keyring.encrypt(keyring.decrypt(row.cipher, context), context) })
      .where('id', '=', row.id)
      .execute()
  }
  return rows.length
}
