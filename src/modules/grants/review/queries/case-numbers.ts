import type { Trx } from '#platform/database/db.ts'

/** The numbers of cases by id; those that are not there are left out. */
export async function numbersOf(trx: Trx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await trx.selectFrom('case_file').select(['id', 'number']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.number]))
}
