import type { Keyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import { findPayments } from './list-payments.ts'
import { showPayments, type ShownPayment } from './shown-payments.ts'

/** The payments of a case, those of its standing award first, each in its order. */
export async function listCasePayments(trx: Trx, keyring: Keyring, caseId: string): Promise<ShownPayment[]> {
  const ids = await trx.selectFrom('payment').select('id').where('case_id', '=', caseId).execute()
  if (ids.length === 0) return []
  const rows = await findPayments(
    trx,
    ids.map((each) => each.id),
    [],
  )
  return (await showPayments(trx, keyring, rows)).toSorted(
    (a, b) =>
      Number(a.row.awardEnded) - Number(b.row.awardEnded) ||
      a.row.awardedOn.localeCompare(b.row.awardedOn) ||
      a.row.position - b.row.position,
  )
}
