import { sql } from 'kysely'
import { recordEvent } from '#cases'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { unfollowed, type Step } from '#platform/jobs/runs.ts'
import { readAwards, readContents, readObligations } from '../queries/sheet-known.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import { isSame, type Snapshot, type UndoResult } from '../rules/sheet-plan.ts'
import { requireBroughtIn } from './sheet-stage.ts'
import { clearAccounts, PART, updateRows } from './sheet-write.ts'

interface Change {
  line: number
  target: string
  change: 'added' | 'changed'
  before: Snapshot | null
  after: Snapshot
}

/**
 * Takes a whole batch back: rows it added are removed, rows it changed get back what stood there. A row that somebody has changed
 * since, or that something else now hangs on, is left as it is, and told of. Throws Conflict when it was taken back already.
 */
export async function undoImport(trx: Trx, batchId: string, step: Step = unfollowed): Promise<UndoResult> {
  await requireBroughtIn(trx, batchId)
  const batch = await trx.selectFrom('import_batch').select('kind').where('id', '=', batchId).executeTakeFirstOrThrow()
  const { rows: changes } = await sql<Change>`
    select line, target_id as target, change, before, after from import_change
    where batch_id = ${batchId}::uuid order by sequence`.execute(trx)
  const undo: UndoResult = { removed: 0, restored: 0, kept: [] }
  const removable: Change[] = []
  const restorable: Change[] = []
  const now = await readNow(trx, batch.kind, changes)
  for (const change of changes) {
    const stands = now.get(change.target)
    if (!stands) continue
    const what = String(change.after['recipient'] ?? change.after['name'] ?? '')
    if (stands.ended) undo.kept.push({ line: change.line, what, why: 'ended' })
    else if (!isSame(change.after, stands.snapshot, ['account'])) undo.kept.push({ line: change.line, what, why: 'changed' })
    else if (change.change === 'added') removable.push(change)
    else restorable.push(change)
  }
  const total = restorable.length + removable.length
  for (let from = 0; from < restorable.length; from += PART) {
    await restore(trx, batch.kind, batchId, restorable.slice(from, from + PART))
    await step({ stage: 'undoing', done: Math.min(from + PART, restorable.length), total })
  }
  undo.restored = restorable.length
  const inUse = await remove(trx, batch.kind, removable, (done) =>
    step({ stage: 'undoing', done: restorable.length + done, total }),
  )
  undo.removed = removable.length - inUse.size
  for (const change of removable)
    if (inUse.has(change.target))
      undo.kept.push({ line: change.line, what: String(change.after['recipient'] ?? change.after['name'] ?? ''), why: 'inUse' })
  undo.kept.sort((a, b) => a.line - b.line)
  const { municipalityId, personId = null, now: at = new Date() } = scopeOf(trx)
  await trx
    .updateTable('import_batch')
    .set({ undone_at: at, undone_by: personId, undo: json({ ...undo, kept: undo.kept.slice(0, 5000) }) })
    .where('id', '=', batchId)
    .execute()
  await recordEvent(trx, {
    subjectId: municipalityId,
    subjectKind: 'municipality',
    type: `${batch.kind}-import-undone`,
    at,
    changes: { import: batchId, removed: undo.removed, restored: undo.restored, kept: undo.kept.length },
  })
  return undo
}

/** What stands now of what the batch wrote, by id. */
async function readNow(
  trx: Trx,
  kind: ImportKind,
  changes: readonly Change[],
): Promise<Map<string, { snapshot: Snapshot; ended: boolean }>> {
  const keys = changes.map((change) => String(change.after['source_key'] ?? ''))
  if (kind === 'awards')
    return new Map([...(await readAwards(trx, keys)).values()].map((row) => [row.id, { snapshot: row.snapshot, ended: false }]))
  if (kind === 'obligations')
    return new Map(
      [...(await readObligations(trx, keys)).values()].map((row) => [
        row.id,
        { snapshot: row.snapshot, ended: row.status !== 'open' },
      ]),
    )
  const contents = await readContents(
    trx,
    changes.map((change) => change.target),
  )
  return new Map([...contents].map(([id, row]) => [id, { snapshot: row.snapshot, ended: false }]))
}

async function restore(trx: Trx, kind: ImportKind, batchId: string, rows: readonly Change[]): Promise<void> {
  await updateRows(
    trx,
    kind,
    rows.map(({ target, before }) => ({ id: target, content: before ?? {} })),
  )
  if (kind === 'organisations')
    await clearAccounts(
      trx,
      batchId,
      rows.map(({ target }) => target),
    )
}

/** Removes the rows; returns those that something else refers to, which stay. */
async function remove(
  trx: Trx,
  kind: ImportKind,
  rows: readonly Change[],
  step: (done: number) => Promise<void>,
): Promise<Set<string>> {
  const inUse = new Set<string>()
  for (let from = 0; from < rows.length; from += 200) {
    const ids = rows.slice(from, from + 200).map((row) => row.target)
    await step(from + ids.length)
    if (await tryRemove(trx, kind, ids)) continue
    for (const id of ids) if (!(await tryRemove(trx, kind, [id]))) inUse.add(id)
  }
  return inUse
}

async function tryRemove(trx: Trx, kind: ImportKind, ids: readonly string[]): Promise<boolean> {
  const table = { awards: 'imported_award', organisations: 'organisation', obligations: 'imported_obligation' }[kind]
  await sql`savepoint removing`.execute(trx)
  try {
    await sql`delete from ${sql.table(table)} where id = any(${ids}::uuid[])`.execute(trx)
    await sql`release savepoint removing`.execute(trx)
    return true
  } catch (error) {
    await sql`rollback to savepoint removing`.execute(trx)
    await sql`release savepoint removing`.execute(trx)
    if ((error as { code?: string }).code === '23503') return false
    throw error
  }
}
