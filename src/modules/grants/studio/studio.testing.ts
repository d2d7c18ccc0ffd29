import type { Trx } from '#platform/database/db.ts'
import type { ChoirApp } from '../application/choir-app.testing.ts'
import { getSchemeBySlug } from '../scheme/queries/schemes.ts'
import { editDraft } from './actions/edit-draft.ts'
import { startDraft } from './actions/start-draft.ts'
import type { SchemeDraft } from './queries/drafts.ts'
import { valueAt } from './rules/paths.ts'

/** For tests: who owns the demo's schemes, and the next version of one. */
export const owner = 'liv-tangen'

export async function asOwner<T>(torg: ChoirApp, work: (trx: Trx) => Promise<T>): Promise<T> {
  const city = torg.ground.find((each) => each.municipality.slug === 'fjordvik')
  if (!city) throw new Error('The demo has no Fjordvik.')
  return await torg.services.db.inTransaction(
    { ...city.scope, personId: city.people.get(owner) ?? '', now: torg.clock.now },
    work,
  )
}

/** The next version of a shipped scheme, just begun. */
export async function nextVersion(torg: ChoirApp, slug = 'kor-og-korps'): Promise<SchemeDraft> {
  return await asOwner(torg, async (trx) => {
    const scheme = await getSchemeBySlug(trx, slug)
    return await startDraft(trx, { from: 'version', schemeId: scheme.id })
  })
}

/** Puts a value at a place of a draft. */
export async function changeDraft(torg: ChoirApp, draftId: string, path: string, after: unknown): Promise<void> {
  await asOwner(torg, (trx) =>
    editDraft(trx, { draftId, ops: ({ document }) => [{ do: 'set', path, before: valueAt(document, path), after }] }),
  )
}
