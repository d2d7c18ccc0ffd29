import type { Keyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { Invalid } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { getScheme } from '../../scheme/queries/schemes.ts'
import { getDraft, lockDraft, type SchemeDraft } from '../queries/drafts.ts'
import { tryRules, type TriedCase } from '../queries/try-rules.ts'
import { previewDefinition } from '../rules/read-document.ts'
import { differ, type TriedSide } from '../rules/tried.ts'

export const TRY_OUT_JOB = 'try-out-scheme'
/** Applications worked out in one transaction: short enough to show progress, and to stop at a press. */
const CHUNK = 250

/** Begins to try a draft on all the scheme's applications; a run under way is ended. Throws Invalid while it cannot be tried. */
export async function startTryOut(trx: Trx, draft: SchemeDraft): Promise<string> {
  if (!draft.schemeId || !previewDefinition(draft.document)) throw new Invalid([{ key: 'notYetShown' }])
  // One at a time: two who press at once wait for each other.
  await lockDraft(trx, draft.id)
  await cancelTryOut(trx, draft.id)
  const { total } = await trx
    .selectFrom('application')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('scheme_id', '=', draft.schemeId)
    .executeTakeFirstOrThrow()
  const last = await trx
    .selectFrom('scheme_try_out')
    .select((eb) => eb.fn.max('n').as('n'))
    .where('draft_id', '=', draft.id)
    .executeTakeFirst()
  const { id } = await trx
    .insertInto('scheme_try_out')
    .values({
      n: (last?.n ?? 0) + 1,
      draft_id: draft.id,
      revision: draft.revision,
      document: json(draft.document),
      total: Number(total),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(trx, TRY_OUT_JOB, { tryOutId: id })
  return id
}

/** Ends what runs; what is worked out stays. */
export async function cancelTryOut(trx: Trx, draftId: string): Promise<void> {
  await trx
    .updateTable('scheme_try_out')
    .set((eb) => ({ ended_at: eb.fn('clock'), ended_as: 'cancelled' }))
    .where('draft_id', '=', draftId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Works out the next chunk. False when there is no more to do, or it was ended. */
export async function tryNextChunk(trx: Trx, tryOutId: string, keyring: Keyring): Promise<boolean> {
  const run = await trx.selectFrom('scheme_try_out').selectAll().where('id', '=', tryOutId).forUpdate().executeTakeFirst()
  if (!run || run.ended_at) return false
  const { schemeId } = await getDraft(trx, run.draft_id)
  const definition = previewDefinition(run.document)
  if (!schemeId || !definition) return await end(trx, tryOutId, 'failed')
  const published = (await getScheme(trx, schemeId)).definition
  const window = { schemeId, keyring, limit: CHUNK, ...(run.after ? { after: run.after } : {}) }
  const before = await tryRules(trx, { ...window, definition: published })
  const after = new Map((await tryRules(trx, { ...window, definition })).tried.map((each) => [each.caseId, each]))
  const rows = before.tried.flatMap((each) => {
    const other = after.get(each.caseId)
    if (!other) return []
    const [old, fresh] = [sideOf(each), sideOf(other)]
    return [{ try_out_id: tryOutId, case_id: each.caseId, published: json(old), draft: json(fresh), differs: differ(old, fresh) }]
  })
  if (rows.length > 0) await trx.insertInto('scheme_try_out_row').values(rows).execute()
  await trx
    .updateTable('scheme_try_out')
    .set((eb) => ({ done: eb('done', '+', rows.length), after: before.next ?? null }))
    .where('id', '=', tryOutId)
    .execute()
  return before.next ? true : await end(trx, tryOutId, 'finished')
}

async function end(trx: Trx, id: string, how: 'finished' | 'failed'): Promise<false> {
  await trx
    .updateTable('scheme_try_out')
    .set((eb) => ({ ended_at: eb.fn('clock'), ended_as: how }))
    .where('id', '=', id)
    .execute()
  return false
}

function sideOf({ rules, calculatedOre, problems }: TriedCase): TriedSide {
  return {
    rules: Object.fromEntries(rules.map((each) => [each.rule, each.outcome])),
    ...(calculatedOre === undefined ? {} : { calculatedOre }),
    stopsAt: [...new Set(problems.map((each) => each.field))].toSorted(),
  }
}
