import { json } from '#platform/database/tables.ts'
import type { Trx } from '#platform/database/db.ts'
import type { DemoMunicipality } from './municipalities.ts'

/** Adds a municipality's units and districts. */
export async function addUnitsAndDistricts(trx: Trx, municipality: DemoMunicipality): Promise<void> {
  const units = await trx
    .insertInto('unit')
    .values(
      municipality.units.map((unit) => ({ key: unit.key, name: json(unit.name), kind: unit.kind, email: unit.email ?? null })),
    )
    .returning(['id', 'key'])
    .execute()
  const idOf = new Map(units.map((unit) => [unit.key, unit.id]))
  if (municipality.districts.length === 0) return
  await trx
    .insertInto('district')
    .values(
      municipality.districts.map((district, position) => ({
        key: district.key,
        name: district.name,
        // The page counts tiles from 0.
        tile_column: district.tileColumn - 1,
        tile_row: district.tileRow - 1,
        position,
        body_id: idOf.get(district.body) ?? null,
      })),
    )
    .execute()
}
