import { csrfToken } from '../http/csrf.ts'
import type { CurrentSession, Ctx } from '../http/context.ts'
import { readToken } from './cookies.ts'
import { loadSession, touchSession, type Session } from './session.ts'

/** The session of this request: its person with roles, and the value that our own forms carry. */
export async function currentSession(c: Ctx): Promise<(CurrentSession & Omit<Session, 'mustTouch'>) | undefined> {
  const token = readToken(c, 'session')
  if (!token) return undefined
  const { services, municipality } = c.var
  const now = services.now()
  const session = await services.db.unscoped((db) => loadSession(db, municipality.id, token, now))
  if (!session) return undefined
  // With a full disk reading goes on; the session then simply does not move its limit.
  if (session.mustTouch && services.canWrite()) {
    await services.db.inTransaction({ municipalityId: municipality.id }, (trx) => touchSession(trx, session, now))
  }
  const { mustTouch: _, ...rest } = session
  return { ...rest, csrf: csrfToken(token) }
}
