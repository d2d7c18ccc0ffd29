import { scopeOf, type Trx } from '#platform/database/db.ts'
import { osloDate } from '#platform/time.ts'
import { getSurroundings } from '../../scheme/queries/surroundings.ts'
import { checkBeforePublishing } from '../rules/checks.ts'
import type { Finding } from '../rules/findings.ts'
import type { SchemeDraft } from './drafts.ts'
import { isSlugTaken } from './slugs.ts'

/** What stands in the way of publishing a draft, and what its owner should know. */
export async function listFindings(trx: Trx, draft: SchemeDraft): Promise<Finding[]> {
  const today = osloDate(scopeOf(trx).now ?? new Date())
  return [...(await slugFindings(trx, draft)), ...checkBeforePublishing(draft.document, await getSurroundings(trx), today)]
}

/** The address is the scheme's own for good: cases, links and reminders point at it. */
async function slugFindings(trx: Trx, draft: SchemeDraft): Promise<Finding[]> {
  const slug = draft.document['slug']
  const finding = (key: string): Finding[] => [{ path: 'slug', key, data: { slug: String(slug) }, level: 'stops' }]
  if (draft.schemeId) {
    const own = await trx.selectFrom('scheme').select('slug').where('id', '=', draft.schemeId).executeTakeFirst()
    return own && own.slug !== slug ? finding('slugFixed') : []
  }
  if (typeof slug !== 'string' || slug === '') return []
  return (await isSlugTaken(trx, slug, draft.id)) ? finding('slugTaken') : []
}
