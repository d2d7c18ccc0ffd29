import type { Trx } from '#platform/database/db.ts'
import { Conflict, NotFound } from '#platform/errors.ts'

/** Deletes the person's own draft with its attachments. Throws NotFound, or Conflict when it is sent. */
export async function deleteDraft(trx: Trx, input: { draftId: string; personId: string }): Promise<void> {
  const draft = await trx
    .selectFrom('draft')
    .select(['id', 'sent_at'])
    .where('id', '=', input.draftId)
    .where('person_id', '=', input.personId)
    .forUpdate()
    .executeTakeFirst()
  if (!draft) throw new NotFound('draft')
  if (draft.sent_at) throw new Conflict({ key: 'alreadySent' })
  const files = await trx.deleteFrom('draft_attachment').where('draft_id', '=', draft.id).returning('file_id').execute()
  if (files.length > 0) {
    await trx
      .deleteFrom('stored_file')
      .where(
        'id',
        'in',
        files.map((file) => file.file_id),
      )
      .execute()
  }
  await trx.deleteFrom('draft').where('id', '=', draft.id).execute()
}
