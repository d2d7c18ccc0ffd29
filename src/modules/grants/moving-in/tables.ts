import type { ColumnType, Generated } from 'kysely'
import type { Day, Identified, Json, JsonOptional, Owned, Stamp } from '#platform/database/tables.ts'
import type { ObligationStatus } from '../lifecycle.ts'
import type { Mapping, Remembered } from './rules/mapping.ts'
import type { ImportKind } from './rules/sheet-fields.ts'
import type { PlanCounts, Snapshot, UndoResult } from './rules/sheet-plan.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    import_batch: ImportBatchTable
    import_upload: Owned & { batch_id: string; cells_cipher: string; trial_cipher: string | null; tried_at: Date | null }
    import_mapping: Owned & {
      kind: ImportKind
      fingerprint: Buffer
      remembered: Json<Remembered>
      saved_by: Generated<string | null>
      saved_at: Stamp
    }
    import_change: Owned & {
      batch_id: string
      sequence: number
      line: number
      target_id: string
      change: 'added' | 'changed'
      before: JsonOptional<Snapshot>
      after: Json<Snapshot>
    }
    imported_obligation: ImportedObligationTable
  }
}

interface ImportBatchTable extends Identified {
  kind: ImportKind
  file_name: string
  file_sha256: Buffer
  staged_by: Generated<string | null>
  staged_at: Stamp
  mapping: JsonOptional<Mapping>
  answers: ColumnType<Record<string, string>, string | undefined, string>
  counts: ColumnType<Partial<PlanCounts>, string | undefined, string>
  imported_by: string | null
  imported_at: Date | null
  undone_by: string | null
  undone_at: Date | null
  undo: JsonOptional<UndoResult>
}

interface ImportedObligationTable extends Identified {
  import_id: string
  source_key: string
  demand: 'report' | 'condition'
  recipient: string
  stated_number: string | null
  organisation_id: string | null
  matched_by: string | null
  matched_at: Date | null
  what: string
  scheme_title: string | null
  award_year: number | null
  ore: number | null
  due_on: Day
  status: Generated<ObligationStatus>
  status_reason: string | null
  status_by: string | null
  status_at: Date | null
}
