import type { Generated } from 'kysely'
import type { Day, Identified, Json, JsonOptional, Owned, Stamp } from '#platform/database/tables.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { RegisterFacts, StaffRole } from './model.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    unit: UnitTable
    district: DistrictTable
    person: PersonTable
    staff_role: StaffRoleTable
    organisation: OrganisationTable
    mandate: MandateTable
    event: EventTable
    case_counter: Owned & { year: number; next: Generated<number> }
    case_file: CaseFileTable
    case_link: Owned & { case_id: string; other_id: string; kind: Generated<string> }
    case_document: CaseDocumentTable
    case_note: CaseNoteTable
    case_task: CaseTaskTable
  }
}

interface UnitTable extends Identified {
  key: string
  name: Json<Text3>
  kind: Generated<'department' | 'body'>
  email: string | null
}

interface DistrictTable extends Identified {
  key: string
  name: string
  tile_column: number
  tile_row: number
  position: number
  body_id: string | null
}

interface PersonTable extends Identified {
  name: string
  kind: Generated<'resident' | 'staff'>
  email: string | null
  phone: string | null
  language: Generated<'nb' | 'nn' | 'en'>
  national_id_hash: Buffer | null
  national_id_cipher: string | null
  born_on: Day | null
  protected_address: Generated<boolean>
  superior_id: string | null
  active: Generated<boolean>
  created_at: Stamp
}

interface StaffRoleTable extends Owned {
  person_id: string
  role: StaffRole
  given_by: string | null
  given_at: Stamp
}

interface OrganisationTable extends Identified {
  number: string | null
  name: string
  form: string | null
  email: string | null
  address: string | null
  postcode: string | null
  place: string | null
  register_facts: JsonOptional<RegisterFacts>
  register_read_at: Date | null
  district_id: string | null
  /** Sealed; from the municipality's own list, with the batch it came in. */
  account_cipher: string | null
  account_batch_id: string | null
  created_at: Stamp
  /** One of the municipality's own: a school, a department. */
  own_unit: Generated<boolean>
}

interface MandateTable extends Identified {
  person_id: string
  organisation_id: string
  role: 'chair' | 'manager' | 'treasurer' | 'board-member' | 'contact'
  source: string
  valid_from: Generated<Day>
  valid_until: Day | null
}

interface EventTable extends Owned {
  subject_id: string
  sequence: number
  subject_kind: string
  type: string
  actor_id: Generated<string | null>
  actor_role: string | null
  mandate_id: string | null
  at: Stamp
  changes: Json<Record<string, unknown>>
  based_on: Json<Record<string, unknown>>
}

interface CaseFileTable extends Identified {
  number: string
  kind: string
  topic_id: string
  call_id: string | null
  title: string
  status: string
  applicant_name: string
  applicant_person_id: string | null
  applicant_organisation_id: string | null
  district_id: string | null
  unit_id: string | null
  caseworker_id: string | null
  due_on: Day | null
  applied_ore: Generated<number>
  recommended_ore: number | null
  granted_ore: number | null
  received_at: Date
  closed_at: Date | null
  channel: Generated<'digital' | 'paper' | 'email' | 'phone' | 'budget'>
  late_reason: string | null
  language: Generated<string>
  revision: Generated<number>
  search: Generated<string>
}

interface CaseDocumentTable extends Identified {
  case_id: string
  file_id: string | null
  direction: 'in' | 'out' | 'internal'
  kind: string
  title: string
  access_code: string | null
  shared_at: Date | null
  created_by: Generated<string | null>
  created_at: Stamp
}

interface CaseNoteTable extends Identified {
  case_id: string
  body: string
  created_by: Generated<string | null>
  created_at: Stamp
}

interface CaseTaskTable extends Identified {
  case_id: string
  kind: string
  due_on: Day | null
  done_at: Date | null
  done_by: string | null
  created_at: Stamp
}
