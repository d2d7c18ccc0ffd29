import type { Trx } from '#platform/database/db.ts'

/** What an approved report lets be paid, in øre. */
export async function sumHeldBack(trx: Trx, caseId: string): Promise<number> {
  const row = await trx
    .selectFrom('payment')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('ore'), eb.lit(0)).as('ore'))
    .where('case_id', '=', caseId)
    .where('release_on', '=', 'report-approved')
    .where('status', '=', 'planned')
    .executeTakeFirstOrThrow()
  return Number(row.ore)
}
