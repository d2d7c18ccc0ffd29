import { randomUUID } from 'node:crypto'
import { Invalid, type Reason } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { currentPerson, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { osloDate } from '#platform/time.ts'
import type { Actor } from '../actions/actor.ts'
import { getCaseForStaff, type CaseFile } from '../queries/case-access.ts'

/** Everything a staff action is done with: who, when, and the form it came from. */
export interface Act {
  form: Form
  by: Actor
  now: Date
  today: string
}

export interface CaseAct extends Act {
  caseFile: CaseFile
}

/** What an action gave, or the reasons its input could not be used. Nothing was written then. */
export type Done<T> = { ok: true; value: T } | { ok: false; reasons: Reason[] }

/** Does a form's action once, in one transaction. Invalid input comes back as a value, to be shown at the fields. */
export async function act<T>(c: Ctx, action: string, work: (trx: Trx, act: Act) => Promise<T>): Promise<Done<T>> {
  const form = await readForm(c)
  const person = currentPerson(c)
  const now = c.var.services.now()
  const given: Act = { form, by: { id: person.id, roles: person.roles }, now, today: osloDate(now) }
  const path = new URL(c.req.url).pathname
  try {
    const value = await c.var.services.db.inTransaction(c.var.scope, (trx) =>
      once(trx, { key: form.key || randomUUID(), action, personId: person.id, body: [path, bodyOf(form)] }, () =>
        work(trx, given),
      ),
    )
    return { ok: true, value }
  } catch (error) {
    if (error instanceof Invalid) return { ok: false, reasons: error.reasons }
    throw error
  }
}

/** As `act`, on the case in the address. Throws NotFound when it is not open to the person. */
export async function actOnCase<T>(c: Ctx, action: string, work: (trx: Trx, act: CaseAct) => Promise<T>): Promise<Done<T>> {
  return await act(c, action, async (trx, given) => {
    const { caseFile } = await getCaseForStaff(trx, c.req.param('number') ?? '', given.by)
    return await work(trx, { ...given, caseFile })
  })
}

/** The revision the page was shown with; undefined when it was left out. */
export function shownRevision(form: Form): number | undefined {
  const revision = Number(form.text('revision'))
  return Number.isInteger(revision) && revision > 0 ? revision : undefined
}

function bodyOf(form: Form): unknown {
  return form
    .names()
    .filter((name) => !name.startsWith('_'))
    .map((name) => [name, form.all(name), form.files(name).map((file) => [file.name, file.size])])
}
