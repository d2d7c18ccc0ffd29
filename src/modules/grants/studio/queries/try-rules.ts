import { sql } from 'kysely'
import type { Keyring } from '#platform/crypto.ts'
import type { Facts } from '#platform/feel/index.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { osloDate } from '#platform/time.ts'
import { applicantFacts, type ApplicantRow } from '../../application/queries/get-draft.ts'
import { rulesOf } from '../../application/rules/checks.ts'
import type { EarlierFacts } from '../../application/rules/facts.ts'
import { workOutForm } from '../../application/rules/form-state.ts'
import { validateForm } from '../../application/rules/validate.ts'
import { openAnswers } from '../../application/sealed-answers.ts'
import type { Answers, CheckOutcome, SchemeDefinition } from '../../model.ts'
import { getDefinitions, type MadeUnder } from '../../scheme/queries/versions.ts'
import { forPart } from '../../scheme/rules/for-part.ts'

/** What one rule says of one stored application; `before` is what was kept when it was sent, undefined where the rule is new. */
export interface TriedRule {
  rule: string
  outcome: CheckOutcome
  before?: CheckOutcome
}

/** `calculatedOre`: what the formula gives; undefined where there is none, or it is unknown. `problems`: what the form would stop at. */
export interface TriedCase {
  caseId: string
  caseNumber: string
  rules: TriedRule[]
  calculatedOre?: number
  problems: { field: string; key: string }[]
}

export interface RuleTrial {
  tried: TriedCase[]
  /** Where the next call begins; undefined when there are no more. */
  next?: string
}

interface Row extends MadeUnder, ApplicantRow {
  case_id: string
  number: string
  answers: Answers
  submitted_at: Date
  opens_at: Date
  closes_at: Date | null
  kommunenummer: string | null
  checks: { rule: string; outcome: CheckOutcome; facts: Facts }[] | null
}

/**
 * Works a definition's rules out for the scheme's stored applications, as of the day each was sent, `limit` at a time. Nothing is
 * written. What the registers say of an applicant is what they say now; what the applicant had applied for before is what was kept
 * with the stored checks, and unknown where none of them read it.
 */
export async function tryRules(
  trx: Trx,
  input: { schemeId: string; definition: SchemeDefinition; keyring: Keyring; after?: string; limit?: number },
): Promise<RuleTrial> {
  const { schemeId, definition, keyring, after, limit = 500 } = input
  const { municipalityId } = scopeOf(trx)
  const rows = await readApplications(trx, schemeId, after, limit)
  const definitionOf = await getDefinitions(trx, rows)
  const districts = (await trx.selectFrom('district').select('key').execute()).map((row) => row.key)
  const tried = rows.map((row) => {
    const madeUnder = definitionOf(row)
    if (!madeUnder) throw new Error(`the scheme version ${row.versionId} is gone`)
    const now = forPart(definition, row.part)
    const answers = openAnswers(madeUnder, row.answers, keyring, { municipalityId, kind: 'case', id: row.case_id })
    const today = osloDate(row.submitted_at)
    const around = {
      applicant: applicantFacts(row, today),
      ...(row.kommunenummer ? { municipalityNumber: row.kommunenummer } : {}),
      round: { opens: osloDate(row.opens_at), ...(row.closes_at ? { closes: osloDate(row.closes_at) } : {}) },
      earlier: keptEarlier(row.checks ?? []),
      today,
    }
    const before = new Map(row.checks?.map((check) => [check.rule, check.outcome]))
    const state = workOutForm(now, answers, around, rulesOf(now))
    return {
      caseId: row.case_id,
      caseNumber: row.number,
      ...(state.calculatedOre === undefined ? {} : { calculatedOre: state.calculatedOre }),
      problems: validateForm(now, answers, state, { districts }).map(({ field, key }) => ({ field, key })),
      rules: state.rules.map(({ rule, outcome }): TriedRule => {
        const was = before.get(rule.key)
        return { rule: rule.key, outcome, ...(was ? { before: was } : {}) }
      }),
    }
  })
  const last = rows.at(-1)
  return { tried, ...(rows.length === limit && last ? { next: last.case_id } : {}) }
}

async function readApplications(trx: Trx, schemeId: string, after: string | undefined, limit: number): Promise<Row[]> {
  const beyond = after === undefined ? sql`true` : sql`a.case_id > ${after}::uuid`
  const { rows } = await sql<Row>`
    select a.case_id, c.number, a.version_id as "versionId", a.part, a.answers, a.submitted_at, r.opens_at, r.closes_at, a.organisation_id,
      o.number as organisation_number, o.form as organisation_form, o.register_facts, o.register_read_at,
      to_char(p.born_on, 'YYYY-MM-DD') as born_on, (select settings->>'kommunenummer' from municipality) as kommunenummer,
      (select json_agg(json_build_object('rule', k.rule, 'outcome', k.outcome, 'facts', k.facts) order by k.checked_at, k.id)
        from check_result k where k.municipality_id = a.municipality_id and k.case_id = a.case_id) as checks
    from application a
    join case_file c on c.municipality_id = a.municipality_id and c.id = a.case_id
    join round r on r.municipality_id = a.municipality_id and r.id = a.round_id
    join person p on p.municipality_id = a.municipality_id and p.id = a.sender_id
    left join organisation o on o.municipality_id = a.municipality_id and o.id = a.organisation_id
    where a.scheme_id = ${schemeId}::uuid and ${beyond} order by a.case_id limit ${limit}`.execute(trx)
  return rows
}

/** What the stored checks read of earlier applications and awards, put together: the facts as they were. */
function keptEarlier(checks: readonly { facts: Facts }[]): Partial<EarlierFacts> {
  return Object.assign({}, ...checks.map((check) => check.facts['earlier'])) as Partial<EarlierFacts>
}
