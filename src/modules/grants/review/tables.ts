import type { Generated } from 'kysely'
import type { Owned, Stamp } from '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    case_assessor: CaseAssessorTable
  }
}

interface CaseAssessorTable extends Owned {
  case_id: string
  person_id: string
  assigned_by: Generated<string | null>
  assigned_at: Stamp
}
