import { createServer, type IncomingMessage, type RequestListener, type ServerOptions, type ServerResponse } from 'node:http'
import type { Provider as OidcProvider } from 'oidc-provider'
import type { DatabaseHandle } from '#platform/database/db.ts'
import { get, post, type Route } from '#platform/http/index.ts'
import type { Provider, ProviderKind, Providers } from '#platform/identity/index.ts'
import { demoPeople } from '../people.ts'
import { demoClientId, demoIssuers, demoPaths } from './issuers.ts'
import { choosePerson, showPicker } from './picker.tsx'
import { demoSecrets, type DemoSecrets } from './secrets.ts'

export interface DemoLogin {
  /** What Torg logs in with: a provider of residents and one of staff for each of the demo's municipalities. */
  providers: Providers
  /** The person picker's pages. */
  routes: readonly Route[]
  /** For `serve({ createServer })`: the protocol's own addresses are answered by the provider, all others by Torg. */
  createServer: typeof createServer
}

const demoLabels = {
  resident: { nb: 'demoinnlogging', nn: 'demoinnlogging', en: 'the demo login' },
  staff: { nb: 'demoinnlogging for ansatte', nn: 'demoinnlogging for tilsette', en: 'the demo login for employees' },
}
const kinds: readonly ProviderKind[] = ['resident', 'staff']

/** Opens the demo's login: providers of its own, in this same server, with keys kept in the data folder. */
export function openDemoLogin(options: { dataDir: string; db: DatabaseHandle; behindProxy: boolean }): DemoLogin {
  const secrets = demoSecrets(options.dataDir)
  const hosts = ownHosts(options.db)
  const opened = new Map<ProviderKind, Promise<OidcProvider>>()
  const open = (kind: ProviderKind): Promise<OidcProvider> => {
    let provider = opened.get(kind)
    if (!provider) opened.set(kind, (provider = load(kind)))
    return provider
  }
  // Loaded at the first login: a start waits for none of it, and a server without the demo never has it in memory.
  const load = async (kind: ProviderKind): Promise<OidcProvider> => {
    const { makeDemoProvider } = await import('./provider.ts')
    return makeDemoProvider(kind, { secrets, isOwnHost: hosts.has, behindProxy: options.behindProxy })
  }
  const answer = async (kind: ProviderKind, request: IncomingMessage, response: ServerResponse) => {
    await hosts.refresh()
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    )
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    // The provider finds where it is mounted by comparing the two.
    Object.assign(request, { originalUrl: request.url })
    request.url = request.url?.slice(demoPaths[kind].length)
    if (request.method === 'POST' && request.url === '/session/end') await asQuery(request, kind)
    const provider = await open(kind)
    await provider.callback()(request, response)
  }
  return {
    providers: new Map([...new Set(demoPeople.map((person) => person.municipality))].map((slug) => [slug, both(slug, secrets)])),
    routes: kinds.flatMap((kind) => [
      get(`${demoPaths[kind]}/velg/:uid`, 'anyone', showPicker(kind, open)),
      post(`${demoPaths[kind]}/velg/:uid`, 'anyone', choosePerson(kind, open)),
    ]),
    createServer: ((serverOptions: ServerOptions, listener: RequestListener) =>
      createServer(serverOptions, (request, response) => {
        const kind = kinds.find((each) => isProtocol(request.url ?? '', demoPaths[each]))
        if (!kind) return listener(request, response)
        answer(kind, request, response).catch(() => response.headersSent || response.writeHead(500).end())
      })) as typeof createServer,
  }
}

// Logging out comes as a form, as ID-porten wants it. This provider takes that only together with cookies that need https, so
// the form is read here and handed over as the query it would otherwise be.
async function asQuery(request: IncomingMessage, kind: ProviderKind): Promise<void> {
  let body = ''
  for await (const part of request) {
    body += String(part)
    if (body.length > 16_384) throw new Error('too large for a logout')
  }
  request.method = 'GET'
  request.url += `?${body}`
  Object.assign(request, { originalUrl: demoPaths[kind] + request.url })
}

function isProtocol(url: string, path: string): boolean {
  return url.startsWith(`${path}/`) && !url.startsWith(`${path}/velg/`)
}

function both(slug: string, secrets: DemoSecrets): Record<ProviderKind, Provider> {
  const shared = {
    municipality: slug,
    scopes: 'openid profile',
    secretIn: 'header',
    idTokenAlg: 'RS256',
    claims: { name: 'name', nationalId: 'pid', loginName: 'preferred_username', email: 'email' },
    // Nobody who tries a demo wants to be the same person twice without being asked.
    prompt: 'login',
    syntheticPeople: true,
  } as const
  const own = (kind: ProviderKind) => ({
    ...shared,
    kind,
    issuer: demoIssuers[kind],
    clientId: demoClientId(slug, kind),
    mountedAt: demoPaths[kind],
  })
  return {
    resident: {
      ...own('resident'),
      privateKey: secrets.clientKey,
      privateKeyId: 'torg',
      acrValues: ['idporten-loa-substantial'],
      label: demoLabels.resident,
    },
    staff: {
      ...own('staff'),
      clientSecret: secrets.clientSecret,
      acrValues: [],
      label: demoLabels.staff,
    },
  }
}

interface OwnHosts {
  has: (host: string) => boolean
  refresh: () => Promise<void>
}

// This machine under any name and port, and the hosts of the municipalities; read again at most twice a minute.
function ownHosts(db: DatabaseHandle): OwnHosts {
  let known = new Set<string>()
  let readAt = Number.NEGATIVE_INFINITY
  return {
    has: (host) => {
      const name = host.replace(/:\d+$/, '').toLowerCase()
      return name === 'localhost' || name === '127.0.0.1' || name.endsWith('.localhost') || known.has(name)
    },
    refresh: async () => {
      if (performance.now() - readAt < 30_000) return
      readAt = performance.now()
      const rows = await db.unscoped((root) => root.selectFrom('host_name').select('host').execute())
      known = new Set(rows.map((row) => row.host))
    },
  }
}
