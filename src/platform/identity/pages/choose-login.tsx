import type { Ctx } from '../../http/context.ts'
import { page } from '../../http/render.tsx'
import { Alert, LinkButton } from '../../look/index.ts'
import { readToken } from '../cookies.ts'
import { landing } from '../landing.ts'
import { standardLabels } from '../providers.ts'
import { localPath } from '../return-path.ts'
import { identityTexts } from '../texts.ts'
import { identityOf } from '../identity.ts'

/** GET /logg-inn: resident or employee. `til` is where one wanted to go, a path of ours or nothing. */
export function chooseLogin(c: Ctx): Response | Promise<Response> {
  const { lang, municipality, person } = c.var
  const til = localPath(c.req.query('til'))
  if (person) return c.redirect(til ?? landing(person), 303)
  const t = identityTexts[lang]
  const providers = identityOf(c).providers.get(municipality.slug)
  const query = til ? `?til=${encodeURIComponent(til)}` : ''
  const staffFirst = til?.startsWith('/saker')
  const message = readToken(c, 'pending') ? t.keptForm : readToken(c, 'session') ? t.sessionOver : undefined
  const resident = (
    <Choice
      title={t.residentTitle}
      body={t.residentBody}
      href={`/logg-inn/innbygger${query}`}
      button={t.residentButton((providers?.resident.label ?? standardLabels.resident)[lang])}
      primary={!staffFirst}
    />
  )
  const staff = (
    <Choice
      title={t.staffTitle}
      body={t.staffBody(municipality.name)}
      href={`/logg-inn/ansatt${query}`}
      button={t.staffButton((providers?.staff.label ?? standardLabels.staff)[lang])}
      primary={staffFirst === true}
    />
  )
  return page(
    c,
    { title: t.chooseTitle },
    <>
      <h1 class="ds-heading" data-size="lg">
        {t.chooseTitle}
      </h1>
      {message ? <Alert kind="info">{message}</Alert> : <p class="ds-paragraph">{t.chooseLead}</p>}
      <div class="tg-choices">{staffFirst ? [staff, resident] : [resident, staff]}</div>
    </>,
  )
}

function Choice({
  title,
  body,
  href,
  button,
  primary,
}: {
  title: string
  body: string
  href: string
  button: string
  primary: boolean
}) {
  return (
    <section class="ds-card tg-choice">
      <h2 class="ds-heading" data-size="sm">
        {title}
      </h2>
      <p class="ds-paragraph">{body}</p>
      <LinkButton href={href} variant={primary ? 'primary' : 'secondary'} icon="login">
        {button}
      </LinkButton>
    </section>
  )
}
