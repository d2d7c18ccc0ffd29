import type { Ctx } from '#platform/http/index.ts'
import { currentPerson } from '#platform/http/index.ts'
import { readClassified } from '../../application/actions/read-classified.ts'
import { roleFor } from '../actions/actor.ts'
import { getCaseForStaff } from '../queries/case-access.ts'
import { requireMayPrepare } from '../queries/impartiality.ts'
import { renderCase } from './case-page.tsx'
import { behindGate } from './gate.ts'

/** POST /saker/:number/skjermet: the case with its classified answers, this once. Each reading is logged, so no key makes it one. */
export async function showClassified(c: Ctx): Promise<Response> {
  const person = currentPerson(c)
  const { services, scope } = c.var
  const opened = await behindGate(c, () =>
    services.db.inTransaction(scope, async (trx) => {
      const { caseFile } = await getCaseForStaff(trx, c.req.param('number') ?? '', person)
      await requireMayPrepare(trx, caseFile.id, person.id)
      const actorRole = roleFor(person, 'prepareCase')
      return await readClassified(trx, { caseId: caseFile.id, keyring: services.keyring, ...(actorRole ? { actorRole } : {}) })
    }),
  )
  return opened instanceof Response ? opened : await renderCase(c, undefined, opened)
}
