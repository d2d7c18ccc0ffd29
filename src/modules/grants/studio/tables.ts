import type { Generated } from 'kysely'
import type { Identified, Json, JsonOptional, Owned, Stamp } from '#platform/database/tables.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { BlockField } from './rules/blocks.ts'
import type { TriedSide } from './rules/tried.ts'
import type { Origin } from './rules/origin.ts'
import type { DraftDocument, Op } from './rules/ops.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    scheme_draft: SchemeDraftTable
    scheme_draft_change: SchemeDraftChangeTable
    scheme_block: Identified & {
      name: Json<Text3>
      fields: Json<readonly BlockField[]>
      /** Key of the ready block it was brought in as. */
      ready: string | null
      revision: Generated<number>
      changed_by: Generated<string | null>
      changed_at: Stamp
    }
    scheme_block_use: Identified & {
      block_id: string
      draft_id: string
      place: string
      keys: Json<Readonly<Record<string, string>>>
      brought: Json<readonly BlockField[]>
    }
    scheme_try_out: SchemeTryOutTable
    scheme_try_out_row: Owned & {
      try_out_id: string
      case_id: string
      published: Json<TriedSide>
      draft: Json<TriedSide>
      differs: boolean
    }
  }
}

/** How far it has come is told by the run with the same id. */
interface SchemeTryOutTable extends Owned {
  id: string
  draft_id: string
  revision: number
  document: Json<DraftDocument>
  after: string | null
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
