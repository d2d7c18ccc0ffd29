import { sql } from 'kysely'
import type { Trx } from '../database/db.ts'
import './tables.ts'

export interface Invitation {
  /** The employee's name at the municipality's login, usually the e-mail address. */
  loginName: string
  name: string
  roles: readonly string[]
  givenBy?: string
}

/**
 * Names an employee before the first login: makes the person with its roles, and the login name that will link the two.
 * Asked again for the same login name, it adds the roles that are missing. Returns the person's id.
 */
export async function inviteStaff(trx: Trx, invitation: Invitation): Promise<string> {
  const loginName = invitation.loginName.trim().toLowerCase()
  await sql`select pg_advisory_xact_lock(hashtextextended(${loginName}, 7206713))`.execute(trx)
  const before = await trx
    .selectFrom('staff_invitation')
    .select('person_id')
    .where('login_name', '=', loginName)
    .executeTakeFirst()
  const personId = before?.person_id ?? (await createInvited(trx, loginName, invitation.name))
  for (const role of invitation.roles) {
    await sql`insert into staff_role (person_id, role, given_by) values (${personId}, ${role}, ${invitation.givenBy ?? null})
      on conflict do nothing`.execute(trx)
  }
  return personId
}

async function createInvited(trx: Trx, loginName: string, name: string): Promise<string> {
  const email = loginName.includes('@') ? loginName : null
  const { rows } = await sql<{
    id: string
  }>`insert into person (name, kind, email) values (${name}, 'staff', ${email}) returning id`.execute(trx)
  const personId = rows[0]?.id ?? ''
  await trx.insertInto('staff_invitation').values({ login_name: loginName, person_id: personId, used_at: null }).execute()
  return personId
}
