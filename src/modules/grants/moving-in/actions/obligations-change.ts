import { recordEvent } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { after, obligationLifecycle, type ObligationAction } from '../../lifecycle.ts'
import { roleFor, type Actor } from '../../review/actions/actor.ts'
import { no, yes, type Verdict } from '../../review/model.ts'
import { may } from '../../review/rules/access.ts'

/**
 * Says how an obligation from before Torg stands. Waiving it, calling it broken or opening it again needs a reason. Throws
 * NotFound, and Conflict when its status does not allow it.
 */
export async function changeEarlierObligation(
  trx: Trx,
  input: { id: string; action: ObligationAction; reason: string; by: Actor; now: Date },
): Promise<Verdict> {
  if (!may(input.by, 'reviewReport')) return no('notYourRole')
  const row = await trx
    .selectFrom('imported_obligation')
    .select(['id', 'status'])
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('obligation')
  const status = after(obligationLifecycle, row.status, input.action)
  if (!status) throw new Conflict({ key: 'notInThisState' })
  const reason = input.reason.trim()
  if (input.action !== 'meet' && reason === '') return no('reasonMissing', undefined, 'reason')
  await trx
    .updateTable('imported_obligation')
    .set({ status, status_reason: reason || null, status_by: input.by.id, status_at: input.now })
    .where('id', '=', row.id)
    .execute()
  const { municipalityId } = scopeOf(trx)
  await recordEvent(trx, {
    subjectId: municipalityId,
    subjectKind: 'municipality',
    type: 'earlier-obligation-changed',
    actorRole: roleFor(input.by, 'reviewReport'),
    at: input.now,
    changes: { obligation: row.id, status },
  })
  return yes
}
