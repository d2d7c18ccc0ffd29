import { recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { formatDateTime } from '#platform/time.ts'
import { lockReminders } from '../queries/reminders.ts'
import type { Round } from '../queries/rounds.ts'
import type { Scheme } from '../queries/schemes.ts'
import { reminderTexts } from '../texts/reminder.ts'

/**
 * Writes to those who asked before the round opened, at most 200 at a time, and deletes their addresses: mail, deletion and event
 * stand or fall together. Returns how many were written to. `origin` is where residents reach Torg.
 */
export async function remindOfOpening(
  trx: Trx,
  input: { scheme: Scheme; round: Round; origin: string; now: Date },
): Promise<number> {
  const { scheme, round, origin, now } = input
  const waiting = await lockReminders(trx, scheme.id, round.opensAt)
  if (waiting.length === 0) return 0
  const { name } = await trx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
  for (const { email, language } of waiting) {
    const t = reminderTexts[language]
    const title = scheme.definition.title[language]
    const closes = round.closesAt ? formatDateTime(round.closesAt, language) : undefined
    const link = `${origin}/tilskudd/${scheme.slug}?sprak=${language}`
    await queueMail(trx, {
      to: email,
      subject: t.openSubject(title),
      text: t.openMail(title, name, link, closes),
      lang: language,
      kind: 'scheme-opened',
    })
  }
  const ids = waiting.map((reminder) => reminder.id)
  await trx.deleteFrom('opening_reminder').where('id', 'in', ids).execute()
  await recordEvent(trx, {
    subjectId: scheme.id,
    subjectKind: 'scheme',
    type: 'opening-reminders-sent',
    at: now,
    changes: { count: ids.length },
    basedOn: { round: round.id },
  })
  return ids.length
}
