import type { Generated } from 'kysely'
import type { Identified } from '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    nomination: NominationTable
  }
}

interface NominationTable extends Identified {
  case_id: string
  told_at: Date | null
  answer: Generated<'pending' | 'accepted' | 'declined'>
  answered_by: string | null
  answered_at: Date | null
}
