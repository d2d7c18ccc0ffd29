import { recordEvent } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { isMailAddress } from '#platform/mail/send-mail.ts'
import { signedId } from '../../scheme/rules/signed-id.ts'
import { getNomination } from '../queries/nominations.ts'
import { NOMINATION } from '../rules/purpose.ts'
import { nominationTexts } from '../texts/nomination.ts'

/** Tells who is proposed, once, with the link to answer at. Nothing of the case stands in it. False when there is no address. */
export async function tellNominated(
  trx: Trx,
  keyring: Keyring,
  input: { id: string; origin: string; now: Date },
): Promise<boolean> {
  const nomination = await getNomination(trx, keyring, input.id)
  if (nomination.toldAt || !isMailAddress(nomination.email)) return false
  const t = nominationTexts[nomination.lang]
  const link = `${input.origin}/foreslatt/${signedId(keyring, NOMINATION, scopeOf(trx).municipalityId, nomination.id)}`
  await queueMail(trx, {
    to: nomination.email,
    subject: t.mailSubject,
    text: t.mailText(nomination.nominator, link),
    lang: nomination.lang,
    kind: 'nominated',
    caseId: nomination.caseId,
  })
  await trx.updateTable('nomination').set({ told_at: input.now }).where('id', '=', nomination.id).execute()
  await recordEvent(trx, {
    subjectId: nomination.caseId,
    type: 'nominated-told',
    at: input.now,
    changes: { nomination: input.id },
  })
  return true
}
