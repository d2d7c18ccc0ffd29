import { sql } from 'kysely'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { osloDate } from '#platform/time.ts'

export interface NewCase {
  kind: string
  topicId: string
  callId?: string | null
  title: string
  status: string
  applicantName: string
  applicantPersonId?: string | null
  applicantOrganisationId?: string | null
  districtId?: string | null
  unitId?: string | null
  dueOn?: string | null
  appliedOre: number
  receivedAt: Date
  channel?: 'digital' | 'paper' | 'email' | 'phone' | 'budget'
  lateReason?: string | null
  language: string
}

/** Opens a case with the next number of the year: "2026/1043". The counter row is held until the transaction ends. */
export async function openCase(trx: Trx, input: NewCase): Promise<{ id: string; number: string }> {
  const year = Number(osloDate(input.receivedAt).slice(0, 4))
  const { rows } = await sql<{ id: string; number: string }>`
    with counted as (
      insert into case_counter (year, next) values (${year}, 2)
      on conflict (municipality_id, year) do update set next = case_counter.next + 1 returning next - 1 as n
    )
    insert into case_file (number, kind, topic_id, call_id, title, status, applicant_name, applicant_person_id,
      applicant_organisation_id, district_id, unit_id, due_on, applied_ore, received_at, channel, late_reason, language, search)
    select ${year}::text || '/' || n, ${input.kind}, ${input.topicId}, ${input.callId ?? null}, ${input.title}, ${input.status},
      ${input.applicantName}, ${input.applicantPersonId ?? null}, ${input.applicantOrganisationId ?? null}, ${input.districtId ?? null},
      ${input.unitId ?? null}, ${input.dueOn ?? null}::date, ${input.appliedOre}, ${input.receivedAt}, ${input.channel ?? 'digital'},
      ${input.lateReason ?? null}, ${input.language},
      to_tsvector('simple', ${year}::text || '/' || n || ' ' || n || ' ' || ${input.applicantName} || ' ' || ${input.title})
    from counted returning id, number`.execute(trx)
  const row = rows[0]
  if (!row) throw new Error('the case was not opened')
  return row
}

/** The case, locked until the transaction ends: lock the row you decide on. Throws NotFound. */
export async function lockCase(trx: Trx, id: string) {
  const row = await trx.selectFrom('case_file').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('case')
  return row
}

/** Throws Conflict when the case has changed since the page that is acted on was shown. */
export function requireRevision(found: { revision: number }, shown: number | undefined): void {
  if (shown !== undefined && shown !== found.revision) throw new Conflict({ key: 'changedMeanwhile' })
}

/** Changes fields of a case and raises its revision. */
export async function changeCase(trx: Trx, id: string, fields: Record<string, unknown>): Promise<void> {
  await trx
    .updateTable('case_file')
    .set({ ...fields, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .execute()
}

/** A case by its number in the address, "2026-1043" or "2026/1043"; undefined when there is none. */
export async function findCaseByNumber(trx: Trx, number: string) {
  return await trx.selectFrom('case_file').selectAll().where('number', '=', number.replace('-', '/')).executeTakeFirst()
}

/** The case number as it stands in an address. */
export function caseSlug(number: string): string {
  return number.replace('/', '-')
}
