import { changeCase, lockCase, recordEvent, requireRevision } from '#cases'
import { Conflict, Invalid, type Reason } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { isDay } from '#platform/time.ts'
import { after, caseLifecycle, type CaseStatus } from '../../lifecycle.ts'
import { requireMayPrepare } from '../queries/impartiality.ts'
import { roleFor, type Actor } from './actor.ts'
import { noticeToApplicant } from './notice-to-applicant.ts'

export interface AskForInformation {
  caseId: string
  question: string
  /** Oslo day. */
  answerBy: string
  today: string
  by: Actor
  revision?: number
  /** Where the applicant reads it. */
  address: string
}

/** Asks the applicant for what is missing: the case waits, and a notice without content tells that a question waits. */
export async function askForInformation(trx: Trx, input: AskForInformation): Promise<{ id: string; noticed: boolean }> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  requireRevision(found, input.revision)
  const status = after(caseLifecycle, found.status as CaseStatus, 'ask-for-information')
  if (status === null) throw new Conflict({ key: 'notInThisState' })
  const faults = askingFaults(input)
  if (faults.length > 0) throw new Invalid(faults)
  const { id } = await trx
    .insertInto('information_request')
    .values({ case_id: found.id, question: input.question, answer_by: input.answerBy, asked_by: input.by.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await changeCase(trx, found.id, { status, due_on: input.answerBy })
  await recordEvent(trx, {
    subjectId: found.id,
    type: 'information-asked',
    actorRole: roleFor(input.by, 'prepareCase'),
    changes: { requestId: id, answerBy: input.answerBy, dueBefore: found.due_on },
  })
  const noticed = await noticeToApplicant(trx, { caseFile: found, kind: 'information-asked', address: input.address })
  return { id, noticed }
}

/** Reminds the applicant of a question that is not answered; at most once a day. Throws Conflict when nothing waits. */
export async function remindApplicant(
  trx: Trx,
  input: { caseId: string; by: Actor; address: string; today: string },
): Promise<{ noticed: boolean }> {
  const found = await lockCase(trx, input.caseId)
  await requireMayPrepare(trx, found.id, input.by.id)
  if (found.status !== 'waiting-for-applicant') throw new Conflict({ key: 'notInThisState' })
  const noticed = await noticeToApplicant(trx, { caseFile: found, kind: 'information-reminder', address: input.address })
  await recordEvent(trx, { subjectId: found.id, type: 'applicant-reminded', actorRole: roleFor(input.by, 'prepareCase') })
  return { noticed }
}

function askingFaults(input: AskForInformation): Reason[] {
  const faults: Reason[] = []
  if (input.question.trim() === '') faults.push({ key: 'questionMissing', field: 'question' })
  if (input.question.length > 4000) faults.push({ key: 'questionTooLong', field: 'question', data: { most: 4000 } })
  if (!isDay(input.answerBy)) faults.push({ key: 'dayMissing', field: 'answerBy' })
  else if (input.answerBy <= input.today) faults.push({ key: 'dayPassed', field: 'answerBy' })
  return faults
}
