import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { cancelRun, findRun } from '#platform/jobs/runs.ts'
import { readBook } from '#platform/sheets/read-cells.ts'
import { remember, type Mapping, type Sheet } from '../rules/mapping.ts'
import { runKinds } from '../rules/sheet-runs.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import { headingsOf } from '../rules/sheet-header.ts'
import { fingerprintOf } from '../queries/mapping-start.ts'
import type { Batch } from '../queries/sheet-batches.ts'
import { sealStaged, toSheets } from '../staged-cells.ts'

/** SHA-256 of the file as it was handed in. */
export function fileHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

type SheetRefusal = 'sheet.empty' | 'sheet.too-large' | 'sheet.too-many-rows' | 'sheet.unreadable'

/** A workbook's or CSV file's sheets, or why it cannot be read: 'sheet.empty', 'sheet.too-large' … as #platform/sheets says. */
export async function readSheets(bytes: Uint8Array): Promise<{ sheets: Sheet[] } | { refused: SheetRefusal }> {
  const book = await readBook(bytes)
  if ('refused' in book) return { refused: book.refused }
  const sheets = toSheets(book.sheets)
  return sheets.length === 0 ? { refused: 'sheet.empty' } : { sheets }
}

/** Takes a file in: its cells are kept, sealed, until somebody brings them in or throws them away. Returns the batch's id. */
export async function stageImport(
  trx: Trx,
  keyring: Keyring,
  input: { kind: ImportKind; fileName: string; sha256: Buffer; sheets: readonly Sheet[]; mapping: Mapping },
): Promise<string> {
  const id = await openBatch(trx, input)
  const { municipalityId } = scopeOf(trx)
  await trx
    .insertInto('import_upload')
    .values({ batch_id: id, cells_cipher: sealStaged(keyring, 'cells', { municipalityId, batchId: id }, input.sheets) })
    .execute()
  return id
}

/** A batch without kept cells: for a file that is brought in at once. Returns its id. */
export async function openBatch(
  trx: Trx,
  input: { kind: ImportKind; fileName: string; sha256: Buffer; mapping: Mapping },
): Promise<string> {
  const { id } = await trx
    .insertInto('import_batch')
    .values({
      kind: input.kind,
      file_name: input.fileName.slice(0, 200) || '–',
      file_sha256: input.sha256,
      mapping: json(input.mapping),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps what a person said the columns are, for this file and for the next with the same headings. */
export async function saveMapping(trx: Trx, batch: Batch, mapping: Mapping, sheets: readonly Sheet[]): Promise<void> {
  await forgetTrial(trx, batch.id)
  await trx
    .updateTable('import_batch')
    .set({ mapping: json(mapping) })
    .where('id', '=', batch.id)
    .execute()
  const sheet = sheets[mapping.sheet]
  if (!sheet || mapping.header === 0) return
  const headings = headingsOf(sheet, mapping.header)
  const remembered = json(remember(batch.kind, mapping, headings))
  await trx
    .insertInto('import_mapping')
    .values({ kind: batch.kind, fingerprint: fingerprintOf(headings), remembered })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'kind', 'fingerprint'])
        .doUpdateSet({ remembered, saved_by: scopeOf(trx).personId ?? null, saved_at: scopeOf(trx).now ?? new Date() }),
    )
    .execute()
}

/** Keeps a person's answers to who is who, and whether what stands is to be changed. */
export async function saveAnswers(
  trx: Trx,
  batch: Batch,
  said: { answers: Record<string, string>; mapping: Mapping },
): Promise<void> {
  const answers = { ...batch.answers, ...said.answers }
  if (isDeepStrictEqual([answers, said.mapping], [batch.answers, batch.mapping])) return
  await forgetTrial(trx, batch.id)
  await trx
    .updateTable('import_batch')
    .set({ answers: json(answers), mapping: json(said.mapping) })
    .where('id', '=', batch.id)
    .execute()
}

/** What was tried before holds no longer; what tries it now is stopped. Throws Conflict as requireIdle does. */
async function forgetTrial(trx: Trx, batchId: string): Promise<void> {
  await requireIdle(trx, batchId)
  await cancelRun(trx, { kind: runKinds.trial, subjectId: batchId })
  await trx.updateTable('import_upload').set({ trial_cipher: null, tried_at: null }).where('batch_id', '=', batchId).execute()
}

/** Throws away a batch that was not brought in, and is not just being so. Done already is done. */
export async function discardBatch(trx: Trx, batchId: string): Promise<void> {
  await dropStaged(trx, sql`b.id = ${batchId}::uuid`)
}

/** Throws away what was uploaded before `before` and never brought in. Returns how many. */
export async function sweepStaged(trx: Trx, before: Date): Promise<number> {
  return await dropStaged(trx, sql`b.staged_at < ${before}`)
}

async function dropStaged(trx: Trx, which: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from import_batch b where ${which} and b.imported_at is null and not exists (
      select from job_run r where r.municipality_id = b.municipality_id and r.subject_id = b.id and r.kind = ${runKinds.import}
        and r.ended_at is null)
    returning b.id`.execute(trx)
  await sql`delete from job_run where subject_id = any(${rows.map((row) => row.id)}::uuid[])`.execute(trx)
  return rows.length
}

/** Throws Conflict when somebody has brought it in meanwhile. */
export async function requireStaged(trx: Trx, batchId: string): Promise<void> {
  const row = await trx
    .selectFrom('import_batch')
    .select('imported_at')
    .where('id', '=', batchId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('batch')
  if (row.imported_at !== null) throw new Conflict({ key: 'importedMeanwhile' })
}

/** Throws Conflict when it is not brought in, or is taken back already. */
export async function requireBroughtIn(trx: Trx, batchId: string): Promise<void> {
  const row = await trx
    .selectFrom('import_batch')
    .select(['imported_at', 'undone_at'])
    .where('id', '=', batchId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('batch')
  if (row.imported_at === null || row.undone_at !== null) throw new Conflict({ key: 'undoneMeanwhile' })
}

/** Throws Conflict also when it is just being brought in: what it is brought in by may not change under way. */
export async function requireIdle(trx: Trx, batchId: string): Promise<void> {
  const about = { kind: runKinds.import, subjectId: batchId }
  // Looked at first, since the import keeps the batch while it writes; and again, since it may have begun while we waited.
  for (const wait of [() => requireStaged(trx, batchId), () => undefined]) {
    if ((await findRun(trx, about))?.endedAs === null) throw new Conflict({ key: 'importedMeanwhile' })
    await wait()
  }
}
