import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import { getVersions } from '../../scheme/queries/versions.ts'
import { listDrafts, type SchemeDraft } from './drafts.ts'

/** A published scheme as its owner sees it in the list. */
export interface StudioScheme {
  id: string
  slug: string
  title: Text3
  number: number
  publishedAt: Date
  retired: boolean
  /** The draft of its next version, when somebody is writing one. */
  draftId?: string
}

/** The published schemes by slug, retired ones too, and every open draft. */
export async function listSchemesForStudio(trx: Trx): Promise<{ schemes: StudioScheme[]; drafts: SchemeDraft[] }> {
  const drafts = await listDrafts(trx)
  const rows = await trx
    .selectFrom('scheme')
    .select(['id', 'slug', 'current_version_id', 'retired_at'])
    .where('current_version_id', 'is not', null)
    .orderBy('slug')
    .execute()
  const versions = await getVersions(
    trx,
    rows.flatMap((row) => row.current_version_id ?? []),
  )
  const schemes = rows.flatMap((row) => {
    const version = versions.get(row.current_version_id ?? '')
    const draft = drafts.find((each) => each.schemeId === row.id)
    if (!version) return []
    return [
      {
        id: row.id,
        slug: row.slug,
        title: version.definition.title,
        number: version.number,
        publishedAt: version.publishedAt,
        retired: row.retired_at !== null,
        ...(draft ? { draftId: draft.id } : {}),
      },
    ]
  })
  return { schemes, drafts }
}
