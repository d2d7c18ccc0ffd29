import { sql, type RawBuilder } from 'kysely'
import type { Trx } from '#platform/database/db.ts'

export interface RegisterFilter {
  words?: string
  year?: number
  /** Slug of the scheme. */
  scheme?: string
  /** Key of the district. */
  district?: string
  /** One organisation's awards, by its id. */
  organisationId?: string
}

/** A search finds at most so many organisations, persons and rows of earlier lists. */
const MOST = 5000

/**
 * What is public of the register by this filter on `today`, an Oslo day, as a condition on register_entry called e. What is looked
 * for among names is looked up first: names stand where they may be changed and hidden, not in the register.
 */
export async function inRegister(trx: Trx, filter: RegisterFilter, today: string): Promise<RawBuilder<boolean>> {
  const conditions = [sql`e.hidden_from > ${today}::date`]
  if (filter.year) conditions.push(sql`e.year = ${filter.year}`)
  if (filter.organisationId) conditions.push(sql`e.organisation_id = ${filter.organisationId}::uuid`)
  if (filter.scheme) {
    const scheme = await trx.selectFrom('scheme').select('id').where('slug', '=', filter.scheme).executeTakeFirst()
    conditions.push(scheme ? sql`e.scheme_id = ${scheme.id}::uuid` : sql`false`)
  }
  if (filter.district) {
    const district = await trx.selectFrom('district').select('id').where('key', '=', filter.district).executeTakeFirst()
    conditions.push(district ? sql`e.district_id = ${district.id}::uuid` : sql`false`)
  }
  if (filter.words) conditions.push(await named(trx, filter.words))
  return sql`(${sql.join(conditions, sql` and `)})`
}

/**
 * A person is found by name only where the award may show it: of age when it was given, address not protected. Searching must not
 * tell what the list hides.
 */
async function named(trx: Trx, words: string): Promise<RawBuilder<boolean>> {
  const like = `%${words.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`
  const { rows } = await sql<{ organisations: string[] | null; rows: string[] | null; people: string[] | null }>`
    select
      (select array_agg(id) from (select id from organisation
        where name ilike ${like} or number = ${words.replaceAll(/\s/g, '')} limit ${MOST}) o) as organisations,
      (select array_agg(id) from (select id from imported_award
        where organisation_id is null and recipient ilike ${like} limit ${MOST}) i) as rows,
      (select array_agg(id) from (select id from person
        where name ilike ${like} and not protected_address and born_on is not null
          and exists (select from register_entry n where n.named_person_id = person.id) limit ${MOST}) p) as people`.execute(trx)
  const [found] = rows
  return sql`(e.organisation_id = any(${found?.organisations ?? []}::uuid[]) or e.id = any(${found?.rows ?? []}::uuid[])
    or (e.named_person_id = any(${found?.people ?? []}::uuid[]) and exists (select from person p
      where p.id = e.named_person_id and p.born_on + interval '18 years' <= e.awarded_on)))`
}
