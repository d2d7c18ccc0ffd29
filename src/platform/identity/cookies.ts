import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from '../http/context.ts'
import { visitorOrigin } from '../http/visitor.ts'

/** session: who is logged in. browser: this browser began a login. pending: a form of this browser's is kept. */
type Purpose = 'session' | 'browser' | 'pending'

const names: Record<Purpose, string> = { session: 'torg', browser: 'torg-inn', pending: 'torg-venter' }

export function readToken(c: Ctx, purpose: Purpose): string | undefined {
  const token = getCookie(c, nameOf(c, purpose))
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined
}

/** Lax, since one comes back from the provider by a link from elsewhere; a session lasts until the browser closes. */
export function writeToken(c: Ctx, purpose: Purpose, token: string, maxAgeMs?: number): void {
  setCookie(c, nameOf(c, purpose), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    ...(maxAgeMs && { maxAge: Math.floor(maxAgeMs / 1000) }),
  })
}

export function clearToken(c: Ctx, purpose: Purpose): void {
  deleteCookie(c, nameOf(c, purpose), { path: '/', secure: isSecure(c) })
}

// __Host- means: set by this host itself, over https, for all its paths. Browsers refuse it over http, so localhost goes without.
function nameOf(c: Ctx, purpose: Purpose): string {
  return isSecure(c) ? `__Host-${names[purpose]}` : names[purpose]
}

function isSecure(c: Ctx): boolean {
  return visitorOrigin(c).startsWith('https:')
}
