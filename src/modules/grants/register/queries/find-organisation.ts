import type { Trx } from '#platform/database/db.ts'

/** An organisation by its nine digits; undefined when there is none. */
export async function findRegisteredOrganisation(
  trx: Trx,
  number: string,
): Promise<{ id: string; name: string; number: string } | undefined> {
  if (!/^\d{9}$/.test(number)) return undefined
  const row = await trx.selectFrom('organisation').select(['id', 'name']).where('number', '=', number).executeTakeFirst()
  return row && { ...row, number }
}
