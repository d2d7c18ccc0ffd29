import type { Trx } from '#platform/database/db.ts'
import { Conflict, NotFound } from '#platform/errors.ts'

/** Holds the person's own draft until the transaction ends. Throws NotFound, or Conflict when it is sent. */
export async function lockOwnDraft(trx: Trx, input: { draftId: string; personId: string }): Promise<void> {
  const draft = await trx
    .selectFrom('draft')
    .select('sent_at')
    .where('id', '=', input.draftId)
    .where('person_id', '=', input.personId)
    .forUpdate()
    .executeTakeFirst()
  if (!draft) throw new NotFound('draft')
  if (draft.sent_at) throw new Conflict({ key: 'alreadySent' })
}
