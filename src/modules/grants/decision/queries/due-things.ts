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

/** Announced cases: those that wait only for the time to appeal close by themselves. */
export async function listClosable(trx: Trx): Promise<string[]> {
  const rows = await trx
    .selectFrom('case_file')
    .select('id')
    .where('status', 'in', ['notified', 'following-up'])
    .orderBy('received_at')
    .limit(5000)
    .execute()
  return rows.map((row) => row.id)
}
