import { sql } from 'kysely'
import { openCase, recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { after, caseLifecycle } from '../../lifecycle.ts'
import type { AmountLine, BudgetLine, Answers, EffectiveDefinition, SchemeDefinition } from '../../model.ts'
import type { District } from '../queries/get-draft.ts'
import { titleOf } from '../../scheme/rules/for-part.ts'
import { NOMINATED_JOB } from '../../nomination/rules/purpose.ts'
import type { Check } from '../rules/checks.ts'
import { asBudget, listFields } from '../rules/fields.ts'
import { sealAnswers, sealFacts } from '../sealed-answers.ts'

/** One application as it is frozen: to several districts it becomes several linked cases. */
export interface ApplicationToWrite {
  schemeId: string
  versionId: string
  roundId: string
  unitId: string | null
  draftId: string | null
  /** As it goes for the part that is applied for. */
  definition: EffectiveDefinition
  answers: Answers
  applicantName: string
  organisationId: string | null
  mandateId: string | null
  senderId: string
  /** Fixed order; linked cases are opened for each. Empty: one case without. */
  districts: readonly (District | null)[]
  files: readonly { fileId: string; name: string; field: string }[]
  checks: readonly Check[]
  appliedOre: number
  calculatedOre: number | null
  amountLines: readonly AmountLine[]
  points: number | null
  budget: { income: number; cost: number }
  answerBy: string
  receivedAt: Date
  channel: 'digital' | 'paper' | 'email' | 'phone' | 'budget'
  lateReason: string | null
  language: Lang
  /** The municipality's own language: what the case is called on the desk. */
  caseLanguage: Lang
  copiedFrom: string | null
  today: string
  actorRole: string
  eventType: 'application-submitted' | 'application-registered' | 'case-opened-from-budget'
  keyring: Keyring
}

export interface WrittenCase {
  id: string
  number: string
}

export const FREEZE_JOB = 'freeze-application'

/** Writes the case(s) with everything that was sent, the event and the job that freezes it, in the caller's transaction. */
export async function writeApplication(trx: Trx, input: ApplicationToWrite): Promise<WrittenCase[]> {
  const status = after(caseLifecycle, 'draft', 'submit')
  if (!status) throw new Error('the lifecycle does not let a draft be sent')
  const cases: WrittenCase[] = []
  for (const district of input.districts.length > 0 ? input.districts : [null]) {
    cases.push(
      await openCase(trx, {
        kind: 'grant',
        topicId: input.schemeId,
        callId: input.roundId,
        title: titleOf(input.definition, input.caseLanguage),
        status,
        applicantName: input.applicantName,
        applicantPersonId: input.senderId,
        applicantOrganisationId: input.organisationId,
        districtId: district?.id ?? null,
        unitId: input.unitId,
        dueOn: input.answerBy,
        appliedOre: input.appliedOre,
        receivedAt: input.receivedAt,
        channel: input.channel,
        lateReason: input.lateReason,
        language: input.language,
      }),
    )
  }
  await writeRows(trx, input, cases)
  if (input.definition.nomination)
    for (const { id } of cases) {
      await trx.insertInto('nomination').values({ case_id: id }).execute()
      await enqueue(trx, NOMINATED_JOB, { caseId: id })
    }
  for (const each of cases) {
    await recordEvent(trx, {
      subjectId: each.id,
      type: input.eventType,
      actorRole: input.actorRole,
      ...(input.mandateId ? { mandateId: input.mandateId } : {}),
      changes: {
        appliedOre: input.appliedOre,
        ...(input.calculatedOre === null ? {} : { calculatedOre: input.calculatedOre }),
        checks: Object.fromEntries(input.checks.map((check) => [check.key, check.outcome])),
        files: input.files.length,
        ...(input.lateReason ? { late: true } : {}),
        ...(input.channel === 'digital' ? {} : { channel: input.channel }),
      },
      basedOn: { versionId: input.versionId, roundId: input.roundId, ...(input.draftId ? { draftId: input.draftId } : {}) },
    })
    // Nobody sent anything that could be frozen where the case comes from the budget.
    if (input.channel !== 'budget') await enqueue(trx, FREEZE_JOB, { caseId: each.id })
  }
  return cases
}

/** Application, budget, checks, documents and links of all the cases, and the draft's end, in one statement. */
async function writeRows(trx: Trx, input: ApplicationToWrite, cases: readonly WrittenCase[]): Promise<void> {
  const { municipalityId } = scopeOf(trx)
  const place = (id: string) => ({ municipalityId, kind: 'case' as const, id })
  const lines = budgetLines(input.definition, input.answers, input.caseLanguage)
  const rows = JSON.stringify(
    cases.map(({ id }) => ({ case_id: id, answers: sealAnswers(input.definition, input.answers, input.keyring, place(id)) })),
  )
  const budget = JSON.stringify(cases.flatMap(({ id }) => lines.map((line, position) => ({ case_id: id, position, ...line }))))
  const checks = JSON.stringify(
    cases.flatMap(({ id }) =>
      input.checks.map((check) => ({
        case_id: id,
        rule: check.key,
        expression: check.expression,
        facts: sealFacts(input.definition, check.facts, input.keyring, place(id)),
        evaluator: check.evaluator,
        outcome: check.outcome,
      })),
    ),
  )
  const documents = JSON.stringify(
    cases.flatMap(({ id }) =>
      input.files.map((file) => ({ case_id: id, file_id: file.fileId, title: file.name, kind: `attachment:${file.field}` })),
    ),
  )
  const links = JSON.stringify(
    cases.flatMap((one) => cases.filter((other) => other !== one).map((other) => ({ case_id: one.id, other_id: other.id }))),
  )
  await sql`
    with sent as (
      insert into application (case_id, scheme_id, version_id, round_id, draft_id, sender_id, organisation_id, mandate_id, answers,
        budget_income_ore, budget_cost_ore, applied_ore, calculated_ore, submitted_at, copied_from, part, amount_lines, points)
      select case_id, ${input.schemeId}::uuid, ${input.versionId}::uuid, ${input.roundId}::uuid, ${input.draftId}::uuid, ${input.senderId}::uuid,
        ${input.organisationId}::uuid, ${input.mandateId}::uuid, answers, ${input.budget.income}::bigint, ${input.budget.cost}::bigint,
        ${input.appliedOre}::bigint, ${input.calculatedOre}::bigint, ${input.receivedAt}::timestamptz, ${input.copiedFrom}::uuid,
        ${input.definition.part?.key ?? null}::text, ${input.amountLines.length > 0 ? json(input.amountLines) : null}::jsonb, ${input.points}::float8
      from jsonb_to_recordset(${rows}::jsonb) as each (case_id uuid, answers jsonb)
    ), budget as (
      insert into budget_line (case_id, position, side, category, label, ore)
      select case_id, position, side, category, label, ore
      from jsonb_to_recordset(${budget}::jsonb) as each (case_id uuid, position int, side text, category text, label text, ore bigint)
    ), checked as (
      insert into check_result (case_id, version_id, rule, expression, facts, today, evaluator, outcome)
      select case_id, ${input.versionId}::uuid, rule, expression, facts, ${input.today}::date, evaluator, outcome
      from jsonb_to_recordset(${checks}::jsonb) as each (case_id uuid, rule text, expression text, facts jsonb, evaluator text, outcome text)
    ), documents as (
      insert into case_document (case_id, file_id, direction, kind, title, shared_at, created_by)
      select case_id, file_id, 'in', kind, title, ${input.receivedAt}::timestamptz, ${input.senderId}::uuid
      from jsonb_to_recordset(${documents}::jsonb) as each (case_id uuid, file_id uuid, kind text, title text)
    ), links as (
      insert into case_link (case_id, other_id)
      select case_id, other_id from jsonb_to_recordset(${links}::jsonb) as each (case_id uuid, other_id uuid)
    )
    update draft set sent_at = ${input.receivedAt}::timestamptz where id = ${input.draftId}::uuid`.execute(trx)
}

/** The budget's lines; one without words of its own goes by its category's name. */
function budgetLines(
  definition: SchemeDefinition,
  answers: Answers,
  lang: Lang,
): (Omit<BudgetLine, 'category'> & { category: string | null })[] {
  return listFields(definition).flatMap(({ field }) => {
    if (field.type !== 'budget') return []
    return asBudget(answers[field.key]).lines.map((line) => ({
      side: line.side,
      category: line.category || null,
      label: line.label || field.categories.find((each) => each.key === line.category)?.label[lang] || '',
      ore: line.ore,
    }))
  })
}
