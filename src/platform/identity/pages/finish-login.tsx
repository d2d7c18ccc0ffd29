import type { Ctx } from '../../http/context.ts'
import { loopbackOrigin, visitorOrigin } from '../../http/visitor.ts'
import { errorData } from '../../log.ts'
import { arrive, faultOf, type Arrival } from '../authorization.ts'
import { readClaims } from '../claims.ts'
import { readToken, writeToken } from '../cookies.ts'
import { deviceOf } from '../device.ts'
import { landing } from '../landing.ts'
import { takeAttempt, type LoginAttempt } from '../login-attempt.ts'
import { findPendingPost } from '../pending-post.ts'
import { provisionPerson, type Claims } from '../person.ts'
import type { Provider } from '../providers.ts'
import { createSession, loadSession } from '../session.ts'
import { identityTexts } from '../texts.ts'
import { notice, tryAgain } from './notice.tsx'
import { identityOf } from '../identity.ts'

/** GET /logg-inn/svar: back from the provider. Whatever is wrong with the answer ends in a kind page and no session. */
export async function finishLogin(c: Ctx): Promise<Response> {
  const { services, municipality, lang, person } = c.var
  const t = identityTexts[lang]
  const url = new URL(c.req.url)
  const [state, browser] = [url.searchParams.get('state'), readToken(c, 'browser')]
  const attempt =
    state && browser
      ? await services.db.inTransaction({ municipalityId: municipality.id }, (trx) =>
          takeAttempt(trx, services.keyring, state, browser, services.now()),
        )
      : undefined
  if (!state || !attempt) {
    // The answer's page was reloaded after a login that went well.
    if (person) return c.redirect(landing(person), 303)
    return await notice(c, { title: t.lostTitle, body: t.lostBody, ways: tryAgain(c), status: 422 })
  }
  const again = tryAgain(c, attempt.returnPath)
  const provider = identityOf(c).providers.get(municipality.slug)?.[attempt.provider]
  if (!provider) return await notice(c, { title: t.missingTitle, body: t.missingBody, ways: again, status: 503 })
  if (url.searchParams.get('error') === 'access_denied')
    return await notice(c, { title: t.cancelledTitle, body: t.cancelledBody, ways: again })

  let arrival: Arrival
  try {
    const connection = await identityOf(c).connect(provider, loopbackOrigin(c))
    arrival = await arrive(connection, attempt, new URL(url.pathname + url.search, visitorOrigin(c)), state)
  } catch (error) {
    const { unreachable, code } = faultOf(error)
    services.log.warn('login refused', {
      request: c.var.requestId,
      provider: provider.kind,
      code,
      ...(unreachable && errorData(error)),
    })
    if (unreachable)
      return await notice(c, {
        title: t.unreachableTitle,
        body: t.unreachableBody(provider.label[lang]),
        ways: again,
        status: 503,
      })
    return await notice(c, { title: t.refusedTitle, body: t.refusedBody, ways: again, status: 403 })
  }
  const claims = readClaims(provider, arrival.claims)
  if (typeof claims === 'string') {
    services.log.warn('login refused', { request: c.var.requestId, provider: provider.kind, code: claims })
    const tooLow = claims === 'level-too-low'
    return await notice(c, {
      title: tooLow ? t.levelTitle : t.refusedTitle,
      body: tooLow ? t.levelBody : t.refusedBody,
      ways: again,
      status: 403,
    })
  }
  return await enter(c, provider, claims, arrival, attempt)
}

async function enter(c: Ctx, provider: Provider, claims: Claims, arrival: Arrival, attempt: LoginAttempt): Promise<Response> {
  const { services, municipality, lang } = c.var
  const t = identityTexts[lang]
  const now = services.now()
  const { sid, acr } = arrival.claims
  const pending = readToken(c, 'pending')
  const entered = await services.db.inTransaction({ municipalityId: municipality.id }, async (trx) => {
    const name = provider.kind === 'resident' ? t.resident : t.employee
    const { personId, active } = await provisionPerson(trx, services.keyring, claims, { name, lang }, now)
    if (!active) return undefined
    const login = {
      personId,
      kind: provider.kind,
      issuer: provider.issuer,
      idToken: arrival.idToken,
      ...(typeof sid === 'string' && { providerSid: sid }),
      ...(typeof acr === 'string' && { acr }),
      device: deviceOf(c.req.header('user-agent')),
    }
    const token = await createSession(trx, services.keyring, login, now, readToken(c, 'session'))
    const session = await loadSession(trx, municipality.id, token, now)
    const kept = pending ? await findPendingPost(trx, services.keyring, pending, personId, now) : undefined
    return { token, session, hasPending: kept !== undefined }
  })
  if (!entered?.session) {
    services.log.warn('login refused', { request: c.var.requestId, provider: provider.kind, code: 'inactive' })
    return await notice(c, { title: t.inactiveTitle, body: t.inactiveBody, status: 403 })
  }
  services.log.info('logged in', { request: c.var.requestId, person: entered.session.person.id, provider: provider.kind })
  writeToken(c, 'session', entered.token)
  c.header('cache-control', 'no-store')
  const { person } = entered.session
  const noRole = person.kind === 'staff' && person.roles.length === 0
  const goal = entered.hasPending ? '/logg-inn/fortsett' : noRole ? landing(person) : attempt.returnPath || landing(person)
  return c.redirect(goal, 303)
}
