import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { listReadyBlocks } from '../queries/ready-blocks.ts'

/** Makes a ready block one of the municipality's; the one it has when it was brought in before. Throws NotFound. */
export async function bringBlockIn(trx: Trx, input: { key: string }): Promise<{ blockId: string }> {
  const ready = listReadyBlocks().find((each) => each.key === input.key)
  if (!ready) throw new NotFound('ready block')
  await trx
    .insertInto('scheme_block')
    .values({ name: json(ready.name), fields: json(ready.fields), ready: ready.key })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'ready']).where('ready', 'is not', null).doNothing())
    .execute()
  const { id } = await trx.selectFrom('scheme_block').select('id').where('ready', '=', ready.key).executeTakeFirstOrThrow()
  return { blockId: id }
}
