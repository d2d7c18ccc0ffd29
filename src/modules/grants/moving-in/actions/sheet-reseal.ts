import { sql } from 'kysely'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { organisationAccountContext, resealStaged } from '../staged-cells.ts'

/** Seals up to `limit` uploads and accounts of organisations anew under the current key. Returns how many; call it until it says 0. */
export async function resealImports(trx: Trx, keyring: Keyring, limit = 50): Promise<number> {
  const { municipalityId } = scopeOf(trx)
  const uploads = await sql<{ id: string; cells: string; trial: string | null }>`
    select batch_id as id, cells_cipher as cells, trial_cipher as trial from import_upload
    where split_part(cells_cipher, '.', 2) <> ${keyring.currentKeyId} or split_part(trial_cipher, '.', 2) <> ${keyring.currentKeyId}
    order by batch_id limit ${limit} for update`.execute(trx)
  for (const { id, cells, trial } of uploads.rows) {
    const place = { municipalityId, batchId: id }
    await trx
      .updateTable('import_upload')
      .set({
        cells_cipher: resealStaged(keyring, 'cells', place, cells),
        trial_cipher: trial && resealStaged(keyring, 'trial', place, trial),
      })
      .where('batch_id', '=', id)
      .execute()
  }
  const accounts = await sql<{ id: string; cipher: string }>`
    select id, account_cipher as cipher from organisation
    where account_cipher is not null and split_part(account_cipher, '.', 2) <> ${keyring.currentKeyId}
    order by id limit ${limit} for update`.execute(trx)
  for (const { id, cipher } of accounts.rows) {
    const context = organisationAccountContext(municipalityId, id)
    await trx
      .updateTable('organisation')
      .set({ account_cipher: keyring.encrypt(keyring.decrypt(cipher, context), context) })
      .where('id', '=', id)
      .execute()
  }
  return uploads.rows.length + accounts.rows.length
}
