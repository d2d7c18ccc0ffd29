import type { Generated } from 'kysely'
import type { Day, Identified, Stamp } from '#platform/database/tables.ts'
import type { Outcome } from '../model.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    outside_statement: OutsideStatementTable
    outside_decision: OutsideDecisionTable
  }
}

interface OutsideStatementTable extends Identified {
  case_id: string
  recommendation_id: string
  rank: number | null
  sent_on: Day
  sent_by: Generated<string | null>
  sent_at: Stamp
}

interface OutsideDecisionTable extends Identified {
  case_id: string
  outcome: Outcome
  ore: Generated<number>
  decided_on: Day
  reference: string
  document_id: string | null
  recorded_by: Generated<string | null>
  recorded_at: Stamp
  replaced_at: Date | null
}
