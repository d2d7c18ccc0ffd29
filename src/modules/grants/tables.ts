import type { Generated } from 'kysely'
import type { Day, Identified, Json, JsonOptional, Owned, Stamp } from '#platform/database/tables.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { Trial } from './application/rules/facts.ts'
import type { PaymentStatus, ReportStatus } from './lifecycle.ts'
import type {
  AccountLine,
  AllocationShare,
  AmountLine,
  Answers,
  CheckOutcome,
  ConditionText,
  Outcome,
  SchemeDefinition,
  Score,
} from './model.ts'

declare module '#platform/database/tables.ts' {
  interface Database {
    scheme: SchemeTable
    scheme_version: SchemeVersionTable
    round: RoundTable
    pot: PotTable
    opening_reminder: OpeningReminder
    draft: DraftTable
    draft_attachment: Identified & { draft_id: string; field: string; file_id: string; created_at: Stamp }
    application: ApplicationTable
    budget_line: Owned & {
      case_id: string
      position: number
      side: 'income' | 'cost'
      category: string | null
      label: string
      ore: number
    }
    check_result: CheckResultTable
    withdrawal: Owned & { case_id: string; reason: string | null; withdrawn_by: Generated<string | null>; withdrawn_at: Stamp }
    impartiality_declaration: Identified & { case_id: string; person_id: string; impartial: boolean } & Explained
    information_request: InformationRequestTable
    assessment: AssessmentTable
    recommendation: RecommendationTable
    saved_view: Identified & { person_id: Generated<string>; name: string; query: string; created_at: Stamp }
    payment: PaymentTable
    report: ReportTable
    report_attachment: Identified & { report_id: string; field: string; file_id: string }
  }
}

interface SchemeTable extends Identified {
  slug: string
  unit_id: string | null
  current_version_id: string | null
  retired_at: Date | null
  created_at: Stamp
}

interface SchemeVersionTable extends Identified {
  scheme_id: string
  number: number
  format: number
  definition: Json<SchemeDefinition>
  definition_sha256: Buffer
  published_by: Generated<string | null>
  published_at: Stamp
  note: Generated<string | null>
}

interface RoundTable extends Identified {
  scheme_id: string
  key: string
  title: Json<Text3>
  opens_at: Date
  closes_at: Date | null
  grace_minutes: Generated<number>
  decision_by: Day | null
  pot_ore: number | null
}

interface PotTable extends Identified {
  round_id: string
  key: string
  title: JsonOptional<Text3>
  district_id: string | null
  part: string | null
  ore: number
}

type OpeningReminder = Identified & { scheme_id: string; email: string; created_at: Stamp; sent_at: Date | null } & Spoken
type Explained = { reason: string | null; declared_at: Stamp }
interface Spoken {
  language: Generated<'nb' | 'nn' | 'en'>
}

interface DraftTable extends Identified, Spoken {
  // null in trials
  scheme_id: string | null
  version_id: string | null
  round_id: string | null
  scheme_draft_id: Generated<string | null>
  trial: JsonOptional<Trial>
  person_id: string
  organisation_id: string | null
  answers: Json<Answers>
  copied_from: string | null
  part: string | null
  revision: Generated<number>
  opened_at: Stamp
  saved_at: Stamp
  sent_at: Date | null
}

interface ApplicationTable extends Owned {
  case_id: string
  scheme_id: string
  version_id: string
  round_id: string
  draft_id: string | null
  sender_id: string
  organisation_id: string | null
  mandate_id: string | null
  answers: Json<Answers>
  budget_income_ore: Generated<number>
  budget_cost_ore: Generated<number>
  applied_ore: number
  calculated_ore: number | null
  submitted_at: Date
  copied_from: string | null
  part: string | null
  amount_lines: JsonOptional<AmountLine[]>
  points: number | null
}

interface CheckResultTable extends Identified {
  case_id: string
  version_id: string
  rule: string
  expression: string
  facts: Json<Record<string, unknown>>
  today: Day
  evaluator: string
  outcome: CheckOutcome
  checked_at: Stamp
}

interface InformationRequestTable extends Identified {
  case_id: string
  question: string
  answer_by: Day
  asked_by: Generated<string | null>
  asked_at: Stamp
  answer: string | null
  answered_by: string | null
  answered_at: Date | null
}

interface AssessmentTable extends Identified {
  case_id: string
  assessor_id: Generated<string>
  scores: Json<Score[]>
  weighted_score: number | null
  summary: Generated<string>
  revision: Generated<number>
  assessed_at: Stamp
  /** Until then the other assessors do not see it. */
  done_at: Date | null
}

interface RecommendationTable extends Identified {
  case_id: string
  outcome: Outcome
  ore: Generated<number>
  pot_id: string | null
  reasons: string
  conditions: Json<ConditionText[]>
  recommended_by: Generated<string | null>
  recommended_at: Stamp
  superseded_at: Date | null
  allocation: JsonOptional<AllocationShare>
  /** Place on the list to the outside body that decides. */
  rank: number | null
}

interface PaymentTable extends Identified {
  award_id: string
  case_id: string
  instalment: string
  position: number
  ore: number
  status: Generated<PaymentStatus>
  release_on: Generated<'notified' | 'accepted' | 'claimed' | 'report-approved'>
  due_on: Day | null
  claimed_at: Date | null
  account_cipher: string | null
  /** When the recipient gave another account than the application's. */
  account_changed_at: Date | null
  prepared_by: string | null
  prepared_at: Date | null
  approved_by: string | null
  approved_at: Date | null
  sent_at: Date | null
  confirmed_at: Date | null
  status_reason: string | null
}

interface ReportTable extends Identified {
  award_id: string
  case_id: string
  key: string
  status: Generated<ReportStatus>
  due_on: Day
  answers: Json<Answers>
  accounts: Json<AccountLine[]>
  spent_ore: number | null
  revision: Generated<number>
  saved_at: Date | null
  reminded_for: Day | null
  overdue_reminded_for: Day | null
  due_reason: string | null
  submitted_by: string | null
  submitted_at: Date | null
  review_reason: string | null
  reviewed_by: string | null
  reviewed_at: Date | null
}
