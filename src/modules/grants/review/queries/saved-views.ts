import type { Trx } from '#platform/database/db.ts'

export interface SavedView {
  id: string
  name: string
  query: string
}

/** A person's own saved views, by name. */
export async function listSavedViews(trx: Trx, personId: string): Promise<SavedView[]> {
  return await trx
    .selectFrom('saved_view')
    .select(['id', 'name', 'query'])
    .where('person_id', '=', personId)
    .orderBy('name')
    .limit(20)
    .execute()
}
