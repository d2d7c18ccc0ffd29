import type { Ctx } from '../../http/context.ts'
import { loopbackOrigin } from '../../http/visitor.ts'
import { faultOf } from '../authorization.ts'
import { checkLogoutToken } from '../logout-token.ts'
import { endProviderSession } from '../session.ts'
import { identityOf } from '../identity.ts'

/**
 * GET /logg-ut/fra-leverandor?iss&sid: the provider shows this in a hidden frame when one logs out there. No cookie comes with
 * it; the session is found by the provider's own session id, which only the provider and we know. It answers the same always.
 */
export async function frontChannelLogout(c: Ctx): Promise<Response> {
  const { services, municipality } = c.var
  const [issuer, sid] = [c.req.query('iss'), c.req.query('sid')]
  if (issuer && sid) {
    const ended = await services.db.inTransaction({ municipalityId: municipality.id }, (trx) =>
      endProviderSession(trx, issuer, sid, services.now()),
    )
    if (ended > 0)
      services.log.info('logged out by the provider', { request: c.var.requestId, channel: 'front', sessions: ended })
  }
  c.header('cache-control', 'no-store')
  return c.body(null, 204)
}

/** POST /logg-ut/fra-leverandor: a logout token signed by the provider (OpenID Connect Back-Channel Logout 1.0). */
export async function backChannelLogout(c: Ctx): Promise<Response> {
  const { services, municipality } = c.var
  c.header('cache-control', 'no-store')
  const token = (await c.req.formData()).get('logout_token')
  const both = identityOf(c).providers.get(municipality.slug)
  if (typeof token !== 'string' || !both) return c.json({ error: 'invalid_request' }, 400)
  for (const provider of [both.resident, both.staff]) {
    try {
      const connection = await identityOf(c).connect(provider, loopbackOrigin(c))
      const sid = await checkLogoutToken(connection, token, services.now())
      const ended = await services.db.inTransaction({ municipalityId: municipality.id }, (trx) =>
        endProviderSession(trx, provider.issuer, sid, services.now()),
      )
      services.log.info('logged out by the provider', { request: c.var.requestId, channel: 'back', sessions: ended })
      return c.body(null, 200)
    } catch (error) {
      services.log.debug('not a logout token of this provider', { provider: provider.kind, code: faultOf(error).code })
    }
  }
  services.log.warn('logout token refused', { request: c.var.requestId })
  return c.json({ error: 'invalid_request' }, 400)
}
