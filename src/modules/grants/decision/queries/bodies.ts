import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'

/** An elected body: a unit that decides. */
export interface Body {
  id: string
  key: string
  name: Text3
}

/** All elected bodies of the municipality, by key. */
export async function listBodies(trx: Trx): Promise<Body[]> {
  return await trx.selectFrom('unit').select(['id', 'key', 'name']).where('kind', '=', 'body').orderBy('key').execute()
}

/** The committee of a district; undefined when the case has no district or the district no committee. */
export async function findDistrictBody(trx: Trx, districtId: string | null): Promise<Body | undefined> {
  if (!districtId) return undefined
  return await trx
    .selectFrom('district')
    .innerJoin('unit', (join) =>
      join.onRef('unit.municipality_id', '=', 'district.municipality_id').onRef('unit.id', '=', 'district.body_id'),
    )
    .select(['unit.id', 'unit.key', 'unit.name'])
    .where('district.id', '=', districtId)
    .executeTakeFirst()
}
