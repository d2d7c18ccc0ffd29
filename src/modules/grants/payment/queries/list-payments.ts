import { sql, type RawBuilder } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { Ore } from '#platform/money.ts'
import type { Instalment } from '../../model.ts'
import type { PaymentStatus } from '../../lifecycle.ts'
import { paymentTabs, type PaymentTab } from '../rules/tabs.ts'

export interface PaymentFilter {
  tab: PaymentTab
  scheme?: string
  round?: string
  /** Confirmed ones are shown by the year they were confirmed in. */
  year: number
}

export interface PaymentRow {
  id: string
  caseId: string
  caseNumber: string
  applicantName: string
  organisationId: string | null
  personId: string | null
  versionId: string
  part: string | null
  instalment: string
  position: number
  instalments: number
  ore: Ore
  status: PaymentStatus
  releaseOn: Instalment['releaseOn']
  claimedAt: Date | null
  acceptance: string
  awardedOn: string
  awardEnded: boolean
  waits: 'nominated' | 'acceptance' | 'claim' | 'report' | null
  statusReason: string | null
  preparedBy: string | null
  preparedByName: string | null
  preparedAt: Date | null
  approvedBy: string | null
  approvedByName: string | null
  approvedAt: Date | null
  sentAt: Date | null
  confirmedAt: Date | null
  accountCipher: string | null
  accountChangedAt: Date | null
  accountAnswer: string | null
  registerAccount: string | null
  /** Transfer inside the municipality: to no account. */
  ownUnit: boolean
  /** Sealed: the account the municipality's own list had, from moving in. */
  listCipher: string | null
  lastPaidCipher: string | null
  lastPaidCase: string | null
}

export interface PaymentCursor {
  key: string
  id: string
}

const PAGE = 100

/** One pile of payments: oldest case first, confirmed ones newest first. Cases closed to the asker are left out. */
export async function listPayments(
  trx: Trx,
  filter: PaymentFilter,
  closedIds: readonly string[],
  options: { after?: PaymentCursor; limit?: number } = {},
): Promise<{ rows: PaymentRow[]; next?: PaymentCursor }> {
  const limit = options.limit ?? PAGE
  const key =
    filter.tab === 'confirmed'
      ? sql<string>`to_char(p.confirmed_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')`
      : sql<string>`lpad(c.opened_order::text, 15, '0') || lpad(p.position::text, 3, '0')`
  const order = filter.tab === 'confirmed' ? sql`p.confirmed_at desc, p.id desc` : sql`c.opened_order, p.position, p.id`
  const { after } = options
  const onwards = after
    ? filter.tab === 'confirmed'
      ? sql`(${key}, p.id) < (${after.key}, ${after.id}::uuid)`
      : sql`(${key}, p.id) > (${after.key}, ${after.id}::uuid)`
    : sql`true`
  const { rows } = await sql<PaymentRow & { key: string }>`
    select ${columns}, ${key} as key ${from}
    where ${inTab(filter)} and ${within(filter, closedIds)} and ${onwards}
    order by ${order} limit ${limit + 1}`.execute(trx)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, ...(rows.length > limit && last ? { next: { key: last.key, id: last.id } } : {}) }
}

/** Payments by id, in no order; ids that are not there, or belong to cases closed to the asker, are left out. */
export async function findPayments(trx: Trx, ids: readonly string[], closedIds: readonly string[]): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select ${columns} ${from}
    where p.id = any(${ids}::uuid[]) and not (p.case_id = any(${closedIds}::uuid[]))`.execute(trx)
  return rows
}

/** Number and sum of each pile for the same scheme and round. What is confirmed is counted within the year. */
export async function sumPayments(
  trx: Trx,
  filter: PaymentFilter,
  closedIds: readonly string[],
): Promise<Record<PaymentTab, { count: number; ore: Ore }>> {
  const { rows } = await sql<{ tab: PaymentTab; count: number; ore: Ore }>`
    select case when p.status = 'planned' then case when ${waits} is null and a.ended_at is null then 'ready' else 'waiting' end
      else p.status end as tab, count(*)::int as count, sum(p.ore)::bigint as ore
    ${joined} where ${within(filter, closedIds)} and p.status <> 'confirmed' group by 1
    union all
    select 'confirmed', count(*)::int, coalesce(sum(p.ore), 0)::bigint
    ${joined} where ${within(filter, closedIds)} and p.status = 'confirmed' and ${inYear(filter.year)}`.execute(trx)
  return Object.fromEntries(
    paymentTabs.map((tab) => [tab, rows.find((row) => row.tab === tab) ?? { count: 0, ore: 0 }]),
  ) as Record<PaymentTab, { count: number; ore: Ore }>
}

/** The same as waitsFor in rules/plan.ts, where the rows are. */
const waits = sql<string | null>`case
  when exists (select from nomination n where n.municipality_id = p.municipality_id and n.case_id = p.case_id
    and n.answer <> 'accepted') then 'nominated'
  when a.acceptance = 'pending' then 'acceptance'
  when p.release_on = 'claimed' and p.claimed_at is null then 'claim'
  when p.release_on = 'report-approved' and exists (select from report r where r.municipality_id = p.municipality_id
    and r.case_id = p.case_id and r.award_id = p.award_id and r.status not in ('approved', 'waived')) then 'report' end`

const columns = sql`
  p.id, p.case_id as "caseId", c.number as "caseNumber", c.applicant_name as "applicantName",
  c.applicant_organisation_id as "organisationId", c.applicant_person_id as "personId", ap.version_id as "versionId",
  p.instalment, p.position, (select count(*)::int from payment s where s.municipality_id = p.municipality_id and s.award_id = p.award_id)
    as instalments, p.ore, p.status, p.release_on as "releaseOn", p.claimed_at as "claimedAt", a.acceptance,
  to_char(a.awarded_on, 'YYYY-MM-DD') as "awardedOn", a.ended_at is not null as "awardEnded", ${waits} as waits,
  p.status_reason as "statusReason", p.prepared_by as "preparedBy", pp.name as "preparedByName", p.prepared_at as "preparedAt",
  p.approved_by as "approvedBy", pa.name as "approvedByName", p.approved_at as "approvedAt", p.sent_at as "sentAt",
  p.confirmed_at as "confirmedAt", p.account_cipher as "accountCipher", p.account_changed_at as "accountChangedAt",
  ap.part, ap.answers->>(v.definition->'payment'->>'accountField') as "accountAnswer", o.register_facts->>'bankAccount' as "registerAccount",
  o.account_cipher as "listCipher", coalesce(o.own_unit, false) as "ownUnit",
  last_paid.account_cipher as "lastPaidCipher", last_paid.case_id as "lastPaidCase"`

const joined = sql`
  from payment p
  join award a on a.municipality_id = p.municipality_id and a.id = p.award_id
  join case_file c on c.municipality_id = p.municipality_id and c.id = p.case_id
  join application ap on ap.municipality_id = p.municipality_id and ap.case_id = p.case_id
`

const from = sql`${joined}
  join scheme_version v on v.municipality_id = ap.municipality_id and v.id = ap.version_id
  left join organisation o on o.municipality_id = c.municipality_id and o.id = c.applicant_organisation_id
  left join person pp on pp.municipality_id = p.municipality_id and pp.id = p.prepared_by
  left join person pa on pa.municipality_id = p.municipality_id and pa.id = p.approved_by
  left join lateral (
    select q.account_cipher, q.case_id from case_file other
    join payment q on q.municipality_id = other.municipality_id and q.case_id = other.id
    where other.municipality_id = c.municipality_id and q.status in ('sent', 'confirmed') and q.account_cipher is not null
      and q.id <> p.id
      and (other.applicant_organisation_id = c.applicant_organisation_id
        or (c.applicant_organisation_id is null and other.applicant_organisation_id is null
          and other.applicant_person_id = c.applicant_person_id))
    order by q.sent_at desc nulls last limit 1
  ) last_paid on p.status in ('planned', 'prepared', 'approved', 'failed')`

function inTab({ tab, year }: PaymentFilter): RawBuilder<boolean> {
  if (tab === 'ready') return sql`p.status = 'planned' and a.ended_at is null and ${waits} is null`
  if (tab === 'waiting') return sql`p.status = 'planned' and (a.ended_at is not null or ${waits} is not null)`
  if (tab === 'confirmed') return sql`p.status = 'confirmed' and ${inYear(year)}`
  return sql`p.status = ${tab}`
}

function inYear(year: number): RawBuilder<boolean> {
  return sql`p.confirmed_at >= make_timestamptz(${year}::int, 1, 1, 0, 0, 0, 'Europe/Oslo')
    and p.confirmed_at < make_timestamptz(${year}::int + 1, 1, 1, 0, 0, 0, 'Europe/Oslo')`
}

function within(filter: PaymentFilter, closedIds: readonly string[]): RawBuilder<boolean> {
  return sql`(${filter.scheme ? sql`ap.scheme_id = (select id from scheme where slug = ${filter.scheme})` : sql`true`}
    and ${filter.round ? sql`ap.round_id = ${filter.round}::uuid` : sql`true`}
    and not (p.case_id = any(${closedIds}::uuid[])))`
}
