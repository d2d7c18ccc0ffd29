import { NotFound } from '#platform/errors.ts'
import { page, type Ctx } from '#platform/http/index.ts'
import { DataTable, DefinitionList, EmptyState, LinkButton, PageTitle, Prose } from '#platform/look/index.ts'
import { getMail, listMailbox } from '#platform/mail/mailbox.ts'
import { formatDateTime } from '#platform/time.ts'
import { serviceTexts } from '../texts/service.ts'

/** /postkasse: what was sent when no mail server is set; to one address with `til`. */
export async function mailboxPage(c: Ctx): Promise<Response> {
  requireMailbox(c)
  const lang = c.var.lang
  const t = serviceTexts[lang]
  const to = c.req.query('til')
  const mails = await c.var.services.db.reading(c.var.scope, (trx) => listMailbox(trx, to ? { to } : {}))
  return await page(
    c,
    { title: t.mailbox },
    <>
      <PageTitle title={t.mailbox} lead={t.mailboxLead} />
      {mails.length === 0 ? (
        <EmptyState drawing="letter" title={t.mailboxEmpty}>
          <p>{t.mailboxEmptyText}</p>
        </EmptyState>
      ) : (
        <DataTable
          lang={lang}
          caption={t.mailbox}
          hideCaption
          rows={mails}
          rowHref={(mail) => `/postkasse/${mail.id}`}
          columns={[
            { label: t.subject, heading: true, cell: (mail) => mail.subject },
            { label: t.to, cell: (mail) => mail.to },
            { label: t.sent, cell: (mail) => (mail.sentAt ? formatDateTime(mail.sentAt, lang) : t.notSent) },
          ]}
        />
      )}
    </>,
  )
}

/** /postkasse/:id: one message, as its plain text. */
export async function mailPage(c: Ctx): Promise<Response> {
  requireMailbox(c)
  const lang = c.var.lang
  const t = serviceTexts[lang]
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFound('mail')
  const mail = await c.var.services.db.reading(c.var.scope, (trx) => getMail(trx, id))
  return await page(
    c,
    { title: mail.subject, breadcrumbs: [{ label: t.mailbox, href: '/postkasse' }, { label: mail.subject }] },
    <>
      <PageTitle title={mail.subject} />
      <DefinitionList
        items={[
          { label: t.to, value: mail.to },
          { label: t.sent, value: mail.sentAt ? formatDateTime(mail.sentAt, lang) : t.notSent },
        ]}
      />
      <Prose>
        {mail.text.split(/\n\s*\n/).map((paragraph) => (
          <p lang={mail.lang}>
            {paragraph.split(/(https?:\/\/\S+)/).map((part) => (/^https?:/.test(part) ? <a href={part}>{part}</a> : part))}
          </p>
        ))}
      </Prose>
      <LinkButton variant="secondary" href="/postkasse">
        {t.newer}
      </LinkButton>
    </>,
  )
}

/** In the demo the mailbox is everybody's; elsewhere the administrators', and gone when a mail server is set. */
function requireMailbox(c: Ctx): void {
  const { mail, demo } = c.var.services
  const mayRead = demo || c.var.person?.roles.includes('administrator')
  if (mail?.smtpUrl || !mayRead) throw new NotFound('mailbox')
}
