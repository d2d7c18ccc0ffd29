import type { Trx } from '#platform/database/db.ts'
import type { SchemeExample } from '../../model.ts'
import { getScheme } from '../../scheme/queries/schemes.ts'
import { examplesIn } from '../rules/examples.ts'
import { previewDefinition } from '../rules/read-document.ts'
import { brokenBy, tryExample, type Broken, type Here } from '../rules/run-example.ts'
import type { TriedSide } from '../rules/tried.ts'
import { ownNumber } from './own-number.ts'
import type { SchemeDraft } from './drafts.ts'

/** An example with what the draft and the published version say of it; a side is left out where it cannot be tried there. */
export interface TriedExample {
  example: SchemeExample
  draft?: TriedSide
  published?: TriedSide
  broken: Broken[]
  /** There was no time to try it: some expression of the scheme takes too long. */
  late: boolean
}

/** Milliseconds for all of them; those left then are told to be late. */
const MOST_MS = 2_000

/** Tries every example of a draft, in the draft's order. */
export async function tryExamples(trx: Trx, draft: SchemeDraft): Promise<TriedExample[]> {
  const examples = examplesIn(draft.document)
  if (examples.length === 0) return []
  const here = await whereWeAre(trx)
  const definition = previewDefinition(draft.document)
  const published = draft.schemeId && draft.current ? (await getScheme(trx, draft.schemeId)).definition : undefined
  const end = performance.now() + MOST_MS
  return examples.map((example) => {
    if (performance.now() > end) return { example, broken: [], late: true }
    const side = definition && tryExample(definition, example, here)
    const before = published && tryExample(published, example, here)
    return {
      example,
      ...(side ? { draft: side } : {}),
      ...(before ? { published: before } : {}),
      broken: definition ? brokenBy(example.expects, side) : [],
      late: false,
    }
  })
}

/** What examples are tried with beside the scheme itself. */
export async function whereWeAre(trx: Trx): Promise<Here> {
  const number = await ownNumber(trx)
  const districts = await trx.selectFrom('district').select('key').orderBy('position').execute()
  return { ...(number ? { number } : {}), districts: districts.map(({ key }) => key) }
}

/** The id of what a person has filled in in the preview of a draft; undefined when nothing has been. */
export async function findTrial(trx: Trx, draftId: string, personId: string): Promise<string | undefined> {
  const found = await trx
    .selectFrom('draft')
    .select('id')
    .where('scheme_draft_id', '=', draftId)
    .where('person_id', '=', personId)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.id
}
