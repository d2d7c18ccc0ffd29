import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { BlockField, BlockUse } from '../rules/blocks.ts'
import { isUsed } from '../rules/blocks.ts'
import type { DraftDocument } from '../rules/ops.ts'

/** Questions of the municipality that several schemes ask. */
export interface SchemeBlock {
  id: string
  name: Text3
  fields: readonly BlockField[]
  revision: number
  changedAt: Date
  /** Key of the ready block it was brought in as; null for one of the municipality's own. */
  ready: string | null
}

/** A block in a draft. */
export interface DraftBlockUse extends BlockUse {
  id: string
  blockId: string
  draftId: string
}

/** All blocks, by their names in bokmål. */
export async function listBlocks(trx: Trx): Promise<SchemeBlock[]> {
  const blocks = await select(trx).execute()
  return blocks.map(toBlock).toSorted((a, b) => a.name.nb.localeCompare(b.name.nb, 'nb'))
}

/** A block. Throws NotFound when this municipality has none with that id. */
export async function getBlock(trx: Trx, blockId: string): Promise<SchemeBlock> {
  const row = isId(blockId) ? await select(trx).where('id', '=', blockId).executeTakeFirst() : undefined
  if (!row) throw new NotFound('block')
  return toBlock(row)
}

/** The same, locked until the transaction ends: before any draft, so that two never wait for each other. Throws NotFound. */
export async function lockBlock(trx: Trx, blockId: string): Promise<SchemeBlock> {
  if (!isId(blockId)) throw new NotFound('block')
  await trx.selectFrom('scheme_block').select('id').where('id', '=', blockId).forUpdate().executeTakeFirst()
  return await getBlock(trx, blockId)
}

/** The blocks that a draft uses now: those whose questions have been taken away, or whose insertion is undone, are left out. */
export async function listBlockUses(trx: Trx, draft: { id: string; document: DraftDocument }): Promise<DraftBlockUse[]> {
  const rows = await selectUses(trx).where('draft_id', '=', draft.id).execute()
  return rows.map(toUse).filter((use) => isUsed(draft.document, use))
}

/** A use of a draft. Throws NotFound. */
export async function getBlockUse(trx: Trx, draftId: string, useId: string): Promise<DraftBlockUse> {
  const row =
    isId(useId) && isId(draftId)
      ? await selectUses(trx).where('id', '=', useId).where('draft_id', '=', draftId).executeTakeFirst()
      : undefined
  if (!row) throw new NotFound('use of a block')
  return toUse(row)
}

/** A scheme that asks a block's questions, in a draft or in a version that was published from one. */
export interface BlockPlace {
  use: DraftBlockUse
  document: DraftDocument
  published: boolean
}

/** Where a block is used: open drafts, and drafts that were published, the latest first. */
export async function listBlockPlaces(trx: Trx, blockId: string): Promise<BlockPlace[]> {
  const rows = await trx
    .selectFrom('scheme_block_use as u')
    .innerJoin('scheme_draft as d', (join) =>
      join.onRef('d.municipality_id', '=', 'u.municipality_id').onRef('d.id', '=', 'u.draft_id'),
    )
    .select(['u.id', 'u.block_id', 'u.draft_id', 'u.place', 'u.keys', 'u.brought', 'd.document', 'd.closed_as'])
    .where('u.block_id', '=', blockId)
    .where((where) => where.or([where('d.closed_at', 'is', null), where('d.closed_as', '=', 'published')]))
    .orderBy('d.changed_at', 'desc')
    .orderBy('u.id')
    .execute()
  const places = rows.map((row) => ({ use: toUse(row), document: row.document, published: row.closed_as === 'published' }))
  return places.filter(({ use, document }) => isUsed(document, use))
}

function select(trx: Trx) {
  return trx.selectFrom('scheme_block').select(['id', 'name', 'fields', 'revision', 'changed_at', 'ready'])
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function toBlock(row: Row): SchemeBlock {
  return { id: row.id, name: row.name, fields: row.fields, revision: row.revision, changedAt: row.changed_at, ready: row.ready }
}

function selectUses(trx: Trx) {
  return trx.selectFrom('scheme_block_use').select(['id', 'block_id', 'draft_id', 'place', 'keys', 'brought']).orderBy('id')
}

type UseRow = Awaited<ReturnType<ReturnType<typeof selectUses>['execute']>>[number]

function toUse(row: UseRow): DraftBlockUse {
  return {
    id: row.id,
    blockId: row.block_id,
    draftId: row.draft_id,
    place: row.place,
    keys: row.keys,
    brought: row.brought,
  }
}

function isId(text: string): boolean {
  return /^[0-9a-f-]{36}$/i.test(text)
}
