import type { Trx } from '#platform/database/db.ts'
import { appealBy } from '../rules/time-limits.ts'

export type OpenThing = 'acceptance' | 'payment' | 'obligation' | 'report' | 'appeal' | 'time-to-appeal' | 'letter'

/** What keeps a decided case from closing, of the standing decision's award and of the case itself. `today` is an Oslo day. */
export async function whatIsOpen(trx: Trx, caseId: string, today: string): Promise<OpenThing[]> {
  const decision = await trx
    .selectFrom('decision')
    .select(['id', 'released_at', 'opened_at'])
    .where('case_id', '=', caseId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  if (!decision?.released_at) return ['letter']
  const award = await trx
    .selectFrom('award')
    .select(['id', 'acceptance'])
    .where('decision_id', '=', decision.id)
    .executeTakeFirst()
  const ended = award && (award.acceptance === 'declined' || award.acceptance === 'lapsed')
  const count = async (table: 'payment' | 'obligation' | 'report', done: readonly string[]) =>
    await trx
      .selectFrom(table)
      .select('id')
      .where('case_id', '=', caseId)
      .where('status', 'not in', done as never)
      .limit(1)
      .executeTakeFirst()
  const appeal = await trx
    .selectFrom('appeal')
    .select('id')
    .where('case_id', '=', caseId)
    .where('status', 'in', ['received', 'reviewed', 'forwarded'])
    .executeTakeFirst()
  return [
    ...(award?.acceptance === 'pending' ? (['acceptance'] as const) : []),
    ...((await count('payment', ['confirmed', 'stopped'])) ? (['payment'] as const) : []),
    ...(!ended && (await count('obligation', ['met', 'waived', 'broken'])) ? (['obligation'] as const) : []),
    ...(!ended && (await count('report', ['approved', 'waived', 'rejected'])) ? (['report'] as const) : []),
    ...(appeal ? (['appeal'] as const) : []),
    ...(today <= appealBy(decision.released_at, decision.opened_at) ? (['time-to-appeal'] as const) : []),
  ]
}
