import type pg from 'pg'
import { OperatorProblem } from '#platform/errors.ts'

/** Tables outside row-level security that hold data of their own. */
const unscoped = ['host_name']

export interface TableList {
  scoped: string[]
  unscoped: string[]
}

/** Every table with data of the municipalities, read from the catalogue so that a new one is never forgotten. */
export async function listTables(client: pg.Client): Promise<TableList> {
  const { rows } = await client.query<{ name: string; scoped: boolean }>(
    `select relname as name, relrowsecurity as scoped from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
  )
  const stray = rows.find((row) => !row.scoped && !unscoped.includes(row.name))
  if (stray)
    throw new OperatorProblem(
      `the table ${stray.name} has no row-level security and is not among the exempt ones: it would be left out`,
    )
  return { scoped: rows.filter((row) => row.scoped).map((row) => row.name), unscoped: [...unscoped] }
}

/** The municipalities of the database. The owner of the tables stands under their policies too, and works for one at a time. */
export async function listMunicipalityIds(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select distinct municipality_id as id from host_name order by 1')
  return rows.map((row) => row.id)
}

export async function actFor(client: pg.Client, municipalityId: string): Promise<void> {
  await client.query(`select set_config('torg.municipality', $1, true)`, [municipalityId])
}

/** Migrations the database has, in order. */
export async function listApplied(client: pg.Client): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration order by name')
  return rows
}
