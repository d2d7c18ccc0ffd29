import * as oidc from 'openid-client'
import type { Lang } from '../texts/texts.ts'
import type { LoginAttempt } from './login-attempt.ts'
import { browserAddress, type Connection } from './provider-connection.ts'

export interface Departure {
  /** Where the browser goes. */
  url: URL
  state: string
  nonce: string
  verifier: string
}

/** The way to the provider: PKCE with S256, state, nonce, the level of assurance, by pushed request where the provider takes it. */
export async function depart(connection: Connection, from: { origin: string; callback: string; lang: Lang }): Promise<Departure> {
  const { provider, config } = connection
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
  const parameters: Record<string, string> = {
    response_type: 'code',
    redirect_uri: from.origin + from.callback,
    scope: provider.scopes,
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: from.lang,
    ...(provider.acrValues.length > 0 && { acr_values: provider.acrValues.join(' ') }),
    ...(provider.prompt && { prompt: provider.prompt }),
  }
  const pushed = config.serverMetadata().pushed_authorization_request_endpoint !== undefined
  const url = pushed
    ? await oidc.buildAuthorizationUrlWithPAR(config, parameters)
    : oidc.buildAuthorizationUrl(config, parameters)
  return { url: browserAddress(provider, url.href, from.origin), state, nonce, verifier }
}

export interface Arrival {
  idToken: string
  claims: Record<string, unknown>
}

/**
 * Fetches and checks the ID token that the answer's code stands for: issuer, audience, signature by the provider's own keys
 * with the agreed algorithm, expiry, nonce. Throws on any fault, and when the provider does not answer.
 */
export async function arrive(connection: Connection, attempt: LoginAttempt, address: URL, state: string): Promise<Arrival> {
  const tokens = await oidc.authorizationCodeGrant(connection.config, address, {
    pkceCodeVerifier: attempt.verifier,
    expectedState: state,
    expectedNonce: attempt.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims || !tokens.id_token) throw new Error('the provider sent no ID token')
  return { idToken: tokens.id_token, claims }
}

/** What a failed exchange was, in one word for the log and to tell an unreachable provider from an answer that is not good. */
export function faultOf(error: unknown): { unreachable: boolean; code: string } {
  const code = (error as { code?: unknown } | undefined)?.code
  const name = error instanceof Error ? error.name : 'unknown'
  const unreachable =
    name === 'TimeoutError' || name === 'AbortError' || (error instanceof TypeError && /fetch failed/.test(error.message))
  const cause = (error as { cause?: unknown } | undefined)?.cause
  return {
    unreachable: unreachable || (cause !== undefined && faultOf(cause).unreachable),
    code: typeof code === 'string' ? code : name,
  }
}
