import type { Trx } from '#platform/database/db.ts'
import { NotFound } from '#platform/errors.ts'
import type { StoredBytes } from './store.ts'

/** A stored file as pages and downloads see it. */
export interface FileRow {
  id: string
  key: string
  name: string
  mediaType: string
  size: number
  /** Hex. */
  sha256: string
  createdBy: string | null
  createdAt: Date
}

/** Writes the row of bytes that are on disk already. Returns its id. */
export async function recordFile(trx: Trx, file: StoredBytes): Promise<string> {
  const row = await trx
    .insertInto('stored_file')
    .values({
      storage_key: file.key,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      sha256: Buffer.from(file.sha256, 'hex'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The file's row. Throws NotFound also for another municipality's. The caller decides who may see it. */
export async function getFile(trx: Trx, id: string): Promise<FileRow> {
  const [row] = await listFiles(trx, [id])
  if (!row) throw new NotFound('There is no such file.')
  return row
}

/** The rows of several files, oldest first; ids that are not there are left out. */
export async function listFiles(trx: Trx, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('stored_file')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.storage_key,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256.toString('hex'),
    createdBy: row.created_by,
    createdAt: row.created_at,
  }))
}

/** Removes the row; the bytes go with the next sweep, after the transaction has held. */
export async function deleteFile(trx: Trx, id: string): Promise<void> {
  await deleteFiles(trx, [id])
}

/** Removes the rows of several files, as `deleteFile` removes one. */
export async function deleteFiles(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('stored_file').where('id', 'in', ids).execute()
}
