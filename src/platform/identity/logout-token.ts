import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose'
import type { Connection } from './provider-connection.ts'

const keySets = new WeakMap<object, JWTVerifyGetKey>()
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/**
 * The provider's session id in a logout token, after its signature, issuer, audience, age and kind have been checked; throws
 * otherwise. An ID token is no logout token: a nonce in it is refused, as the standard says.
 */
export async function checkLogoutToken({ provider, config }: Connection, token: string, now: Date): Promise<string> {
  const { payload } = await jwtVerify(token, keysOf(config), {
    issuer: provider.issuer,
    audience: provider.clientId,
    algorithms: [provider.idTokenAlg],
    currentDate: now,
    clockTolerance: 30,
    maxTokenAge: '10 minutes',
    requiredClaims: ['jti', 'events'],
  })
  const events = payload['events']
  if (!events || typeof events !== 'object' || !(logoutEvent in events) || payload['nonce'] !== undefined)
    throw new Error('not a logout token')
  const sid = payload['sid']
  if (typeof sid !== 'string' || sid === '') throw new Error('the logout token names no session')
  return sid
}

function keysOf(config: Connection['config']): JWTVerifyGetKey {
  let keys = keySets.get(config)
  if (!keys) {
    const address = config.serverMetadata().jwks_uri
    if (!address) throw new Error('the provider publishes no keys')
    keys = createRemoteJWKSet(new URL(address), {
      timeoutDuration: 8_000,
      [customFetch]: (url, options) => fetch(url, { ...options, redirect: 'error' }),
    })
    keySets.set(config, keys)
  }
  return keys
}
