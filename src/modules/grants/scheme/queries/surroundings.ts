import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { Surroundings } from '../rules/check-definition.ts'

/** The units and districts, by key, that a definition may point at. */
export async function getSurroundings(trx: Trx): Promise<Surroundings> {
  const units = await trx.selectFrom('unit').select('key').execute()
  const districts = await trx.selectFrom('district').select('key').execute()
  return { units: new Set(units.map((unit) => unit.key)), districts: new Set(districts.map((district) => district.key)) }
}

/** The name of the unit that owns a scheme; undefined when it has none. */
export async function findUnitName(trx: Trx, unitId: string | null): Promise<Text3 | undefined> {
  if (!unitId) return undefined
  const row = await trx.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst()
  return row?.name
}
