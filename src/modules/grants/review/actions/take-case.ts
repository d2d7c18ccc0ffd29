import { changeCase, lockCase, recordEvent, requireRevision } from '#cases'
import { Conflict } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import { roleFor, type Actor } from './actor.ts'

export interface TakeCase {
  caseId: string
  by: Actor
  /** Who is to handle it; the one who acts when left out. */
  caseworkerId?: string
  revision?: number
}

/**
 * Gives a case to a caseworker; a new one is in review from then on. Whoever has declared partiality in it cannot be given it
 * (Conflict 'partialCaseworker'). Taking what one has already changes nothing.
 */
export async function takeCase(trx: Trx, input: TakeCase): Promise<{ number: string; changed: boolean }> {
  const found = await lockCase(trx, input.caseId)
  const to = input.caseworkerId ?? input.by.id
  const status = after(caseLifecycle, found.status as CaseStatus, 'take')
  if (status === null) throw new Conflict({ key: 'notInThisState' })
  if (found.caseworker_id === to && found.status === status) return { number: found.number, changed: false }
  requireRevision(found, input.revision)
  if (await isPartial(trx, found.id, to)) throw new Conflict({ key: 'partialCaseworker' })
  await changeCase(trx, found.id, { caseworker_id: to, status })
  const own = to === input.by.id
  await recordEvent(trx, {
    subjectId: found.id,
    type: own ? 'case-taken' : 'case-assigned',
    actorRole: roleFor(input.by, own ? 'prepareCase' : 'assignCase'),
    changes: { caseworkerId: to, before: found.caseworker_id, status },
  })
  return { number: found.number, changed: true }
}

async function isPartial(trx: Trx, caseId: string, personId: string): Promise<boolean> {
  const last = await trx
    .selectFrom('impartiality_declaration')
    .select('impartial')
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .orderBy('declared_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.impartial === false
}
