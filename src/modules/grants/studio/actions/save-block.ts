import { Invalid } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { listBlockUses, lockBlock } from '../queries/blocks.ts'
import { lockDraft } from '../queries/drafts.ts'
import { isUsed, putIn, takeFrom, type BlockUse } from '../rules/blocks.ts'
import type { Clash } from '../rules/ops.ts'
import { keyOf } from '../rules/paths.ts'
import { editDraft } from './edit-draft.ts'

/**
 * Keeps questions of a draft as a block; the draft is the first to use it. `keys`: the questions' keys in the draft. Throws NotFound;
 * Conflict when the draft is closed; Invalid `blockNameMissing`, `noQuestions`, `inAnotherBlock`.
 */
export async function saveBlock(
  trx: Trx,
  input: { draftId: string; place: string; keys: readonly string[]; name: string; lang: Lang },
): Promise<{ blockId: string }> {
  const draft = await lockDraft(trx, input.draftId)
  if (input.name.trim() === '') throw new Invalid([{ key: 'blockNameMissing', field: 'navn' }])
  const taken = takeFrom(draft.document, input.place, input.keys)
  if (taken.fields.length === 0) throw new Invalid([{ key: 'noQuestions', field: 'spm' }])
  await refuseOthers(trx, draft, input.keys)
  const { id } = await trx
    .insertInto('scheme_block')
    .values({ name: json({ nb: '', nn: '', en: '', [input.lang]: input.name.trim() }), fields: json(taken.fields), ready: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addUse(trx, id, draft.id, { place: input.place, keys: taken.keys, brought: taken.fields })
  return { blockId: id }
}

/** A question belongs to one block at most: two could want different things of it. */
export async function refuseOthers(
  trx: Trx,
  draft: Parameters<typeof listBlockUses>[1],
  keys: readonly string[],
  useId?: string,
) {
  const others = (await listBlockUses(trx, draft)).filter((use) => use.id !== useId)
  const taken = new Set(others.flatMap((use) => Object.values(use.keys)))
  if (keys.some((key) => taken.has(key))) throw new Invalid([{ key: 'inAnotherBlock', field: 'spm' }])
}

/** Puts a block's questions last on a page of a draft, as one change of it. Throws NotFound; Conflict when the draft is closed. */
export async function insertBlock(
  trx: Trx,
  input: { draftId: string; blockId: string; place: string; seenRevision: number },
): Promise<{ clashes: Clash[]; first?: string }> {
  const block = await lockBlock(trx, input.blockId)
  await forgetUnused(trx, block.id, input.draftId)
  let use: BlockUse | undefined
  const { clashes, done } = await editDraft(trx, {
    draftId: input.draftId,
    seenRevision: input.seenRevision,
    whole: true,
    ops: ({ document }) => {
      const put = putIn(document, input.place, block.fields)
      use = put.use
      return put.ops
    },
  })
  if (!use || done.length === 0) return { clashes }
  await addUse(trx, block.id, input.draftId, use)
  const first = use.keys[keyOf(block.fields[0]) ?? '']
  return { clashes, ...(first === undefined ? {} : { first: `${input.place}[${first}]` }) }
}

/** Uses that were undone or taken away: put in anew, the same keys would belong to two. */
async function forgetUnused(trx: Trx, blockId: string, draftId: string): Promise<void> {
  const { document } = await lockDraft(trx, draftId)
  const uses = await trx
    .selectFrom('scheme_block_use')
    .select(['id', 'place', 'keys', 'brought'])
    .where('block_id', '=', blockId)
    .where('draft_id', '=', draftId)
    .execute()
  const unused = uses.filter((use) => !isUsed(document, use)).map((use) => use.id)
  if (unused.length > 0) await trx.deleteFrom('scheme_block_use').where('id', 'in', unused).execute()
}

async function addUse(trx: Trx, blockId: string, draftId: string, { place, keys, brought }: BlockUse): Promise<void> {
  await trx
    .insertInto('scheme_block_use')
    .values({ block_id: blockId, draft_id: draftId, place, keys: json(keys), brought: json(brought) })
    .execute()
}
