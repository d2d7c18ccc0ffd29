import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { DraftDocument } from '../rules/ops.ts'
import type { Origin } from '../rules/origin.ts'

/** A scheme's next version while it is being written. */
export interface SchemeDraft {
  id: string
  /** Undefined for a scheme that has not been published. */
  schemeId?: string
  document: DraftDocument
  /** Raised by every change. */
  revision: number
  /** The published version the draft began from, or was last brought up to. */
  basedOn?: { versionId: string; number: number }
  /** The scheme's published version now; another one than `basedOn` when somebody has published meanwhile. */
  current?: { versionId: string; number: number }
  startedBy?: string
  startedAt: Date
  changedAt: Date
  closedAs?: 'published' | 'discarded'
}

/** A draft; closed ones too. Throws NotFound when this municipality has none with that id. */
export async function getDraft(trx: Trx, draftId: string): Promise<SchemeDraft> {
  if (!/^[0-9a-f-]{36}$/i.test(draftId)) throw new NotFound('scheme draft')
  const row = await select(trx).where('scheme_draft.id', '=', draftId).executeTakeFirst()
  if (!row) throw new NotFound('scheme draft')
  return toDraft(row)
}

/** The same, locked until the transaction ends and open: what an action begins with. Throws Conflict when it is closed. */
export async function lockDraft(trx: Trx, draftId: string): Promise<SchemeDraft> {
  if (!/^[0-9a-f-]{36}$/i.test(draftId)) throw new NotFound('scheme draft')
  await trx.selectFrom('scheme_draft').select('id').where('id', '=', draftId).forUpdate().executeTakeFirst()
  const draft = await getDraft(trx, draftId)
  if (draft.closedAs) throw new Conflict({ key: 'draftClosed' })
  return draft
}

/** Where a draft came from. Throws NotFound for one that was written here from the beginning. */
export async function getOrigin(trx: Trx, draftId: string): Promise<Origin> {
  const row = await trx.selectFrom('scheme_draft').select('brought_in').where('id', '=', draftId).executeTakeFirst()
  if (!row?.brought_in) throw new NotFound('origin of the draft')
  return row.brought_in
}

/** The open drafts, the one changed last first. */
export async function listDrafts(trx: Trx): Promise<SchemeDraft[]> {
  const rows = await select(trx)
    .where('scheme_draft.closed_at', 'is', null)
    .orderBy('scheme_draft.changed_at', 'desc')
    .orderBy('scheme_draft.id')
    .execute()
  return rows.map(toDraft)
}

/** The open draft of a scheme; undefined when nobody is writing one. */
export async function findDraftOfScheme(trx: Trx, schemeId: string): Promise<SchemeDraft | undefined> {
  const row = await select(trx)
    .where('scheme_draft.scheme_id', '=', schemeId)
    .where('scheme_draft.closed_at', 'is', null)
    .executeTakeFirst()
  return row && toDraft(row)
}

function select(trx: Trx) {
  return trx
    .selectFrom('scheme_draft')
    .leftJoin('scheme', (join) =>
      join.onRef('scheme.municipality_id', '=', 'scheme_draft.municipality_id').onRef('scheme.id', '=', 'scheme_draft.scheme_id'),
    )
    .leftJoin('scheme_version as current', (join) =>
      join.onRef('current.municipality_id', '=', 'scheme.municipality_id').onRef('current.id', '=', 'scheme.current_version_id'),
    )
    .leftJoin('scheme_version as base', (join) =>
      join
        .onRef('base.municipality_id', '=', 'scheme_draft.municipality_id')
        .onRef('base.id', '=', 'scheme_draft.based_on_version_id'),
    )
    .select([
      'scheme_draft.id',
      'scheme_draft.scheme_id',
      'scheme_draft.document',
      'scheme_draft.revision',
      'scheme_draft.started_by',
      'scheme_draft.started_at',
      'scheme_draft.changed_at',
      'scheme_draft.closed_as',
      'current.id as current_id',
      'current.number as current_number',
      'base.id as base_id',
      'base.number as base_number',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function toDraft(row: Row): SchemeDraft {
  return {
    id: row.id,
    ...(row.scheme_id ? { schemeId: row.scheme_id } : {}),
    document: row.document,
    revision: row.revision,
    ...(row.base_id && row.base_number ? { basedOn: { versionId: row.base_id, number: row.base_number } } : {}),
    ...(row.current_id && row.current_number ? { current: { versionId: row.current_id, number: row.current_number } } : {}),
    ...(row.started_by ? { startedBy: row.started_by } : {}),
    startedAt: row.started_at,
    changedAt: row.changed_at,
    ...(row.closed_as ? { closedAs: row.closed_as } : {}),
  }
}
