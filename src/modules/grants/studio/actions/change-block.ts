import { Conflict, Invalid } from '#platform/errors.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import { getBlockUse, listBlockPlaces, lockBlock } from '../queries/blocks.ts'
import { lockDraft } from '../queries/drafts.ts'
import { blockQuestions, bringBlock, takeFrom, type BlockField, type BlockUse } from '../rules/blocks.ts'
import { keyOf } from '../rules/paths.ts'
import { editDraft } from './edit-draft.ts'
import { refuseOthers } from './save-block.ts'

/** `drafts`: other drafts that got the change. `kept`: questions in them that had been changed there, and were left. */
export interface Spread {
  blockId: string
  drafts: number
  kept: number
}

/**
 * Makes questions of a draft what the block is from now on, and brings it to every open draft that uses it, as a change of each that
 * can be undone there. What was published is not touched. `keys`: the questions' keys in the draft, with new ones and without those
 * that are no longer the block's. A question that is as it came while the block has been changed takes the block's words. Throws
 * NotFound; Conflict when the draft is closed, or `changedMeanwhile` when the block is another than `seenRevision`; Invalid
 * `noQuestions`, `inAnotherBlock`.
 */
export async function changeBlock(
  trx: Trx,
  input: { draftId: string; useId: string; keys: readonly string[]; seenRevision: number },
): Promise<Spread> {
  const { blockId } = await getBlockUse(trx, input.draftId, input.useId)
  const block = await lockBlock(trx, blockId)
  if (block.revision !== input.seenRevision) throw new Conflict({ key: 'changedMeanwhile' })
  const open = (await listBlockPlaces(trx, blockId)).filter((place) => !place.published)
  await lockAll(trx, [input.draftId, ...open.map(({ use }) => use.draftId)])
  const use = await getBlockUse(trx, input.draftId, input.useId)
  const { document, id } = await lockDraft(trx, input.draftId)
  await refuseOthers(trx, { document, id }, input.keys, use.id)
  const taken = takeFrom(document, use.place, input.keys, use)
  if (taken.fields.length === 0) throw new Invalid([{ key: 'noQuestions', field: 'spm' }])
  const behind = new Map(
    blockQuestions(document, use, block.fields).flatMap((each): [string, BlockField][] =>
      each.state === 'behind' ? [[each.key, each.field]] : [],
    ),
  )
  const fields = taken.fields.map((field) => behind.get(keyOf(field) ?? '') ?? field)
  await writeBlock(trx, blockId, { fields, revision: block.revision + 1 })
  // The draft it comes from has these questions already; those that were behind are brought to it with the others.
  const had = new Map(use.brought.map((field) => [keyOf(field), field]))
  const brought = taken.fields.map((field) => (behind.has(keyOf(field) ?? '') ? (had.get(keyOf(field)) ?? field) : field))
  const keys = { ...use.keys, ...taken.keys }
  await writeUse(trx, use.id, { place: use.place, keys, brought })
  const spread: Spread = { blockId, drafts: 0, kept: 0 }
  for (const place of open) {
    const own = place.use.id === use.id
    const kept = await bring(trx, place.use.draftId, place.use.id, fields)
    if (own) continue
    spread.drafts++
    spread.kept += kept
  }
  return spread
}

/** In one order, whoever asks. */
async function lockAll(trx: Trx, draftIds: readonly string[]): Promise<void> {
  await trx
    .selectFrom('scheme_draft')
    .select('id')
    .where('id', 'in', [...draftIds])
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function bring(
  trx: Trx,
  draftId: string,
  useId: string,
  fields: readonly BlockField[],
  force?: ReadonlySet<string>,
): Promise<number> {
  const use = await getBlockUse(trx, draftId, useId)
  let after: BlockUse = use
  let kept = 0
  await editDraft(trx, {
    draftId,
    ops: ({ document }) => {
      const brought = bringBlock(document, use, fields, force)
      after = brought.use
      kept = brought.kept.length
      return brought.ops
    },
  })
  await writeUse(trx, useId, after)
  return kept
}

/** Puts the block's own words back in a draft, for questions changed or taken away there. `keys`: the block's keys. Throws NotFound; Conflict. */
export async function useBlocksWords(
  trx: Trx,
  input: { draftId: string; useId: string; keys: readonly string[] },
): Promise<void> {
  const { blockId } = await getBlockUse(trx, input.draftId, input.useId)
  const block = await lockBlock(trx, blockId)
  await bring(trx, input.draftId, input.useId, block.fields, new Set(input.keys))
}

/** Throws NotFound; Invalid `blockNameMissing` when it has no name in any language. */
export async function renameBlock(trx: Trx, input: { blockId: string; name: Text3 }): Promise<void> {
  await lockBlock(trx, input.blockId)
  if (Object.values(input.name).every((name) => name.trim() === ''))
    throw new Invalid([{ key: 'blockNameMissing', field: 'navn' }])
  await writeBlock(trx, input.blockId, { name: input.name })
}

/** Takes a block away. Its questions stay where they are, as ordinary ones. Throws NotFound. */
export async function deleteBlock(trx: Trx, input: { blockId: string }): Promise<void> {
  const { id } = await lockBlock(trx, input.blockId)
  await trx.deleteFrom('scheme_block_use').where('block_id', '=', id).execute()
  await trx.deleteFrom('scheme_block').where('id', '=', id).execute()
}

async function writeBlock(
  trx: Trx,
  id: string,
  { fields, name, revision }: { fields?: readonly BlockField[]; name?: Text3; revision?: number },
): Promise<void> {
  const { now, personId } = scopeOf(trx)
  await trx
    .updateTable('scheme_block')
    .set({
      ...(fields ? { fields: json(fields) } : {}),
      ...(name ? { name: json(name) } : {}),
      ...(revision ? { revision } : {}),
      ...(now ? { changed_at: now } : {}),
      changed_by: personId ?? null,
    })
    .where('id', '=', id)
    .execute()
}

async function writeUse(trx: Trx, id: string, { place, keys, brought }: BlockUse): Promise<void> {
  await trx
    .updateTable('scheme_block_use')
    .set({ place, keys: json(keys), brought: json(brought) })
    .where('id', '=', id)
    .execute()
}
