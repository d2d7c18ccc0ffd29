import type { Ctx } from './context.ts'

/** No inline script or style anywhere; pages may be framed by nobody but themselves (the scheme preview is our own page in a frame). */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ')

/** Security headers for every answer; a download has set stricter ones of its own already. */
export function setSecurityHeaders(c: Ctx): void {
  const headers = c.res.headers
  const set = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value)
  }
  set('content-security-policy', CSP)
  set('x-content-type-options', 'nosniff')
  set('referrer-policy', 'same-origin')
  set('cross-origin-opener-policy', 'same-origin')
  set('cross-origin-resource-policy', 'same-origin')
  set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  // Pages of logged-in people are nobody else's: no shared or disk cache may keep them.
  set('cache-control', c.var.person ? 'no-store' : 'no-cache')
}
