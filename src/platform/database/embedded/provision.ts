import type pg from 'pg'
import type { Access } from './cluster.ts'
import { EmbeddedProblem } from './errors.ts'

/** The role that owns Torg's tables: may make the application's role, and nothing more. */
export const OWNER = 'torg_owner'
export const DATABASE = 'torg'

// Two starts at once make the database one after the other.
const PROVISION_LOCK = 7_206_714

/** Makes the owner and the database if they are not there, and returns whether the database is new. */
export async function provision(client: pg.Client, access: Access): Promise<boolean> {
  await client.query('select pg_advisory_lock($1)', [PROVISION_LOCK])
  try {
    const { rows } = await client.query<{ owner: boolean; database: boolean; collation: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as owner,
              exists (select from pg_database where datname = $2) as database,
              exists (select from pg_collation where collname = 'nb-NO-x-icu') as collation`,
      [OWNER, DATABASE],
    )
    const found = rows[0]
    if (!found?.collation) throw new EmbeddedProblem('This PostgreSQL cannot sort Norwegian: it lacks the collation nb-NO-x-icu.')
    if (!found.owner) await client.query(`create role ${OWNER} login createrole password ${client.escapeLiteral(access.owner)}`)
    if (!found.database) await client.query(`create database ${DATABASE} owner ${OWNER}`)
    return !found.database
  } finally {
    await client.query('select pg_advisory_unlock($1)', [PROVISION_LOCK])
  }
}
