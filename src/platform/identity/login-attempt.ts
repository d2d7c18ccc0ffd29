import type { Keyring } from '../crypto.ts'
import { tokenHash } from '../crypto.ts'
import type { Trx } from '../database/db.ts'
import { loginAttemptLasts } from './timeouts.ts'
import './tables.ts'

export interface LoginAttempt {
  provider: 'resident' | 'staff'
  nonce: string
  /** PKCE code verifier. */
  verifier: string
  returnPath: string
}

/** Remembers a login on its way out. `state` travels through the provider, `browser` stays in this browser's cookie. */
export async function saveAttempt(
  trx: Trx,
  ring: Keyring,
  state: string,
  browser: string,
  attempt: LoginAttempt,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('login_attempt')
    .values({
      state_hash: tokenHash(state),
      browser_hash: tokenHash(browser),
      provider: attempt.provider,
      nonce: attempt.nonce,
      verifier_cipher: ring.encrypt(attempt.verifier, verifierContext(state)),
      return_path: attempt.returnPath,
      expires_at: new Date(now.getTime() + loginAttemptLasts),
    })
    .execute()
}

/**
 * The login that this answer belongs to, once: taking it removes it. Undefined when it is unknown here (another municipality's
 * state is), older than ten minutes, already used, or started in another browser.
 */
export async function takeAttempt(
  trx: Trx,
  ring: Keyring,
  state: string,
  browser: string,
  now: Date,
): Promise<LoginAttempt | undefined> {
  const row = await trx
    .deleteFrom('login_attempt')
    .where('state_hash', '=', tokenHash(state))
    .where('browser_hash', '=', tokenHash(browser))
    .returning(['provider', 'nonce', 'verifier_cipher', 'return_path', 'expires_at'])
    .executeTakeFirst()
  if (!row || row.expires_at <= now) return undefined
  return {
    provider: row.provider === 'staff' ? 'staff' : 'resident',
    nonce: row.nonce,
    verifier: ring.decrypt(row.verifier_cipher, verifierContext(state)),
    returnPath: row.return_path,
  }
}

function verifierContext(state: string): string {
  return `login-attempt.verifier:${tokenHash(state).toString('hex')}`
}
