import type { Trx } from '#platform/database/db.ts'

/** A draft that begins from a published scheme uses the blocks that the draft it was published from used. */
export async function carryBlockUses(trx: Trx, input: { schemeId: string; draftId: string }): Promise<void> {
  const from = await trx
    .selectFrom('scheme_draft')
    .select('id')
    .where('scheme_id', '=', input.schemeId)
    .where('closed_as', '=', 'published')
    .orderBy('closed_at', 'desc')
    .executeTakeFirst()
  if (!from) return
  await trx
    .insertInto('scheme_block_use')
    .columns(['draft_id', 'block_id', 'place', 'keys', 'brought'])
    .expression((eb) =>
      eb
        .selectFrom('scheme_block_use')
        .select((use) => [use.val(input.draftId).$castTo<string>().as('draft_id'), 'block_id', 'place', 'keys', 'brought'])
        .where('draft_id', '=', from.id),
    )
    .execute()
}
