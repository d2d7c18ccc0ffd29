import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { inRegister, type RegisterFilter } from './register-filter.ts'
import { titleColumn } from '../../scheme/queries/title-column.ts'

/** One award as the public sees it. */
export interface RegisterRow {
  id: string
  /** Null when the person is not named. */
  recipient: string | null
  organisationNumber: string | null
  schemeSlug: string | null
  schemeTitle: string | null
  district: string | null
  year: number
  awardedOn: string | null
  appliedOre: number | null
  ore: number
  sourceUrl: string | null
}

/** Where the next page begins: the last row's year, amount and id. */
export interface RegisterCursor {
  year: number
  ore: number
  id: string
}

const PAGE = 50

/**
 * Every award the public may see: what was decided here and what was brought in from earlier years, newest year and largest
 * amount first. A person stands by name only where the scheme says so, and never a minor or one with a protected address;
 * unknown age counts as minor. Declined and lapsed awards, and rows past the scheme's time of publication, are not there at all.
 * `today` is an Oslo day.
 */
export async function listRegister(
  trx: Trx,
  filter: RegisterFilter,
  asker: { lang: Lang; today: string },
  after?: RegisterCursor,
  limit = PAGE,
): Promise<{ rows: RegisterRow[]; next?: RegisterCursor }> {
  const condition = await inRegister(trx, filter, asker.today)
  const onwards = after ? sql`(e.year, e.ore, e.id) < (${after.year}, ${after.ore}, ${after.id}::uuid)` : sql`true`
  const { rows } = await sql<RegisterRow>`
    with page as (
      select e.* from register_entry e where ${condition} and ${onwards}
      order by e.year desc, e.ore desc, e.id desc limit ${limit + 1}
    )
    select e.id,
      case when e.source = 'imported' then coalesce(o.name, i.recipient)
        when c.applicant_organisation_id is not null then c.applicant_name
        when e.named_person_id is not null and not p.protected_address and p.born_on + interval '18 years' <= e.awarded_on
          then c.applicant_name end as recipient,
      o.number as "organisationNumber", s.slug as "schemeSlug",
      coalesce(${titleColumn(asker.lang)}, cv.definition->'title'->>${asker.lang}, i.scheme_title) as "schemeTitle",
      d.name as district, e.year, to_char(e.awarded_on, 'YYYY-MM-DD') as "awardedOn",
      coalesce(c.applied_ore, i.applied_ore) as "appliedOre", e.ore, i.source_url as "sourceUrl"
    from page e
    left join award a on a.municipality_id = e.municipality_id and a.id = e.id and e.source = 'award'
    left join case_file c on c.municipality_id = a.municipality_id and c.id = a.case_id
    left join application ap on ap.municipality_id = a.municipality_id and ap.case_id = a.case_id
    left join scheme_version v on v.municipality_id = ap.municipality_id and v.id = ap.version_id
    left join scheme s on s.municipality_id = e.municipality_id and s.id = e.scheme_id
    left join scheme_version cv on e.source = 'imported' and cv.municipality_id = s.municipality_id and cv.id = s.current_version_id
    left join imported_award i on i.municipality_id = e.municipality_id and i.id = e.id and e.source = 'imported'
    left join organisation o on o.municipality_id = e.municipality_id and o.id = e.organisation_id
    left join person p on p.municipality_id = e.municipality_id and p.id = e.named_person_id
    left join district d on d.municipality_id = e.municipality_id and d.id = e.district_id
    order by e.year desc, e.ore desc, e.id desc`.execute(trx)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, ...(rows.length > limit && last ? { next: { year: last.year, ore: last.ore, id: last.id } } : {}) }
}
