import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { Scope } from '#platform/database/db.ts'
import type { Reason } from '#platform/errors.ts'
import { cleanFileName } from './file-name.ts'
import { inspectFile } from './inspect.ts'
import { type FileType, fileTypes } from './types.ts'

/** Where bytes lie: a folder under the data directory. Keys are municipality/uuid, never anything a person wrote. */
export interface FileStore {
  disk: Disk
  root: string
}

/** Bytes that are safe on disk and wait for their row (`recordFile`). */
export interface StoredBytes {
  key: string
  name: string
  mediaType: string
  size: number
  /** Hex. */
  sha256: string
}

export type Upload = File | ReadableStream<Uint8Array> | Readable | Uint8Array

export interface UploadRules {
  /** Bytes. */
  maxBytes: number
  allow: readonly FileType[]
}

export const defaultUploadRules: UploadRules = {
  maxBytes: 25_000_000,
  allow: ['pdf', 'jpeg', 'png', 'docx', 'xlsx', 'odt', 'ods', 'csv', 'txt'],
}

/** Opens the store below the data directory; cheap, call it where it is needed. */
export function openFileStore(dataDir: string): FileStore {
  const root = path.join(dataDir, 'files')
  return { root, disk: new Disk(new FSDriver({ location: root, visibility: 'private' })) }
}

/**
 * Takes an upload in while checking it: at most so many bytes (it stops reading there), of an allowed kind by its own bytes.
 * When it answers ok, content and folder are synced to disk; call `recordFile` in the transaction that refers to it. A file whose
 * transaction rolls back is swept up later. Refusals are values: reason.key is 'file.too-large' or one of inspectFile's; in words:
 * fileReasonText. Throws only for the disk's own errors and for an upload that breaks off.
 */
export async function storeUpload(
  store: FileStore,
  scope: Scope,
  upload: Upload,
  options: { name: string } & Partial<UploadRules>,
): Promise<{ ok: true; file: StoredBytes } | { ok: false; reason: Reason }> {
  const rules = { ...defaultUploadRules, ...options }
  const spool = `incoming/${randomUUID()}`
  const refused = (reason: Reason) => ({ ok: false as const, reason })
  try {
    const taken = await takeIn(store, spool, upload, rules.maxBytes)
    if (!taken) return refused({ key: 'file.too-large', data: { name: options.name, most: rules.maxBytes } })
    await using file = await open(path.join(store.root, spool), 'r+')
    const verdict = await inspectFile(
      { name: options.name, size: taken.size, readAt: (at, length) => readAt(file, at, length) },
      rules.allow,
    )
    if ('reason' in verdict) return refused(verdict.reason)
    await file.sync()
    const key = await settle(store, scope, spool)
    const { type } = verdict
    return { ok: true, file: { key, name: cleanFileName(options.name, type), mediaType: fileTypes[type], ...taken } }
  } finally {
    await rm(path.join(store.root, spool), { force: true })
  }
}

/** Stores bytes of our own making (a letter, a frozen application), synced like an upload, without asking what they are. */
export async function storeBytes(
  store: FileStore,
  scope: Scope,
  file: { name: string; type: FileType; bytes: Uint8Array },
): Promise<StoredBytes> {
  const spool = `incoming/${randomUUID()}`
  try {
    const taken = await takeIn(store, spool, file.bytes, Number.POSITIVE_INFINITY)
    if (!taken) throw new Error('The file was not written.')
    await syncPath(path.join(store.root, spool))
    const key = await settle(store, scope, spool)
    return { key, name: cleanFileName(file.name, file.type), mediaType: fileTypes[file.type], ...taken }
  } finally {
    await rm(path.join(store.root, spool), { force: true })
  }
}

/** Writes to a temporary file while counting and hashing; undefined when there is more than may be. */
async function takeIn(
  store: FileStore,
  spool: string,
  upload: Upload,
  most: number,
): Promise<{ size: number; sha256: string } | undefined> {
  const target = path.join(store.root, spool)
  await mkdir(path.dirname(target), { recursive: true })
  const hash = createHash('sha256')
  const tooMuch = new Error('too much')
  let size = 0
  const counting = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      hash.update(chunk)
      done(size > most ? tooMuch : null, chunk)
    },
  })
  try {
    await pipeline(asReadable(upload), counting, createWriteStream(target, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    if (error === tooMuch) return undefined
    throw error
  }
  return { size, sha256: hash.digest('hex') }
}

function asReadable(upload: Upload): Readable {
  if (upload instanceof Uint8Array) return Readable.from([upload])
  if (upload instanceof Readable) return upload
  // The two declarations of ReadableStream, the web's and Node's, are the same thing.
  return Readable.fromWeb((upload instanceof Blob ? upload.stream() : upload) as import('node:stream/web').ReadableStream)
}

/** Gives the file its place, and makes the place itself survive a power cut. */
async function settle(store: FileStore, scope: Scope, spool: string): Promise<string> {
  const id = randomUUID()
  const key = `${scope.municipalityId}/${id.slice(0, 2)}/${id}`
  await store.disk.move(spool, key)
  for (let folder = path.dirname(path.join(store.root, key)); ; folder = path.dirname(folder)) {
    await syncPath(folder)
    if (folder === store.root) return key
  }
}

async function syncPath(target: string): Promise<void> {
  await using handle = await open(target, 'r')
  await handle.sync()
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, Math.max(0, position))
  return buffer.subarray(0, bytesRead)
}
