import type { Trx } from '#platform/database/db.ts'
import { deleteFiles } from '#platform/files/rows.ts'
import { lockOwnDraft } from './lock-own-draft.ts'

/** Deletes the person's own draft with its attachments. Throws NotFound, or Conflict when it is sent. */
export async function deleteDraft(trx: Trx, input: { draftId: string; personId: string }): Promise<void> {
  await lockOwnDraft(trx, input)
  await eraseDraft(trx, input.draftId)
}

/** Takes a draft away with its attachments. The caller has seen to it that this may be done. */
export async function eraseDraft(trx: Trx, id: string): Promise<void> {
  const files = await trx.deleteFrom('draft_attachment').where('draft_id', '=', id).returning('file_id').execute()
  await deleteFiles(
    trx,
    files.map((file) => file.file_id),
  )
  await trx.deleteFrom('draft').where('id', '=', id).execute()
}
