import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { StaffRole } from '../model.ts'

export interface StaffMember {
  id: string
  name: string
  email: string | null
  roles: StaffRole[]
  hasLoggedIn: boolean
}

/** Everybody employed who may log in, by name. */
export async function listStaff(trx: Trx): Promise<StaffMember[]> {
  const { rows } = await sql<StaffMember>`
    select p.id, p.name, p.email,
      array(select r.role from staff_role r where r.municipality_id = p.municipality_id and r.person_id = p.id order by 1) as roles,
      exists (select from login_identity l where l.municipality_id = p.municipality_id and l.person_id = p.id) as "hasLoggedIn"
    from person p where p.kind = 'staff' and p.active order by p.name, p.id`.execute(trx)
  return rows
}
