import { AsyncLocalStorage } from 'node:async_hooks'
import { CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { nameStatements, PLANNED_EACH_TIME } from './named-statements.ts'
import type { Database } from './tables.ts'

/** Whose rows a transaction sees, and on whose behalf it writes. */
export interface Scope {
  municipalityId: string
  personId?: string
  /** What the transaction takes the time to be; the database's own clock when left out. */
  now?: Date
}

export type Trx = Transaction<Database>

/** Stands first in a statement whose best plan depends on its values: a list over few rows or many. */
export const plannedEachTime = sql.raw(PLANNED_EACH_TIME)

export interface DatabaseHandle {
  /** Runs work in one read-write transaction that sees this municipality only. Opened by doors, received by actions. */
  inTransaction<T>(scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T>
  /** The same, read-only: the database refuses writes. */
  reading<T>(scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T>
  /** For what is needed before the municipality is known; sees only the exempt tables. */
  unscoped<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T>
  pool: pg.Pool
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** Connection as the application's role: neither owner, superuser nor BYPASSRLS. */
  appUrl: string
  connections?: number
}

// A date is a day, not an instant; int8 holds øre and counts, all within the safe range (checked on the way in).
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('a stored number is outside the safe range')
  return value
})
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

const scopes = new WeakMap<object, Scope>()

/** The municipality and person a transaction was opened for. */
export function scopeOf(trx: Trx): Scope {
  const scope = scopes.get(trx)
  if (!scope) throw new Error('This transaction was not opened by inTransaction or reading.')
  return scope
}

/** Opens the pool. No connection waits for ever: the defaults do on a black-holed link. */
export function openDatabase(options: DatabaseOptions): DatabaseHandle {
  const pool = new pg.Pool({
    connectionString: options.appUrl,
    max: options.connections ?? 20,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'torg',
  })
  // An idle connection that the server ends must not end the process.
  pool.on('error', () => undefined)
  // Nor one in use: its query is told, and the request answers for it.
  const name = nameStatements()
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    name(client)
  })
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const open = new AsyncLocalStorage<true>()

  async function run<T>(scope: Scope, readOnly: boolean, work: (trx: Trx) => Promise<T>): Promise<T> {
    if (open.getStore()) throw new Error('A transaction is already open here: hand it on instead of opening another.')
    return await open.run(true, () =>
      db.transaction().execute(async (trx) => {
        // Transaction-local: what one request sets never reaches the next one on the same connection.
        await trx.executeQuery(
          CompiledQuery.raw(
            `select set_config('torg.municipality', $1, true), set_config('torg.person', $2, true), set_config('torg.now', $3, true),
              set_config('transaction_read_only', $4, true)`,
            [scope.municipalityId, scope.personId ?? '', scope.now?.toISOString() ?? '', readOnly ? 'on' : 'off'],
          ),
        )
        scopes.set(trx, scope)
        return await work(trx)
      }),
    )
  }

  return {
    inTransaction: (scope, work) => run(scope, false, work),
    reading: (scope, work) => run(scope, true, work),
    unscoped: (work) => work(db),
    pool,
    close: () => db.destroy(),
  }
}
