import type { Generated } from 'kysely'
import type { Day, Identified } from '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    imported_award: ImportedAwardTable
    /** Written by the database itself, when an award or an imported row is. */
    register_entry: RegisterEntryTable
  }
}

interface ImportedAwardTable extends Identified {
  /** The batch it came in: import_batch. */
  import_id: string
  source_key: string
  budget_year: number
  stage: 'adopted' | 'proposed'
  recipient: string
  purpose: string | null
  /** The organisation number the list gives, where nobody here has it. */
  stated_number: string | null
  scheme_title: string | null
  scheme_id: string | null
  district_id: string | null
  decided_on: Day | null
  /** False where the list was not to be shown to everybody. */
  public: Generated<boolean>
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
