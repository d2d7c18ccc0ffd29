import type { Trx } from '#platform/database/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isLang, type Lang } from '#platform/texts/texts.ts'
import { type Composed, composeMail } from './message.ts'

/** One line of the local mailbox. */
export interface MailboxEntry {
  id: string
  to: string
  subject: string
  kind: string
  caseId: string | null
  createdAt: Date
  /** Unset while it waits. */
  sentAt: Date | null
}

/** The municipality's outgoing mail, newest first; at most `limit` (100), older than `before` when given, to one address when given. */
export async function listMailbox(
  trx: Trx,
  options: { to?: string; before?: Date; limit?: number } = {},
): Promise<MailboxEntry[]> {
  let query = trx
    .selectFrom('notice')
    .select(['id', 'recipient as to', 'subject', 'kind', 'case_id as caseId', 'created_at as createdAt', 'sent_at as sentAt'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(Math.min(options.limit ?? 100, 500))
  if (options.to !== undefined) query = query.where('recipient', '=', options.to)
  if (options.before) query = query.where('created_at', '<', options.before)
  return await query.execute()
}

/** One message as it was or will be sent, plain and as a page. Throws NotFound. */
export async function getMail(trx: Trx, id: string): Promise<MailboxEntry & Composed & { lang: Lang }> {
  const row = await trx.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such message.')
  const { name: municipality } = await trx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
  const lang = isLang(row.language) ? row.language : 'nb'
  const composed = composeMail({ subject: row.subject, text: row.body, lang, municipality })
  const { id: found, recipient: to, kind, case_id: caseId, created_at: createdAt, sent_at: sentAt } = row
  return { id: found, to, kind, caseId, createdAt, sentAt, lang, ...composed }
}
