import { currentPerson, type Ctx } from '../../http/context.ts'
import { readForm } from '../../http/form.ts'
import { FormStart, page } from '../../http/render.tsx'
import { Button, ButtonRow, Card, Grid, PageTitle, Tag } from '../../look/index.ts'
import { formatDateTime } from '../../time.ts'
import { currentSession } from '../current-session.ts'
import { endLogin, listLogins, type Login } from '../logins.ts'
import { identityTexts } from '../texts.ts'

export const myLoginsPath = '/min-side/innlogginger'

/** GET /min-side/innlogginger: where one is logged in, and a way to end what one does not recognise. */
export async function showLogins(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const t = identityTexts[lang]
  const person = currentPerson(c)
  const session = await currentSession(c)
  const logins = await services.db.reading(scope, (trx) => listLogins(trx, person.id, services.now()))
  const flash = c.req.query('avsluttet') === undefined ? undefined : ({ kind: 'success', text: t.endedLogin } as const)
  return await page(
    c,
    { title: t.myLoginsTitle, room: person.kind === 'staff' ? 'desk' : 'square', ...(flash && { flash }) },
    <>
      <PageTitle title={t.myLoginsTitle} lead={t.myLoginsLead} />
      <Grid>
        {logins.map((login) => (
          <One c={c} login={login} own={login.id === session?.id} />
        ))}
      </Grid>
      {logins.length > 1 ? (
        <form method="post" action={myLoginsPath}>
          <FormStart c={c} />
          <ButtonRow>
            <Button variant="secondary" name="login" value="others">
              {t.endOthers}
            </Button>
          </ButtonRow>
        </form>
      ) : null}
    </>,
  )
}

/** POST /min-side/innlogginger: ends one other login (`login` is its id), or all others. */
export async function endLogins(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const person = currentPerson(c)
  const session = await currentSession(c)
  const wanted = (await readForm(c)).text('login')
  await services.db.inTransaction(scope, async (trx) => {
    const others = (await listLogins(trx, person.id, services.now())).filter((login) => login.id !== session?.id)
    for (const login of others) {
      if (wanted === 'others' || wanted === login.id) await endLogin(trx, person.id, login.id, services.now())
    }
  })
  return c.redirect(`${myLoginsPath}?avsluttet`, 303)
}

function One({ c, login, own }: { c: Ctx; login: Login; own: boolean }) {
  const { lang } = c.var
  const t = identityTexts[lang]
  return (
    <Card title={login.device ?? t.unknownDevice} level={2} eyebrow={own ? <Tag tone="success">{t.thisLogin}</Tag> : undefined}>
      <p>{t.loggedInAt(formatDateTime(login.createdAt, lang))}</p>
      <p>{t.lastSeen(formatDateTime(login.lastSeenAt, lang))}</p>
      {own ? null : (
        <form method="post" action={myLoginsPath}>
          <FormStart c={c} />
          <Button variant="secondary" name="login" value={login.id}>
            {t.endLogin}
          </Button>
        </form>
      )}
    </Card>
  )
}
