import type pg from 'pg'

/** All rows of all tables, as JSON: made by one release, loaded into another's tables. */
export type TableData = Record<string, Record<string, unknown>[]>

// The record of migrations belongs to the database it is in.
const tables = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  and not relispartition and relname <> 'migration' order by relname`

/** Reads every row of every table; as superuser, who sees all municipalities. */
export async function readTables(client: pg.Client): Promise<TableData> {
  const data: TableData = {}
  for (const { name } of (await client.query<{ name: string }>(tables)).rows) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from public."${name}" t`)
    data[name] = rows.map(({ row }) => row)
  }
  return data
}

/**
 * Writes the rows into the tables as they are; tables and columns that this schema has not are left out. As superuser:
 * triggers and foreign keys rest meanwhile. Returns how many rows each table got.
 */
export async function writeTables(client: pg.Client, data: TableData): Promise<Record<string, number>> {
  const written: Record<string, number> = {}
  await client.query(`set session_replication_role = replica`)
  for (const { name } of (await client.query<{ name: string }>(tables)).rows) {
    const rows = data[name] ?? []
    if (rows.length === 0) continue
    const known = await client.query<{ column: string }>(
      `select quote_ident(attname) as column from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname = any($2)`,
      [`public."${name}"`, Object.keys(rows[0] ?? {})],
    )
    const columns = known.rows.map(({ column }) => column).join(', ')
    const { rowCount } = await client.query(
      `insert into public."${name}" (${columns}) overriding system value
       select ${columns} from jsonb_populate_recordset(null::public."${name}", $1::jsonb)`,
      [JSON.stringify(rows)],
    )
    written[name] = rowCount ?? 0
  }
  await client.query(`set session_replication_role = origin`)
  return written
}

/** Everything that makes up the schema, one line each: two databases with the same lines are the same. */
export async function describeSchema(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    select format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                  case when a.attnotnull then 'not null' end, pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
    union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select format('index %s', indexdef) from pg_indexes where schemaname = 'public'
    union all select format('policy %s %s %s %s %s %s', tablename, policyname, cmd, roles, qual, with_check)
      from pg_policies where schemaname = 'public'
    union all select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    union all select format('function %s %s', oid::regprocedure, md5(prosrc)) from pg_proc where pronamespace = 'public'::regnamespace
      and proowner <> 10
    union all select format('rights %s %s %s %s', relname, relacl, relrowsecurity, relforcerowsecurity)
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
    order by 1`)
  return rows.map(({ line }) => line)
}
