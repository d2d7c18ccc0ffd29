import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import { foldHeading } from '../rules/sheet-fields.ts'
import type { Existing, Places } from '../rules/sheet-awards.ts'
import type { KnownContent } from '../rules/organisations-plan.ts'
import { indexNames, type KnownOrganisation } from '../rules/sheet-names.ts'
import type { Snapshot } from '../rules/sheet-plan.ts'
import type { Known } from '../rules/sheet-recipients.ts'

const MOST = 100_000

/** Every organisation by number and by name, and who earlier recipients were said to be. */
export async function readKnown(trx: Trx): Promise<Known> {
  const all: KnownOrganisation[] = await trx
    .selectFrom('organisation')
    .select(['id', 'name', 'number'])
    .orderBy('name')
    .orderBy('id')
    .limit(MOST)
    .execute()
  const { rows } = await sql<{ recipient: string; id: string }>`
    select recipient, min(organisation_id::text) as id from (
      select recipient, organisation_id from imported_award where organisation_id is not null
      union select recipient, organisation_id from imported_obligation where organisation_id is not null
    ) said group by recipient having count(distinct organisation_id) = 1`.execute(trx)
  return {
    byNumber: new Map(all.flatMap((each) => (each.number ? [[each.number, each]] : []))),
    names: indexNames(all),
    saidBefore: new Map(rows.map((row) => [row.recipient, row.id])),
  }
}

/** Schemes and districts by what lists call them. */
export async function readPlaces(trx: Trx): Promise<Places> {
  const { rows } = await sql<{ id: string; slug: string; titles: Record<string, string> | null }>`
    select s.id, s.slug, v.definition->'title' as titles from scheme s
    left join scheme_version v on v.municipality_id = s.municipality_id and v.id = s.current_version_id`.execute(trx)
  const districts = await trx.selectFrom('district').select(['id', 'key', 'name']).execute()
  return {
    schemes: new Map(
      rows.flatMap(({ id, slug, titles }) =>
        [slug, ...Object.values(titles ?? {})].map((name) => [foldHeading(name), id] as const),
      ),
    ),
    districts: new Map(districts.flatMap(({ id, key, name }) => [key, name].map((each) => [foldHeading(each), id] as const))),
  }
}

/** Earlier awards that are there already, by their list's own name for them. */
export async function readAwards(trx: Trx, keys: readonly string[]): Promise<Map<string, Existing>> {
  return await inParts(keys, async (part) => {
    const { rows } = await sql<{ id: string; key: string; snapshot: Snapshot }>`
      select id, source_key as key, jsonb_build_object('source_key', source_key, 'budget_year', budget_year, 'stage', stage,
        'recipient', recipient, 'purpose', purpose, 'stated_number', stated_number, 'scheme_title', scheme_title,
        'scheme_id', scheme_id, 'district_id', district_id, 'decided_on', decided_on, 'public', public,
        'prior_year_ore', prior_year_ore, 'applied_ore', applied_ore, 'result_ore', result_ore, 'source_url', source_url,
        'organisation_id', organisation_id) as snapshot
      from imported_award where source_key = any(${part}::text[])`.execute(trx)
    return rows
  })
}

/** Obligations from before that are there already. */
export async function readObligations(trx: Trx, keys: readonly string[]): Promise<Map<string, Existing & { status: string }>> {
  return await inParts(keys, async (part) => {
    const { rows } = await sql<{ id: string; key: string; status: string; snapshot: Snapshot }>`
      select id, source_key as key, status, jsonb_build_object('source_key', source_key, 'demand', demand, 'recipient', recipient,
        'stated_number', stated_number, 'what', what, 'scheme_title', scheme_title, 'award_year', award_year, 'ore', ore,
        'due_on', due_on, 'organisation_id', organisation_id) as snapshot
      from imported_obligation where source_key = any(${part}::text[])`.execute(trx)
    return rows
  })
}

/** What is known of these organisations, by column. */
export async function readContents(trx: Trx, ids: readonly string[]): Promise<Map<string, KnownContent>> {
  return await inParts(ids, async (part) => {
    const { rows } = await sql<{ key: string } & KnownContent>`
      select id::text as key, account_cipher is not null as "hasAccount", register_read_at is not null as "fromRegister",
        jsonb_build_object('number', number, 'name', name, 'form', form, 'email', email, 'address', address,
          'postcode', postcode, 'place', place, 'district_id', district_id) as snapshot
      from organisation where id = any(${part}::uuid[])`.execute(trx)
    return rows
  })
}

async function inParts<T extends { key: string }>(
  keys: readonly string[],
  read: (part: string[]) => Promise<T[]>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  for (let from = 0; from < keys.length; from += 5000)
    for (const row of await read(keys.slice(from, from + 5000))) found.set(row.key, row)
  return found
}
