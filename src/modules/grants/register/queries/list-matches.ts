import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import { pairsOf } from '../rules/similar-names.ts'

export interface UnmatchedRecipient {
  recipient: string
  rows: number
  ore: number
  years: number[]
  /** The organisation that has the number the list gave: as good as the name is alike, and still a person's to say. */
  numberedId: string | null
}

const MOST = 500

/** What is asked about: adopted rows above zero, and obligations from before that are open. Proposals and zeros are nobody's award. */
const asked = sql`
  select recipient, result_ore as ore, budget_year as year, stated_number from imported_award
  where organisation_id is null and stage = 'adopted' and result_ore > 0
  union all
  select recipient, coalesce(ore, 0), coalesce(award_year, extract(year from due_on)::int), stated_number from imported_obligation
  where organisation_id is null and status = 'open'`

/** Recipients in earlier lists that nobody has matched, largest sums first, at most 500, and how many there are. */
export async function listUnmatched(trx: Trx): Promise<{ rows: UnmatchedRecipient[]; total: number }> {
  const { rows } = await sql<UnmatchedRecipient & { total: number }>`
    select a.recipient, count(*)::int as rows, sum(a.ore)::bigint as ore, array_agg(distinct a.year order by a.year) as years,
      min(o.id::text) as "numberedId", count(*) over ()::int as total
    from (${asked}) a left join organisation o on o.number = a.stated_number
    group by a.recipient order by sum(a.ore) desc, a.recipient limit ${MOST}`.execute(trx)
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
    from (
      select municipality_id, recipient, organisation_id, matched_by, matched_at from imported_award where organisation_id is not null
      union all
      select municipality_id, recipient, organisation_id, matched_by, matched_at from imported_obligation where organisation_id is not null
    ) i
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
