import { randomToken } from '../../crypto.ts'
import { errorData } from '../../log.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.tsx'
import { httpTexts } from '../../http/texts.ts'
import { loopbackOrigin, visitorOrigin } from '../../http/visitor.ts'
import { depart } from '../authorization.ts'
import { readToken, writeToken } from '../cookies.ts'
import { saveAttempt } from '../login-attempt.ts'
import type { ProviderKind } from '../providers.ts'
import { localPath } from '../return-path.ts'
import { identityTexts } from '../texts.ts'
import { loginAttemptLasts } from '../timeouts.ts'
import { notice, tryAgain } from './notice.tsx'
import { identityOf } from '../identity.ts'

export const callbackPath = '/logg-inn/svar'

/** GET /logg-inn/innbygger and /logg-inn/ansatt: off to the provider, with what we must remember kept here. */
export async function startLogin(c: Ctx, kind: ProviderKind): Promise<Response> {
  const { services, municipality, lang } = c.var
  const t = identityTexts[lang]
  const til = localPath(c.req.query('til'))
  const provider = identityOf(c).providers.get(municipality.slug)?.[kind]
  if (!provider) return await notice(c, { title: t.missingTitle, body: t.missingBody, status: 503 })
  if (!services.canWrite()) return await problem(c, 503, httpTexts[lang].fullTitle, httpTexts[lang].fullBody)
  let departure
  try {
    const connection = await identityOf(c).connect(provider, loopbackOrigin(c))
    departure = await depart(connection, { origin: visitorOrigin(c), callback: callbackPath, lang })
  } catch (error) {
    services.log.error('login provider does not answer', {
      request: c.var.requestId,
      provider: kind,
      municipality: municipality.slug,
      ...errorData(error),
    })
    return await notice(c, {
      title: t.unreachableTitle,
      body: t.unreachableBody(provider.label[lang]),
      ways: tryAgain(c, til),
      status: 503,
    })
  }
  // One value per browser, so that logins begun in two windows both find their way home.
  const browser = readToken(c, 'browser') ?? randomToken()
  const { state, nonce, verifier } = departure
  const attempt = { provider: kind, nonce, verifier, returnPath: til ?? '' }
  await services.db.inTransaction({ municipalityId: municipality.id }, (trx) =>
    saveAttempt(trx, services.keyring, state, browser, attempt, services.now()),
  )
  writeToken(c, 'browser', browser, loginAttemptLasts)
  c.header('cache-control', 'no-store')
  return c.redirect(departure.url.href, 302)
}
