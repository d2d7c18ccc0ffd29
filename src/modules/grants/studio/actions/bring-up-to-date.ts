import type { Trx } from '#platform/database/db.ts'
import { getVersion } from '../../scheme/queries/versions.ts'
import { getDraft, lockDraft, type SchemeDraft } from '../queries/drafts.ts'
import { diffDocuments } from '../rules/diff.ts'
import { applyOps, type Clash } from '../rules/ops.ts'
import { writeChange } from './edit-draft.ts'

/**
 * Takes into a draft what has been published since it began, so that publishing the draft does not undo it. Where both changed the
 * same place the draft keeps its own: `clashes`. Throws NotFound; Conflict when the draft is closed.
 */
export async function bringUpToDate(trx: Trx, input: { draftId: string }): Promise<{ draft: SchemeDraft; clashes: Clash[] }> {
  const draft = await lockDraft(trx, input.draftId)
  const { basedOn, current } = draft
  if (!basedOn || !current || basedOn.versionId === current.versionId) return { draft, clashes: [] }
  const base = await getVersion(trx, basedOn.versionId)
  const latest = await getVersion(trx, current.versionId)
  const result = applyOps(draft.document, diffDocuments(base.definition, latest.definition))
  await trx.updateTable('scheme_draft').set({ based_on_version_id: current.versionId }).where('id', '=', draft.id).execute()
  if (result.ops.length > 0) await writeChange(trx, draft, result, { kind: 'rebase' })
  return { draft: await getDraft(trx, draft.id), clashes: result.clashes }
}
