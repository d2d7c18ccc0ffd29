import { z } from 'zod'
import { csrfOfHash } from '../http/csrf.ts'
import { randomToken, tokenHash, type Keyring } from '../crypto.ts'
import type { Trx } from '../database/db.ts'
import { pendingPostLasts } from './timeouts.ts'
import './tables.ts'

const PendingPost = z.object({
  /** Where the form was going, path with query. */
  path: z.string(),
  /** The page the form stood on. */
  from: z.string(),
  multipart: z.boolean(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  /** Names of chosen files: they are not kept and must be chosen again. */
  files: z.array(z.string()),
})
/** A form that was posted with a session that had run out. */
export type PendingPost = z.infer<typeof PendingPost>

/** Whose session a token was, when it is over but not forgotten; undefined for a token that never was one here. */
export async function ownerOfEndedSession(trx: Trx, token: string): Promise<string | undefined> {
  const row = await trx.selectFrom('session').select('person_id').where('token_hash', '=', tokenHash(token)).executeTakeFirst()
  return row?.person_id
}

/** Whether a form's token is that of another session of this person, over or not: it stood on a page of theirs. */
export async function isOfOwnSession(trx: Trx, personId: string, csrf: string): Promise<boolean> {
  const rows = await trx
    .selectFrom('session')
    .select('token_hash')
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.some((row) => csrfOfHash(row.token_hash) === csrf)
}

/** Keeps a form, encrypted, for half an hour. Returns the token for a cookie; nobody without it finds the form again. */
export async function savePendingPost(trx: Trx, ring: Keyring, personId: string, post: PendingPost, now: Date): Promise<string> {
  const token = randomToken()
  await trx
    .insertInto('pending_post')
    .values({
      token_hash: tokenHash(token),
      person_id: personId,
      body_cipher: ring.encrypt(JSON.stringify(post), context(personId)),
      created_at: now,
      expires_at: new Date(now.getTime() + pendingPostLasts),
    })
    .execute()
  return token
}

/** The kept form, for the person who posted it and nobody else; undefined when it is too old, gone or another's. */
export async function findPendingPost(
  trx: Trx,
  ring: Keyring,
  token: string,
  personId: string,
  now: Date,
): Promise<PendingPost | undefined> {
  const row = await trx
    .selectFrom('pending_post')
    .select('body_cipher')
    .where('token_hash', '=', tokenHash(token))
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && PendingPost.parse(JSON.parse(ring.decrypt(row.body_cipher, context(personId))))
}

export async function deletePendingPost(trx: Trx, token: string): Promise<void> {
  await trx.deleteFrom('pending_post').where('token_hash', '=', tokenHash(token)).execute()
}

function context(personId: string): string {
  return `pending-post:${personId}`
}
