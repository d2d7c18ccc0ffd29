import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { listClosedCaseIds } from '../queries/impartiality.ts'
import { numbersOf } from '../queries/case-numbers.ts'
import type { Actor } from './actor.ts'
import { takeCase } from './take-case.ts'

/** Takes or assigns many cases; those that cannot be are named and left as they were. */
export async function takeCases(
  trx: Trx,
  input: { caseIds: readonly string[]; by: Actor; caseworkerId?: string },
): Promise<{ taken: number; not: string[] }> {
  const ids = [...new Set(input.caseIds)].toSorted()
  const closed = new Set(await listClosedCaseIds(trx, input.by.id))
  const numbers = await numbersOf(trx, ids)
  const not: string[] = []
  let taken = 0
  for (const caseId of ids) {
    const number = numbers.get(caseId)
    if (!number || closed.has(caseId)) continue
    try {
      await takeCase(trx, { ...input, caseId })
      taken++
    } catch (error) {
      // Refused before anything of it was written: the others stand.
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error
      not.push(number)
    }
  }
  return { taken, not }
}
