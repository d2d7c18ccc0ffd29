import { sql } from 'kysely'
import { plannedEachTime, type Trx } from '#platform/database/db.ts'
import type { WorklistFilter } from '../rules/worklist-filter.ts'
import { leadOf, readOrder, sortKey, type Asking, type Lead } from './worklist-parts.ts'
import { searchCaseIds } from './search-cases.ts'

/** A line of the worklist. Amounts in øre. */
export interface WorklistRow {
  id: string
  number: string
  title: string
  status: string
  applicantName: string
  schemeId: string
  roundId: string | null
  districtId: string | null
  caseworkerId: string | null
  dueOn: string | null
  appliedOre: number
  recommendedOre: number | null
  grantedOre: number | null
  receivedAt: Date
  channel: string
  lateReason: string | null
  revision: number
  /** Its place in the list's order. */
  place: string
}

export interface WorklistPage {
  rows: WorklistRow[]
  hasNext: boolean
  hasPrevious: boolean
  /** How many there are: at most 1 000, or at least so many when `more`. */
  count: { n: number; more: boolean }
  /** The words are found in more cases than are looked at: the newest are. */
  searchCut: boolean
  /** So many cases were looked through without filling the page: where to look on from. */
  lookOn?: { key: string; id: string }
}

export const PAGE = 50
/** Index entries looked at for one page at most, where no index leads straight to its cases. */
const LOOK = 5_000
/** A filter that leaves no more than this is followed, and its cases sorted. */
const FEW = 1_000
const COUNT = 1_000

/** One page of the worklist: the work is bounded however many cases there are. */
export async function listWorklist(trx: Trx, filter: WorklistFilter, asking: Asking): Promise<WorklistPage> {
  const search = filter.q ? await searchCaseIds(trx, filter.q) : undefined
  const lead = await leadOf(trx, filter, asking, search?.ids, FEW)
  const backward = filter.before !== undefined
  const found = lead.small ? await readSmall(trx, filter, lead, backward) : await readOrdered(trx, filter, lead, backward)
  const rows = found.slice(0, PAGE)
  if (backward) rows.reverse()
  const more = found.length > PAGE
  // A page that was not filled has been looked through to its end: then it tells how many there are, and where to look on.
  const last = more || backward ? undefined : await whereToLookOn(trx, filter, lead)
  const isWhole = !more && !backward && !filter.after
  return {
    rows: rows.map(toRow),
    hasNext: backward ? rows.length > 0 : more,
    hasPrevious: backward ? more : filter.after !== undefined,
    count:
      isWhole && !lead.small ? { n: rows.length, more: last !== undefined } : await countThem(trx, filter, lead, found[0]?.total),
    searchCut: search?.cut ?? false,
    ...(last ? { lookOn: last } : {}),
  }
}

/** All ids of a filter's cases, in its order, at most so many: for exports. */
export async function listWorklistIds(trx: Trx, filter: WorklistFilter, asking: Asking, atMost: number): Promise<string[]> {
  const search = filter.q ? await searchCaseIds(trx, filter.q) : undefined
  const lead = await leadOf(trx, filter, asking, search?.ids, 1)
  const order = readOrder(filter, false)
  const { rows } = await sql<{ id: string }>`${plannedEachTime}
    select id from case_file where ${lead.where} and ${lead.rest} order by ${order.by} limit ${atMost}`.execute(trx)
  return rows.map((row) => row.id)
}

const columns = sql`c.id, c.number, c.title, c.status, c.applicant_name, c.topic_id, c.call_id, c.district_id, c.caseworker_id, c.due_on,
  c.applied_ore, c.recommended_ore, c.granted_ore, c.received_at, c.channel, c.late_reason, c.revision, p.key::text as place`

/** Few cases that an index leads to: taken whole, sorted, and counted on the way. */
async function readSmall(trx: Trx, filter: WorklistFilter, lead: Lead, backward: boolean): Promise<Row[]> {
  const order = readOrder(filter, backward)
  const { rows } = await sql<Row>`${plannedEachTime}
    with few as materialized (select id, ${sortKey(filter.sort)} as key from case_file where ${lead.where} and ${lead.rest}),
    picked as (select id, key from few where ${order.beyondKey} order by ${order.byKey} limit ${PAGE + 1})
    select ${columns}, (select count(*)::int from few) as total from picked p join case_file c on c.id = p.id order by ${order.byPicked}`.execute(
    trx,
  )
  return rows
}

/** Many: an index in the list's order is read from the page's place, so far as it takes, and only then the rows. */
async function readOrdered(trx: Trx, filter: WorklistFilter, lead: Lead, backward: boolean): Promise<Row[]> {
  const order = readOrder(filter, backward)
  const { rows } = await sql<Row>`${plannedEachTime}
    with picked as materialized (
      select id, key from (
        select id, ${sortKey(filter.sort)} as key, topic_id, status, district_id, caseworker_id, channel
        from case_file where ${lead.where} and ${order.beyond} order by ${order.by} limit ${LOOK}) looked
      where ${lead.rest} order by ${order.byKey} limit ${PAGE + 1})
    select ${columns} from picked p join case_file c on c.id = p.id order by ${order.byPicked}`.execute(trx)
  return rows
}

async function countThem(
  trx: Trx,
  filter: WorklistFilter,
  lead: Lead,
  known: number | undefined,
): Promise<{ n: number; more: boolean }> {
  if (known !== undefined) return { n: Math.min(known, COUNT), more: known > COUNT }
  if (lead.small) return { n: 0, more: false }
  const look = lead.hasRest ? LOOK : COUNT + 1
  const key = sortKey(filter.sort)
  const { rows } = await sql<{ n: number; looked: number }>`${plannedEachTime}
    select count(*) filter (where ${lead.rest})::int as n, count(*)::int as looked
    from (select topic_id, status, district_id, caseworker_id, channel, id from case_file where ${lead.where} order by ${key}, id limit ${look}) looked`.execute(
    trx,
  )
  const { n, looked } = rows[0] ?? { n: 0, looked: 0 }
  return { n: Math.min(n, COUNT), more: n > COUNT || (lead.hasRest && looked === LOOK) }
}

async function whereToLookOn(trx: Trx, filter: WorklistFilter, lead: Lead): Promise<{ id: string; key: string } | undefined> {
  if (lead.small || !lead.hasRest) return undefined
  const order = readOrder(filter, false)
  const { rows } = await sql<{ id: string; key: string }>`${plannedEachTime}
    select id, ${sortKey(filter.sort)}::text as key from case_file
    where ${lead.where} and ${order.beyond} order by ${order.by} offset ${LOOK - 1} limit 1`.execute(trx)
  return rows[0]
}

interface Row {
  id: string
  number: string
  title: string
  status: string
  applicant_name: string
  topic_id: string
  call_id: string | null
  district_id: string | null
  caseworker_id: string | null
  due_on: string | null
  applied_ore: number
  recommended_ore: number | null
  granted_ore: number | null
  received_at: Date
  channel: string
  late_reason: string | null
  revision: number
  place: string
  /** How many there are in all, where that is known. */
  total?: number
}

function toRow(row: Row): WorklistRow {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status,
    applicantName: row.applicant_name,
    schemeId: row.topic_id,
    roundId: row.call_id,
    districtId: row.district_id,
    caseworkerId: row.caseworker_id,
    dueOn: row.due_on,
    appliedOre: row.applied_ore,
    recommendedOre: row.recommended_ore,
    grantedOre: row.granted_ore,
    receivedAt: row.received_at,
    channel: row.channel,
    lateReason: row.late_reason,
    revision: row.revision,
    place: row.place,
  }
}
