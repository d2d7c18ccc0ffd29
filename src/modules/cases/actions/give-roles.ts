import { NotFound, type Reason } from '#platform/errors.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { endSessionsOf } from '#platform/identity/index.ts'
import { recordEvent } from '../events.ts'
import { staffRoles, type StaffRole } from '../model.ts'

/**
 * Sets which roles an employee has. Taking a role away ends the person's sessions, so that it holds at once. The last
 * administrator keeps the role: otherwise nobody could give it back. Returns why not, or nothing.
 */
export async function giveRoles(
  trx: Trx,
  input: { personId: string; roles: readonly string[]; now: Date },
): Promise<Reason | undefined> {
  const person = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', input.personId)
    .where('kind', '=', 'staff')
    .forUpdate()
    .executeTakeFirst()
  if (!person) throw new NotFound('person')
  const wanted = staffRoles.filter((role) => input.roles.includes(role))
  const before = (await trx.selectFrom('staff_role').select('role').where('person_id', '=', person.id).execute()).map(
    (row) => row.role,
  )
  const taken = before.filter((role) => !wanted.includes(role))
  const given = wanted.filter((role) => !before.includes(role))
  if (taken.includes('administrator') && !(await hasOtherAdministrator(trx, person.id)))
    return { key: 'lastAdmin', field: 'roles' }
  if (taken.length > 0) {
    await trx.deleteFrom('staff_role').where('person_id', '=', person.id).where('role', 'in', taken).execute()
    await endSessionsOf(trx, person.id, 'deactivated', input.now)
  }
  if (given.length > 0)
    await trx
      .insertInto('staff_role')
      .values(given.map((role: StaffRole) => ({ person_id: person.id, role, given_by: scopeOf(trx).personId ?? null })))
      .execute()
  if (taken.length + given.length > 0) {
    await recordEvent(trx, {
      subjectId: person.id,
      subjectKind: 'person',
      type: 'roles-changed',
      at: input.now,
      changes: { given, taken },
    })
  }
  return undefined
}

async function hasOtherAdministrator(trx: Trx, personId: string): Promise<boolean> {
  // Locked, so that two administrators cannot take the role from each other at the same moment.
  const others = await trx.selectFrom('staff_role').select('person_id').where('role', '=', 'administrator').forUpdate().execute()
  return others.some((row) => row.person_id !== personId)
}
