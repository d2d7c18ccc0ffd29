import { sql } from 'kysely'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { Verdict } from '../model.ts'
import { impartialityFrom, mayPrepare, type Impartiality } from '../rules/impartiality.ts'

/** How a person stands to a case, by their own last declaration and those of the line of superiors above them. */
export async function impartialityOf(trx: Trx, caseId: string, personId: string): Promise<Impartiality> {
  return (await impartialityInCases(trx, [caseId], personId)).get(caseId) ?? 'not-declared'
}

/** The same for many cases at once; every case has an answer. */
export async function impartialityInCases(
  trx: Trx,
  caseIds: readonly string[],
  personId: string,
): Promise<Map<string, Impartiality>> {
  const { rows } = await sql<{ case_id: string; person_id: string; impartial: boolean }>`
    with recursive line as (
      select id, superior_id, 0 as height from person where id = ${personId}::uuid
      union all
      select p.id, p.superior_id, line.height + 1 from person p join line on p.id = line.superior_id where line.height < 20
    )
    select distinct on (d.case_id, d.person_id) d.case_id, d.person_id, d.impartial
    from impartiality_declaration d
    where d.person_id in (select id from line) and d.case_id = any(${caseIds}::uuid[])
    order by d.case_id, d.person_id, d.declared_at desc, d.id`.execute(trx)
  const byCase = Map.groupBy(rows, (row) => row.case_id)
  return new Map(
    caseIds.map((id) => {
      const declared = byCase.get(id) ?? []
      const own = declared.find((row) => row.person_id === personId)?.impartial
      const superiors = declared.filter((row) => row.person_id !== personId).map((row) => row.impartial)
      return [id, impartialityFrom(own, superiors)]
    }),
  )
}

/** The cases a person has declared partiality in: closed to them. */
export async function listClosedCaseIds(trx: Trx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from (
      select distinct on (case_id) case_id, impartial from impartiality_declaration
      where person_id = ${personId}::uuid order by case_id, declared_at desc, id
    ) latest where not impartial`.execute(trx)
  return rows.map((row) => row.case_id)
}

/** Throws Conflict 'notDeclared' when the person has not declared, NotFound when they are partial: the case is closed to them. */
export async function requireMayPrepare(trx: Trx, caseId: string, personId: string): Promise<void> {
  refuse(mayPrepare(await impartialityOf(trx, caseId, personId)))
}

function refuse(verdict: Verdict): void {
  if (verdict.ok) return
  const [reason] = verdict.reasons
  if (!reason || reason.key === 'notImpartial') throw new NotFound('case')
  throw new Conflict(reason)
}
