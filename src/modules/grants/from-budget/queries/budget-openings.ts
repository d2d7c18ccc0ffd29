import { sql } from 'kysely'
import { Conflict } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { getRound, type Round } from '../../scheme/queries/rounds.ts'
import { getScheme, type Scheme } from '../../scheme/queries/schemes.ts'

/** A case that was opened from a line of the budget. Amount in øre. */
export interface BudgetOpening {
  caseId: string
  number: string
  name: string
  organisationNumber: string | null
  contact: string
  email: string
  ore: number
  line: string
}

export interface BudgetRound {
  round: Round
  scheme: Scheme
  opened: BudgetOpening[]
  /** Those of the round before who have no case in this one yet. */
  before: BudgetOpening[]
}

/** A round of a scheme whose cases are opened from the budget. Throws NotFound, and Conflict where somebody must apply. */
export async function getBudgetRound(trx: Trx, roundId: string): Promise<BudgetRound> {
  const round = await getRound(trx, roundId)
  const scheme = await getScheme(trx, round.schemeId)
  if (!scheme.definition.openedFrom) throw new Conflict({ key: 'notFromBudget' })
  const last = scheme.rounds.filter((each) => each.opensAt < round.opensAt).toSorted((a, b) => +b.opensAt - +a.opensAt)[0]
  const opened = await listOpenings(trx, round.id)
  const taken = new Set(opened.map(sameOrganisation))
  const before = last ? (await listOpenings(trx, last.id)).filter((each) => !taken.has(sameOrganisation(each))) : []
  return { round, scheme, opened, before }
}

const sameOrganisation = ({ organisationNumber, name }: BudgetOpening) => organisationNumber ?? name

async function listOpenings(trx: Trx, roundId: string): Promise<BudgetOpening[]> {
  const { rows } = await sql<BudgetOpening>`
    select c.id as "caseId", c.number, c.applicant_name as name, o.number as "organisationNumber", p.name as contact,
      coalesce(p.email, '') as email, c.applied_ore as ore, b.line
    from budget_opening b
    join case_file c on c.municipality_id = b.municipality_id and c.id = b.case_id
    join application a on a.municipality_id = b.municipality_id and a.case_id = b.case_id
    join person p on p.municipality_id = a.municipality_id and p.id = a.sender_id
    left join organisation o on o.municipality_id = a.municipality_id and o.id = a.organisation_id
    where c.call_id = ${roundId}::uuid order by c.applicant_name, c.id limit 1000`.execute(trx)
  return rows
}

/** The line of the budget that a case was opened from. */
export async function findBudgetLine(trx: Trx, caseId: string): Promise<string | undefined> {
  const row = await trx.selectFrom('budget_opening').select('line').where('case_id', '=', caseId).executeTakeFirst()
  return row?.line
}
