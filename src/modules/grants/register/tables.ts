import type { Generated } from 'kysely'
import type { Day, Identified, Stamp } from '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    award_import: Identified & {
      file_name: string
      file_sha256: Buffer
      imported_by: Generated<string | null>
      imported_at: Stamp
    }
    imported_award: ImportedAwardTable
    /** Written by the database itself, when an award or an imported row is. */
    register_entry: RegisterEntryTable
  }
}

interface ImportedAwardTable extends Identified {
  import_id: string
  source_key: string
  budget_year: number
  stage: 'adopted' | 'proposed'
  recipient: string
  prior_year_ore: number | null
  applied_ore: number | null
  result_ore: number
  source_url: string | null
  organisation_id: string | null
  matched_by: string | null
  matched_at: Date | null
}

interface RegisterEntryTable extends Identified {
  source: 'award' | 'imported'
  year: number
  ore: number
  awarded_on: Day | null
  scheme_id: string | null
  district_id: string | null
  organisation_id: string | null
  named_person_id: string | null
  hidden_from: Day
}
