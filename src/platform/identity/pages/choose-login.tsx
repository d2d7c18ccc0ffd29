import type { Ctx } from '../../http/context.ts'
import { page } from '../../http/render.tsx'
import { Alert, ButtonRow, Card, Grid, LinkButton, PageTitle } from '../../look/index.ts'
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
      <PageTitle title={t.chooseTitle} lead={message ? undefined : t.chooseLead} />
      {message ? <Alert kind="info">{message}</Alert> : null}
      <Grid>{staffFirst ? [staff, resident] : [resident, staff]}</Grid>
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
    <Card title={title} level={2}>
      <p>{body}</p>
      <ButtonRow>
        <LinkButton href={href} variant={primary ? 'primary' : 'secondary'} icon="login">
          {button}
        </LinkButton>
      </ButtonRow>
    </Card>
  )
}
