import { randomUUID } from 'node:crypto'
import { recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { osloDate } from '#platform/time.ts'
import { planImport, type Import } from '../queries/sheet-plan.ts'
import type { Mapping, Sheet } from '../rules/mapping.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import type { Plan, PlannedRow, Snapshot } from '../rules/sheet-plan.ts'
import { openBatch, requireStaged } from './sheet-stage.ts'
import { writerOf } from './sheet-write.ts'

const PART = 500

/**
 * Brings a staged batch in: what the dry run would do now. All of it, or nothing when something throws. Returns the plan it
 * followed. Throws Conflict when it was brought in meanwhile.
 */
export async function importBatch(trx: Trx, keyring: Keyring, batchId: string, given: Import): Promise<Plan> {
  await requireStaged(trx, batchId)
  const plan = await planImport(trx, given, osloDate(scopeOf(trx).now ?? new Date()))
  await writePlan(trx, keyring, { batchId, kind: given.kind, plan })
  await trx.deleteFrom('import_upload').where('batch_id', '=', batchId).execute()
  return plan
}

export interface FileImport {
  kind: ImportKind
  fileName: string
  sha256: Buffer
  sheets: readonly Sheet[]
  mapping: Mapping
}

/** The same from a file in one go, without answers: names that only a person can tell stay text, or wait. */
export async function importFile(
  trx: Trx,
  keyring: Keyring,
  file: FileImport,
  options: { dryRun: boolean },
): Promise<{ plan: Plan; batchId?: string }> {
  const plan = await planImport(trx, { ...file, answers: {} }, osloDate(scopeOf(trx).now ?? new Date()))
  if (options.dryRun || plan.counts.added + plan.counts.changed === 0) return { plan }
  const batchId = await openBatch(trx, file)
  await writePlan(trx, keyring, { batchId, kind: file.kind, plan })
  return { plan, batchId }
}

async function writePlan(trx: Trx, keyring: Keyring, input: { batchId: string; kind: ImportKind; plan: Plan }): Promise<void> {
  const { batchId, kind, plan } = input
  const { municipalityId, personId = null, now = new Date() } = scopeOf(trx)
  const write = writerOf(kind, { trx, keyring, batchId, municipalityId, personId, now })
  const added = plan.rows.filter((row) => row.change === 'added').map((row) => ({ ...row, id: randomUUID() }))
  const changed = plan.rows.filter((row): row is PlannedRow & { id: string } => row.change === 'changed' && row.id !== undefined)
  for (let from = 0; from < added.length; from += PART) await write.insert(added.slice(from, from + PART))
  for (const row of changed) await write.update(row)
  const all = [...added, ...changed].toSorted((a, b) => a.line - b.line)
  for (let from = 0; from < all.length; from += PART)
    await trx
      .insertInto('import_change')
      .values(
        all.slice(from, from + PART).map((row, index) => ({
          batch_id: batchId,
          sequence: from + index + 1,
          line: row.line,
          target_id: row.id,
          change: row.change === 'added' ? ('added' as const) : ('changed' as const),
          before: row.before ? json(row.before) : null,
          after: json(withAccount(row)),
        })),
      )
      .execute()
  await trx
    .updateTable('import_batch')
    .set({ imported_at: now, imported_by: personId, counts: json(plan.counts) })
    .where('id', '=', batchId)
    .execute()
  const { counts } = plan
  await recordEvent(trx, {
    subjectId: municipalityId,
    subjectKind: 'municipality',
    type: `${kind}-imported`,
    at: now,
    changes: { import: batchId, added: counts.added, changed: counts.changed, refused: counts.refused, held: counts.held },
  })
}

/** That an account came with the row is noted; the digits are nowhere but sealed on the organisation. */
function withAccount(row: PlannedRow): Snapshot {
  return row.account === undefined ? row.after : { ...row.after, account: true }
}
