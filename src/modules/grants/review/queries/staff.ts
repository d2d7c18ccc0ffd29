import type { Trx } from '#platform/database/db.ts'
import { whoMay, type GrantAction } from '../rules/access.ts'

/** Staff who may do a thing, by name: for lists to choose from. */
export async function listStaffWhoMay(trx: Trx, action: GrantAction): Promise<{ id: string; name: string }[]> {
  return await trx
    .selectFrom('person')
    .select(['person.id', 'person.name'])
    .where('person.kind', '=', 'staff')
    .where('person.active', '=', true)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('staff_role')
          .select('staff_role.role')
          .whereRef('staff_role.person_id', '=', 'person.id')
          .where('staff_role.role', 'in', [...whoMay(action)]),
      ),
    )
    .orderBy('person.name')
    .execute()
}

/** The names of people by id. */
export async function namesOf(trx: Trx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await trx.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
