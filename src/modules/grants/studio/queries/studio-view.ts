import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { Finding } from '../rules/findings.ts'
import { listBlocks, listBlockUses, type DraftBlockUse, type SchemeBlock } from './blocks.ts'
import { getOwnHistory, listRecentChanges, type DraftChange } from './changes.ts'
import { getDraft, type SchemeDraft } from './drafts.ts'
import { listFindings } from './findings.ts'

export interface Place {
  key: string
  name: string
}

/** Everything a page of the studio is drawn from. */
export interface StudioView {
  draft: SchemeDraft
  findings: Finding[]
  /** The latest first. */
  recent: DraftChange[]
  history: { undo?: number; redo?: number }
  /** What a scheme may point at. */
  units: { key: string; name: Text3; kind: 'department' | 'body' }[]
  districts: Place[]
  /** The municipality's blocks of questions, and where this draft uses them. */
  blocks: SchemeBlock[]
  blockUses: DraftBlockUse[]
}

/** An open draft with its state for one person. Throws NotFound; a closed draft is not found. */
export async function getStudioView(trx: Trx, draftId: string, personId: string): Promise<StudioView> {
  const draft = await getDraft(trx, draftId)
  if (draft.closedAs) throw new NotFound('open scheme draft')
  return {
    draft,
    findings: await listFindings(trx, draft),
    recent: await listRecentChanges(trx, draft.id),
    history: await getOwnHistory(trx, draft.id, personId),
    units: await listUnits(trx),
    districts: await trx.selectFrom('district').select(['key', 'name']).orderBy('position').execute(),
    blocks: await listBlocks(trx),
    blockUses: await listBlockUses(trx, draft),
  }
}

/** The municipality's units and bodies, by their place in the alphabet. */
export async function listUnits(trx: Trx): Promise<StudioView['units']> {
  const rows = await trx.selectFrom('unit').select(['key', 'name', 'kind']).orderBy('key').execute()
  return rows.map((row) => ({ key: row.key, name: row.name as Text3, kind: row.kind }))
}
