import type { Trx } from '../database/db.ts'
import './tables.ts'

export interface Login {
  id: string
  device: string | null
  createdAt: Date
  lastSeenAt: Date
}

/** Where a person is logged in now, latest first: shown so that anyone can end what they do not recognise. */
export async function listLogins(trx: Trx, personId: string, now: Date): Promise<Login[]> {
  const rows = await trx
    .selectFrom('session')
    .select(['id', 'device', 'created_at', 'last_seen_at'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('valid_until', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, device: row.device, createdAt: row.created_at, lastSeenAt: row.last_seen_at }))
}

/** Ends one of a person's own logins; false when it is not theirs or already over. */
export async function endLogin(trx: Trx, personId: string, id: string, now: Date): Promise<boolean> {
  const ended = await trx
    .updateTable('session')
    .set({ ended_at: now, end_reason: 'by-person', id_token_cipher: null })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}
