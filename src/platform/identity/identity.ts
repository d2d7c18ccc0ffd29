import type { Ctx } from '../http/context.ts'
import { rateLimit, type RateLimit } from '../http/rate-limit.ts'
import { providerConnections, type Connect } from './provider-connection.ts'
import type { Providers } from './providers.ts'

/** What login needs while the server runs. */
export interface Identity {
  providers: Providers
  connect: Connect
  /** Logins begun and finished per visitor address. Generous: a whole town hall may sit behind one address. */
  limit: RateLimit
}

declare module '../http/context.ts' {
  interface Services {
    /** Set by the server; commands have none. */
    identity?: Identity
  }
}

/** Login as the server opened it. */
export function identityOf(c: Ctx): Identity {
  const { identity } = c.var.services
  if (!identity) throw new Error('login is not open: the server sets services.identity before it listens')
  return identity
}

/** Opens login for these providers. `perMinute` is the number of login steps one visitor address may take. */
export function openIdentity(providers: Providers, perMinute = 240): Identity {
  return { providers, connect: providerConnections(), limit: rateLimit({ perMinute, burst: Math.ceil(perMinute / 2) }) }
}
