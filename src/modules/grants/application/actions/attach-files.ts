import type { Trx } from '#platform/database/db.ts'
import { deleteFile, recordFile } from '#platform/files/rows.ts'
import type { StoredBytes } from '#platform/files/store.ts'
import { lockOwnDraft } from './lock-own-draft.ts'

/** Attaches files whose bytes are on disk already to a question of the draft. The draft is locked by the caller. */
export async function attachFiles(
  trx: Trx,
  draftId: string,
  files: readonly { field: string; file: StoredBytes }[],
): Promise<void> {
  for (const { field, file } of files) {
    const fileId = await recordFile(trx, file)
    await trx.insertInto('draft_attachment').values({ draft_id: draftId, field, file_id: fileId }).execute()
  }
}

/** Takes a file off the person's own draft, and its row away. Done already is done. */
export async function removeAttachment(
  trx: Trx,
  input: { draftId: string; attachmentId: string; personId: string },
): Promise<void> {
  await lockOwnDraft(trx, input)
  const gone = await trx
    .deleteFrom('draft_attachment')
    .where('id', '=', input.attachmentId)
    .where('draft_id', '=', input.draftId)
    .returning('file_id')
    .executeTakeFirst()
  if (gone) await deleteFile(trx, gone.file_id)
}
