import type { Trx } from '#platform/database/db.ts'
import { getOwnHistory, listChangesSince } from '../queries/changes.ts'
import { lockDraft, type SchemeDraft } from '../queries/drafts.ts'
import { settled } from '../rules/history.ts'
import { applyOps, type Clash } from '../rules/ops.ts'
import { shiftOp } from '../rules/shift.ts'
import { writeChange } from './edit-draft.ts'

export type Undone =
  | { kind: 'done'; draft: SchemeDraft }
  /** There is nothing of one's own to take back, or to do again. */
  | { kind: 'nothing'; draft: SchemeDraft }
  /** Somebody has changed the same place since: nothing is done. */
  | { kind: 'changedSince'; draft: SchemeDraft; clashes: Clash[] }

/** Takes back the person's own last change, when nobody has changed the same place since. Throws NotFound; Conflict when closed. */
export async function undoLast(trx: Trx, input: { draftId: string; personId: string }): Promise<Undone> {
  return await step(trx, input, 'undo')
}

/** Does again what the person last took back. */
export async function redo(trx: Trx, input: { draftId: string; personId: string }): Promise<Undone> {
  return await step(trx, input, 'redo')
}

async function step(trx: Trx, input: { draftId: string; personId: string }, kind: 'undo' | 'redo'): Promise<Undone> {
  const draft = await lockDraft(trx, input.draftId)
  const of = (await getOwnHistory(trx, draft.id, input.personId))[kind]
  if (of === undefined) return { kind: 'nothing', draft }
  const [change, ...later] = await listChangesSince(trx, draft.id, of - 1)
  if (!change) return { kind: 'nothing', draft }
  // What is taken back stands after the edit; what is done again stands before it.
  const since = settled(kind === 'undo' ? later : [change, ...later]).flatMap((each) => each.ops)
  const ops = (kind === 'undo' ? change.inverse : change.ops).map((op) => shiftOp(op, since))
  const there = ops.filter((op) => op !== undefined)
  const result = applyOps(draft.document, there)
  if (result.clashes.length > 0 || there.length < ops.length) return { kind: 'changedSince', draft, clashes: result.clashes }
  return { kind: 'done', draft: await writeChange(trx, draft, result, { kind, of }) }
}
