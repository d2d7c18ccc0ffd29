import type { Context } from 'hono'
import type { DatabaseHandle, Scope } from '#platform/database/db.ts'
import type { Keyring } from '#platform/crypto.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { OrganisationRegister } from '#platform/registers/organisation-register.ts'
import type { Logger } from '#platform/log.ts'

/** What the server lends every request: opened once at the start, handed in, never imported. */
export interface Services {
  db: DatabaseHandle
  keyring: Keyring
  now: () => Date
  log: Logger
  dataDir: string
  demo: boolean
  /** Address residents reach Torg on, where a proxy stands before it. */
  publicUrl?: string
  /** The port the server listens on: part of the address where no proxy stands before it. */
  port?: number
  trustedProxies: string[]
  /** Where organisation numbers are looked up. Without it they are not: commands and tests. */
  organisationRegister?: OrganisationRegister
  /** Forms one person, or one visitor's network, may post. Without it there is no limit: commands and tests. */
  postLimit?: { take(key: string, now: number): number }
  /** False while too little disk is left: writes are refused, reads go on. */
  canWrite: () => boolean
}

/** The tenant this request is for, by host name. */
export interface Municipality {
  id: string
  slug: string
  name: string
  settings: Record<string, unknown>
}

/** Who is logged in, with the roles that count in this municipality. */
export interface SessionPerson {
  id: string
  name: string
  kind: 'resident' | 'staff'
  roles: string[]
  language: Lang
}

/** The part of a session that requests need; made by platform/identity. */
export interface CurrentSession {
  person: SessionPerson
  /** Hidden field value that proves a form came from our own page. */
  csrf: string
}

export interface AppEnv {
  Variables: {
    services: Services
    municipality: Municipality
    session?: CurrentSession
    person?: SessionPerson
    lang: Lang
    scope: Scope
    requestId: string
  }
  Bindings: { incoming?: import('node:http').IncomingMessage; outgoing?: import('node:http').ServerResponse }
}

export type Ctx = Context<AppEnv>
export type Handler = (c: Ctx) => Response | Promise<Response>

/** Who may use a route. Roles are those of staff_role; 'resident' and 'staff' are any logged-in person of the kind. */
export type Who = 'anyone' | 'logged-in' | 'resident' | 'staff' | readonly string[]

export interface Route {
  method: 'GET' | 'POST'
  path: string
  who: Who
  handler: Handler
  /** Largest body in bytes; 1 MB where nothing is said. */
  maxBody?: number
  /** Writes even when the disk is nearly full: logging out. */
  always?: boolean
  /** A POST from elsewhere by design (a provider's back channel): no origin or token check. */
  fromOutside?: boolean
}

export function get(path: string, who: Who, handler: Handler): Route {
  return { method: 'GET', path, who, handler }
}

export function post(
  path: string,
  who: Who,
  handler: Handler,
  options: Pick<Route, 'maxBody' | 'always' | 'fromOutside'> = {},
): Route {
  return { method: 'POST', path, who, handler, ...options }
}

/** The person, on routes where somebody is logged in by the route's own rule. */
export function currentPerson(c: Ctx): SessionPerson {
  const person = c.var.person
  if (!person) throw new Error('This route needs a logged-in person: say so in routes.ts.')
  return person
}

export function mayUse(who: Who, person: SessionPerson | undefined): boolean {
  if (who === 'anyone') return true
  if (!person) return false
  if (who === 'logged-in') return true
  if (who === 'resident' || who === 'staff') return person.kind === who
  return person.roles.some((role) => who.includes(role))
}
