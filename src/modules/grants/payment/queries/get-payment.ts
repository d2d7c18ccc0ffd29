import { sql } from 'kysely'
import type { LoggedEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { findPayments } from './list-payments.ts'
import { showPayments, type ShownPayment } from './shown-payments.ts'

export interface PaymentPage {
  payment: ShownPayment
  /** The award's other instalments. */
  others: ShownPayment[]
  /** What happened to this very payment, oldest first. */
  events: Pick<LoggedEvent, 'sequence' | 'type' | 'at' | 'actorName' | 'changes'>[]
}

/** One payment with its history. Throws NotFound when there is none, or its case is closed to the asker. */
export async function getPayment(trx: Trx, keyring: Keyring, id: string, askerId: string): Promise<PaymentPage> {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) throw new NotFound('payment')
  const closed = await listClosedCaseIds(trx, askerId)
  const siblings = await trx
    .selectFrom('payment')
    .select('id')
    .where('award_id', '=', trx.selectFrom('payment').select('award_id').where('id', '=', id))
    .execute()
  const rows = await findPayments(
    trx,
    siblings.map((each) => each.id),
    closed,
  )
  const shown = (await showPayments(trx, keyring, rows)).toSorted((a, b) => a.row.position - b.row.position)
  const payment = shown.find(({ row }) => row.id === id)
  if (!payment) throw new NotFound('payment')
  const { rows: events } = await sql<PaymentPage['events'][number]>`
    select e.sequence, e.type, e.at, p.name as "actorName", e.changes
    from event e left join person p on p.municipality_id = e.municipality_id and p.id = e.actor_id
    where e.subject_id = ${payment.row.caseId}::uuid
      and (e.changes->>'payment' = ${id} or e.changes->'payments' ? ${id})
    order by e.sequence`.execute(trx)
  return { payment, others: shown.filter((each) => each !== payment), events }
}
