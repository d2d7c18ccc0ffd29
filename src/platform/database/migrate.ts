import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { OperatorProblem } from '#platform/errors.ts'

/** What a start needs to know after migrating. */
export interface Migrated {
  applied: string[]
  appUrl: string
}

export interface MigrateOptions {
  /** Connection as the owner of the tables; may create roles, or the roles exist already. */
  ownerUrl: string
  /** The application's own connection, when the operator gives one; else it is made from ownerUrl and a kept password. */
  appUrl?: string
  /** Password for the application's role when Torg makes it. */
  appPassword?: string
  folder: string
  /** Stop after this migration: used to make a database of an earlier release. */
  upTo?: string
}

const APP_ROLE = 'torg_app'
// Any number, the same in every Torg: two starts at once migrate one after the other.
const MIGRATION_LOCK = 7_206_711

/**
 * Brings the schema up to date, as the owner, one transaction per file, and makes sure that the application's role exists and
 * is weak: no superuser, no BYPASSRLS, owner of nothing. Files are SQL, applied in name order; one that changed after it was
 * applied stops the start.
 */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const client = new pg.Client({ connectionString: options.ownerUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await requireVersion(client)
    const appUrl = options.appUrl ?? (await ensureAppRole(client, options))
    await client.query(
      'create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const applied = await applyFiles(client, options)
    return { applied, appUrl }
  } finally {
    await client.end()
  }
}

/** The migration files in order, with their content's hash. */
export async function listMigrations(folder: string): Promise<{ name: string; sql: string; sha256: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyFiles(client: pg.Client, options: MigrateOptions): Promise<string[]> {
  const done = new Map(
    (await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')).rows.map((r) => [
      r.name,
      r.sha256,
    ]),
  )
  const applied: string[] = []
  for (const file of await listMigrations(options.folder)) {
    if (options.upTo && file.name > options.upTo) break
    const before = done.get(file.name)
    if (before === file.sha256) continue
    if (before)
      throw new OperatorProblem(
        `Migration ${file.name} was changed after it was applied. Restore the file, and put the change in a new one.`,
      )
    await client.query('begin')
    try {
      await client.query(file.sql)
      await client.query('insert into migration (name, sha256) values ($1, $2)', [file.name, file.sha256])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new OperatorProblem(`Migration ${file.name} failed: ${(error as Error).message}`, { cause: error })
    }
    applied.push(file.name)
  }
  return applied
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ v: number }>(`select current_setting('server_version_num')::int as v`)
  if ((rows[0]?.v ?? 0) < 150_000) throw new OperatorProblem('Torg needs PostgreSQL 15 or newer. Point DATABASE_URL at one.')
}

async function ensureAppRole(client: pg.Client, options: MigrateOptions): Promise<string> {
  const password = options.appPassword ?? randomBytes(24).toString('base64url')
  const { rows } = await client.query<{ weak: boolean; canMake: boolean }>(
    `select (select not rolsuper and not rolbypassrls from pg_roles where rolname = $1) as weak,
            (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "canMake"`,
    [APP_ROLE],
  )
  const found = rows[0]
  if (found?.weak === false)
    throw new OperatorProblem(
      `The database role ${APP_ROLE} is a superuser or may bypass row-level security. Take that right away from it.`,
    )
  if (!found?.canMake) {
    throw new OperatorProblem(
      `The role in DATABASE_URL may not create roles. Create ${APP_ROLE} (login, no other right) and give its connection in DATABASE_APP_URL.`,
    )
  }
  const quoted = client.escapeLiteral(password)
  // The statement is built from our own constant and an escaped literal: DDL takes no parameters.
  await client.query(
    found.weak === null
      ? `create role ${APP_ROLE} login password ${quoted} nosuperuser nobypassrls nocreatedb nocreaterole`
      : `alter role ${APP_ROLE} login password ${quoted}`,
  )
  const url = new URL(options.ownerUrl)
  url.username = APP_ROLE
  url.password = password
  return url.toString()
}
