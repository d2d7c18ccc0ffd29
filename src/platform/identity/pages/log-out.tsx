import type { Ctx } from '../../http/context.ts'
import { FormStart, page } from '../../http/render.tsx'
import { CSP } from '../../http/security.ts'
import { loopbackOrigin, visitorOrigin } from '../../http/visitor.ts'
import { Button, ButtonRow, LinkButton, PageTitle } from '../../look/index.ts'
import { clearToken, readToken } from '../cookies.ts'
import { browserAddress } from '../provider-connection.ts'
import type { Provider } from '../providers.ts'
import { endSession, type EndedSession } from '../session.ts'
import { identityTexts } from '../texts.ts'
import { notice } from './notice.tsx'
import { identityOf } from '../identity.ts'

export const loggedOutPath = '/logg-ut/ferdig'

/** GET /logg-ut: asks, since following a link must not change anything. */
export function askToLogOut(c: Ctx): Response | Promise<Response> {
  const t = identityTexts[c.var.lang]
  if (!c.var.person) return loggedOut(c)
  return page(
    c,
    { title: t.logOutTitle },
    <form method="post" action="/logg-ut">
      <FormStart c={c} />
      <PageTitle title={t.logOutTitle} />
      <ButtonRow>
        <Button icon="logout">{t.logOut}</Button>
        <LinkButton href="/" variant="secondary">
          {t.back}
        </LinkButton>
      </ButtonRow>
    </form>,
  )
}

/** POST /logg-ut: the session is over here at once; then the way to log out at the provider too. */
export async function logOut(c: Ctx): Promise<Response> {
  const { services, municipality } = c.var
  const token = readToken(c, 'session')
  const ended = token
    ? await services.db.inTransaction({ municipalityId: municipality.id }, (trx) =>
        endSession(trx, token, 'logout', services.now(), services.keyring),
      )
    : undefined
  clearToken(c, 'session')
  clearToken(c, 'pending')
  c.set('person', undefined)
  c.set('session', undefined)
  c.header('cache-control', 'no-store')
  const way = ended && (await providerLogout(c, ended))
  return way ? await stillThere(c, way) : c.redirect(loggedOutPath, 303)
}

/** GET /logg-ut/ferdig: where the provider sends one back to. */
export function loggedOut(c: Ctx): Response | Promise<Response> {
  const t = identityTexts[c.var.lang]
  return notice(c, { title: t.loggedOutTitle, body: t.loggedOutBody, ways: <Onwards c={c} />, drawing: 'calm' })
}

interface ProviderLogout {
  provider: Provider
  address: URL
  fields: [string, string][]
}

async function providerLogout(c: Ctx, ended: EndedSession): Promise<ProviderLogout | undefined> {
  const { municipality } = c.var
  const both = identityOf(c).providers.get(municipality.slug)
  const provider = both && [both.resident, both.staff].find((each) => each.issuer === ended.issuer)
  if (!provider || !ended.idToken) return undefined
  try {
    const { config } = await identityOf(c).connect(provider, loopbackOrigin(c))
    const address = config.serverMetadata().end_session_endpoint
    if (!address) return undefined
    const origin = visitorOrigin(c)
    const fields: [string, string][] = [
      ['id_token_hint', ended.idToken],
      ['client_id', provider.clientId],
      ['post_logout_redirect_uri', origin + loggedOutPath],
      ['ui_locales', c.var.lang],
    ]
    return { provider, address: browserAddress(provider, address, origin), fields }
  } catch {
    // The provider does not answer. Here one is logged out, and that is what the next page says.
    return undefined
  }
}

// A form of its own rather than a redirect: the token that the provider wants back holds an identity number, which must not
// stand in an address; and our own policy lets no form of ours end at another host.
async function stillThere(c: Ctx, { provider, address, fields }: ProviderLogout): Promise<Response> {
  const t = identityTexts[c.var.lang]
  const label = provider.label[c.var.lang]
  c.header('content-security-policy', CSP.replace("form-action 'self'", `form-action 'self' ${address.origin}`))
  return await page(
    c,
    { title: t.stillThereTitle },
    <form method="post" action={address.href}>
      <PageTitle title={t.stillThereTitle} lead={t.stillThereBody(label)} />
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <ButtonRow>
        <Button icon="logout">{t.logOutThere(label)}</Button>
        <LinkButton href="/" variant="secondary">
          {t.back}
        </LinkButton>
      </ButtonRow>
    </form>,
  )
}

function Onwards({ c }: { c: Ctx }) {
  const t = identityTexts[c.var.lang]
  return (
    <>
      <LinkButton href="/">{t.back}</LinkButton>
      <LinkButton href="/logg-inn" variant="secondary">
        {t.logInAgain}
      </LinkButton>
    </>
  )
}
