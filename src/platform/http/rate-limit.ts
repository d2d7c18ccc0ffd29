import { createHash, randomBytes } from 'node:crypto'
import type { Ctx, Handler } from './context.ts'
import { problem } from './problems.tsx'
import { rateLimitTexts } from './rate-limit-texts.ts'
import { visitorAddress } from './visitor.ts'

export interface RateLimit {
  /** Counts one use by `key` at `now` (milliseconds). 0 when it may go on, else seconds to wait. */
  take(key: string, now: number): number
}

/**
 * At most `burst` at once and `perMinute` over time for each key, in memory of a fixed size: each key has a place in two tables,
 * found by a hash that no stranger can predict, and the less used of the two counts. However many keys come, nothing grows and
 * nobody's count is thrown away; two keys share both places once in a hundred million.
 */
export function rateLimit({
  perMinute,
  burst,
  places = 8_192,
}: {
  perMinute: number
  burst: number
  places?: number
}): RateLimit {
  const step = 60_000 / perMinute
  const salt = randomBytes(16)
  // For each place the time at which its uses so far are paid for (the generic cell rate algorithm).
  const tables = [new Float64Array(places), new Float64Array(places)] as const

  return {
    take(key, now) {
      const hash = createHash('sha256').update(salt).update(key).digest()
      const at = [hash.readUInt32LE(0) % places, hash.readUInt32LE(4) % places] as const
      const paid = Math.max(now, Math.min(tables[0][at[0]] ?? 0, tables[1][at[1]] ?? 0))
      const wait = paid - now - (burst - 1) * step
      if (wait > 0) return Math.ceil(wait / 1000)
      tables[0][at[0]] = Math.max(tables[0][at[0]] ?? 0, paid + step)
      tables[1][at[1]] = Math.max(tables[1][at[1]] ?? 0, paid + step)
      return 0
    },
  }
}

/** The handler behind a limit per visitor address and `route`, a name of ours: nothing a visitor types is part of the key. */
export function limited(limitOf: (c: Ctx) => RateLimit, route: string, handler: Handler): Handler {
  return async (c: Ctx) => {
    // A clock that never goes back: one set right by the network must not lock anyone out.
    const wait = limitOf(c).take(`${route} ${network(visitorAddress(c))}`, performance.now())
    return wait === 0 ? await handler(c) : await tooMany(c, wait)
  }
}

/** The page that asks to wait so many seconds. */
export async function tooMany(c: Ctx, wait: number): Promise<Response> {
  const t = rateLimitTexts[c.var.lang]
  const answer = await problem(c, 429, t.title, t.body(wait))
  answer.headers.set('retry-after', String(wait))
  return answer
}

/** An IPv4 address, or the /64 of an IPv6 one: a household or a phone has that many addresses to choose from. */
export function network(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}
