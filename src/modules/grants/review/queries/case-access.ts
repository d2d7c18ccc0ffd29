import { findCaseByNumber } from '#cases'
import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { casesOpenTo } from '../rules/access.ts'
import { impartialityOf } from './impartiality.ts'
import type { Impartiality } from '../rules/impartiality.ts'

export type CaseFile = NonNullable<Awaited<ReturnType<typeof findCaseByNumber>>>

interface Asker {
  id: string
  roles: readonly string[]
}

/**
 * A grant case by its number in the address, for a member of staff. NotFound when there is none, when the person's roles do not
 * open it, or when they have declared partiality in it: the three are never told apart.
 */
export async function getCaseForStaff(
  trx: Trx,
  number: string,
  asker: Asker,
): Promise<{ caseFile: CaseFile; impartiality: Impartiality; assessor: boolean }> {
  const caseFile = await findCaseByNumber(trx, number)
  if (!caseFile) throw new NotFound('case')
  const assessor = await isAssessor(trx, caseFile.id, asker.id)
  const open = casesOpenTo(asker)
  if (open === 'none' || (open === 'assigned' && !assessor)) throw new NotFound('case')
  const impartiality = await impartialityOf(trx, caseFile.id, asker.id)
  if (impartiality === 'conflicted') throw new NotFound('case')
  return { caseFile, impartiality, assessor }
}

/** The case was given to this person to assess. */
export async function isAssessor(trx: Trx, caseId: string, personId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('case_assessor')
    .select('case_id')
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}
