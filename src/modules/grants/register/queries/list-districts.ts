import type { Trx } from '#platform/database/db.ts'

export interface RegisterDistrict {
  key: string
  name: string
  column: number
  row: number
}

/** The municipality's districts, always in the same order. */
export async function listDistricts(trx: Trx): Promise<RegisterDistrict[]> {
  return await trx
    .selectFrom('district')
    .select(['key', 'name', 'tile_column as column', 'tile_row as row'])
    .orderBy('position')
    .execute()
}
