import type { ColumnType, Generated } from 'kysely'

/** Every table of the database by name. Each module adds its own by declaration merging from its tables.ts. */
export interface Database {
  municipality: MunicipalityTable
  host_name: { host: string; municipality_id: string }
  idempotency: IdempotencyTable
}

/** Set by the database from the transaction's scope; the application never writes it. */
export type Owned = { municipality_id: Generated<string> }
/** The identity most tables have. */
export type Identified = Owned & { id: Generated<string> }
/** jsonb: read as T, written as the JSON text of a T (see `json`). */
export type Json<T> = ColumnType<T, string, string>
export type JsonOptional<T> = ColumnType<T | null, string | null | undefined, string | null>
/** timestamptz, with a default in the database. */
export type Stamp = ColumnType<Date, Date | undefined, Date>
/** date as YYYY-MM-DD. */
export type Day = string

interface MunicipalityTable {
  municipality_id: Generated<string>
  slug: string
  name: string
  organisation_number: string | null
  settings: Json<Record<string, unknown>>
  created_at: Stamp
}

interface IdempotencyTable extends Owned {
  key: string
  person_id: string | null
  action: string
  body_hash: Buffer
  result: JsonOptional<unknown>
  created_at: Stamp
}

/** A value for a jsonb column. */
export function json(value: unknown): string {
  return JSON.stringify(value)
}
