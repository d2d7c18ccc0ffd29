import { lockCase, recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { roleFor, type Actor } from './actor.ts'

/** Proposes to dismiss an application that came late: a task, and a word in the log. A person recommends and another decides. */
export async function proposeDismissal(trx: Trx, input: { caseId: string; by: Actor }): Promise<void> {
  const found = await lockCase(trx, input.caseId)
  await trx.insertInto('case_task').values({ case_id: found.id, kind: 'late-application', due_on: found.due_on }).execute()
  await recordEvent(trx, { subjectId: found.id, type: 'dismissal-proposed', actorRole: roleFor(input.by, 'registerApplication') })
}
