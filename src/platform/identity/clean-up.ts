import type { Trx } from '../database/db.ts'
import { endedSessionRemembered } from './timeouts.ts'
import './tables.ts'

/** Deletes what login has left behind in one municipality: sessions long over, logins never finished, forms never fetched. */
export async function cleanUpLogins(trx: Trx, now: Date): Promise<number> {
  const longAgo = new Date(now.getTime() - endedSessionRemembered)
  const results = [
    await trx.deleteFrom('session').where('ends_at', '<', longAgo).executeTakeFirst(),
    await trx.deleteFrom('session').where('ended_at', '<', longAgo).executeTakeFirst(),
    await trx.deleteFrom('login_attempt').where('expires_at', '<', now).executeTakeFirst(),
    await trx.deleteFrom('pending_post').where('expires_at', '<', now).executeTakeFirst(),
  ]
  return results.reduce((sum, result) => sum + Number(result.numDeletedRows), 0)
}
