import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import type { Announcement } from '../queries/letter-facts.ts'
import type { getDecision } from '../queries/standing-decision.ts'
import { obligationsOf } from '../rules/award.ts'
import { endAward } from './end-award.ts'

/** The key of the one report that a scheme's definition asks for. */
export const REPORT_KEY = 'report'

/**
 * Writes the award of a granting decision with its obligations, planned payments and report. A report that was sent under the award
 * it replaces follows over. Returns its id.
 */
export async function makeAward(
  trx: Trx,
  input: { decision: Awaited<ReturnType<typeof getDecision>>; announcement: Announcement; day: string },
): Promise<string> {
  const { decision, day } = input
  const { facts, acceptance } = input.announcement
  const { id } = await trx
    .insertInto('award')
    .values({
      case_id: decision.case_id,
      decision_id: decision.id,
      ore: decision.ore,
      awarded_on: day,
      acceptance,
      accept_by: facts.acceptBy ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const of = { award_id: id, case_id: decision.case_id }
  const obligations = obligationsOf(decision.conditions, day)
  if (obligations.length > 0)
    await trx
      .insertInto('obligation')
      .values(obligations.map((each) => ({ ...of, key: each.key, text: each.text, due_on: each.dueOn })))
      .execute()
  if (facts.payments.length > 0)
    await trx
      .insertInto('payment')
      .values(
        facts.payments.map((each) => ({
          ...of,
          instalment: each.instalment,
          position: each.position,
          ore: each.ore,
          release_on: each.releaseOn,
        })),
      )
      .execute()
  if (facts.reportBy && !(await takeSentReport(trx, decision.case_id, id)))
    await trx
      .insertInto('report')
      .values({ ...of, key: REPORT_KEY, due_on: facts.reportBy, answers: json({}), accounts: json([]) })
      .execute()
  return id
}

/**
 * Ends the awards of a case that a newly announced decision replaces. A report that was sent, and obligations that have been met
 * or waived, follow over to the new award: nobody is asked twice. `awardId` null: the new decision gives nothing.
 */
export async function replaceAward(
  trx: Trx,
  input: { caseId: string; awardId: string | null; reason: string; now: Date },
): Promise<void> {
  const old = await trx
    .selectFrom('award')
    .select('id')
    .where('case_id', '=', input.caseId)
    .where('ended_at', 'is', null)
    .$if(input.awardId !== null, (query) => query.where('id', '<>', input.awardId ?? ''))
    .forUpdate()
    .execute()
  for (const { id } of old) {
    if (input.awardId) await carryOver(trx, id, input.awardId)
    await endAward(trx, { awardId: id, reason: input.reason, now: input.now })
  }
}

async function carryOver(trx: Trx, from: string, to: string): Promise<void> {
  const settled = await trx
    .selectFrom('obligation')
    .select(['key', 'status', 'status_reason', 'status_by', 'status_at'])
    .where('award_id', '=', from)
    .where('status', 'in', ['met', 'waived'])
    .execute()
  for (const { key, ...state } of settled)
    await trx
      .updateTable('obligation')
      .set(state)
      .where('award_id', '=', to)
      .where('key', '=', key)
      .where('status', '=', 'open')
      .execute()
}

/** Moves a report that was sent from the case's standing award to its new one. False when none was. */
async function takeSentReport(trx: Trx, caseId: string, to: string): Promise<boolean> {
  const sent = await trx
    .selectFrom('report')
    .innerJoin('award', (join) =>
      join.onRef('award.municipality_id', '=', 'report.municipality_id').onRef('award.id', '=', 'report.award_id'),
    )
    .select('report.id')
    .where('report.case_id', '=', caseId)
    .where('report.key', '=', REPORT_KEY)
    .where('report.status', 'in', ['submitted', 'returned', 'approved', 'rejected'])
    .where('award.ended_at', 'is', null)
    .executeTakeFirst()
  if (!sent) return false
  await trx.updateTable('report').set({ award_id: to }).where('id', '=', sent.id).execute()
  return true
}
