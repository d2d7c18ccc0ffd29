import { sql, type RawBuilder } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { addDays } from '#platform/time.ts'
import type { ReportStatus } from '../../lifecycle.ts'
import { titleColumn } from '../../scheme/queries/title-column.ts'

export const reportTabs = ['submitted', 'overdue', 'soon', 'returned', 'later', 'done'] as const
export type ReportTab = (typeof reportTabs)[number]

export interface ReportFilter {
  tab: ReportTab
  scheme?: string
  /** Only cases of this caseworker. */
  caseworkerId?: string
}

export interface ReportRow {
  id: string
  caseNumber: string
  applicantName: string
  schemeTitle: string
  status: ReportStatus
  dueOn: string
  submittedAt: Date | null
  reviewedAt: Date | null
  grantedOre: number
  spentOre: number | null
  caseworkerName: string | null
}

const PAGE = 100
/** Due within so many days is soon. */
const SOON = 30

/** One pile of reports: sent ones oldest first, the others by the day they are due, those done with newest first. */
export async function listReports(
  trx: Trx,
  filter: ReportFilter,
  asker: { closedIds: readonly string[]; today: string; lang: Lang },
  offset = 0,
): Promise<{ rows: ReportRow[]; more: boolean }> {
  const order = {
    submitted: sql`r.submitted_at, r.id`,
    done: sql`r.reviewed_at desc nulls last, r.id`,
    overdue: sql`r.due_on, r.id`,
    soon: sql`r.due_on, r.id`,
    returned: sql`r.due_on, r.id`,
    later: sql`r.due_on, r.id`,
  }[filter.tab]
  const { rows } = await sql<ReportRow>`
    select r.id, c.number as "caseNumber", c.applicant_name as "applicantName",
      ${titleColumn(asker.lang)} as "schemeTitle", r.status, to_char(r.due_on, 'YYYY-MM-DD') as "dueOn",
      r.submitted_at as "submittedAt", r.reviewed_at as "reviewedAt", a.ore as "grantedOre", r.spent_ore as "spentOre",
      p.name as "caseworkerName"
    ${joined}
    join scheme_version v on v.municipality_id = ap.municipality_id and v.id = ap.version_id
    left join person p on p.municipality_id = c.municipality_id and p.id = c.caseworker_id
    where ${within(filter, asker.closedIds)} and ${inTab(filter.tab, asker.today)}
    order by ${order} limit ${PAGE + 1} offset ${offset}`.execute(trx)
  return { rows: rows.slice(0, PAGE), more: rows.length > PAGE }
}

/** How many are in each pile that there is something to do with; counts stop at 1 000. */
export async function countReports(
  trx: Trx,
  filter: ReportFilter,
  asker: { closedIds: readonly string[]; today: string },
): Promise<Record<Exclude<ReportTab, 'done'>, number>> {
  const piles = reportTabs.filter((tab): tab is Exclude<ReportTab, 'done'> => tab !== 'done')
  const { rows } = await sql<Record<Exclude<ReportTab, 'done'>, number>>`
    select ${sql.join(
      piles.map(
        (tab) => sql`(select count(*)::int from (select r.id ${joined}
          where ${within(filter, asker.closedIds)} and ${inTab(tab, asker.today)} limit 1000) found) as ${sql.ref(tab)}`,
      ),
    )}`.execute(trx)
  const [found] = rows
  return found ?? { submitted: 0, overdue: 0, soon: 0, returned: 0, later: 0 }
}

const joined = sql`
  from report r
  join award a on a.municipality_id = r.municipality_id and a.id = r.award_id
  join case_file c on c.municipality_id = r.municipality_id and c.id = r.case_id
  join application ap on ap.municipality_id = r.municipality_id and ap.case_id = r.case_id`

function inTab(tab: ReportTab, today: string): RawBuilder<boolean> {
  const soon = addDays(today, SOON)
  switch (tab) {
    case 'submitted':
      return sql`r.status = 'submitted'`
    case 'returned':
      return sql`r.status = 'returned' and r.due_on >= ${today}::date`
    case 'overdue':
      return sql`r.status in ('due', 'returned') and r.due_on < ${today}::date`
    case 'soon':
      return sql`r.status = 'due' and r.due_on between ${today}::date and ${soon}::date`
    case 'later':
      return sql`r.status = 'due' and r.due_on > ${soon}::date`
    case 'done':
      return sql`r.status in ('approved', 'rejected', 'waived')`
  }
}

function within(filter: ReportFilter, closedIds: readonly string[]): RawBuilder<boolean> {
  return sql`(a.ended_at is null
    and ${filter.scheme ? sql`ap.scheme_id = (select id from scheme where slug = ${filter.scheme})` : sql`true`}
    and ${filter.caseworkerId ? sql`c.caseworker_id = ${filter.caseworkerId}::uuid` : sql`true`}
    and not (r.case_id = any(${closedIds}::uuid[])))`
}
