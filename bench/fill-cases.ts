import type pg from 'pg'

/** What a filled municipality has, for the questions that are asked of it. */
export interface Filled {
  municipalityId: string
  schemes: string[]
  rounds: string[]
  districts: string[]
  caseworkers: string[]
  /** Rows anywhere in the lists, to read on from: deep pages. */
  places: PlacedCase[]
}

export interface PlacedCase {
  id: string
  received: string
  applicant: string
  applied: string
  scheme: string
}

const SCHEMES = 20
const DISTRICTS = 9

/** Makes a municipality with districts, schemes' ids and caseworkers, without cases. */
export async function makeMunicipality(client: pg.Client, slug: string, caseworkers: number): Promise<Filled> {
  const ids = async (sql: string, values: unknown[]) =>
    (await client.query<{ id: string }>(sql, values)).rows.map((row) => row.id)
  const [municipalityId = ''] = await ids(
    'insert into municipality (slug, name) values ($1, $1) returning municipality_id as id',
    [slug],
  )
  return {
    municipalityId,
    schemes: await ids(`select gen_random_uuid() as id from generate_series(1, ${SCHEMES})`, []),
    rounds: [],
    places: [],
    districts: await ids(
      `insert into district (municipality_id, key, name, tile_column, tile_row, position)
       select $1, 'd' || n, 'District ' || n, n, 1, n from generate_series(1, ${DISTRICTS}) n returning id`,
      [municipalityId],
    ),
    caseworkers: await ids(
      `insert into person (municipality_id, name, kind) select $1, 'Caseworker ' || n, 'staff' from generate_series(1, $2::int) n returning id`,
      [municipalityId, caseworkers],
    ),
  }
}

/**
 * Replaces the cases of a municipality by `size` new ones over ten years, in the order they came: one in twenty open, mostly new;
 * twenty schemes of very different size, a round for each 1 500 cases; words from one in five cases to one in a million.
 */
export async function fillCases(client: pg.Client, filled: Filled, size: number): Promise<void> {
  const { rows } = await client.query<{ id: string }>(`select gen_random_uuid() as id from generate_series(1, $1::int)`, [
    Math.max(SCHEMES, Math.ceil(size / 1500)),
  ])
  filled.rounds = rows.map((row) => row.id)
  await client.query('delete from case_file where municipality_id = $1', [filled.municipalityId])
  await client.query(
    `with raw as (
       select n, n::float / $1::int as age, random() as r1, random() as r2, random() as r3, random() as r4, random() as r5, random() as r6
       from generate_series(1, $1::int) n
     ), made as (
       select n, r5, timestamptz '2026-11-01' - (1 - age) * interval '3650 days' as received,
         (age > 0.97 and r1 < 0.9) or r1 < 0.02 as open,
         least(${SCHEMES}, 1 + floor(${SCHEMES} * r2 * r2))::int as scheme,
         1 + floor(r3 * cardinality($3::uuid[]))::int as round,
         1 + floor(r4 * ${DISTRICTS})::int as district,
         case when r1 < 0.003 or (age > 0.97 and r1 > 0.75 and r1 < 0.85) then null else 1 + floor(r6 * cardinality($5::uuid[]))::int end as worker,
         (array['idrettslag','idrettslag','kor','korps','historielag','speidergruppe','velforening','teater','ungdomsklubb','kulturlag'])[1 + floor(r2 * 10)::int] as kind,
         (array['Indre','Ytre','Nordre','Søndre','Øvre','Nedre','Gamle','Nye'])[1 + floor(r3 * 8)::int] || ' ' ||
         (array['Skarvøy','Storneset','Elvebakken','Tårnheia','Solhaug','Kvernlia','Myrdalen','Steinvåg','Fjellgard','Havnesund',
           'Åsgrenda','Bekkelia','Furumo','Granvik','Hauglia','Krokvatn','Lundeby','Nesodden','Ospelund','Rognes'])[1 + floor(r4 * 20)::int] as place
       from raw
     )
     insert into case_file (municipality_id, number, kind, topic_id, call_id, title, status, applicant_name, district_id, caseworker_id, due_on,
       applied_ore, received_at, closed_at, channel, search)
     select $2::uuid, extract(year from received) || '/' || n, 'grant', ($4::uuid[])[scheme], ($3::uuid[])[round],
       'Tiltak nummer ' || n % 997 || ' for ' || kind,
       case when not open then (array['closed','closed','closed','closed','closed','closed','closed','closed','closed','withdrawn'])[1 + n % 10]
         else (array['submitted','in-review','in-review','waiting-for-applicant','recommended','decided','notified','following-up','following-up'])[1 + n % 9] end,
       place || ' ' || kind || ' ' || 'nr' || n % 30011, ($6::uuid[])[district], ($5::uuid[])[worker],
       case when open then (received + interval '80 days')::date end,
       (5000 + floor(r5 * r5 * 400000))::bigint * 100, received, case when not open then received + interval '200 days' end,
       coalesce((array['paper','email','phone'])[nullif(n % 40, 0)], 'digital'),
       to_tsvector('simple', extract(year from received) || '/' || n || ' ' || n || ' ' || place || ' ' || kind || ' nr' || n % 30011
         || ' Tiltak nummer ' || n % 997 || ' for ' || kind) || array_to_tsvector(array[case_month($2::uuid, received)])
     from made order by n`,
    [size, filled.municipalityId, filled.rounds, filled.schemes, filled.caseworkers, filled.districts],
  )
}

/** Picks rows anywhere in the municipality's lists, each a place that a page may begin after. */
export async function pickPlaces(client: pg.Client, filled: Filled): Promise<void> {
  const { rows } = await client.query<PlacedCase>(
    `select id, received_at::text as received, applicant_name as applicant, applied_ore::text as applied, topic_id as scheme
     from case_file where municipality_id = $1 order by random() limit 300`,
    [filled.municipalityId],
  )
  filled.places = rows
}

/** Takes the table's plain indexes away while it is filled, and makes them again. */
export async function withoutIndexes(client: pg.Client, table: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = $1::regclass and not i.indisunique`,
    [table],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await work()
  for (const { definition } of rows) await client.query(definition)
  await client.query(`vacuum analyze ${table}`)
}
