import { randomUUID } from 'node:crypto'
import { currentPerson, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import type { Trx } from '#platform/database/db.ts'
import { osloDate } from '#platform/time.ts'
import { getMyCase, type MyCase } from '../../application/queries/my-cases.ts'

/** Does something with the applicant's own case in the address, once per form. Throws NotFound when the case is not theirs. */
export async function actOnMyCase<T>(
  c: Ctx,
  action: string,
  work: (trx: Trx, given: { found: MyCase; form: Form; personId: string; now: Date }) => Promise<T>,
): Promise<T> {
  const form = await readForm(c)
  const { id: personId } = currentPerson(c)
  const now = c.var.services.now()
  const body = form
    .names()
    .filter((name) => !name.startsWith('_'))
    .map((name) => [name, form.all(name)])
  return await c.var.services.db.inTransaction(c.var.scope, async (trx) => {
    const found = await getMyCase(trx, c.req.param('number') ?? '', personId, osloDate(now))
    return await once(trx, { key: form.key || randomUUID(), action, personId, body: [found.id, body] }, () =>
      work(trx, { found, form, personId, now }),
    )
  })
}
