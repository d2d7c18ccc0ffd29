import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** One master key: its id is stored beside what it encrypts. */
export interface MasterKey {
  id: string
  secret: Buffer
}

/** Encrypts classified fields, finds rows by them, and knows which key is the current one. */
export interface Keyring {
  currentKeyId: string
  /**
   * AES-256-GCM with the current key. `context` says where the text stands ("person.national-id:<municipality>"):
   * a ciphertext moved to another place does not decrypt.
   */
  encrypt(plain: string, context: string): string
  /** The text again. Throws when the key is gone, the text was changed or the context is another. */
  decrypt(box: string, context: string): string
  /** False when the text was encrypted with an older key, so that rotation has work left. */
  isCurrent(box: string): boolean
  /** Keyed hash to store, so that a row can be found by a value that is not readable there. */
  lookup(value: string, context: string): Buffer
  /** The same under every key of the ring, current first: what to search for while a rotation is under way. */
  lookups(value: string, context: string): Buffer[]
}

const FORMAT = 'v1'
const KEY_ID = /^[a-zA-Z0-9-]{1,32}$/

/**
 * Reads a list of keys, newest first: "2026b:<base64>,2026a:<base64>", each 32 bytes.
 * The first encrypts, all decrypt; a key leaves the list when rotation has left nothing under it.
 * Throws with a sentence that never holds the secret.
 */
export function parseKeys(list: string): MasterKey[] {
  const keys = list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry, index) => {
      const colon = entry.indexOf(':')
      const id = entry.slice(0, Math.max(colon, 0))
      if (!KEY_ID.test(id))
        throw new Error(`key number ${index + 1} has no id: write id:base64, the id in letters, digits and hyphens`)
      const secret = Buffer.from(entry.slice(colon + 1), 'base64')
      if (secret.length !== 32) throw new Error(`the key "${id}" must be 32 bytes in base64 (openssl rand -base64 32)`)
      return { id, secret }
    })
  if (keys.length === 0) throw new Error('at least one key is needed: id:base64')
  if (new Set(keys.map((key) => key.id)).size !== keys.length) throw new Error('two keys have the same id')
  return keys
}

/** Opens a ring of master keys, newest first. Encryption and look-up use separate keys derived from each. */
export function openKeyring(masters: readonly MasterKey[]): Keyring {
  const keys = masters.map((master) => ({ id: master.id, seal: derive(master, 'torg seal'), find: derive(master, 'torg find') }))
  const current = keys[0]
  if (!current) throw new Error('a keyring needs at least one key')
  const byId = new Map(keys.map((key) => [key.id, key]))

  return {
    currentKeyId: current.id,
    encrypt(plain, context) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', current.seal, iv)
      cipher.setAAD(associated(current.id, context))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `${FORMAT}.${current.id}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`
    },
    decrypt(box, context) {
      const { keyId, bytes } = open(box)
      const key = byId.get(keyId)
      if (!key) throw new Error(`the key "${keyId}" is not in the configuration`)
      const decipher = createDecipheriv('aes-256-gcm', key.seal, bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAAD(associated(keyId, context))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    isCurrent: (box) => open(box).keyId === current.id,
    lookup: (value, context) => find(current.find, value, context),
    lookups: (value, context) => keys.map((key) => find(key.find, value, context)),
  }
}

/** A 256-bit random token as text for a cookie or an address; only its hash is stored. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a random token. No salt or stretching: the token itself is 256 random bits. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function derive(master: MasterKey, purpose: string): Buffer {
  if (master.secret.length !== 32) throw new Error(`the key "${master.id}" must be 32 bytes`)
  return Buffer.from(hkdfSync('sha256', master.secret, Buffer.alloc(0), purpose, 32))
}

function associated(keyId: string, context: string): Buffer {
  return Buffer.from(`${FORMAT}\0${keyId}\0${context}`, 'utf8')
}

function find(key: Buffer, value: string, context: string): Buffer {
  return createHmac('sha256', key).update(`${context}\0${value}`, 'utf8').digest()
}

function open(box: string): { keyId: string; bytes: Buffer } {
  const [format, keyId, text, ...rest] = box.split('.')
  if (format !== FORMAT || !keyId || text === undefined || rest.length > 0)
    throw new Error('this is not an encrypted text of ours')
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < 28) throw new Error('this encrypted text is cut short')
  return { keyId, bytes }
}
