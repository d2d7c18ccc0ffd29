import * as oidc from 'openid-client'
import type { KeyObject } from 'node:crypto'
import type { Provider } from './providers.ts'

/** Torg as the client of one provider, with what discovery told. */
export interface Connection {
  provider: Provider
  config: oidc.Configuration
}

/** Where this server can be reached from itself, such as http://127.0.0.1:3000: only the demo's own provider needs it. */
export type Loopback = string

export type Connect = (provider: Provider, loopback: Loopback) => Promise<Connection>

const day = 24 * 60 * 60_000
// A resident waits behind this; better a friendly page than a minute of nothing.
const secondsToWait = 8

/**
 * Connects to providers, asking each for its discovery document at most once a day. When the provider does not answer,
 * yesterday's document serves on; without one the promise is rejected and the next login asks again.
 */
export function providerConnections(now: () => number = Date.now): Connect {
  const known = new Map<Provider, { at: number; connection: Promise<Connection> }>()
  return async (provider, loopback) => {
    const before = known.get(provider)
    if (before && now() - before.at < day) return await before.connection
    const connection = discover(provider, loopback)
    known.set(provider, { at: now(), connection })
    try {
      return await connection
    } catch (error) {
      if (before) known.set(provider, before)
      else known.delete(provider)
      if (before) return await before.connection
      throw error
    }
  }
}

/** An address at the provider as the visitor's browser reaches it: the demo's provider is shown at the visitor's own host. */
export function browserAddress(provider: Provider, address: string, origin: string): URL {
  const url = new URL(address)
  return provider.mountedAt ? new URL(url.pathname + url.search, origin) : url
}

async function discover(provider: Provider, loopback: Loopback): Promise<Connection> {
  const metadata: oidc.ClientMetadata = {
    client_id: provider.clientId,
    id_token_signed_response_alg: provider.idTokenAlg,
    [oidc.clockTolerance]: 30,
  }
  const config = provider.mountedAt
    ? await discoverMounted(provider, metadata, new URL(provider.mountedAt, loopback).href)
    : await oidc.discovery(new URL(provider.issuer), provider.clientId, metadata, await clientAuthentication(provider), {
        timeout: secondsToWait,
        execute: provider.issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
      })
  // The signature is checked also when the token came straight from the provider over TLS: its key decides, not the line.
  oidc.enableNonRepudiationChecks(config)
  return { provider, config }
}

// The demo provider's name is one and the same whatever the port, so that its people stay who they are; its address is not.
async function discoverMounted(provider: Provider, metadata: oidc.ClientMetadata, address: string): Promise<oidc.Configuration> {
  const answer = await fetch(`${address}/.well-known/openid-configuration`, {
    redirect: 'error',
    signal: AbortSignal.timeout(secondsToWait * 1000),
  })
  if (!answer.ok) throw new Error(`the demo's provider answered ${answer.status}`)
  const server = (await answer.json()) as oidc.ServerMetadata
  if (server.issuer !== provider.issuer) throw new Error("the demo's provider has another name than expected")
  const config = new oidc.Configuration(server, provider.clientId, metadata, await clientAuthentication(provider))
  config.timeout = secondsToWait
  oidc.allowInsecureRequests(config)
  return config
}

async function clientAuthentication(provider: Provider): Promise<oidc.ClientAuth> {
  if (provider.privateKey) {
    const key = signingKey(provider.privateKey)
    return oidc.PrivateKeyJwt(provider.privateKeyId ? { key, kid: provider.privateKeyId } : key)
  }
  return provider.secretIn === 'body'
    ? oidc.ClientSecretPost(provider.clientSecret)
    : oidc.ClientSecretBasic(provider.clientSecret)
}

function signingKey(key: KeyObject): CryptoKey {
  const algorithm =
    key.asymmetricKeyType === 'ec' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  return key.toCryptoKey(algorithm, false, ['sign']) as CryptoKey
}
