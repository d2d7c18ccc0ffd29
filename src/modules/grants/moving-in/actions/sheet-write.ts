import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import type { Snapshot } from '../rules/sheet-plan.ts'

/** Rows written by one statement. */
export const PART = 1000

/** A row as it is to stand. */
export interface Placed {
  id: string
  content: Snapshot
  /** Organisations: the account, sealed. */
  accountCipher?: string
}

/** On whose word a recipient is this organisation, and in which batch a row came. */
export interface Writing {
  batchId: string
  personId: string | null
  now: Date
}

interface Shape {
  table: string
  /** Columns of the content, as the database types them. */
  columns: Record<string, string>
  /** What stands where the content says nothing. */
  otherwise?: Snapshot
}

const shapes: Record<ImportKind, Shape> = {
  awards: {
    table: 'imported_award',
    columns: {
      source_key: 'text',
      budget_year: 'int',
      stage: 'text',
      recipient: 'text',
      purpose: 'text',
      stated_number: 'text',
      scheme_title: 'text',
      scheme_id: 'uuid',
      district_id: 'uuid',
      decided_on: 'date',
      public: 'boolean',
      prior_year_ore: 'bigint',
      applied_ore: 'bigint',
      result_ore: 'bigint',
      source_url: 'text',
    },
    otherwise: { stage: 'adopted', public: true, result_ore: 0 },
  },
  obligations: {
    table: 'imported_obligation',
    columns: {
      source_key: 'text',
      demand: 'text',
      recipient: 'text',
      stated_number: 'text',
      what: 'text',
      scheme_title: 'text',
      award_year: 'int',
      ore: 'bigint',
      due_on: 'date',
    },
    otherwise: { demand: 'report', what: '' },
  },
  organisations: {
    table: 'organisation',
    columns: {
      number: 'text',
      name: 'text',
      form: 'text',
      email: 'text',
      address: 'text',
      postcode: 'text',
      place: 'text',
      district_id: 'uuid',
    },
  },
}

/** Adds rows, all by one statement. */
export async function insertRows(trx: Trx, kind: ImportKind, rows: readonly Placed[], by: Writing): Promise<void> {
  const { table, columns } = shapes[kind]
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
  if (kind === 'organisations')
    await sql`
      insert into ${sql.table(table)} (id, ${names}, account_cipher, account_batch_id)
      select r.id, ${names}, r.account_cipher, case when r.account_cipher is not null then ${by.batchId}::uuid end
      from ${given(kind, rows)}`.execute(trx)
  else
    await sql`
      insert into ${sql.table(table)} (id, import_id, ${names}, organisation_id, matched_by, matched_at)
      select r.id, ${by.batchId}::uuid, ${names}, r.organisation_id,
        case when r.organisation_id is not null then ${by.personId}::uuid end,
        case when r.organisation_id is not null then ${by.now}::timestamptz end
      from ${given(kind, rows)}`.execute(trx)
}

/**
 * Gives rows that are there their content. With `by` they belong to that batch from now on, and who said that a recipient is an
 * organisation is kept where it stood so already; without, as when a batch is taken back, a match that is changed is nobody's.
 */
export async function updateRows(trx: Trx, kind: ImportKind, rows: readonly Placed[], by?: Writing): Promise<void> {
  const { table, columns } = shapes[kind]
  const set = sql.join(Object.keys(columns).map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`))
  const batch = sql`${by?.batchId ?? null}::uuid`
  const matched = (column: 'matched_by' | 'matched_at', value: string | Date | null) => sql`
    ${sql.ref(column)} = case when t.organisation_id is not distinct from r.organisation_id then t.${sql.ref(column)}
      when r.organisation_id is not null then ${value}::${sql.raw(column === 'matched_by' ? 'uuid' : 'timestamptz')} end`
  if (kind === 'organisations')
    await sql`
      update ${sql.table(table)} t set ${set}, account_cipher = coalesce(r.account_cipher, t.account_cipher),
        account_batch_id = case when r.account_cipher is null then t.account_batch_id else ${batch} end
      from ${given(kind, rows)} where t.id = r.id`.execute(trx)
  else
    await sql`
      update ${sql.table(table)} t set ${set}, import_id = coalesce(${batch}, t.import_id), organisation_id = r.organisation_id,
        ${matched('matched_by', by?.personId ?? null)}, ${matched('matched_at', by?.now ?? null)}
      from ${given(kind, rows)} where t.id = r.id`.execute(trx)
}

/** Takes away the accounts that came with a batch. */
export async function clearAccounts(trx: Trx, batchId: string, organisations: readonly string[]): Promise<void> {
  await sql`
    update organisation set account_cipher = null, account_batch_id = null
    where account_batch_id = ${batchId}::uuid and id = any(${organisations}::uuid[])`.execute(trx)
}

/** The rows as a table r, from one value: a parameter for each cell would cost more to write out than the rows to store. */
function given(kind: ImportKind, rows: readonly Placed[]) {
  const { columns, otherwise = {} } = shapes[kind]
  const values = rows.map(({ id, content, accountCipher }) => ({
    ...Object.fromEntries(Object.keys(columns).map((name) => [name, content[name] ?? otherwise[name] ?? null])),
    id,
    organisation_id: content['organisation_id'] ?? null,
    account_cipher: accountCipher ?? null,
  }))
  const types = Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`)
  return sql`jsonb_to_recordset(${json(values)}::jsonb) as r (id uuid, organisation_id uuid, account_cipher text, ${sql.join(types)})`
}
