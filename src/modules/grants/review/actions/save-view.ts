import { Invalid } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'

/** Keeps a view of the worklist under a name of one's own; the same name again replaces it. */
export async function saveView(trx: Trx, input: { name: string; query: string; personId: string }): Promise<void> {
  const name = input.name.trim()
  if (name === '' || name.length > 60) throw new Invalid([{ key: 'viewName', field: 'navn' }])
  await removeNamed(trx, input.personId, name)
  await trx
    .insertInto('saved_view')
    .values({ name, query: input.query.slice(0, 1000), person_id: input.personId })
    .execute()
}

/** Removes one's own view; another's is left alone. */
export async function removeView(trx: Trx, input: { id: string; personId: string }): Promise<void> {
  await trx.deleteFrom('saved_view').where('id', '=', input.id).where('person_id', '=', input.personId).execute()
}

async function removeNamed(trx: Trx, personId: string, name: string): Promise<void> {
  await trx.deleteFrom('saved_view').where('person_id', '=', personId).where('name', '=', name).execute()
}
