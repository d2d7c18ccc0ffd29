import type { Trx } from '#platform/database/db.ts'
import { ownHistory, type Change } from '../rules/history.ts'
import type { Op } from '../rules/ops.ts'

/** One change of a draft, with who made it. */
export interface DraftChange extends Change {
  personName: string | null
  at: Date
  ops: Op[]
  inverse: Op[]
}

/** What has been changed after a revision, oldest first. */
export async function listChangesSince(trx: Trx, draftId: string, revision: number): Promise<DraftChange[]> {
  const rows = await select(trx, draftId).where('c.sequence', '>', revision).orderBy('c.sequence').execute()
  return rows.map(toChange)
}

/** The latest changes, newest first. */
export async function listRecentChanges(trx: Trx, draftId: string, atMost = 20): Promise<DraftChange[]> {
  return (await select(trx, draftId).orderBy('c.sequence', 'desc').limit(atMost).execute()).map(toChange)
}

/** Which of a person's own changes an undo and a redo are about; by sequence. */
export async function getOwnHistory(trx: Trx, draftId: string, personId: string) {
  const rows = await trx
    .selectFrom('scheme_draft_change')
    .select(['sequence', 'person_id', 'kind', 'of_sequence'])
    .where('draft_id', '=', draftId)
    .where('person_id', '=', personId)
    .orderBy('sequence')
    .execute()
  return ownHistory(
    rows.map((row) => ({ sequence: row.sequence, personId: row.person_id, kind: row.kind, of: row.of_sequence })),
    personId,
  )
}

function select(trx: Trx, draftId: string) {
  return trx
    .selectFrom('scheme_draft_change as c')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'c.municipality_id').onRef('person.id', '=', 'c.person_id'),
    )
    .select(['c.sequence', 'c.person_id', 'person.name', 'c.at', 'c.kind', 'c.of_sequence', 'c.ops', 'c.inverse'])
    .where('c.draft_id', '=', draftId)
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function toChange(row: Row): DraftChange {
  return {
    sequence: row.sequence,
    personId: row.person_id,
    personName: row.name,
    at: row.at,
    kind: row.kind,
    of: row.of_sequence,
    ops: row.ops,
    inverse: row.inverse,
  }
}
