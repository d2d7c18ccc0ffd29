import type { Generated } from 'kysely'
import type { Day, Identified, Json, JsonOptional, Stamp } from '#platform/database/tables.ts'
import type { AcceptanceStatus, AppealStatus, ObligationStatus } from '../lifecycle.ts'
import type { ConditionText, LetterText, Outcome } from '../model.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    body_meeting: BodyMeetingTable
    decision: DecisionTable
    award: AwardTable
    obligation: ObligationTable
    appeal: AppealTable
  }
}

interface BodyMeetingTable extends Identified {
  body_id: string
  held_on: Day
  item_number: string
  recorded_by: Generated<string | null>
  recorded_at: Stamp
}

interface DecisionTable extends Identified {
  case_id: string
  outcome: Outcome
  ore: Generated<number>
  pot_id: string | null
  reasons: string
  conditions: Json<ConditionText[]>
  authority: 'delegated' | 'body'
  band: string | null
  meeting_id: string | null
  stood_aside: Generated<string>
  decided_by: Generated<string | null>
  decided_at: Stamp
  release_at: Date | null
  released_at: Date | null
  replaces_id: string | null
  replaced_at: Date | null
  letter_text: JsonOptional<LetterText>
  letter_document_id: string | null
  letter_day: Day | null
  letter_read_by: string | null
  letter_read_at: Date | null
  opened_at: Date | null
  reminded_at: Date | null
}

interface AwardTable extends Identified {
  case_id: string
  decision_id: string
  ore: number
  awarded_on: Day
  acceptance: Generated<AcceptanceStatus>
  accept_by: Day | null
  answered_by: string | null
  answered_at: Date | null
  ended_at: Date | null
}

interface ObligationTable extends Identified {
  award_id: string
  case_id: string
  key: string
  text: string
  status: Generated<ObligationStatus>
  due_on: Day | null
  status_reason: string | null
  status_by: string | null
  status_at: Date | null
}

interface AppealTable extends Identified {
  case_id: string
  decision_id: string
  status: Generated<AppealStatus>
  body: string
  desired_change: Generated<string>
  received_at: Stamp
  filed_by: Generated<string | null>
  in_time: boolean
  document_id: string | null
}
