import { changeCase, lockCase, recordEvent, requireRevision } from '#cases'
import { Conflict, Invalid, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { isDay } from '#platform/time.ts'
import { requireMayPrepare } from '../queries/impartiality.ts'
import { roleFor, type Actor } from './actor.ts'

const MOST = 5000

/** Writes an internal note: kept, never edited. */
export async function addNote(trx: Trx, input: { caseId: string; body: string; by: Actor }): Promise<{ id: string }> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  if (input.body.trim() === '') throw new Invalid([{ key: 'noteMissing', field: 'note' }])
  if (input.body.length > MOST) throw new Invalid([{ key: 'noteTooLong', field: 'note', data: { most: MOST } }])
  const note = await insertNote(trx, found.id, input.body, input.by)
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'note-added',
    actorRole: roleFor(input.by, 'prepareCase'),
    changes: { noteId: note.id },
  })
  return note
}

/** Records that a task is done. Doing it twice changes nothing. */
export async function finishTask(trx: Trx, input: { caseId: string; taskId: string; by: Actor; at: Date }): Promise<void> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  const task = await trx
    .selectFrom('case_task')
    .select(['kind', 'done_at'])
    .where('id', '=', input.taskId)
    .where('case_id', '=', found.id)
    .executeTakeFirst()
  if (!task) throw new NotFound('task')
  if (task.done_at) return
  await trx.updateTable('case_task').set({ done_at: input.at, done_by: input.by.id }).where('id', '=', input.taskId).execute()
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'task-done',
    actorRole: roleFor(input.by, 'prepareCase'),
    changes: { taskId: input.taskId, kind: task.kind },
  })
}

/** Moves the case's next date. The reason is kept as a note: the log holds no free text. */
export async function setDueDate(
  trx: Trx,
  input: { caseId: string; dueOn: string; reason: string; today: string; by: Actor; revision?: number },
): Promise<void> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  requireRevision(found, input.revision)
  if (found.closed_at) throw new Conflict({ key: 'notInThisState' })
  if (!isDay(input.dueOn)) throw new Invalid([{ key: 'dayMissing', field: 'dueOn' }])
  if (input.dueOn < input.today) throw new Invalid([{ key: 'dayPassed', field: 'dueOn' }])
  if (input.reason.trim() === '') throw new Invalid([{ key: 'dueReason', field: 'dueReason' }])
  if (input.reason.length > MOST) throw new Invalid([{ key: 'noteTooLong', field: 'dueReason', data: { most: MOST } }])
  const note = await insertNote(trx, found.id, input.reason, input.by)
  await changeCase(trx, found.id, { due_on: input.dueOn })
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'due-date-set',
    actorRole: roleFor(input.by, 'prepareCase'),
    changes: { dueOn: input.dueOn, before: found.due_on },
    basedOn: { noteId: note.id },
  })
}

async function insertNote(trx: Trx, caseId: string, body: string, by: Actor): Promise<{ id: string }> {
  return await trx
    .insertInto('case_note')
    .values({ case_id: caseId, body, created_by: by.id })
    .returning('id')
    .executeTakeFirstOrThrow()
}
