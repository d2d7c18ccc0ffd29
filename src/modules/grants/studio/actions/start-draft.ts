import { Invalid, NotFound } from '#platform/errors.ts'
import { json } from '#platform/database/tables.ts'
import type { Trx } from '#platform/database/db.ts'
import { getScheme } from '../../scheme/queries/schemes.ts'
import { findDraftOfScheme, getDraft, type SchemeDraft } from '../queries/drafts.ts'
import { isSlugTaken } from '../queries/slugs.ts'
import { blankDocument, slugOf } from '../rules/blank.ts'
import type { DraftDocument } from '../rules/ops.ts'
import { isRecord, valueAt } from '../rules/paths.ts'
import { blankTexts } from '../texts/blank.ts'
import { carryBlockUses } from './carry-block-uses.ts'

/** Where a draft begins: empty, with a scheme's published version as its next one, with a copy of it as another scheme, or with a document from elsewhere. */
export type DraftStart =
  | { from: 'blank'; title: string; lang: 'nb' | 'nn' | 'en'; unit: string }
  | { from: 'version'; schemeId: string }
  | { from: 'copy'; schemeId: string; title: string; lang: 'nb' | 'nn' | 'en' }
  | { from: 'document'; document: DraftDocument }

/**
 * Starts a draft. A scheme has one at a time: asking for its next version while one is being written gives that one. A copy and a
 * document get an address (slug) nobody has; a document whose slug is a scheme of the municipality becomes that scheme's next
 * version. Throws NotFound; Invalid (`titleMissing`, `unitMissing`).
 */
export async function startDraft(trx: Trx, start: DraftStart): Promise<SchemeDraft> {
  switch (start.from) {
    case 'blank': {
      const reasons = [...(await unitMissing(trx, start.unit)), ...titleMissing(start.title)]
      if (reasons.length > 0) throw new Invalid(reasons)
      const title = start.title.trim()
      const slug = await freeSlug(trx, slugOf(title))
      return await add(trx, blankDocument({ slug, unit: start.unit, title: { [start.lang]: title } }, blankTexts))
    }
    case 'version':
      return await nextVersion(trx, start.schemeId)
    case 'copy': {
      const { definition } = await getScheme(trx, start.schemeId)
      const title = titleOf(start.title)
      const slug = await freeSlug(trx, slugOf(title))
      const empty = { nb: '', nn: '', en: '' }
      const copy = { ...definition, slug, title: { ...empty, [start.lang]: title }, rounds: withoutDates(definition) }
      const draft = await add(trx, copy)
      await carryBlockUses(trx, { schemeId: start.schemeId, draftId: draft.id })
      return draft
    }
    case 'document':
      return await fromDocument(trx, start.document)
  }
}

function titleOf(title: string): string {
  const reasons = titleMissing(title)
  if (reasons.length > 0) throw new Invalid(reasons)
  return title.trim()
}

const titleMissing = (title: string) => (title.trim() === '' ? [{ key: 'titleMissing', field: 'title' }] : [])

/** One of the departments, where there are any. */
async function unitMissing(trx: Trx, unit: string) {
  const departments = await trx.selectFrom('unit').select('key').where('kind', '=', 'department').execute()
  return departments.length === 0 || departments.some(({ key }) => key === unit) ? [] : [{ key: 'unitMissing', field: 'unit' }]
}

async function nextVersion(trx: Trx, schemeId: string, document?: DraftDocument): Promise<SchemeDraft> {
  // Two who ask at once get the same draft: the second waits here, and finds the first one's.
  await trx.selectFrom('scheme').select('id').where('id', '=', schemeId).forUpdate().executeTakeFirst()
  const open = await findDraftOfScheme(trx, schemeId)
  if (open) return open
  const scheme = await getScheme(trx, schemeId)
  const draft = await add(trx, document ?? scheme.definition, { schemeId, versionId: scheme.versionId })
  if (!document) await carryBlockUses(trx, { schemeId, draftId: draft.id })
  return draft
}

async function fromDocument(trx: Trx, document: DraftDocument): Promise<SchemeDraft> {
  if (!isRecord(document)) throw new NotFound('document')
  const title = valueAt(document, 'title.nb')
  const given = typeof document['slug'] === 'string' ? document['slug'] : slugOf(typeof title === 'string' ? title : '')
  const own = await trx.selectFrom('scheme').select(['id', 'current_version_id']).where('slug', '=', given).executeTakeFirst()
  if (own?.current_version_id && !(await findDraftOfScheme(trx, own.id))) return await nextVersion(trx, own.id, document)
  return await add(trx, { ...document, slug: await freeSlug(trx, given) })
}

/** The rounds of a copy: their names and amounts are kept, but no deadline that belongs to another scheme. */
function withoutDates({ rounds }: { rounds: readonly object[] }): unknown[] {
  return rounds.slice(-1).map((round) => {
    const { closes: _closes, decisionBy: _decisionBy, ...rest } = round as Record<string, unknown>
    return { ...rest, opens: '' }
  })
}

async function freeSlug(trx: Trx, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`
    if (!(await isSlugTaken(trx, slug))) return slug
  }
}

async function add(trx: Trx, document: DraftDocument, of?: { schemeId: string; versionId: string }): Promise<SchemeDraft> {
  const { id } = await trx
    .insertInto('scheme_draft')
    .values({ document: json(document), scheme_id: of?.schemeId ?? null, based_on_version_id: of?.versionId ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return await getDraft(trx, id)
}
