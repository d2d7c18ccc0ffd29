import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { AmountLine, Answers, EffectiveDefinition } from '../../model.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'

/** A sent application as it stands, classified answers still sealed. */
export interface SentApplication {
  caseId: string
  caseNumber: string
  caseTitle: string
  applicantName: string
  schemeId: string
  versionId: string
  roundId: string
  definition: EffectiveDefinition
  /** Sealed: see sealed-answers.ts. */
  answers: Answers
  senderId: string
  senderName: string
  organisation: { id: string; name: string; number: string | null } | null
  mandate: { role: string; source: string } | null
  appliedOre: number
  calculatedOre: number | null
  /** How the calculated amount came to be; empty without a formula. */
  amountLines: AmountLine[]
  points: number | null
  budgetIncomeOre: number
  budgetCostOre: number
  submittedAt: Date
  channel: string
  lateReason: string | null
  language: string
  files: { fileId: string; name: string; size: number; sha256: string; documentId: string }[]
  districts: { id: string; key: string; name: string }[]
}

/** Throws NotFound when the case holds no application. */
export async function getSentApplication(trx: Trx, caseId: string): Promise<SentApplication> {
  const row = await trx
    .selectFrom('application')
    .innerJoin('case_file', (join) =>
      join
        .onRef('case_file.municipality_id', '=', 'application.municipality_id')
        .onRef('case_file.id', '=', 'application.case_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'application.municipality_id').onRef('person.id', '=', 'application.sender_id'),
    )
    .leftJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality_id', '=', 'application.municipality_id')
        .onRef('organisation.id', '=', 'application.organisation_id'),
    )
    .leftJoin('mandate', (join) =>
      join
        .onRef('mandate.municipality_id', '=', 'application.municipality_id')
        .onRef('mandate.id', '=', 'application.mandate_id'),
    )
    .selectAll('application')
    .select([
      'case_file.number',
      'case_file.title',
      'case_file.applicant_name',
      'case_file.channel',
      'case_file.late_reason',
      'case_file.language',
      'person.name as sender_name',
      'organisation.name as organisation_name',
      'organisation.number as organisation_number',
      'mandate.role as mandate_role',
      'mandate.source as mandate_source',
    ])
    .where('application.case_id', '=', caseId)
    .executeTakeFirst()
  if (!row) throw new NotFound('application')
  const definition = await getDefinition(trx, { versionId: row.version_id, part: row.part })
  return {
    caseId,
    caseNumber: row.number,
    caseTitle: row.title,
    applicantName: row.applicant_name,
    schemeId: row.scheme_id,
    versionId: row.version_id,
    roundId: row.round_id,
    definition,
    answers: row.answers,
    senderId: row.sender_id,
    senderName: row.sender_name,
    organisation: row.organisation_id
      ? { id: row.organisation_id, name: row.organisation_name ?? '', number: row.organisation_number }
      : null,
    mandate: row.mandate_role && row.mandate_source ? { role: row.mandate_role, source: row.mandate_source } : null,
    appliedOre: row.applied_ore,
    calculatedOre: row.calculated_ore,
    amountLines: row.amount_lines ?? [],
    points: row.points,
    budgetIncomeOre: row.budget_income_ore,
    budgetCostOre: row.budget_cost_ore,
    submittedAt: row.submitted_at,
    channel: row.channel,
    lateReason: row.late_reason,
    language: row.language,
    files: await listAttached(trx, caseId),
    districts: await trx.selectFrom('district').select(['id', 'key', 'name']).orderBy('position').execute(),
  }
}

async function listAttached(trx: Trx, caseId: string): Promise<SentApplication['files']> {
  const rows = await trx
    .selectFrom('case_document')
    .innerJoin('stored_file', (join) =>
      join
        .onRef('stored_file.municipality_id', '=', 'case_document.municipality_id')
        .onRef('stored_file.id', '=', 'case_document.file_id'),
    )
    .select([
      'case_document.id',
      'case_document.kind',
      'stored_file.id as file_id',
      'stored_file.name',
      'stored_file.size',
      'stored_file.sha256',
    ])
    .where('case_document.case_id', '=', caseId)
    .where('case_document.kind', 'like', 'attachment:%')
    .orderBy('case_document.created_at')
    .orderBy('case_document.id')
    .execute()
  return rows.map((row) => ({
    documentId: row.id,
    fileId: row.file_id,
    name: row.name,
    size: row.size,
    sha256: row.sha256.toString('hex'),
  }))
}
