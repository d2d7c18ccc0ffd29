import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, SignJWT, type JWTPayload } from 'jose'

/** What to change in the ID token that the provider gives out next. */
export interface Twist {
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  key?: KeyObject
  /** No signature at all. */
  unsigned?: boolean
}

export interface FakeProvider {
  issuer: string
  /** What the client asked for last, pushed (PAR) before the browser left. */
  asked: Record<string, string>
  /** What the client sent to the token endpoint last. */
  exchanged: Record<string, string>
  twist: Twist
  /** 'up' answers; 'silent' closes every connection at once. */
  state: 'up' | 'silent'
  sign(claims: JWTPayload, twist?: Twist): Promise<string>
  strangersKey: KeyObject
  stop(): Promise<void>
}

/** Somebody else's OpenID provider, at the edge of our world: right in all things but those a test twists. */
export async function startFakeProvider(clientId: string): Promise<FakeProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server = http.createServer((request, response) => void answer(request, response))
  await new Promise<void>((open) => void server.listen(0, '127.0.0.1', () => open()))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const self: FakeProvider = {
    issuer,
    asked: {},
    exchanged: {},
    twist: {},
    state: 'up',
    strangersKey: stranger.privateKey,
    async sign(claims, twist = {}) {
      const header = { alg: 'RS256', kid: 'k1', ...twist.header }
      if (twist.unsigned) return `${part({ ...header, alg: 'none' })}.${part(claims)}.`
      return await new SignJWT(claims).setProtectedHeader(header).sign(twist.key ?? own.privateKey)
    },
    stop: () => new Promise((closed) => void server.close(() => closed())),
  }

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    if (self.state === 'silent') return void request.socket.destroy()
    let body = ''
    for await (const piece of request) body += String(piece)
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (request.url === '/.well-known/openid-configuration') return void json(discovery())
    if (request.url === '/jwks') {
      const key = { ...(await exportJWK(own.publicKey)), kid: 'k1', use: 'sig', alg: 'RS256' }
      return void json({ keys: [key] })
    }
    if (request.url === '/par') {
      self.asked = Object.fromEntries(new URLSearchParams(body))
      return void json({ request_uri: 'urn:ietf:params:oauth:request_uri:1', expires_in: 60 }, 201)
    }
    if (request.url === '/token') {
      self.exchanged = Object.fromEntries(new URLSearchParams(body))
      return void json({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: await idToken() })
    }
    json({ error: 'not_found' }, 404)
  }

  async function idToken(): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: 'subject-1',
      sid: 'provider-session-1',
      acr: 'idporten-loa-substantial',
      pid: '15859000026',
      name: 'Tuva Testesen',
      iat: now,
      exp: now + 120,
      nonce: self.asked['nonce'],
      ...self.twist.claims,
    }
    return await self.sign(claims as JWTPayload, self.twist)
  }

  function discovery() {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      pushed_authorization_request_endpoint: `${issuer}/par`,
      end_session_endpoint: `${issuer}/logout`,
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    }
  }

  return self
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
