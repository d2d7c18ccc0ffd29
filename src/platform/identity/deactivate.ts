import { sql } from 'kysely'
import type { Trx } from '../database/db.ts'
import { endSessionsOf } from './session.ts'

/** Closes an account: no new login, and every session it has is over at once. */
export async function deactivatePerson(trx: Trx, personId: string, now: Date): Promise<void> {
  await sql`update person set active = false where id = ${personId}`.execute(trx)
  await endSessionsOf(trx, personId, 'deactivated', now)
}
