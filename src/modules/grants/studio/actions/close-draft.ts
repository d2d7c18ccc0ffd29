import { Conflict, Invalid } from '#platform/errors.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { publishScheme, type Published } from '../../scheme/actions/publish-scheme.ts'
import { lockDraft, type SchemeDraft } from '../queries/drafts.ts'
import { listFindings } from '../queries/findings.ts'
import { readDocument } from '../rules/read-document.ts'

/** Puts a draft away. It and its changes stay in the database; it is shown no more. Throws NotFound; Conflict when closed. */
export async function discardDraft(trx: Trx, input: { draftId: string; personId: string }): Promise<void> {
  const draft = await lockDraft(trx, input.draftId)
  await close(trx, draft, input.personId, 'discarded')
}

/**
 * Makes a draft the scheme's current version, and closes it. `seenRevision`: what was checked is what is published. Throws
 * NotFound; Invalid with what stops it (texts of findings); Conflict `publishedMeanwhile` when the draft began from an older
 * version than the current one, `changedMeanwhile` when somebody wrote in it after it was looked at.
 */
export async function publishDraft(
  trx: Trx,
  input: { draftId: string; personId: string; now: Date; seenRevision?: number; note?: string },
): Promise<Published> {
  const draft = await lockDraft(trx, input.draftId)
  if (input.seenRevision !== undefined && input.seenRevision !== draft.revision) throw new Conflict({ key: 'changedMeanwhile' })
  if (draft.current?.versionId !== draft.basedOn?.versionId) throw new Conflict({ key: 'publishedMeanwhile' })
  const stops = (await listFindings(trx, draft)).filter((finding) => finding.level === 'stops')
  if (stops.length > 0) throw new Invalid(stops.map(({ path, key }) => ({ key, field: path })))
  const { definition } = readDocument(draft.document)
  const published = await publishScheme(trx, { definition, now: input.now, ...(input.note ? { note: input.note } : {}) })
  await close(trx, draft, input.personId, 'published', published.schemeId)
  return published
}

async function close(
  trx: Trx,
  draft: SchemeDraft,
  personId: string,
  as: 'published' | 'discarded',
  schemeId?: string,
): Promise<void> {
  await trx
    .updateTable('scheme_draft')
    .set({
      closed_as: as,
      closed_at: scopeOf(trx).now ?? new Date(),
      closed_by: personId,
      ...(schemeId ? { scheme_id: schemeId } : {}),
    })
    .where('id', '=', draft.id)
    .execute()
}
