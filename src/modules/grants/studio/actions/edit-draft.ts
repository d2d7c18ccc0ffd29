import { Invalid } from '#platform/errors.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import { listChangesSince, type DraftChange } from '../queries/changes.ts'
import { getDraft, lockDraft, type SchemeDraft } from '../queries/drafts.ts'
import { applyOps, sameValue, type Clash, type Done, type Op } from '../rules/ops.ts'
import { shiftOp, shiftPath } from '../rules/shift.ts'

export interface EditDraft {
  draftId: string
  /**
   * What to do; or how to find it out from the draft as it is once it is locked. `here` tells where a place of the page, as it was
   * drawn at `seenRevision`, is now: undefined when it has been taken away.
   */
  ops: readonly Op[] | ((draft: SchemeDraft, here: (path: string) => string | undefined) => readonly Op[])
  /** The revision the page was drawn at: numbers in lists without keys are led on from there. */
  seenRevision?: number
  /** All or nothing: with a clash, nothing is done. */
  whole?: boolean
}

export interface Edited {
  draft: SchemeDraft
  /** What could not be done, since somebody changed the same place meanwhile. The rest is done. */
  clashes: Clash[]
  /** What was done; empty when nothing was changed. */
  done: Op[]
}

/** Changes a draft, as one step that one undo takes back. Throws NotFound; Conflict when the draft is closed. */
export async function editDraft(trx: Trx, input: EditDraft): Promise<Edited> {
  const draft = await lockDraft(trx, input.draftId)
  const since = await changesSince(trx, draft, input.seenRevision)
  const gone: Clash[] = []
  const ops =
    typeof input.ops === 'function'
      ? input.ops(draft, (path) => shiftPath(path, since))
      : input.ops.flatMap((op) => {
          const shifted = shiftOp(op, since)
          if (!shifted) gone.push({ op, reason: 'gone' })
          return shifted ? [shifted] : []
        })
  const result = applyOps(
    draft.document,
    ops.filter((op) => op.do !== 'set' || !sameValue(op.before, op.after)),
  )
  const clashes = [...gone, ...result.clashes]
  if (result.ops.length === 0 || (input.whole && clashes.length > 0)) return { draft, clashes, done: [] }
  return { draft: await writeChange(trx, draft, result, { kind: 'edit' }), clashes, done: result.ops }
}

async function changesSince(trx: Trx, draft: SchemeDraft, seen: number | undefined): Promise<Op[]> {
  if (seen === undefined || seen >= draft.revision) return []
  return (await listChangesSince(trx, draft.id, seen)).flatMap((change) => change.ops)
}

/** Characters of a document; the largest of real schemes has 60 000. */
const LARGEST = 2_000_000

/** Writes a change and the document it makes. The draft is locked by the caller. Throws Invalid (`documentTooLarge`). */
export async function writeChange(
  trx: Trx,
  draft: SchemeDraft,
  done: Done,
  about: { kind: DraftChange['kind']; of?: number },
): Promise<SchemeDraft> {
  const document = json(done.document)
  if (document.length > LARGEST) throw new Invalid([{ key: 'documentTooLarge' }])
  const revision = draft.revision + 1
  const at = scopeOf(trx).now
  await trx
    .insertInto('scheme_draft_change')
    .values({
      draft_id: draft.id,
      sequence: revision,
      kind: about.kind,
      of_sequence: about.of ?? null,
      ops: json(done.ops),
      inverse: json(done.inverse),
    })
    .execute()
  await trx
    .updateTable('scheme_draft')
    .set({ document, revision, ...(at ? { changed_at: at } : {}) })
    .where('id', '=', draft.id)
    .execute()
  return await getDraft(trx, draft.id)
}
