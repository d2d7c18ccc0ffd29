import { createPublicKey } from 'node:crypto'
import { Provider, type ClientMetadata, type Configuration, type JWK } from 'oidc-provider'
import type { ProviderKind } from '#platform/identity/index.ts'
import { demoPeople } from '../people.ts'
import { demoClientId, demoIssuers, demoPaths } from './issuers.ts'
import { demoMemory } from './memory.ts'
import type { DemoSecrets } from './secrets.ts'

const minutes = 60
const acrValues = ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high']

export interface DemoProviderOptions {
  secrets: DemoSecrets
  /** Whether an address is a host of ours: logins are sent back there and nowhere else. */
  isOwnHost: (host: string) => boolean
  behindProxy: boolean
}

/** An OpenID provider with the demo's residents or staff: the same protocol as ID-porten's, and a person picker for a password. */
export function makeDemoProvider(kind: ProviderKind, options: DemoProviderOptions): Provider {
  const { secrets } = options
  const base = `demo-${kind}`
  const configuration: Configuration = {
    adapter: demoMemory(),
    clients: [...new Set(demoPeople.map((person) => person.municipality))].map((slug) => client(slug, kind, secrets)),
    jwks: { keys: [{ ...(secrets.providerKey.export({ format: 'jwk' }) as JWK), kid: 'demo', use: 'sig', alg: 'RS256' } as JWK] },
    acrValues,
    claims: {
      openid: ['sub', 'acr', 'amr', 'sid', 'locale', ...(kind === 'resident' ? ['pid'] : [])],
      profile: ['name', 'email', ...(kind === 'staff' ? ['preferred_username'] : [])],
    },
    // As ID-porten does: everything stands in the ID token.
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    cookies: {
      keys: [secrets.cookieKey],
      names: { session: `${base}-session`, interaction: `${base}-choice`, resume: `${base}-resume` },
      long: { httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx) => void (ctx.body = 'logged out') },
    },
    interactions: { url: (_ctx, interaction) => `${demoPaths[kind]}/velg/${interaction.uid}` },
    ttl: {
      AccessToken: 5 * minutes,
      AuthorizationCode: minutes,
      IdToken: 5 * minutes,
      Interaction: 30 * minutes,
      Session: 120 * minutes,
      Grant: 120 * minutes,
    },
    clientBasedCORS: () => false,
    findAccount: (_ctx, id) => account(id, kind),
    async loadExistingGrant(ctx) {
      // No page that asks for consent: it is the municipality's own service.
      const { client: party, session } = ctx.oidc
      if (!party || !session?.accountId) return undefined
      const grant = new ctx.oidc.provider.Grant({ clientId: party.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    renderError(ctx, out) {
      ctx.type = 'text'
      ctx.body = `${out.error}: ${out.error_description ?? ''}`
    },
  }
  const provider = new Provider(demoIssuers[kind], configuration)
  provider.proxy = options.behindProxy
  // Registered addresses would have to name every host and port a demo can be visited at.
  const ours = (path: string) => (address: string) => {
    const url = URL.parse(address)
    return url !== null && url.pathname === path && url.search === '' && options.isOwnHost(url.host)
  }
  provider.Client.prototype.redirectUriAllowed = ours('/logg-inn/svar')
  provider.Client.prototype.postLogoutRedirectUriAllowed = ours('/logg-ut/ferdig')
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.oidc?.route === 'end_session' && ctx.status === 200) await endAtOnce(ctx as LogoutContext)
  })
  return provider
}

type LogoutContext = Parameters<NonNullable<Configuration['loadExistingGrant']>>[0]

// One has just pressed "log out": the standard's second question would be one too many.
async function endAtOnce(ctx: LogoutContext): Promise<void> {
  const state = ctx.oidc.session?.state as { postLogoutRedirectUri?: string } | undefined
  await ctx.oidc.session?.destroy()
  ctx.body = ''
  ctx.status = 303
  ctx.redirect(state?.postLogoutRedirectUri ?? '/logg-ut/ferdig')
}

function client(slug: string, kind: ProviderKind, secrets: DemoSecrets): ClientMetadata {
  const shared: ClientMetadata = {
    client_id: demoClientId(slug, kind),
    redirect_uris: ['http://localhost/logg-inn/svar'],
    post_logout_redirect_uris: ['http://localhost/logg-ut/ferdig'],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    id_token_signed_response_alg: 'RS256',
  }
  if (kind === 'staff')
    return { ...shared, token_endpoint_auth_method: 'client_secret_basic', client_secret: secrets.clientSecret }
  const key = { ...createPublicKey(secrets.clientKey).export({ format: 'jwk' }), kid: 'torg', use: 'sig', alg: 'RS256' }
  return {
    ...shared,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'RS256',
    jwks: { keys: [key as JWK] },
  }
}

function account(id: string, kind: ProviderKind) {
  const person = demoPeople.find((each) => each.key === id && each.kind === kind)
  if (!person) return undefined
  const claims = {
    sub: person.key,
    name: person.name,
    locale: person.language,
    email: person.email,
    ...(person.nationalId ? { pid: person.nationalId } : { preferred_username: person.email }),
  }
  return { accountId: person.key, claims: () => claims }
}
