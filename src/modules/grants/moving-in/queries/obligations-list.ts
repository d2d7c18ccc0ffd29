import { sql, type RawBuilder } from 'kysely'
import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { ObligationStatus } from '../../lifecycle.ts'

export const obligationTabs = ['overdue', 'open', 'done'] as const
export type ObligationTab = (typeof obligationTabs)[number]

export interface EarlierObligation {
  id: string
  demand: 'report' | 'condition'
  recipient: string
  organisationName: string | null
  organisationNumber: string | null
  what: string
  schemeTitle: string | null
  awardYear: number | null
  ore: number | null
  dueOn: string
  status: ObligationStatus
  statusReason: string | null
  statusByName: string | null
  statusAt: Date | null
  fileName: string
}

const PAGE = 100

/** Obligations from before Torg in one pile: by the day they are due, those that are done newest first. `today` is an Oslo day. */
export async function listEarlierObligations(
  trx: Trx,
  tab: ObligationTab,
  today: string,
  offset = 0,
): Promise<{ rows: EarlierObligation[]; more: boolean }> {
  const order = tab === 'done' ? sql`i.status_at desc nulls last, i.id` : sql`i.due_on, i.id`
  const rows = await read(trx, sql`${inTab(tab, today)} order by ${order} limit ${PAGE + 1} offset ${offset}`)
  return { rows: rows.slice(0, PAGE), more: rows.length > PAGE }
}

/** How many are overdue and open; counts stop at 1 000. */
export async function countEarlierObligations(trx: Trx, today: string): Promise<{ overdue: number; open: number }> {
  const { rows } = await sql<{ overdue: number; open: number }>`
    select (select count(*)::int from (select from imported_obligation i where ${inTab('overdue', today)} limit 1000) n) as overdue,
      (select count(*)::int from (select from imported_obligation i where ${inTab('open', today)} limit 1000) n) as open`.execute(
    trx,
  )
  return rows[0] ?? { overdue: 0, open: 0 }
}

/** One of them. Throws NotFound. */
export async function getEarlierObligation(trx: Trx, id: string): Promise<EarlierObligation> {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) throw new NotFound('obligation')
  const [row] = await read(trx, sql`i.id = ${id}::uuid`)
  if (!row) throw new NotFound('obligation')
  return row
}

async function read(trx: Trx, condition: RawBuilder<unknown>): Promise<EarlierObligation[]> {
  const { rows } = await sql<EarlierObligation>`
    select i.id, i.demand, i.recipient, o.name as "organisationName", o.number as "organisationNumber", i.what,
      i.scheme_title as "schemeTitle", i.award_year as "awardYear", i.ore, to_char(i.due_on, 'YYYY-MM-DD') as "dueOn", i.status,
      i.status_reason as "statusReason", p.name as "statusByName", i.status_at as "statusAt", b.file_name as "fileName"
    from imported_obligation i
    join import_batch b on b.municipality_id = i.municipality_id and b.id = i.import_id
    left join organisation o on o.municipality_id = i.municipality_id and o.id = i.organisation_id
    left join person p on p.municipality_id = i.municipality_id and p.id = i.status_by
    where ${condition}`.execute(trx)
  return rows
}

function inTab(tab: ObligationTab, today: string): RawBuilder<boolean> {
  switch (tab) {
    case 'overdue':
      return sql`i.status in ('open', 'broken') and i.due_on < ${today}::date`
    case 'open':
      return sql`i.status = 'open' and i.due_on >= ${today}::date`
    case 'done':
      return sql`(i.status in ('met', 'waived') or (i.status = 'broken' and i.due_on >= ${today}::date))`
  }
}
