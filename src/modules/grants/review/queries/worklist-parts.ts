import { sql, type RawBuilder } from 'kysely'
import { plannedEachTime, type Trx } from '#platform/database/db.ts'
import { addDays } from '#platform/time.ts'
import { openStatuses, type Sort, type WorklistFilter } from '../rules/worklist-filter.ts'

type Sql = RawBuilder<unknown>

export interface Asking {
  personId: string
  /** Given when the person sees only the cases that are theirs to assess. */
  assignedOnly: boolean
  /** Cases closed to the person. */
  closedIds: readonly string[]
  /** Today in Oslo. */
  today: string
}

/** Which rows a list is about. `small`: an index leads to few of them. `rest` is asked of each row that is looked at. */
export interface Lead {
  where: Sql
  rest: Sql
  hasRest: boolean
  small: boolean
}

/** Days ahead that count as due. */
const DUE_DAYS = 14

/** What a list is sorted by, as its index has it. */
export function sortKey(sort: Sort): Sql {
  switch (sort) {
    case 'due':
      return sql`due_order`
    case 'received':
      return sql`received_at`
    case 'applied':
      return sql`applied_ore`
    case 'number':
      return sql`opened_order`
    case 'applicant':
      return sql`applicant_name collate "nb-NO-x-icu"`
  }
}

const casts: Record<Sort, Sql> = {
  due: sql`::date`,
  received: sql`::timestamptz`,
  applied: sql`::bigint`,
  number: sql`::bigint`,
  applicant: sql` collate "nb-NO-x-icu"`,
}

export interface Order {
  /** In terms of the table. */
  by: Sql
  beyond: Sql
  /** In terms of `key` and `id`. */
  byKey: Sql
  beyondKey: Sql
  /** In terms of what was picked, `p`. */
  byPicked: Sql
}

/** The order, and what lies beyond the place the page begins at. `backward` turns the order for the page before. */
export function readOrder(filter: WorklistFilter, backward: boolean): Order {
  const down = filter.descending !== backward
  const direction = down ? sql`desc` : sql`asc`
  const from = backward ? filter.before : filter.after
  const ordered = (key: Sql, id: Sql) => sql`${key} ${direction}, ${id} ${direction}`
  const beyond = (key: Sql) =>
    from && fits(filter.sort, from.key)
      ? sql`(${key}, id) ${down ? sql`<` : sql`>`} (${from.key}${casts[filter.sort]}, ${from.id}::uuid)`
      : sql`true`
  const collated = filter.sort === 'applicant' ? sql` collate "nb-NO-x-icu"` : sql``
  return {
    by: ordered(sortKey(filter.sort), sql`id`),
    beyond: beyond(sortKey(filter.sort)),
    byKey: ordered(sql`key${collated}`, sql`id`),
    beyondKey: beyond(sql`key${collated}`),
    byPicked: ordered(sql`p.key${collated}`, sql`p.id`),
  }
}

/** A place that somebody wrote into the address by hand must not become an error of the database. */
function fits(sort: Sort, key: string): boolean {
  if (sort === 'applicant') return true
  if (sort === 'due') return key === 'infinity' || /^\d{4}-\d{2}-\d{2}$/.test(key)
  if (sort === 'received') return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/.test(key)
  return /^\d{1,18}$/.test(key)
}

export async function leadOf(
  trx: Trx,
  filter: WorklistFilter,
  asking: Asking,
  searched: readonly string[] | undefined,
  look: number,
): Promise<Lead> {
  const where: Sql[] = []
  const rest: Sql[] = []
  let small = false
  const few = (condition: Sql) => {
    where.push(condition)
    small = true
  }
  if (searched) few(sql`id = any(${searched}::uuid[])`)
  if (asking.assignedOnly) few(sql`id in (select case_id from case_assessor where person_id = ${asking.personId}::uuid)`)
  else if (filter.view === 'mine') few(sql`caseworker_id = ${asking.personId}::uuid`)
  // Its own index has the order by date; another order is read over what is open.
  if (filter.view === 'unassigned') (filter.sort === 'due' ? where : rest).push(sql`caseworker_id is null`)
  if (filter.view === 'due') where.push(sql`due_order <= ${addDays(asking.today, DUE_DAYS)}::date`)
  if (filter.view !== 'all' || (filter.status && openStatuses.includes(filter.status))) where.push(sql`closed_at is null`)
  if (filter.round) few(sql`call_id = ${filter.round}::uuid`)
  if (filter.caseworker) few(sql`caseworker_id = ${filter.caseworker}::uuid`)

  const narrowing: Sql[] = []
  if (filter.scheme && !filter.round) narrowing.push(sql`topic_id = ${filter.scheme}::uuid`)
  if (filter.status) narrowing.push(sql`status = ${filter.status}`)
  if (filter.district) narrowing.push(sql`district_id = ${filter.district}::uuid`)
  if (filter.channel) narrowing.push(sql`channel = ${filter.channel}`)
  for (const condition of narrowing) {
    if (!small && (await areFew(trx, condition, look))) few(condition)
    else rest.push(condition)
  }
  if (filter.part) rest.push(sql`exists (select from application a where a.case_id = id and a.part = ${filter.part})`)
  if (filter.version)
    rest.push(
      sql`exists (select from application a where a.case_id = id and a.version_id = (
        select v.id from scheme_version v where v.scheme_id = ${filter.scheme}::uuid and v.number = ${filter.version}))`,
    )
  if (asking.closedIds.length > 0) rest.push(sql`id <> all(${asking.closedIds}::uuid[])`)
  return { where: all(where), rest: all(rest), hasRest: rest.length > 0, small }
}

/** At most so many rows in all: told from an index, without counting further. */
async function areFew(trx: Trx, condition: Sql, look: number): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`${plannedEachTime}
    select count(*)::int as n from (select 1 from case_file where ${condition} limit ${look + 1}) them`.execute(trx)
  return (rows[0]?.n ?? 0) <= look
}

function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `)
}
