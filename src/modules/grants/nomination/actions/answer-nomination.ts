import { lockCase, recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { Conflict } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { getNomination } from '../queries/nominations.ts'

/**
 * Who is proposed says yes or no, or somebody with parental responsibility does for them. A no can become a yes, and the other way
 * round until something is paid. Throws NotFound, and Conflict when who proposed answers for the proposed ('ownNomination'), when
 * the case is over ('notInThisState') or money is on its way ('alreadyPaid').
 */
export async function answerNomination(
  trx: Trx,
  keyring: Keyring,
  input: { id: string; answer: 'accepted' | 'declined'; personId: string; now: Date },
): Promise<void> {
  const nomination = await getNomination(trx, keyring, input.id)
  const found = await lockCase(trx, nomination.caseId)
  if (input.personId === nomination.senderId) throw new Conflict({ key: 'ownNomination' })
  if (['withdrawn', 'closed'].includes(found.status)) throw new Conflict({ key: 'notInThisState' })
  const begun = await trx
    .selectFrom('payment')
    .select('id')
    .where('case_id', '=', found.id)
    .where('status', 'in', ['prepared', 'approved', 'sent', 'confirmed'])
    .executeTakeFirst()
  if (begun) throw new Conflict({ key: 'alreadyPaid' })
  await trx
    .updateTable('nomination')
    .set({ answer: input.answer, answered_by: input.personId, answered_at: input.now })
    .where('id', '=', input.id)
    .execute()
  await recordEvent(trx, {
    subjectId: found.id,
    type: `nomination-${input.answer}`,
    actorRole: 'nominated',
    at: input.now,
    changes: { nomination: input.id, answer: input.answer },
  })
}
