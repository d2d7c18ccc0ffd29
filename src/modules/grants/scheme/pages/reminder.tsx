import { Invalid, NotFound } from '#platform/errors.ts'
import { FormStart, municipalityOrigin, page, readForm, type Ctx } from '#platform/http/index.ts'
import { limited, rateLimit } from '#platform/http/rate-limit.ts'
import { Button, ButtonRow, EmptyState, LinkButton, PageTitle } from '#platform/look/index.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { formatDate } from '#platform/time.ts'
import { askForReminder, stopReminder } from '../actions/ask-for-reminder.ts'
import { findReminder } from '../queries/reminders.ts'
import { getScheme, getSchemeBySlug, type Scheme } from '../queries/schemes.ts'
import { readSignedId, signedId, STOP_REMINDER } from '../rules/signed-id.ts'
import { reminderTexts } from '../texts/reminder.ts'
import { standingOf } from './scheme-facts.ts'
import { schemePage } from './show-scheme.tsx'

// Anyone may type anyone's address: a few at once is a person, more is not.
const limit = rateLimit({ perMinute: 4, burst: 6 })

/** POST /tilskudd/:slug/varsel: keeps the address and sends a mail with the way to take it back. Sent twice, it is asked once. */
export const askToBeReminded = limited(() => limit, 'opening-reminder', ask)

async function ask(c: Ctx): Promise<Response> {
  const { lang, services, scope, municipality } = c.var
  const form = await readForm(c)
  const t = reminderTexts[lang]
  const now = services.now()
  const origin = await municipalityOrigin(services, municipality.id)
  try {
    const slug = await services.db.inTransaction(scope, async (trx) => {
      const scheme = await getSchemeBySlug(trx, c.req.param('slug') ?? '')
      if (isOpen(scheme, now)) return scheme.slug
      const { id, isNew } = await askForReminder(trx, { schemeId: scheme.id, email: form.text('epost'), language: lang, now })
      if (!isNew) return scheme.slug
      const title = scheme.definition.title[lang]
      const stop = `${origin}/varsel/avmeld/${signedId(services.keyring, STOP_REMINDER, municipality.id, id)}`
      await queueMail(trx, {
        to: form.text('epost').trim().toLowerCase(),
        subject: t.confirmSubject(title),
        text: t.confirmMail(title, municipality.name, stop),
        lang,
        kind: 'opening-reminder-asked',
      })
      return scheme.slug
    })
    return c.redirect(`/tilskudd/${slug}/varsel`, 303)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return await schemePage(c, { email: form.text('epost').slice(0, 254), error: t.badEmail })
  }
}

/** GET /tilskudd/:slug/varsel: says that one will be told. Says the same whether the address was known or not. */
export async function reminderAsked(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = reminderTexts[lang]
  const now = services.now()
  const scheme = await services.db.reading(scope, (trx) => getSchemeBySlug(trx, c.req.param('slug') ?? ''))
  const title = scheme.definition.title[lang]
  const standing = standingOf(scheme, now)
  const back = (
    <LinkButton href={`/tilskudd/${scheme.slug}`} variant="secondary">
      {t.back}
    </LinkButton>
  )
  if (isOpen(scheme, now))
    return await page(c, { title }, <EmptyState level={1} title={t.openAlready(title)} drawing="calm" action={back} />)
  return await page(
    c,
    { title: t.doneTitle },
    <EmptyState level={1} title={t.doneTitle} drawing="letter" action={back}>
      <p>{t.doneBody(title)}</p>
      {standing.kind === 'soon' ? <p>{t.doneDate(formatDate(standing.round.opensAt, lang))}</p> : null}
      <p>{t.doneUndo}</p>
    </EmptyState>,
  )
}

/** GET /varsel/avmeld/:token: asks first, since mail programs open links by themselves. */
export async function confirmStop(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = reminderTexts[lang]
  const id = ownToken(c)
  const scheme = await services.db.reading(scope, async (trx) => {
    const reminder = await findReminder(trx, id)
    return reminder && (await getScheme(trx, reminder.schemeId))
  })
  if (!scheme) return await stopped(c)
  return await page(
    c,
    { title: t.stopTitle },
    <>
      <PageTitle title={t.stopTitle} lead={t.stopBody(scheme.definition.title[lang])} />
      <form method="post">
        <FormStart c={c} />
        <ButtonRow>
          <Button>{t.stopButton}</Button>
        </ButtonRow>
      </form>
    </>,
  )
}

/** POST /varsel/avmeld/:token */
export async function stopBeingReminded(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const id = ownToken(c)
  await services.db.inTransaction(scope, (trx) => stopReminder(trx, { id, now: services.now() }))
  return await stopped(c)
}

async function stopped(c: Ctx): Promise<Response> {
  const t = reminderTexts[c.var.lang]
  return await page(
    c,
    { title: t.stoppedTitle },
    <EmptyState level={1} title={t.stoppedTitle} drawing="calm" action={<LinkButton href="/tilskudd">{t.toSchemes}</LinkButton>}>
      {t.stoppedBody}
    </EmptyState>,
  )
}

function ownToken(c: Ctx): string {
  const id = readSignedId(c.var.services.keyring, STOP_REMINDER, c.var.municipality.id, c.req.param('token') ?? '')
  if (!id) throw new NotFound('reminder')
  return id
}

function isOpen(scheme: Scheme, now: Date): boolean {
  return ['open', 'rolling'].includes(standingOf(scheme, now).kind)
}
