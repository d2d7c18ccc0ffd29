import { sql } from 'kysely'
import type { Keyring } from '../crypto.ts'
import type { Trx } from '../database/db.ts'
import type { Lang } from '../texts/texts.ts'
import { birthDateOf } from './national-id.ts'
import type { ProviderKind } from './providers.ts'
import './tables.ts'

/** What a provider has vouched for about the one who logs in, checked by readClaims. */
export interface Claims {
  issuer: string
  subject: string
  kind: ProviderKind
  name?: string
  nationalId?: string
  /** An employee's name at the provider, in lower case. */
  loginName?: string
  email?: string
}

export interface Provisioned {
  personId: string
  active: boolean
}

/**
 * The person behind an identity in this municipality. First time: the person known by the same national identity number (a
 * paper application was registered, say), the employee who was invited by login name, or a new person named by the claims.
 */
export async function provisionPerson(
  trx: Trx,
  ring: Keyring,
  claims: Claims,
  fallback: { name: string; lang: Lang },
  now: Date,
): Promise<Provisioned> {
  // Two first logins at once must not make two persons.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${claims.issuer} ${claims.subject}`}, 7206712))`.execute(trx)
  const known = await findByIdentity(trx, claims)
  if (known) {
    await trx
      .updateTable('login_identity')
      .set({ last_login_at: now })
      .where('issuer', '=', claims.issuer)
      .where('subject', '=', claims.subject)
      .execute()
    if (claims.name)
      await sql`update person set name = ${claims.name} where id = ${known.personId} and name <> ${claims.name}`.execute(trx)
    return known
  }
  const person =
    (claims.kind === 'resident'
      ? await findByNationalId(trx, ring, claims.nationalId)
      : await takeInvitation(trx, claims.loginName, now)) ?? (await createPerson(trx, claims, fallback))
  await trx
    .insertInto('login_identity')
    .values({ issuer: claims.issuer, subject: claims.subject, person_id: person.personId, created_at: now, last_login_at: now })
    .execute()
  if (claims.nationalId) await keepNationalId(trx, ring, person.personId, claims.nationalId)
  return person
}

/** The person with this national identity number in this municipality, whichever key of the ring the row was hashed under. */
export async function findByNationalId(
  trx: Trx,
  ring: Keyring,
  nationalId: string | undefined,
): Promise<Provisioned | undefined> {
  if (!nationalId) return undefined
  const { rows } = await sql<Provisioned>`
    select id as "personId", active from person
    where national_id_hash = any(${ring.lookups(nationalId, await nationalIdContext(trx))}::bytea[])`.execute(trx)
  return rows[0]
}

/** Stores a person's national identity number as ciphertext and look-up hash, and the day of birth it holds. */
export async function keepNationalId(trx: Trx, ring: Keyring, personId: string, nationalId: string): Promise<void> {
  const context = await nationalIdContext(trx)
  await sql`
    update person set national_id_hash = ${ring.lookup(nationalId, context)}, national_id_cipher = ${ring.encrypt(nationalId, context)},
      born_on = coalesce(born_on, ${birthDateOf(nationalId) ?? null}::date)
    where id = ${personId}`.execute(trx)
}

/** A person's national identity number in plain text, for those few who need it; the caller records that it was read. */
export async function readNationalId(trx: Trx, ring: Keyring, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    cipher: string | null
  }>`select national_id_cipher as cipher from person where id = ${personId}`.execute(trx)
  const cipher = rows[0]?.cipher
  return cipher ? ring.decrypt(cipher, await nationalIdContext(trx)) : undefined
}

/**
 * Moves up to `limit` national identity numbers from older keys to the current one. Returns how many it moved: call it, each
 * time in a transaction of its own, until it says 0; then the old key may leave the configuration.
 */
export async function rotateNationalIds(trx: Trx, ring: Keyring, limit = 500): Promise<number> {
  const context = await nationalIdContext(trx)
  const { rows } = await sql<{ id: string; cipher: string }>`
    select id, national_id_cipher as cipher from person
    where national_id_cipher is not null and split_part(national_id_cipher, '.', 2) <> ${ring.currentKeyId}
    order by id limit ${limit} for update`.execute(trx)
  for (const row of rows) await keepNationalId(trx, ring, row.id, ring.decrypt(row.cipher, context))
  return rows.length
}

async function findByIdentity(trx: Trx, claims: Claims): Promise<Provisioned | undefined> {
  const { rows } = await sql<Provisioned>`
    select p.id as "personId", p.active from login_identity i
    join person p on p.municipality_id = i.municipality_id and p.id = i.person_id
    where i.issuer = ${claims.issuer} and i.subject = ${claims.subject}`.execute(trx)
  return rows[0]
}

async function takeInvitation(trx: Trx, loginName: string | undefined, now: Date): Promise<Provisioned | undefined> {
  if (!loginName) return undefined
  const { rows } = await sql<Provisioned>`
    update staff_invitation i set used_at = ${now} from person p
    where i.login_name = ${loginName} and i.used_at is null
      and p.municipality_id = i.municipality_id and p.id = i.person_id
    returning p.id as "personId", p.active`.execute(trx)
  return rows[0]
}

async function createPerson(trx: Trx, claims: Claims, fallback: { name: string; lang: Lang }): Promise<Provisioned> {
  const { rows } = await sql<{ personId: string }>`
    insert into person (name, kind, email, language)
    values (${claims.name ?? claims.loginName ?? fallback.name}, ${claims.kind}, ${claims.email ?? null}, ${fallback.lang})
    returning id as "personId"`.execute(trx)
  return { personId: rows[0]?.personId ?? '', active: true }
}

// The hash differs between municipalities, so that nobody who reads two of them can tell that a person is in both.
async function nationalIdContext(trx: Trx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select current_municipality() as id`.execute(trx)
  return `person.national-id:${rows[0]?.id}`
}
