import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'

/** Cases whose award nobody answered by its last day. `today` is an Oslo day. */
export async function listLapsed(trx: Trx, today: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('award')
    .select('case_id')
    .where('acceptance', '=', 'pending')
    .where('ended_at', 'is', null)
    .where('accept_by', '<', today)
    .orderBy('accept_by')
    .limit(500)
    .execute()
  return rows.map((row) => row.case_id)
}

/** Announced cases whose time to appeal may be over: nobody has less than three weeks. They close if nothing else is open. */
export async function listClosable(trx: Trx, now: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom('case_file')
    .innerJoin('decision', (join) =>
      join.onRef('decision.municipality_id', '=', 'case_file.municipality_id').onRef('decision.case_id', '=', 'case_file.id'),
    )
    .select('case_file.id')
    .where('case_file.status', 'in', ['notified', 'following-up'])
    .where('decision.replaced_at', 'is', null)
    .where('decision.released_at', '<=', new Date(now.getTime() - 21 * 86_400_000))
    // What waits for a report next year must not stand in the way of what can be closed tonight.
    .where(isSettled('payment', ['confirmed', 'stopped']))
    .where(isSettled('report', ['approved', 'waived', 'rejected']))
    .where(isSettled('obligation', ['met', 'waived', 'broken']))
    .orderBy('decision.released_at')
    .limit(2000)
    .execute()
  return rows.map((row) => row.id)
}

/** True of a case with nothing of the kind left open. */
function isSettled(table: 'payment' | 'report' | 'obligation', done: readonly string[]) {
  return sql<boolean>`not exists (select from ${sql.table(table)} t where t.municipality_id = case_file.municipality_id
    and t.case_id = case_file.id and not (t.status = any(${done}::text[])))`
}
