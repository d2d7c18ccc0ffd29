import type { Keyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { Invalid } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { advanceRun, cancelRun, endRun, lockRun, startRun } from '#platform/jobs/runs.ts'
import { getScheme } from '../../scheme/queries/schemes.ts'
import { getDraft, lockDraft, type SchemeDraft } from '../queries/drafts.ts'
import { tryOutOf } from '../queries/try-outs.ts'
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
  const { total } = await trx
    .selectFrom('application')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('scheme_id', '=', draft.schemeId)
    .executeTakeFirstOrThrow()
  const id = await startRun(trx, tryOutOf(draft.id), Number(total))
  await trx
    .insertInto('scheme_try_out')
    .values({ id, draft_id: draft.id, revision: draft.revision, document: json(draft.document) })
    .execute()
  await enqueue(trx, TRY_OUT_JOB, { tryOutId: id }, { heartbeatSeconds: 30 })
  return id
}

/** Ends what runs; what is worked out stays. */
export async function cancelTryOut(trx: Trx, draftId: string): Promise<void> {
  await cancelRun(trx, tryOutOf(draftId))
}

/** Works out the next chunk. False when there is no more to do, or it was ended. */
export async function tryNextChunk(trx: Trx, tryOutId: string, keyring: Keyring): Promise<boolean> {
  const run = await lockRun(trx, tryOutId)
  if (!run) return false
  const tried = await trx.selectFrom('scheme_try_out').selectAll().where('id', '=', tryOutId).executeTakeFirstOrThrow()
  const { schemeId } = await getDraft(trx, tried.draft_id)
  const definition = previewDefinition(tried.document)
  if (!schemeId || !definition) return await end(trx, tryOutId, 'failed')
  const published = (await getScheme(trx, schemeId)).definition
  const window = { schemeId, keyring, limit: CHUNK, ...(tried.after ? { after: tried.after } : {}) }
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
    .set({ after: before.next ?? null })
    .where('id', '=', tryOutId)
    .execute()
  await advanceRun(trx, tryOutId, { done: run.done + rows.length })
  return before.next ? true : await end(trx, tryOutId, 'finished')
}

async function end(trx: Trx, id: string, how: 'finished' | 'failed'): Promise<false> {
  await endRun(trx, id, how)
  return false
}

function sideOf({ rules, calculatedOre, problems }: TriedCase): TriedSide {
  return {
    rules: Object.fromEntries(rules.map((each) => [each.rule, each.outcome])),
    ...(calculatedOre === undefined ? {} : { calculatedOre }),
    stopsAt: [...new Set(problems.map((each) => each.field))].toSorted(),
  }
}
