import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import { pairsOf } from '../rules/similar-names.ts'

export interface UnmatchedRecipient {
  recipient: string
  rows: number
  ore: number
  years: number[]
}

const MOST = 500

/**
 * Recipients of adopted rows that nobody has matched, largest sums first, at most 500, and how many there are. Proposals and zeros
 * are not awards, and not asked about.
 */
export async function listUnmatched(trx: Trx): Promise<{ rows: UnmatchedRecipient[]; total: number }> {
  const { rows } = await sql<UnmatchedRecipient & { total: number }>`
    select recipient, count(*)::int as rows, sum(result_ore)::bigint as ore, array_agg(distinct budget_year order by budget_year) as years,
      count(*) over ()::int as total
    from imported_award where organisation_id is null and stage = 'adopted' and result_ore > 0
    group by recipient order by sum(result_ore) desc, recipient limit ${MOST}`.execute(trx)
  return { rows: rows.map((row) => ({ ...row, ore: Number(row.ore) })), total: rows[0]?.total ?? 0 }
}

export interface MatchedRecipient {
  recipient: string
  rows: number
  organisationId: string
  organisationName: string
  organisationNumber: string | null
  matchedByName: string | null
  matchedAt: Date | null
}

/** What has been matched, newest first; at most 200. */
export async function listMatched(trx: Trx): Promise<MatchedRecipient[]> {
  const { rows } = await sql<MatchedRecipient>`
    select i.recipient, count(*)::int as rows, o.id as "organisationId", o.name as "organisationName",
      o.number as "organisationNumber", max(p.name) as "matchedByName", max(i.matched_at) as "matchedAt"
    from imported_award i
    join organisation o on o.municipality_id = i.municipality_id and o.id = i.organisation_id
    left join person p on p.municipality_id = i.municipality_id and p.id = i.matched_by
    group by i.recipient, o.id, o.name, o.number order by max(i.matched_at) desc nulls last, i.recipient limit 200`.execute(trx)
  return rows
}

export interface OrganisationName {
  id: string
  name: string
  number: string | null
  pairs: ReadonlySet<string>
}

/** Every organisation with what its name is compared by; at most 20 000. */
export async function listOrganisationNames(trx: Trx): Promise<OrganisationName[]> {
  const rows = await trx.selectFrom('organisation').select(['id', 'name', 'number']).orderBy('name').limit(20_000).execute()
  return rows.map((row) => ({ ...row, pairs: pairsOf(row.name) }))
}
