import type { Scope, Trx } from '#platform/database/db.ts'
import { Invalid, NotFound } from '#platform/errors.ts'
import type { Services } from '#platform/http/context.ts'
import { enqueue, type Job } from '#platform/jobs/jobs.ts'
import { isLang, type Lang } from '#platform/texts/texts.ts'
import { composeMail, oneLine } from './message.ts'
import { isMailAddress, type MailSettings, sendMail } from './send-mail.ts'

declare module '#platform/http/context.ts' {
  interface Services {
    /** From TORG_SMTP_URL and TORG_MAIL_FROM. Without it mail stays in the local mailbox. */
    mail?: MailSettings
  }
}

export interface Mail {
  to: string
  subject: string
  /** Plain text; an empty line starts a paragraph, web addresses become links. Only what may stand in an open e-mail. */
  text: string
  lang: Lang
  /** What it is about, in the caller's word: 'decision-waiting'. */
  kind: string
  caseId?: string
  personId?: string
}

/**
 * Writes a message into the outbox in the caller's transaction and queues its sending: it is sent if and only if the transaction
 * commits. Returns the notice's id. Throws Invalid ('mail.address') when `to` is not one plain address.
 */
export async function queueMail(trx: Trx, mail: Mail): Promise<string> {
  if (!isMailAddress(mail.to)) throw new Invalid([{ key: 'mail.address' }])
  const { id } = await trx
    .insertInto('notice')
    .values({
      recipient: mail.to,
      subject: oneLine(mail.subject),
      body: mail.text,
      language: mail.lang,
      kind: mail.kind,
      case_id: mail.caseId ?? null,
      person_id: mail.personId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(trx, sendMailJob.name, { noticeId: id })
  return id
}

/** Sends one queued message. */
export const sendMailJob: Job = {
  name: 'send-mail',
  async run(services, scope, data) {
    await sendQueued(services, scope, String(data['noticeId']))
  },
}

/**
 * Sends a notice that is not sent yet, and writes down that it was. The row is locked while the server takes the message, so that
 * two workers send it once; should the process die in between, it goes again with the same Message-ID. Throws what the server says.
 */
export async function sendQueued(services: Pick<Services, 'db' | 'mail' | 'now'>, scope: Scope, noticeId: string): Promise<void> {
  await services.db.inTransaction(scope, async (trx) => {
    const notice = await trx.selectFrom('notice').selectAll().where('id', '=', noticeId).forUpdate().executeTakeFirst()
    if (!notice) throw new NotFound('There is no such notice.')
    if (notice.sent_at) return
    const { smtpUrl, from } = services.mail ?? {}
    if (smtpUrl && from) {
      const { name: municipality } = await trx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
      const lang = isLang(notice.language) ? notice.language : 'nb'
      const composed = composeMail({ subject: notice.subject, text: notice.body, lang, municipality })
      await sendMail(
        { smtpUrl, from },
        { ...composed, to: notice.recipient, municipality, id: notice.id, date: notice.created_at },
      )
    }
    await trx.updateTable('notice').set({ sent_at: services.now() }).where('id', '=', noticeId).execute()
  })
}
