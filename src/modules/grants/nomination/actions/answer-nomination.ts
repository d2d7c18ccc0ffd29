import { lockCase, recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { Conflict } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { followAnswer } from './follow-answer.ts'
import { findAnswerBar, getNomination } from '../queries/nominations.ts'

/**
 * Who is proposed says yes or no, or somebody with parental responsibility does for them; a no stops what was to be paid. A no can become a yes, and the other way
 * round until something is paid. Throws NotFound, and Conflict when who proposed answers for the proposed ('ownNomination'), when
 * the case is over ('notInThisState') or money is on its way ('alreadyPaid').
 */
export async function answerNomination(
  trx: Trx,
  keyring: Keyring,
  input: { id: string; answer: 'accepted' | 'declined'; personId: string; now: Date; origin: string },
): Promise<void> {
  const nomination = await getNomination(trx, keyring, input.id)
  const found = await lockCase(trx, nomination.caseId)
  const bar = await findAnswerBar(trx, nomination, input.personId)
  if (bar) throw new Conflict({ key: bar })
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
  if (nomination.answer !== input.answer) await followAnswer(trx, found, input)
}
