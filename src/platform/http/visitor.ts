import type { Ctx } from './context.ts'

/**
 * The visitor's address. X-Forwarded-For counts only when the connection comes from a proxy named in TORG_TRUSTED_PROXIES:
 * then the last address in it that is no such proxy, since anything before that is the visitor's own word.
 */
export function visitorAddress(c: Ctx): string {
  const peer = peerAddress(c)
  const trusted = c.var.services.trustedProxies
  if (!trusted.includes(peer)) return peer
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => plain(part.trim()))
  return chain.findLast((address) => address !== '' && !trusted.includes(address)) ?? peer
}

/**
 * Scheme and host that the visitor's browser uses, such as https://tilskudd.example.no. The host is the one the municipality
 * was found by; https comes from a trusted proxy, or from TORG_PUBLIC_URL.
 */
export function visitorOrigin(c: Ctx): string {
  const { services } = c.var
  const url = new URL(c.req.url)
  const host = c.req.header('host') ?? url.host
  const forwarded = services.trustedProxies.includes(peerAddress(c)) ? c.req.header('x-forwarded-proto') : undefined
  const secure = forwarded ? forwarded === 'https' : url.protocol === 'https:' || services.publicUrl?.startsWith('https:')
  return `${secure ? 'https' : 'http'}://${host}`
}

/** Where this server reaches itself: the socket that the request came in through. */
export function loopbackOrigin(c: Ctx): string {
  const socket = c.env?.incoming?.socket
  if (!socket?.localPort) return new URL(c.req.url).origin
  const address = plain(socket.localAddress ?? '127.0.0.1')
  return `http://${address.includes(':') ? `[${address}]` : address}:${socket.localPort}`
}

function peerAddress(c: Ctx): string {
  return plain(c.env?.incoming?.socket.remoteAddress ?? '')
}

// An IPv4 address that came in through an IPv6 socket is still that IPv4 address.
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
