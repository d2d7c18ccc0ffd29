import { sql } from 'kysely'
import type { Keyring } from '#platform/crypto.ts'
import { NotFound } from '#platform/errors.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { osloDate } from '#platform/time.ts'
import type { Attachment, District } from '../../application/queries/get-draft.ts'
import { workOutForm, type FormState } from '../../application/rules/form-state.ts'
import { openAnswers, openPart } from '../../application/sealed-answers.ts'
import type { ReportStatus } from '../../lifecycle.ts'
import type { Answers, EffectiveDefinition, FormPage } from '../../model.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'
import type { AccountLine } from '../../model.ts'
import { accountLines } from '../rules/account-lines.ts'
import { needsAuditor } from '../rules/accounts.ts'
import { reportForm } from '../report-form.ts'
import type { BudgetRow } from '../rules/revise-budget.ts'

interface Row {
  id: string
  case_id: string
  status: ReportStatus
  due_on: string
  due_reason: string | null
  answers: Answers
  accounts: AccountLine[]
  spent_ore: number | null
  revision: number
  saved_at: Date | null
  submitted_at: Date | null
  submitted_by_name: string | null
  review_reason: string | null
  reviewed_at: Date | null
  award_ore: number
  award_ended: boolean
  number: string
  title: string
  applicant_name: string
  applicant_organisation_id: string | null
  language: string
  version_id: string
  part: string | null
  application_answers: Answers
  applied_ore: number
  opens_at: Date
  closes_at: Date | null
  attachments: Attachment[] | null
  districts: District[] | null
  budget: BudgetRow[] | null
}

/** A report with everything around it: what its form, its checks and its readers need. */
export interface Report {
  id: string
  caseId: string
  caseNumber: string
  caseTitle: string
  applicantName: string
  organisationId: string | null
  language: string
  status: ReportStatus
  dueOn: string
  dueReason: string | null
  revision: number
  savedAt: Date | null
  submittedAt: Date | null
  submittedByName: string | null
  reviewReason: string | null
  reviewedAt: Date | null
  appliedOre: number
  grantedOre: number
  awardEnded: boolean
  scheme: EffectiveDefinition
  /** The form's definition and the report's own pages in it. */
  definition: EffectiveDefinition
  pages: FormPage[]
  /** The report's own, opened, with the attachments' files under their fields. */
  answers: Answers
  accounts: AccountLine[]
  attachments: Attachment[]
  districts: District[]
  state: FormState
}

/** Throws NotFound. Whether the asker may see it is for the caller to ask; see getOwnReport and getReportForStaff. */
export async function getReport(
  trx: Trx,
  input: { reportId: string; keyring: Keyring; now: Date; lock?: boolean },
): Promise<Report> {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(input.reportId)) throw new NotFound('report')
  const { rows } = await sql<Row>`
    select r.id, r.case_id, r.status, to_char(r.due_on, 'YYYY-MM-DD') as due_on, r.due_reason, r.answers, r.accounts, r.spent_ore,
      r.revision, r.saved_at, r.submitted_at, sp.name as submitted_by_name, r.review_reason, r.reviewed_at, a.ore as award_ore,
      a.ended_at is not null as award_ended, c.number, c.title, c.applicant_name, c.applicant_organisation_id, c.language,
      ap.version_id, ap.part, ap.answers as application_answers, ap.applied_ore, ro.opens_at, ro.closes_at,
      (select json_agg(json_build_object('id', t.id, 'field', t.field, 'fileId', t.file_id, 'name', f.name, 'size', f.size)
          order by f.created_at, t.id)
        from report_attachment t join stored_file f on f.municipality_id = t.municipality_id and f.id = t.file_id
        where t.report_id = r.id) as attachments,
      (select json_agg(json_build_object('id', id, 'key', key, 'name', name) order by position) from district) as districts,
      (select json_agg(json_build_object('side', b.side, 'category', b.category, 'label', b.label, 'ore', b.ore) order by b.position)
        from budget_line b where b.case_id = r.case_id) as budget
    from report r
    join award a on a.municipality_id = r.municipality_id and a.id = r.award_id
    join case_file c on c.municipality_id = r.municipality_id and c.id = r.case_id
    join application ap on ap.municipality_id = r.municipality_id and ap.case_id = r.case_id
    join round ro on ro.municipality_id = ap.municipality_id and ro.id = ap.round_id
    left join person sp on sp.municipality_id = r.municipality_id and sp.id = r.submitted_by
    where r.id = ${input.reportId}::uuid ${input.lock ? sql`for update of r` : sql``}`.execute(trx)
  const row = rows[0]
  if (!row) throw new NotFound('report')
  const scheme = await getDefinition(trx, { versionId: row.version_id, part: row.part })
  return assemble(row, scheme, scopeOf(trx).municipalityId, input)
}

function assemble(
  row: Row,
  scheme: EffectiveDefinition,
  municipalityId: string,
  { keyring, now }: { keyring: Keyring; now: Date },
): Report {
  const form = reportForm(scheme, needsAuditor(row.award_ore, scheme.report?.auditorFromOre))
  const place = { municipalityId, kind: 'report' as const, id: row.id }
  const attachments = row.attachments ?? []
  const answers = withFiles(form.pages, openAnswers(form.definition, row.answers, keyring, place), attachments)
  // What was sent stands as it was sent; a draft follows the budget and the award as they are.
  const isSent = !['due', 'returned'].includes(row.status)
  const award = { appliedOre: row.applied_ore, grantedOre: row.award_ore }
  const around = {
    applicant: { kind: row.applicant_organisation_id ? ('organisation' as const) : ('person' as const) },
    round: { opens: osloDate(row.opens_at), ...(row.closes_at ? { closes: osloDate(row.closes_at) } : {}) },
    today: osloDate(now),
  }
  const before = openPart(scheme, row.application_answers).answers
  return {
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.number,
    caseTitle: row.title,
    applicantName: row.applicant_name,
    organisationId: row.applicant_organisation_id,
    language: row.language,
    status: row.status,
    dueOn: row.due_on,
    dueReason: row.due_reason,
    revision: row.revision,
    savedAt: row.saved_at,
    submittedAt: row.submitted_at,
    submittedByName: row.submitted_by_name,
    reviewReason: row.review_reason,
    reviewedAt: row.reviewed_at,
    appliedOre: row.applied_ore,
    grantedOre: row.award_ore,
    awardEnded: row.award_ended,
    scheme,
    definition: form.definition,
    pages: form.pages,
    answers,
    accounts: isSent ? row.accounts : accountLines(row.budget ?? [], award, row.accounts),
    attachments,
    districts: row.districts ?? [],
    state: workOutForm(form.definition, { ...before, ...answers }, around, []),
  }
}

/** Files are answers too: their ids under the field they were attached to. */
function withFiles(pages: readonly FormPage[], answers: Answers, attachments: readonly Attachment[]): Answers {
  const all = { ...answers }
  for (const field of pages.flatMap((page) => page.fields)) {
    if (field.type !== 'file') continue
    const files = attachments.filter((each) => each.field === field.key).map((each) => each.fileId)
    if (files.length > 0) all[field.key] = files
    else delete all[field.key]
  }
  return all
}
