import { recordEvent } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { after, obligationLifecycle, type ObligationAction, type ObligationStatus } from '../../lifecycle.ts'
import { no, yes, type Verdict } from '../../review/model.ts'
import { requireMayPrepare } from '../../review/queries/impartiality.ts'
import { may } from '../../review/rules/access.ts'
import { closeIfDone } from './close-if-done.ts'

const pastTense: Record<ObligationAction, string> = {
  meet: 'obligation-met',
  waive: 'obligation-waived',
  break: 'obligation-broken',
  reopen: 'obligation-reopened',
}

/** Says how an obligation stands. Waiving or calling it broken needs a reason. Throws Conflict when its status does not allow it. */
export async function changeObligation(
  trx: Trx,
  input: {
    obligationId: string
    action: ObligationAction
    person: { id: string; roles: readonly string[] }
    reason: string
    now: Date
  },
): Promise<Verdict> {
  const obligation = await trx
    .selectFrom('obligation')
    .selectAll()
    .where('id', '=', input.obligationId)
    .forUpdate()
    .executeTakeFirst()
  if (!obligation) throw new NotFound('obligation')
  if (!may(input.person, 'prepareCase')) return no('notYourRole')
  await requireMayPrepare(trx, obligation.case_id, input.person.id)
  const status = after(obligationLifecycle, obligation.status as ObligationStatus, input.action)
  if (!status) throw new Conflict({ key: 'notInThisState' })
  if (input.action !== 'meet' && input.reason.trim() === '') return no('reasonMissing', undefined, 'reason')
  await trx
    .updateTable('obligation')
    .set({ status, status_reason: input.reason.trim() || null, status_by: input.person.id, status_at: input.now })
    .where('id', '=', obligation.id)
    .execute()
  await recordEvent(trx, {
    subjectId: obligation.case_id,
    type: pastTense[input.action],
    at: input.now,
    changes: { obligation: obligation.id, status },
  })
  await closeIfDone(trx, obligation.case_id, input.now)
  return yes
}
