import { changeCase, lockCase, recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { Conflict, Invalid, NotFound } from '#platform/errors.ts'
import { recordFile } from '#platform/files/rows.ts'
import type { StoredBytes } from '#platform/files/store.ts'
import { osloDate } from '#platform/time.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'

export const ANSWER_LENGTH = 5000

/**
 * Answers what the municipality asked, with text and files that are on disk already. The case goes back to who handles it when
 * nothing more is asked. Throws NotFound, Conflict (notInThisState, alreadyAnswered) and Invalid. The page has checked that the case
 * is theirs.
 */
export async function answerInformation(
  trx: Trx,
  input: { caseId: string; requestId: string; personId: string; answer: string; files: readonly StoredBytes[]; now: Date },
): Promise<void> {
  const found = await lockCase(trx, input.caseId)
  const request = await trx
    .selectFrom('information_request')
    .selectAll()
    .where('id', '=', input.requestId)
    .where('case_id', '=', found.id)
    .forUpdate()
    .executeTakeFirst()
  if (!request) throw new NotFound('question')
  if (request.answered_at) throw new Conflict({ key: 'alreadyAnswered' })
  const answer = input.answer.trim()
  if (answer === '' && input.files.length === 0) throw new Invalid([{ key: 'answerMissing', field: 'answer' }])
  if (answer.length > ANSWER_LENGTH) throw new Invalid([{ key: 'answerLong', field: 'answer' }])
  await trx
    .updateTable('information_request')
    .set({ answer, answered_by: input.personId, answered_at: input.now })
    .where('id', '=', request.id)
    .execute()
  for (const file of input.files) {
    await trx
      .insertInto('case_document')
      .values({
        case_id: found.id,
        file_id: await recordFile(trx, file),
        direction: 'in',
        kind: `answer:${request.id}`,
        title: file.name,
        shared_at: input.now,
        created_by: input.personId,
      })
      .execute()
  }
  await finish(trx, found, input.now)
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'information-answered',
    actorRole: 'applicant',
    changes: { requestId: request.id, files: input.files.length, late: request.answer_by < osloDate(input.now) },
  })
}

/** The case moves when the last question is answered; a case that has moved on already only gets the answer. */
async function finish(trx: Trx, found: { id: string; status: string }, now: Date): Promise<void> {
  const open = await trx
    .selectFrom('information_request')
    .select('id')
    .where('case_id', '=', found.id)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  const status = open ? null : after(caseLifecycle, found.status as CaseStatus, 'answer-information')
  await changeCase(trx, found.id, status ? { status, due_on: await dueAgain(trx, found.id, now) } : {})
}

/** While it waited, the case's date was the answer's; now it is the day the applicant was told to expect an answer. */
async function dueAgain(trx: Trx, caseId: string, now: Date): Promise<string> {
  const asked = await trx
    .selectFrom('event')
    .select('changes')
    .where('subject_id', '=', caseId)
    .where('type', '=', 'information-asked')
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  const before = asked?.changes['dueBefore']
  return typeof before === 'string' && before >= osloDate(now) ? before : osloDate(now)
}
