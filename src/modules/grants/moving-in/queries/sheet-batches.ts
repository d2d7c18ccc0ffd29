import { sql } from 'kysely'
import { NotFound } from '#platform/errors.ts'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import type { Run } from '#platform/jobs/runs.ts'
import type { Mapping, Remembered, Sheet } from '../rules/mapping.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import { runKinds, type SheetRun } from '../rules/sheet-runs.ts'
import type { PlanCounts, UndoResult } from '../rules/sheet-plan.ts'
import type { Trial } from '../rules/sheet-trial.ts'
import { openSheets, openTrial } from '../staged-cells.ts'

export interface Batch {
  id: string
  kind: ImportKind
  fileName: string
  sha256: Buffer
  stagedAt: Date
  stagedByName: string | null
  mapping: Mapping | null
  answers: Record<string, string>
  counts: Partial<PlanCounts>
  importedAt: Date | null
  importedByName: string | null
  undoneAt: Date | null
  undoneByName: string | null
  undo: UndoResult | null
  /** The last that was begun with it: tried, brought in or taken back. */
  run: Pick<Run, 'kind' | 'personId' | 'stage' | 'total' | 'done' | 'endedAt' | 'endedAs'> | null
}

/** This is under way with the batch just now. */
export function isRunning({ run }: Batch, what: SheetRun): boolean {
  return run?.kind === runKinds[what] && run.endedAs === null
}

/** One batch. Throws NotFound. */
export async function getBatch(trx: Trx, id: string): Promise<Batch> {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) throw new NotFound('batch')
  const [batch] = await readBatches(trx, sql`b.id = ${id}::uuid`)
  if (!batch) throw new NotFound('batch')
  return batch
}

/** The newest batches, at most 100; those that wait and those that are done. */
export async function listBatches(trx: Trx): Promise<Batch[]> {
  return await readBatches(trx, sql`true`)
}

/** The same file as it was brought in before and not taken back; undefined when it was not. */
export async function findSameFile(trx: Trx, kind: ImportKind, sha256: Buffer, except?: string): Promise<Batch | undefined> {
  const other = except ? sql`b.id <> ${except}::uuid` : sql`true`
  const [same] = await readBatches(
    trx,
    sql`b.kind = ${kind} and b.file_sha256 = ${sha256} and b.imported_at is not null and b.undone_at is null and ${other}`,
  )
  return same
}

async function readBatches(trx: Trx, condition: ReturnType<typeof sql>): Promise<Batch[]> {
  const { rows } = await sql<Batch>`
    select b.id, b.kind, b.file_name as "fileName", b.file_sha256 as sha256, b.staged_at as "stagedAt", s.name as "stagedByName",
      b.mapping, b.answers, b.counts, b.imported_at as "importedAt", i.name as "importedByName", b.undone_at as "undoneAt",
      u.name as "undoneByName", b.undo, r.run
    from import_batch b
    left join lateral (
      select jsonb_build_object('kind', r.kind, 'personId', r.person_id, 'stage', r.stage, 'total', r.total, 'done', r.done,
        'endedAt', r.ended_at, 'endedAs', r.ended_as) as run
      from job_run r where r.municipality_id = b.municipality_id and r.subject_id = b.id
      order by r.ended_at is null desc, r.n desc limit 1
    ) r on true
    left join person s on s.municipality_id = b.municipality_id and s.id = b.staged_by
    left join person i on i.municipality_id = b.municipality_id and i.id = b.imported_by
    left join person u on u.municipality_id = b.municipality_id and u.id = b.undone_by
    where ${condition} order by b.staged_at desc, b.id limit 100`.execute(trx)
  return rows.map((row) => ({
    ...row,
    run: row.run && { ...row.run, endedAt: row.run.endedAt && new Date(row.run.endedAt) },
  }))
}

/** The cells of a batch that is not brought in yet; undefined when they are gone. */
export async function readStaged(trx: Trx, keyring: Keyring, batchId: string): Promise<Sheet[] | undefined> {
  const row = await trx.selectFrom('import_upload').select('cells_cipher').where('batch_id', '=', batchId).executeTakeFirst()
  return row && openSheets(keyring, { municipalityId: scopeOf(trx).municipalityId, batchId }, row.cells_cipher)
}

/** What trying a batch gave, and when; undefined when it was not tried since its columns and answers were last said. */
export async function readTrial(trx: Trx, keyring: Keyring, batchId: string): Promise<(Trial & { triedAt: Date }) | undefined> {
  const row = await trx
    .selectFrom('import_upload')
    .select(['trial_cipher', 'tried_at'])
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  if (!row?.trial_cipher || !row.tried_at) return undefined
  const place = { municipalityId: scopeOf(trx).municipalityId, batchId }
  return { ...openTrial(keyring, place, row.trial_cipher), triedAt: row.tried_at }
}

/** What columns with these headings were last said to be. */
export async function findRemembered(trx: Trx, kind: ImportKind, fingerprint: Buffer): Promise<Remembered | undefined> {
  const row = await trx
    .selectFrom('import_mapping')
    .select('remembered')
    .where('kind', '=', kind)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row?.remembered
}

export interface ChangedRow {
  line: number
  change: 'added' | 'changed'
  label: string
}

/** What a batch brought in, by the line it stood on; at most `most`. Names as they stand in the batch. */
export async function listChanges(trx: Trx, batchId: string, most: number): Promise<ChangedRow[]> {
  const { rows } = await sql<ChangedRow>`
    select line, change, coalesce(after->>'recipient', after->>'name', '') as label
    from import_change where batch_id = ${batchId}::uuid order by sequence limit ${most}`.execute(trx)
  return rows
}
