import { sql, type Kysely } from 'kysely'
import type { Keyring } from '../crypto.ts'
import { randomToken, tokenHash } from '../crypto.ts'
import type { Trx } from '../database/db.ts'
import type { Database } from '../database/tables.ts'
import type { Lang } from '../texts/texts.ts'
import { sessionLimits, touchEvery } from './timeouts.ts'
import './tables.ts'

export interface SessionPerson {
  id: string
  name: string
  kind: 'resident' | 'staff'
  email: string | null
  language: Lang
  roles: string[]
}

export interface Session {
  id: string
  person: SessionPerson
  acr: string | null
  createdAt: Date
  endsAt: Date
  /** Its last use is more than a minute old: call touchSession in a transaction that may write. */
  mustTouch: boolean
}

export interface NewSession {
  personId: string
  kind: 'resident' | 'staff'
  issuer: string
  providerSid?: string
  idToken: string
  acr?: string
  device?: string
}

export type EndReason = 'logout' | 'provider' | 'new-login' | 'deactivated' | 'by-person'

/**
 * The session behind a cookie's token, with its person and roles, in one round trip; undefined when there is none here, it is
 * over, or the person is no longer active. Runs on every request that carries the cookie, inside a transaction or outside.
 */
export async function loadSession(
  db: Kysely<Database>,
  municipalityId: string,
  token: string,
  now: Date,
): Promise<Session | undefined> {
  const { rows } = await sql<SessionRow>`select * from open_session(${municipalityId}, ${tokenHash(token)}, ${now})`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const person = { id: row.person_id, name: row.name, kind: row.kind, email: row.email, language: row.language, roles: row.roles }
  return {
    id: row.id,
    person,
    acr: row.acr,
    createdAt: row.created_at,
    endsAt: row.ends_at,
    mustTouch: now.getTime() - row.last_seen_at.getTime() >= touchEvery,
  }
}

/** Notes that a session is in use, which moves its inactivity limit; never past its absolute one. */
export async function touchSession(trx: Trx, session: Session, now: Date): Promise<void> {
  const until = Math.min(now.getTime() + sessionLimits[session.person.kind].idle, session.endsAt.getTime())
  await trx
    .updateTable('session')
    .set({ last_seen_at: now, valid_until: new Date(until) })
    .where('id', '=', session.id)
    .where('ended_at', 'is', null)
    .where('last_seen_at', '<=', new Date(now.getTime() - touchEvery))
    .execute()
}

/**
 * A new session, with a new token, whatever token the browser had before (that session ends: `before`).
 * Returns the token for the cookie; only its hash is stored.
 */
export async function createSession(trx: Trx, ring: Keyring, login: NewSession, now: Date, before?: string): Promise<string> {
  if (before) await endSession(trx, before, 'new-login', now)
  const token = randomToken()
  const limits = sessionLimits[login.kind]
  const at = (after: number) => new Date(now.getTime() + after)
  await trx
    .insertInto('session')
    .values({
      token_hash: tokenHash(token),
      person_id: login.personId,
      issuer: login.issuer,
      provider_sid: login.providerSid ?? null,
      id_token_cipher: ring.encrypt(login.idToken, idTokenContext(login.personId)),
      acr: login.acr ?? null,
      device: login.device?.slice(0, 120) ?? null,
      created_at: now,
      last_seen_at: now,
      valid_until: at(Math.min(limits.idle, limits.absolute)),
      ends_at: at(limits.absolute),
      ended_at: null,
      end_reason: null,
    })
    .execute()
  return token
}

export interface EndedSession {
  personId: string
  issuer: string
  /** The token the provider wants back when one logs out there too. */
  idToken?: string
}

/** Ends the session behind a token; undefined when it was not open. From this moment the cookie opens nothing. */
export async function endSession(
  trx: Trx,
  token: string,
  reason: EndReason,
  now: Date,
  ring?: Keyring,
): Promise<EndedSession | undefined> {
  const before = await trx
    .selectFrom('session')
    .select(['person_id', 'issuer', 'id_token_cipher'])
    .where('token_hash', '=', tokenHash(token))
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return undefined
  await trx
    .updateTable('session')
    .set({ ended_at: now, end_reason: reason, id_token_cipher: null })
    .where('token_hash', '=', tokenHash(token))
    .execute()
  const idToken = ring && before.id_token_cipher ? readIdToken(ring, before.id_token_cipher, before.person_id) : undefined
  return { personId: before.person_id, issuer: before.issuer, ...(idToken && { idToken }) }
}

/** Ends every session that came from one session at the provider (front-channel and back-channel logout). Returns how many. */
export async function endProviderSession(trx: Trx, issuer: string, sid: string, now: Date): Promise<number> {
  const ended = await trx
    .updateTable('session')
    .set({ ended_at: now, end_reason: 'provider', id_token_cipher: null })
    .where('issuer', '=', issuer)
    .where('provider_sid', '=', sid)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/** Ends all of a person's sessions: the account is deactivated, or its roles were taken away, or the person asks for it. */
export async function endSessionsOf(trx: Trx, personId: string, reason: EndReason, now: Date): Promise<number> {
  const ended = await trx
    .updateTable('session')
    .set({ ended_at: now, end_reason: reason, id_token_cipher: null })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

// A key that has left the configuration meanwhile must not keep anyone from logging out.
function readIdToken(ring: Keyring, cipher: string, personId: string): string | undefined {
  try {
    return ring.decrypt(cipher, idTokenContext(personId))
  } catch {
    return undefined
  }
}

function idTokenContext(personId: string): string {
  return `session.id-token:${personId}`
}

interface SessionRow {
  id: string
  acr: string | null
  created_at: Date
  ends_at: Date
  last_seen_at: Date
  person_id: string
  name: string
  kind: 'resident' | 'staff'
  email: string | null
  language: Lang
  roles: string[]
}
