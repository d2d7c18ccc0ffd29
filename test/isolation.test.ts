import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { testDatabase, testMunicipality, type TestDatabase } from './database.ts'

/**
 * Tables outside row-level security, each with its reason. None holds personal data.
 * host_name: needed to find the municipality. migration: the schema's own list, which the application cannot read.
 */
const exempt = ['host_name', 'migration']

let database: TestDatabase
let app: pg.Client
let owner: pg.Client
let ours: string
let theirs: string
let tables: string[]

beforeAll(async () => {
  database = await testDatabase()
  ours = (await testMunicipality(database, 'fjordvik')).municipalityId
  theirs = (await testMunicipality(database, 'lyngsund')).municipalityId
  app = new pg.Client({ connectionString: database.appUrl })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await Promise.all([app.connect(), owner.connect()])
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  tables = rows.map((row) => row.name).filter((name) => !exempt.includes(name))
  await plantOneRowEach()
})
afterAll(async () => {
  await Promise.all([app.end(), owner.end()])
  await database.drop()
})

/** One row of the other municipality in every table, whatever its columns: foreign keys are asleep while it is planted. */
async function plantOneRowEach(): Promise<void> {
  const { adminUrl } = inject('databases')
  const admin = new pg.Client({ connectionString: onThisDatabase(adminUrl) })
  await admin.connect()
  try {
    await admin.query(
      `set session_replication_role = replica; select set_config('torg.municipality', '${theirs}', false), set_config('torg.person', gen_random_uuid()::text, false)`,
    )
    // Checks over several columns ask for rows that make sense; these need only belong to somebody.
    const { rows: checks } = await admin.query<{ drop: string }>(
      `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
       where contype = 'c' and connamespace = 'public'::regnamespace and array_length(conkey, 1) > 1`,
    )
    for (const { drop } of checks) await admin.query(drop)
    for (const table of tables.filter((name) => name !== 'municipality')) {
      const { rows: columns } = await admin.query<{ name: string; type: string; choices: string | null }>(
        `select a.attname as name, format_type(a.atttypid, null) as type,
           (select pg_get_constraintdef(c.oid) from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum] limit 1) as choices
         from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef`,
        [table],
      )
      const values = columns.map((column) => literal(column.type, column.choices))
      const names = columns.map((column) => `"${column.name}"`)
      await admin.query(
        columns.length > 0
          ? `insert into "${table}" (municipality_id, ${names.join(', ')}) values ('${theirs}', ${values.join(', ')})`
          : `insert into "${table}" (municipality_id) values ('${theirs}')`,
      )
    }
  } finally {
    await admin.end()
  }
}

function onThisDatabase(adminUrl: string): string {
  const url = new URL(adminUrl)
  url.pathname = new URL(database.ownerUrl).pathname
  return url.toString()
}

function literal(type: string, choices: string | null): string {
  const choice = /'([^']+)'/.exec(choices ?? '')?.[1]
  if (type === 'text') return choice && !choices?.includes('~') ? `'${choice}'` : `'a1'`
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'jsonb') return `'{}'`
  if (type === 'boolean') return 'false'
  if (type === 'bytea') return `'\\x00'`
  if (type === 'date' || type.startsWith('timestamp')) return 'now()'
  return '1'
}

async function countAs(municipality: string | undefined, table: string): Promise<number> {
  await app.query('begin')
  try {
    if (municipality) await app.query(`select set_config('torg.municipality', $1, true)`, [municipality])
    const { rows } = await app.query<{ n: number }>(`select count(*)::int as n from "${table}"`)
    return rows[0]?.n ?? -1
  } finally {
    await app.query('rollback')
  }
}

describe('The database keeps municipalities apart', () => {
  test('by a role that owns nothing, is no superuser and bypasses no policy', async () => {
    const { rows } = await app.query(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 }])
  })

  test('with forced row-level security and the municipality first in the key of every table but the exempt ones', async () => {
    expect(tables.length).toBeGreaterThan(40)
    const { rows } = await owner.query<{ name: string; ok: boolean }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity and
         (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) = 'municipality_id' as ok
       from pg_class c where c.relname = any($1) and c.relnamespace = 'public'::regnamespace`,
      [tables],
    )
    expect(rows.filter((row) => !row.ok).map((row) => row.name)).toEqual([])
  })

  test('with the municipality in every foreign key between its tables', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select conrelid::regclass || '.' || conname as name from pg_constraint k
       where contype = 'f' and connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'host_name'
         and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'municipality_id' and a.attnum = any(k.conkey))`,
    )
    expect(rows).toEqual([])
  })

  test('so that no table shows another one’s rows, nor any row when nobody said which', async () => {
    for (const table of tables) {
      const seen = {
        table,
        ours: await countAs(ours, table),
        nobody: await countAs(undefined, table),
        theirs: await countAs(theirs, table),
      }
      expect(seen).toEqual({ table, ours: table === 'municipality' ? 1 : 0, nobody: 0, theirs: 1 })
    }
  })

  test('so that nothing can be written into another one', async () => {
    for (const table of ['person', 'event', 'case_file']) {
      await app.query('begin')
      await app.query(`select set_config('torg.municipality', $1, true)`, [ours])
      const columns = {
        person: '(municipality_id, name)',
        event: '(municipality_id, subject_id, sequence, subject_kind, type)',
        case_file: '(municipality_id, number, kind, topic_id, title, status, applicant_name, received_at)',
      }
      const values = {
        person: `($1, 'x')`,
        event: `($1, gen_random_uuid(), 1, 'case', 'x')`,
        case_file: `($1, '2026/1', 'grant', gen_random_uuid(), 'x', 'x', 'x', now())`,
      }
      const name = table as keyof typeof columns
      await expect(app.query(`insert into ${table} ${columns[name]} values ${values[name]}`, [theirs]), table).rejects.toThrow(
        /row-level security/,
      )
      await app.query('rollback')
    }
  })

  test.each(['event', 'scheme_version'])('and no row of %s is ever changed or deleted, by anyone', async (table) => {
    for (const statement of [
      `update ${table} set municipality_id = municipality_id`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await app.query('begin')
      await app.query(`select set_config('torg.municipality', $1, true)`, [theirs])
      await expect(app.query(statement), statement).rejects.toThrow(/permission denied/)
      await app.query('rollback')
    }
    await expect(owner.query(`delete from ${table}`)).rejects.toThrow(/append-only/)
  })
})
