import { recordEvent } from '#cases'
import { Invalid } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { isMailAddress } from '#platform/mail/send-mail.ts'
import type { Lang } from '#platform/texts/texts.ts'

/**
 * Notes that an address wants to be told when a scheme opens. Asking twice is asking once; `isNew` is false then, so that
 * nobody can be written to again and again. Throws Invalid when it is no plain address.
 */
export async function askForReminder(
  trx: Trx,
  input: { schemeId: string; email: string; language: Lang; now: Date },
): Promise<{ id: string; isNew: boolean }> {
  const email = input.email.trim().toLowerCase()
  if (!isMailAddress(email) || !email.includes('.', email.indexOf('@'))) throw new Invalid([{ key: 'badEmail', field: 'epost' }])
  const added = await trx
    .insertInto('opening_reminder')
    .values({ scheme_id: input.schemeId, email, language: input.language, created_at: input.now })
    .onConflict((oc) => oc.columns(['municipality_id', 'scheme_id', 'email']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) {
    const before = await trx
      .selectFrom('opening_reminder')
      .select('id')
      .where('scheme_id', '=', input.schemeId)
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    return { id: before.id, isNew: false }
  }
  await recordEvent(trx, {
    subjectId: input.schemeId,
    subjectKind: 'scheme',
    type: 'opening-reminder-asked',
    at: input.now,
    changes: { reminder: added.id },
  })
  return { id: added.id, isNew: true }
}

/** Deletes the address. Doing it again, or for one that has been sent, does nothing. */
export async function stopReminder(trx: Trx, input: { id: string; now: Date }): Promise<void> {
  const gone = await trx.deleteFrom('opening_reminder').where('id', '=', input.id).returning('scheme_id').executeTakeFirst()
  if (!gone) return
  await recordEvent(trx, {
    subjectId: gone.scheme_id,
    subjectKind: 'scheme',
    type: 'opening-reminder-stopped',
    at: input.now,
    changes: { reminder: input.id },
  })
}
