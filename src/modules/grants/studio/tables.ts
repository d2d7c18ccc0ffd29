import type { Generated } from 'kysely'
import type { Identified, Json, JsonOptional, Owned, Stamp } from '#platform/database/tables.ts'
import type { Origin } from './rules/origin.ts'
import type { DraftDocument, Op } from './rules/ops.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    scheme_draft: SchemeDraftTable
    scheme_draft_change: SchemeDraftChangeTable
  }
}

interface SchemeDraftTable extends Identified {
  scheme_id: string | null
  based_on_version_id: string | null
  document: Json<DraftDocument>
  revision: Generated<number>
  started_by: Generated<string | null>
  started_at: Stamp
  changed_at: Stamp
  closed_as: 'published' | 'discarded' | null
  closed_at: Date | null
  closed_by: string | null
  brought_in: JsonOptional<Origin>
}

interface SchemeDraftChangeTable extends Owned {
  draft_id: string
  sequence: number
  person_id: Generated<string | null>
  at: Stamp
  kind: 'edit' | 'undo' | 'redo' | 'rebase'
  of_sequence: number | null
  ops: Json<Op[]>
  inverse: Json<Op[]>
}
