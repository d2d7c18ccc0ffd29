import type { Trx } from '#platform/database/db.ts'
import { Invalid, type Reason } from '#platform/errors.ts'
import { recordEvent } from '#cases'
import type { MandateRole } from '../queries/get-draft.ts'
import { SELF_DECLARED } from '../queries/list-applicants.ts'
import { compactDigits, isOrganisationNumber } from '../rules/numbers.ts'

/**
 * An organisation somebody says they apply for, by name and, where it has one, number. The mandate is marked as self-declared: it
 * lets them apply, and opens nothing of the organisation's own. Returns the organisation's id. Throws Invalid by field.
 */
export async function addOrganisation(
  trx: Trx,
  input: { personId: string; name: string; number: string; role: MandateRole; today: string },
): Promise<string> {
  const name = input.name.trim().replace(/\s+/g, ' ')
  const number = compactDigits(input.number)
  const reasons: Reason[] = []
  if (name === '') reasons.push({ key: 'nameMissing', field: 'name' })
  if (name.length > 300) reasons.push({ key: 'nameLong', field: 'name' })
  if (number !== '' && !isOrganisationNumber(number)) reasons.push({ key: 'badOrganisationNumber', field: 'number' })
  if (reasons.length > 0) throw new Invalid(reasons)
  const id = (number && (await findByNumber(trx, number))) || (await insert(trx, name, number))
  const held = await trx
    .selectFrom('mandate')
    .select('id')
    .where('person_id', '=', input.personId)
    .where('organisation_id', '=', id)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', input.today)]))
    .executeTakeFirst()
  if (held) return id
  await trx
    .insertInto('mandate')
    .values({ person_id: input.personId, organisation_id: id, role: input.role, source: SELF_DECLARED, valid_from: input.today })
    .execute()
  await recordEvent(trx, { subjectId: id, subjectKind: 'organisation', type: 'mandate-declared', changes: { role: input.role } })
  return id
}

async function findByNumber(trx: Trx, number: string): Promise<string | undefined> {
  return (await trx.selectFrom('organisation').select('id').where('number', '=', number).executeTakeFirst())?.id
}

async function insert(trx: Trx, name: string, number: string): Promise<string> {
  const row = await trx
    .insertInto('organisation')
    .values({ name, number: number || null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
