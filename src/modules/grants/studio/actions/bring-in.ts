import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { importForm } from '../../moving-in/import-form.ts'
import type { FormFile } from '../../moving-in/form-files.ts'
import { CannotImport, refuseMonsters } from '../../moving-in/rules/source.ts'
import { getScheme } from '../../scheme/queries/schemes.ts'
import { canonicalJson } from '../../scheme/rules/canonical.ts'
import { readSchemeFile } from '../../scheme/rules/exchange.ts'
import type { DraftDocument } from '../rules/ops.ts'
import type { Origin } from '../rules/origin.ts'
import { startDraft } from './start-draft.ts'

/** No scheme comes near this; what is larger is none. */
const MOST_BYTES = 2_000_000

/** What became of one scheme or form in the files. */
export type BroughtIn =
  | { file: string; outcome: 'draft'; draftId: string }
  /** The municipality's published scheme is this very document. */
  | { file: string; outcome: 'same'; slug: string }
  | { file: string; outcome: 'refused'; place: string; why: string }

/** A file that was read before anything is written: a scheme from Torg, or an old form. */
export interface ReadScheme {
  file: string
  document?: DraftDocument
  origin: Origin
}

/** Reads uploaded files without writing: schemes from another Torg as they are, old forms through their importers. */
export async function readSchemes(files: readonly FormFile[]): Promise<ReadScheme[]> {
  const own: ReadScheme[] = []
  const others: FormFile[] = []
  for (const file of files) {
    const document = readSchemeFile(parse(file))
    if (document) own.push({ file: file.name, document, origin: { file: file.name, format: 'torg' } })
    else others.push(file)
  }
  if (others.length === 0) return own
  const { forms } = await importForm(others)
  return [
    ...own,
    ...forms.map(({ definition, report }) => ({
      file: report.file,
      origin: report,
      ...(definition ? { document: definition } : {}),
    })),
  ]
}

/** Makes a draft of each: of the scheme it belongs to, where the municipality has one with its address; else of a new one. */
export async function bringIn(trx: Trx, read: readonly ReadScheme[]): Promise<BroughtIn[]> {
  const done: BroughtIn[] = []
  for (const each of read) done.push(await bringOne(trx, each))
  return done
}

async function bringOne(trx: Trx, { file, document, origin }: ReadScheme): Promise<BroughtIn> {
  if (!document) {
    const [note] = 'notes' in origin ? origin.notes : []
    return { file, outcome: 'refused', place: note?.path ?? '', why: note?.why ?? '' }
  }
  const slug = typeof document['slug'] === 'string' ? document['slug'] : ''
  const published = await trx
    .selectFrom('scheme')
    .select('id')
    .where('slug', '=', slug)
    .where('current_version_id', 'is not', null)
    .executeTakeFirst()
  if (published && canonicalJson((await getScheme(trx, published.id)).definition) === canonicalJson(document))
    return { file, outcome: 'same', slug }
  const draft = await startDraft(trx, { from: 'document', document })
  await trx
    .updateTable('scheme_draft')
    .set({ brought_in: json(origin) })
    .where('id', '=', draft.id)
    .execute()
  return { file, outcome: 'draft', draftId: draft.id }
}

function parse({ bytes }: FormFile): unknown {
  if (bytes.length > MOST_BYTES) return undefined
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    refuseMonsters(value)
    return value
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      error instanceof TypeError ||
      error instanceof RangeError ||
      error instanceof CannotImport
    )
      return undefined
    throw error
  }
}
