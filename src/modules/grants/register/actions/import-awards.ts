import { createHash } from 'node:crypto'
import { recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { awardColumns, isAward, readAwardRow, type AwardRow, type AwardRowProblem } from '../rules/award-row.ts'

export interface AwardImport {
  fileName: string
  /** The file's lines as cells by column name, with the line they stand on. */
  lines: { line: number; cells: Record<string, string> }[]
  sha256: Buffer
}

/** What an import did, or with `dryRun` would do. */
export interface AwardImportResult {
  added: number
  changed: number
  unchanged: number
  awards: number
  proposals: number
  /** Adopted rows with nothing granted. */
  zeros: number
  refused: ({ line: number } & (AwardRowProblem | { reason: 'sameRowTwice' | 'missingColumn'; column: string; value: string }))[]
}

/**
 * Takes in earlier years' rows. Idempotent: a row is known by its list, year, stage and number, and the same file again
 * changes nothing. Rows that cannot be read are refused one by one; the others go in.
 */
export async function importAwards(
  trx: Trx,
  input: AwardImport,
  options: { dryRun: boolean; municipalityId: string },
): Promise<AwardImportResult> {
  const result: AwardImportResult = { added: 0, changed: 0, unchanged: 0, awards: 0, proposals: 0, zeros: 0, refused: [] }
  const rows = readLines(input, result)
  const before = new Map(
    (
      await trx
        .selectFrom('imported_award')
        .selectAll()
        .where('source_key', 'in', ['', ...rows.map((r) => r.sourceKey)])
        .execute()
    ).map((r) => [r.source_key, r]),
  )
  const fresh: AwardRow[] = []
  const different: AwardRow[] = []
  for (const row of rows) {
    if (isAward(row)) result.awards++
    else if (row.stage === 'proposed') result.proposals++
    else result.zeros++
    const known = before.get(row.sourceKey)
    if (!known) fresh.push(row)
    else if (isSame(known, row)) result.unchanged++
    else different.push(row)
  }
  result.added = fresh.length
  result.changed = different.length
  if (options.dryRun || fresh.length + different.length === 0) return result

  const { id } = await trx
    .insertInto('award_import')
    .values({ file_name: input.fileName.slice(0, 200), file_sha256: input.sha256 })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let from = 0; from < fresh.length; from += 500) {
    await trx
      .insertInto('imported_award')
      .values(fresh.slice(from, from + 500).map((row) => ({ ...columns(row), import_id: id })))
      .execute()
  }
  for (const row of different) {
    await trx
      .updateTable('imported_award')
      .set({
        ...columns(row),
        import_id: id,
        // Another recipient is somebody else: who matched the old one did not mean this.
        ...(before.get(row.sourceKey)?.recipient === row.recipient
          ? {}
          : { organisation_id: null, matched_by: null, matched_at: null }),
      })
      .where('source_key', '=', row.sourceKey)
      .execute()
  }
  await recordEvent(trx, {
    subjectId: options.municipalityId,
    subjectKind: 'municipality',
    type: 'awards-imported',
    changes: { import: id, added: result.added, changed: result.changed, refused: result.refused.length },
    basedOn: { sha256: input.sha256.toString('hex') },
  })
  return result
}

/** SHA-256 of the file as it was handed in. */
export function fileHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function readLines(input: AwardImport, result: AwardImportResult): AwardRow[] {
  const missing = awardColumns.filter((column) => input.lines.length > 0 && !(column in (input.lines[0]?.cells ?? {})))
  if (missing.length > 0) {
    result.refused.push(...missing.map((column) => ({ line: 1, reason: 'missingColumn' as const, column, value: '' })))
    return []
  }
  const seen = new Set<string>()
  return input.lines.flatMap(({ line, cells }) => {
    const read = readAwardRow(cells)
    if ('problem' in read) {
      result.refused.push({ line, ...read.problem })
      return []
    }
    if (seen.has(read.row.sourceKey)) {
      result.refused.push({ line, reason: 'sameRowTwice', column: 'row_no', value: cells['row_no'] ?? '' })
      return []
    }
    seen.add(read.row.sourceKey)
    return [read.row]
  })
}

function columns(row: AwardRow) {
  return {
    source_key: row.sourceKey,
    budget_year: row.budgetYear,
    stage: row.stage,
    recipient: row.recipient,
    prior_year_ore: row.priorYearOre ?? null,
    applied_ore: row.appliedOre ?? null,
    result_ore: row.resultOre,
    source_url: row.sourceUrl ?? null,
  }
}

function isSame(known: ReturnType<typeof columns>, row: AwardRow): boolean {
  return Object.entries(columns(row)).every(([column, value]) => known[column as keyof typeof known] === value)
}
