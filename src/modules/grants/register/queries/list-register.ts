import { sql, type RawBuilder } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { Lang } from '#platform/texts/texts.ts'

/** What the public may ask the register for. */
export interface RegisterFilter {
  words?: string
  year?: number
  scheme?: string
  district?: string
}

export interface RegisterRow {
  id: string
  /** Null for a private person whose name is not published. */
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

export interface RegisterTotal {
  key: string
  label: string | null
  count: number
  ore: number
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
 * unknown age counts as minor. Declined and lapsed awards, and rows past the scheme's time of publication, are left out.
 */
export async function listRegister(
  trx: Trx,
  filter: RegisterFilter,
  lang: Lang,
  after?: RegisterCursor,
): Promise<{ rows: RegisterRow[]; next?: RegisterCursor }> {
  const { rows } = await sql<RegisterRow>`
    with published as (${published(lang)})
    select * from published
    where ${matches(filter)} and ${after ? sql`(year, ore, id) < (${after.year}, ${after.ore}, ${after.id}::uuid)` : sql`true`}
    order by year desc, ore desc, id desc limit ${PAGE + 1}`.execute(trx)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown, ...(rows.length > PAGE && last ? { next: { year: last.year, ore: last.ore, id: last.id } } : {}) }
}

/** Number and sum of awards by scheme, year or district, for the same filter. Unknown scheme or district has label null. */
export async function totalRegister(
  trx: Trx,
  filter: RegisterFilter,
  lang: Lang,
  by: 'scheme' | 'year' | 'district',
): Promise<RegisterTotal[]> {
  const [key, label] = {
    scheme: [sql`coalesce("schemeSlug", '')`, sql`"schemeTitle"`],
    year: [sql`year::text`, sql`year::text`],
    district: [sql`coalesce("districtKey", '')`, sql`district`],
  }[by] as [RawBuilder<string>, RawBuilder<string>]
  const { rows } = await sql<RegisterTotal>`
    with published as (${published(lang)})
    select ${key} as key, max(${label}) as label, count(*)::int as count, sum(ore)::bigint as ore
    from published where ${matches(filter)} group by 1 order by ${by === 'year' ? sql`1 desc` : sql`4 desc`}`.execute(trx)
  return rows
}

/** The years and schemes there is something to show for. */
export async function listRegisterChoices(
  trx: Trx,
  lang: Lang,
): Promise<{ years: number[]; schemes: { slug: string; title: string }[] }> {
  const [years, schemes] = [await totalRegister(trx, {}, lang, 'year'), await totalRegister(trx, {}, lang, 'scheme')]
  return {
    years: years.map((y) => Number(y.key)),
    schemes: schemes
      .flatMap((s) => (s.key && s.label ? [{ slug: s.key, title: s.label }] : []))
      .toSorted((a, b) => a.title.localeCompare(b.title, lang)),
  }
}

function published(lang: Lang): RawBuilder<unknown> {
  return sql`
    select a.id,
      case when c.applicant_organisation_id is not null then c.applicant_name
           when v.definition->'publicity'->>'persons' = 'name' and not p.protected_address
             and p.born_on + interval '18 years' <= a.awarded_on then c.applicant_name end as recipient,
      o.number as "organisationNumber", s.slug as "schemeSlug", v.definition->'title'->>${lang} as "schemeTitle",
      d.name as district, d.key as "districtKey", extract(year from a.awarded_on)::int as year, a.awarded_on as "awardedOn",
      c.applied_ore as "appliedOre", a.ore, null::text as "sourceUrl"
    from award a
    join case_file c on c.municipality_id = a.municipality_id and c.id = a.case_id
    join application ap on ap.municipality_id = a.municipality_id and ap.case_id = a.case_id
    join scheme_version v on v.municipality_id = a.municipality_id and v.id = ap.version_id
    join scheme s on s.municipality_id = a.municipality_id and s.id = ap.scheme_id
    left join organisation o on o.municipality_id = a.municipality_id and o.id = c.applicant_organisation_id
    left join person p on p.municipality_id = a.municipality_id and p.id = c.applicant_person_id
    left join district d on d.municipality_id = a.municipality_id and d.id = c.district_id
    where a.acceptance not in ('declined', 'lapsed') and a.ended_at is null
      and a.awarded_on > current_date - make_interval(years => (v.definition->'publicity'->>'years')::int)
    union all
    select i.id, coalesce(o.name, i.recipient), o.number, null, null, null, null, i.budget_year, null, i.applied_ore, i.result_ore, i.source_url
    from imported_award i
    left join organisation o on o.municipality_id = i.municipality_id and o.id = i.organisation_id
    where i.stage = 'adopted' and i.result_ore > 0`
}

function matches(filter: RegisterFilter): RawBuilder<boolean> {
  const like = (words: string) => `%${words.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`
  return sql`(${sql.join(
    [
      filter.words
        ? sql`(recipient ilike ${like(filter.words)} or "organisationNumber" = ${filter.words.replaceAll(/\s/g, '')})`
        : sql`true`,
      filter.year ? sql`year = ${filter.year}` : sql`true`,
      filter.scheme ? sql`"schemeSlug" = ${filter.scheme}` : sql`true`,
      filter.district ? sql`"districtKey" = ${filter.district}` : sql`true`,
    ],
    sql` and `,
  )})`
}
