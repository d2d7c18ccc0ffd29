import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { attachmentHeader } from './file-name.ts'
import type { FileRow } from './rows.ts'
import type { FileStore } from './store.ts'

/**
 * Headers that make a browser keep the file as a file: never shown as a page of ours, never guessed to be something else, never
 * kept by anything between. The caller has asked who may see it.
 */
export function downloadHeaders(file: { name: string; mediaType: string; size: number }): Record<string, string> {
  return {
    'content-type': file.mediaType,
    'content-length': String(file.size),
    'content-disposition': attachmentHeader(file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  }
}

/** The stored file as a response that streams it. Throws when the bytes are gone. */
export async function serveDownload(store: FileStore, file: FileRow): Promise<Response> {
  const stream = Readable.toWeb(await store.disk.getStream(file.key)) as ReadableStream<Uint8Array>
  return new Response(stream, { headers: downloadHeaders(file) })
}

/** Bytes made on the spot (a list, a spreadsheet) as a download. */
export function serveBytes(bytes: Uint8Array<ArrayBuffer>, file: { name: string; mediaType: string }): Response {
  return new Response(bytes, { headers: downloadHeaders({ ...file, size: bytes.length }) })
}

/** The whole file in memory, and the same as when it was stored. Throws when it was changed on disk. */
export async function readStored(store: FileStore, file: Pick<FileRow, 'key' | 'sha256'>): Promise<Uint8Array> {
  const bytes = await store.disk.getBytes(file.key)
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
    throw new Error(`The stored file ${file.key} is not what was stored.`)
  return bytes
}
