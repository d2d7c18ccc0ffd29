import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'

export interface ToDeclare {
  id: string
  number: string
  title: string
  applicantName: string
}

/** Open cases that are the person's to handle or assess and not declared yet, or those asked for; at most 200, oldest first. */
export async function listToDeclare(trx: Trx, personId: string, only: readonly string[]): Promise<ToDeclare[]> {
  const which =
    only.length > 0
      ? sql`c.id = any(${only}::uuid[])`
      : sql`(c.id in (select id from case_file where caseworker_id = ${personId}::uuid and closed_at is null)
          or c.id in (select case_id from case_assessor where person_id = ${personId}::uuid))`
  const { rows } = await sql<ToDeclare>`
    select c.id, c.number, c.title, c.applicant_name as "applicantName" from case_file c
    where ${which} and c.closed_at is null and not exists (
      select 1 from impartiality_declaration d where d.case_id = c.id and d.person_id = ${personId}::uuid)
    order by c.opened_order limit 200`.execute(trx)
  return rows
}
