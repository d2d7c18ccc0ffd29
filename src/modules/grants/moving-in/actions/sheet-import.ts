import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { unfollowed, type Step } from '#platform/jobs/runs.ts'
import { osloDate } from '#platform/time.ts'
import { planImport, type Import } from '../queries/sheet-plan.ts'
import type { Mapping, Sheet } from '../rules/mapping.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import type { Plan, PlannedRow, Snapshot } from '../rules/sheet-plan.ts'
import { openBatch, requireStaged } from './sheet-stage.ts'
import { organisationAccountContext } from '../staged-cells.ts'
import { insertRows, PART, updateRows, type Placed } from './sheet-write.ts'

/**
 * Brings a staged batch in: what the dry run would do now. All of it, or nothing when something throws. Returns the plan it
 * followed. Throws Conflict when it was brought in meanwhile.
 */
export async function importBatch(
  trx: Trx,
  keyring: Keyring,
  batchId: string,
  given: Import,
  step: Step = unfollowed,
): Promise<Plan> {
  await takeTurn(trx, step)
  const plan = await planImport(trx, given, osloDate(scopeOf(trx).now ?? new Date()), step)
  await writePlan(trx, keyring, { batchId, kind: given.kind, plan, step })
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
  { dryRun, step = unfollowed }: { dryRun: boolean; step?: Step },
): Promise<{ plan: Plan; batchId?: string }> {
  if (!dryRun) await takeTurn(trx, step)
  const plan = await planImport(trx, { ...file, answers: {} }, osloDate(scopeOf(trx).now ?? new Date()), step)
  if (dryRun || plan.counts.added + plan.counts.changed === 0) return { plan }
  const batchId = await openBatch(trx, file)
  await writePlan(trx, keyring, { batchId, kind: file.kind, plan, step })
  return { plan, batchId }
}

/**
 * One import at a time in a municipality, so that each plan knows what the one before it wrote. The turn is given back with the
 * transaction, whatever becomes of it.
 */
async function takeTurn(trx: Trx, step: Step): Promise<void> {
  const { municipalityId } = scopeOf(trx)
  for (;;) {
    const { rows } = await sql<{ got: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`import ${municipalityId}`}, 7206714)) as got`.execute(trx)
    if (rows[0]?.got) return
    await step({ stage: 'waiting', done: 0, total: 0 })
    await setTimeout(250)
  }
}

interface Writing {
  batchId: string
  kind: ImportKind
  plan: Plan
  step: Step
}

async function writePlan(trx: Trx, keyring: Keyring, { batchId, kind, plan, step }: Writing): Promise<void> {
  const { municipalityId, personId = null, now = new Date() } = scopeOf(trx)
  await requireStaged(trx, batchId)
  const added = plan.rows.filter((row) => row.change === 'added').map((row) => ({ ...row, id: randomUUID() }))
  const changed = plan.rows.filter((row): row is PlannedRow & { id: string } => row.change === 'changed' && row.id !== undefined)
  const place = (row: PlannedRow & { id: string }): Placed => ({
    id: row.id,
    content: row.after,
    ...(row.account === undefined
      ? {}
      : { accountCipher: keyring.encrypt(row.account, organisationAccountContext(municipalityId, row.id)) }),
  })
  const total = added.length + changed.length
  for (const [rows, write, before] of [
    [added, insertRows, 0],
    [changed, updateRows, added.length],
  ] as const)
    for (let from = 0; from < rows.length; from += PART) {
      const part = rows.slice(from, from + PART)
      await write(trx, kind, part.map(place), { batchId, personId, now })
      await step({ stage: 'writing', done: before + from + part.length, total })
    }
  await noteChanges(trx, batchId, [...added, ...changed])
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

/** Where each row came from, and what stood there before: what taking the batch back goes by. */
async function noteChanges(trx: Trx, batchId: string, rows: readonly (PlannedRow & { id: string })[]): Promise<void> {
  const changes = rows
    .toSorted((a, b) => a.line - b.line)
    .map((row, index) => ({
      sequence: index + 1,
      line: row.line,
      target_id: row.id,
      change: row.change,
      before: row.before ?? null,
      after: withAccount(row),
    }))
  for (let from = 0; from < changes.length; from += PART)
    await sql`
      insert into import_change (batch_id, sequence, line, target_id, change, before, after)
      select ${batchId}::uuid, sequence, line, target_id, change, nullif(before, 'null'::jsonb), after
      from jsonb_to_recordset(${json(changes.slice(from, from + PART))}::jsonb)
        as r (sequence int, line int, target_id uuid, change text, before jsonb, after jsonb)`.execute(trx)
}

/** That an account came with the row is noted; the digits are nowhere but sealed on the organisation. */
function withAccount(row: PlannedRow): Snapshot {
  return row.account === undefined ? row.after : { ...row.after, account: true }
}
