import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'

/** A scheme, or another open draft, has this address. */
export async function isSlugTaken(trx: Trx, slug: string, exceptDraft?: string): Promise<boolean> {
  const scheme = await trx.selectFrom('scheme').select('id').where('slug', '=', slug).executeTakeFirst()
  if (scheme) return true
  let drafts = trx
    .selectFrom('scheme_draft')
    .select('id')
    .where('closed_at', 'is', null)
    .where(sql<string>`document ->> 'slug'`, '=', slug)
  if (exceptDraft) drafts = drafts.where('id', '<>', exceptDraft)
  return (await drafts.executeTakeFirst()) !== undefined
}
