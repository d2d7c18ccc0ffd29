import { sql } from 'kysely'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { kept } from './kept.ts'
import { inRegister, type RegisterFilter } from './register-filter.ts'

export interface RegisterTotal {
  /** Year, slug of the scheme or key of the district; empty where it is not known. */
  key: string
  label: string | null
  count: number
  ore: number
}

export interface RegisterSums {
  count: number
  ore: number
  /** Newest first. */
  byYear: RegisterTotal[]
  /** Largest first. */
  byScheme: RegisterTotal[]
  byDistrict: RegisterTotal[]
}

/**
 * Number and sum of awards in all, and by year, scheme and district, for the same filter. Unknown scheme or district has label
 * null. Counted in one reading; over many awards, what was counted is kept for a while.
 */
export async function sumRegister(trx: Trx, filter: RegisterFilter, asker: { lang: Lang; today: string }): Promise<RegisterSums> {
  const key = JSON.stringify([scopeOf(trx).municipalityId, filter, asker.today])
  const rows = await kept(
    key,
    () => count(trx, filter, asker.today),
    (counted) => (counted.find((row) => row.kind === 'all')?.count ?? 0) > MANY,
  )
  const [schemes, districts] = [await schemeTitles(trx, asker.lang), await districtNames(trx)]
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind)
  const all = of('all')[0]
  const largestFirst = (a: RegisterTotal, b: RegisterTotal) => b.ore - a.ore
  return {
    count: all?.count ?? 0,
    ore: all?.ore ?? 0,
    byYear: of('year')
      .map((row) => ({ key: String(row.year), label: String(row.year), count: row.count, ore: row.ore }))
      .toSorted((a, b) => Number(b.key) - Number(a.key)),
    byScheme: of('scheme')
      .map((row) => named(row, row.scheme_id ? schemes.get(row.scheme_id) : undefined))
      .toSorted(largestFirst),
    byDistrict: of('district')
      .map((row) => named(row, row.district_id ? districts.get(row.district_id) : undefined))
      .toSorted(largestFirst),
  }
}

/** Sums over more than this are kept for a while. */
const MANY = 50_000

interface Row {
  kind: 'all' | 'year' | 'scheme' | 'district'
  year: number | null
  scheme_id: string | null
  district_id: string | null
  count: number
  ore: number
}

async function count(trx: Trx, filter: RegisterFilter, today: string): Promise<Row[]> {
  const condition = await inRegister(trx, filter, today)
  const { rows } = await sql<Row>`
    select case grouping(e.year, e.scheme_id, e.district_id) when 3 then 'year' when 5 then 'scheme' when 6 then 'district' else 'all' end
        as kind, e.year, e.scheme_id, e.district_id, sum(e.n)::int as count, sum(e.ore)::bigint as ore
    from (
      select e.year, e.scheme_id, e.district_id, count(*) as n, sum(e.ore) as ore
      from register_entry e where ${condition} group by 1, 2, 3
    ) e
    group by grouping sets ((), (e.year), (e.scheme_id), (e.district_id))`.execute(trx)
  return rows.map((row) => ({ ...row, ore: Number(row.ore ?? 0), count: row.count ?? 0 }))
}

function named(row: Row, found: { key: string; label: string } | undefined): RegisterTotal {
  return { key: found?.key ?? '', label: found?.label ?? null, count: row.count, ore: row.ore }
}

async function schemeTitles(trx: Trx, lang: Lang): Promise<Map<string, { key: string; label: string }>> {
  const { rows } = await sql<{ id: string; key: string; label: string }>`
    select s.id, s.slug as key, v.definition->'title'->>${lang} as label
    from scheme s join scheme_version v on v.municipality_id = s.municipality_id and v.id = s.current_version_id`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}

async function districtNames(trx: Trx): Promise<Map<string, { key: string; label: string }>> {
  const rows = await trx.selectFrom('district').select(['id', 'key', 'name as label']).execute()
  return new Map(rows.map((row) => [row.id, row]))
}
