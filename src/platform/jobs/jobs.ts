import { setTimeout } from 'node:timers/promises'
import { fromKysely, PgBoss } from 'pg-boss'
import packageOfBoss from 'pg-boss/package.json' with { type: 'json' }
import pg from 'pg'
import { scopeOf, type DatabaseHandle, type Scope, type Trx } from '#platform/database/db.ts'
import type { Services } from '#platform/http/context.ts'
import { errorData } from '#platform/log.ts'

/** A job's data: ids only, so that the job tables may stand outside row-level security. */
export type JobData = Record<string, string | number | boolean | null>

/** What happens later. A job is a door: it opens its own transactions, and must bear being run twice. */
export interface Job {
  name: string
  /** Attempts after the first; waits longer each time. */
  retries?: number
  /** Runs by the clock, in Oslo: a cron expression. Such a job gets every municipality in turn. */
  cron?: string
  run(services: Services, scope: Scope, data: JobData): Promise<void>
}

const SCHEMA = 'pgboss'
let sender: PgBoss | undefined

/** As the owner, at the start: the job tables and one queue per job, unless all of it is there. Safe to repeat. */
export async function installJobs(ownerUrl: string, names: readonly string[]): Promise<void> {
  if (await areInstalled(ownerUrl, names)) return
  const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => undefined)
  await boss.start()
  const present = new Set((await boss.getQueues()).map((queue) => queue.name))
  for (const name of names)
    if (!present.has(name)) await boss.createQueue(name, { retryLimit: 8, retryDelay: 15, retryBackoff: true })
  await boss.stop({ graceful: false })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`grant usage on schema ${SCHEMA} to torg_app; grant select, insert, update, delete on all tables in schema ${SCHEMA} to torg_app;
      grant execute on all functions in schema ${SCHEMA} to torg_app`)
  } finally {
    await client.end()
  }
}

async function areInstalled(ownerUrl: string, names: readonly string[]): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: number; missing: number; mayWork: boolean }>(
      `select version, (select count(*)::int from unnest($1::text[]) as each (name) where name not in (select name from ${SCHEMA}.queue)) as missing,
         has_schema_privilege('torg_app', '${SCHEMA}', 'usage') and not exists (
           select from pg_tables where schemaname = '${SCHEMA}' and not has_table_privilege('torg_app', format('%I.%I', schemaname, tablename), 'insert')
         ) as "mayWork" from ${SCHEMA}.version`,
      [names],
    )
    const [found] = rows
    return found !== undefined && found.version === packageOfBoss.pgboss.schema && found.missing === 0 && found.mayWork
  } catch {
    // There is nothing of it yet.
    return false
  } finally {
    await client.end()
  }
}

/** Makes this process able to queue jobs. Needs `installJobs` to have run on the database. */
export async function openJobs(db: DatabaseHandle, options: { work: boolean } = { work: false }): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: SCHEMA,
    migrate: false,
    supervise: options.work,
    schedule: options.work,
    // How often it looks for work that a process left behind when it ended.
    superviseIntervalSeconds: 20,
    monitorIntervalSeconds: 20,
    // All that it answers: what the queue keeps in order for itself, it asks in several statements at once.
    db: { executeSql: (text, values) => db.pool.query(text, values as unknown[]) },
  })
  boss.on('error', () => undefined)
  await boss.start()
  sender = boss
  return boss
}

/**
 * Queues a job in the caller's transaction: it exists if and only if the transaction commits. One that somebody waits for says
 * `heartbeatSeconds`: when its process has been silent for so long it is taken for dead, and the job is begun anew.
 */
export async function enqueue(
  trx: Trx,
  name: string,
  data: JobData = {},
  options: { startAfter?: Date; singletonKey?: string; heartbeatSeconds?: number } = {},
): Promise<void> {
  if (!sender) throw new Error('Jobs are not open: call openJobs at the start.')
  await sender.send(name, { municipalityId: scopeOf(trx).municipalityId, ...data }, { db: fromKysely(trx), ...options })
}

/** Starts working jobs off. Returns how to stop: running ones are waited for. */
export async function workJobs(boss: PgBoss, services: Services, jobs: readonly Job[]): Promise<() => Promise<void>> {
  for (const job of jobs) {
    await boss.work<JobData>(job.name, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([item]) => {
      if (!item) return
      const { municipalityId, ...data } = item.data
      // The clock's own tick names nobody: each municipality gets its turn, so that one's failure stops no other.
      if (!municipalityId) return await forEveryMunicipality(boss, services.db, job.name)
      try {
        await roomToWrite(services)
        await job.run(services, { municipalityId: String(municipalityId) }, data)
      } catch (error) {
        services.log.warn('job failed', { job: job.name, id: item.id, ...errorData(error) })
        throw error
      }
    })
    if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: 'Europe/Oslo' })
  }
  return () => boss.stop({ graceful: true, timeout: 10_000 })
}

// While the disk is nearly full nothing is worked off: a queue of documents would take the room that is left. After ten minutes
// the job counts as failed, and is tried again later.
async function roomToWrite(services: Services): Promise<void> {
  for (let seconds = 0; !services.canWrite(); seconds++) {
    if (seconds === 600) throw new Error('The disk is nearly full.')
    await setTimeout(1_000)
  }
}

async function forEveryMunicipality(boss: PgBoss, db: DatabaseHandle, name: string): Promise<void> {
  const rows = await db.unscoped((root) => root.selectFrom('host_name').select('municipality_id').distinct().execute())
  for (const row of rows) await boss.send(name, { municipalityId: row.municipality_id }, { singletonKey: row.municipality_id })
}

export interface FailedJob {
  id: string
  name: string
  at: Date
  reason: string
  attempts: number
}

/** Jobs of this municipality that gave up, newest first: for the operators' page. */
export async function listFailedJobs(db: DatabaseHandle, scope: Scope): Promise<FailedJob[]> {
  const { rows } = await db.pool.query<{ id: string; name: string; at: Date; output: unknown; attempts: number }>(
    `select id, name, coalesce(completed_on, created_on) as at, output, retry_count as attempts from ${SCHEMA}.job
     where state = 'failed' and data->>'municipalityId' = $1 order by 3 desc limit 200`,
    [scope.municipalityId],
  )
  return rows.map((row) => ({ ...row, reason: (row.output as { message?: string } | null)?.message ?? '' }))
}

/** Runs a failed job once more. */
export async function retryJob(db: DatabaseHandle, scope: Scope, id: string): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `update ${SCHEMA}.job set state = 'retry', retry_count = 0, start_after = now(), completed_on = null
     where id = $1 and state = 'failed' and data->>'municipalityId' = $2`,
    [id, scope.municipalityId],
  )
  return rowCount === 1
}
