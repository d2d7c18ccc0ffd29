import { createHash, timingSafeEqual } from 'node:crypto'
import { tokenHash } from '../crypto.ts'
import type { Ctx } from './context.ts'

/** The hidden field's value for a session token: known to our pages and to nobody who cannot read them. */
export function csrfToken(sessionToken: string): string {
  return csrfOfHash(tokenHash(sessionToken))
}

/** The same for a session that is only known by its token's hash: one that is over. */
export function csrfOfHash(hash: Buffer): string {
  return createHash('sha256').update('csrf:').update(hash).digest('base64url')
}

/** True when an unsafe request comes from our own pages: by Sec-Fetch-Site or Origin. Both absent (no browser) needs the token. */
export function isOwnOrigin(c: Ctx): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  if (!origin) return true
  const host = c.req.header('host')
  return URL.canParse(origin) && new URL(origin).host === host
}

/** True when the form's token is the session's. Visitors without a session have none, and are guarded by origin alone. */
export function hasToken(c: Ctx, given: string): boolean {
  const wanted = c.var.session?.csrf
  if (!wanted) return true
  const a = Buffer.from(wanted)
  const b = Buffer.from(given)
  return a.length === b.length && timingSafeEqual(a, b)
}
