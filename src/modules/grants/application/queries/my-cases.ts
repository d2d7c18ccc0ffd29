import { sql } from 'kysely'
import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { CaseStatus } from '../../lifecycle.ts'
import { titleColumn } from '../../scheme/queries/title-column.ts'
import { SELF_DECLARED } from './list-applicants.ts'

/** A case of the person's own or of an organisation they have a confirmed mandate for. */
export interface MyCase {
  id: string
  number: string
  title: string
  status: CaseStatus
  schemeId: string
  applicantName: string
  organisationId: string | null
  district: string | null
  appliedOre: number
  receivedAt: Date
  dueOn: string | null
  closedAt: Date | null
  lateReason: string | null
  language: string
  revision: number
}

/** What waits for the applicant in a case, and until when. */
export interface MyTask {
  caseId: string
  kind: 'answer' | 'read-decision' | 'accept' | 'report'
  /** Oslo day. */
  dueOn: string | null
}

/** All of them, newest first; at most 500. Titles in the reader's language. */
export async function listMyCases(trx: Trx, personId: string, today: string, lang: Lang): Promise<MyCase[]> {
  return await select(trx, personId, today, lang, sql`true`)
}

/** By the number in the address, "2026-17", titled in the reader's language, or in the case's own. Throws NotFound for a case that is not theirs, as for one that does not exist. */
export async function getMyCase(trx: Trx, number: string, personId: string, today: string, lang?: Lang): Promise<MyCase> {
  const [found] = await select(trx, personId, today, lang, sql`c.number = ${number.replace('-', '/')}`)
  if (!found) throw new NotFound('case')
  return found
}

async function select(
  trx: Trx,
  personId: string,
  today: string,
  lang: Lang | undefined,
  wanted: ReturnType<typeof sql>,
): Promise<MyCase[]> {
  const title = lang ? sql`coalesce(${titleColumn(lang)}, c.title)` : sql`c.title`
  const { rows } = await sql<MyCase>`
    select c.id, c.number, ${title} as title, c.status, c.topic_id as "schemeId", c.applicant_name as "applicantName",
      c.applicant_organisation_id as "organisationId", d.name as district, c.applied_ore as "appliedOre", c.received_at as "receivedAt",
      c.due_on as "dueOn", c.closed_at as "closedAt", c.late_reason as "lateReason", c.language, c.revision
    from case_file c
    left join district d on d.municipality_id = c.municipality_id and d.id = c.district_id
    left join application ap on ap.municipality_id = c.municipality_id and ap.case_id = c.id
    left join scheme_version v on v.municipality_id = ap.municipality_id and v.id = ap.version_id
    where c.kind = 'grant' and ${wanted} and (
      c.applicant_person_id = ${personId}::uuid
      or c.applicant_organisation_id in (
        select m.organisation_id from mandate m where m.person_id = ${personId}::uuid and m.source <> ${SELF_DECLARED}
          and m.valid_from <= ${today}::date and (m.valid_until is null or m.valid_until >= ${today}::date)))
    order by c.received_at desc, c.id limit 500`.execute(trx)
  return rows
}

/** What waits in these cases, most pressing first. */
export async function listMyTasks(trx: Trx, caseIds: readonly string[]): Promise<MyTask[]> {
  if (caseIds.length === 0) return []
  const { rows } = await sql<MyTask>`
    with mine as (select unnest(${[...caseIds]}::uuid[]) as id)
    select case_id as "caseId", 'answer' as kind, answer_by as "dueOn" from information_request
      where answered_at is null and case_id in (select id from mine)
        and exists (select from case_file c where c.id = case_id and c.status = 'waiting-for-applicant')
    union all
    select case_id, 'read-decision', null from decision
      where released_at is not null and replaced_at is null and opened_at is null and case_id in (select id from mine)
    union all
    select a.case_id, 'accept', a.accept_by from award a join decision d on d.municipality_id = a.municipality_id and d.id = a.decision_id
      where a.acceptance = 'pending' and a.ended_at is null and d.opened_at is not null and a.case_id in (select id from mine)
    union all
    select r.case_id, 'report', r.due_on from report r join award a on a.municipality_id = r.municipality_id and a.id = r.award_id
      join decision d on d.municipality_id = a.municipality_id and d.id = a.decision_id and d.opened_at is not null
      where r.status in ('due', 'returned') and a.ended_at is null and r.case_id in (select id from mine)
    order by 3 nulls first, 1`.execute(trx)
  return rows
}
