import { createHash } from 'node:crypto'
import { Conflict } from './errors.ts'
import { json } from './database/tables.ts'
import type { Trx } from './database/db.ts'

/**
 * Does work once per key: a double click, a retried job and a replayed request get the first answer.
 * The same key with another body is a Conflict. Both row and work stand or fall with the transaction; a second request with
 * the same key waits for the first by the primary key.
 */
export async function once<T>(
  trx: Trx,
  door: { key: string; action: string; personId?: string; body: unknown },
  work: () => Promise<T>,
): Promise<T> {
  const hash = createHash('sha256')
    .update(JSON.stringify(door.body ?? null))
    .digest()
  const claimed = await trx
    .insertInto('idempotency')
    .values({ key: door.key, action: door.action, person_id: door.personId ?? null, body_hash: hash })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 0n) {
    const before = await trx.selectFrom('idempotency').selectAll().where('key', '=', door.key).executeTakeFirstOrThrow()
    const same = before.action === door.action && before.person_id === (door.personId ?? null) && hash.equals(before.body_hash)
    if (!same) throw new Conflict({ key: 'sameKeyOtherBody' })
    return before.result as T
  }
  const result = await work()
  await trx
    .updateTable('idempotency')
    .set({ result: json(result ?? null) })
    .where('key', '=', door.key)
    .execute()
  return result
}
