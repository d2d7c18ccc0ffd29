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
  input: { personId: string; name: string; number: string; role: MandateRole; today: string; ownUnit?: boolean },
): Promise<string> {
  const name = input.name.trim().replace(/\s+/g, ' ')
  const number = compactDigits(input.number)
  const reasons: Reason[] = []
  if (name === '') reasons.push({ key: 'nameMissing', field: 'name' })
  if (name.length > 300) reasons.push({ key: 'nameLong', field: 'name' })
  if (number !== '' && !isOrganisationNumber(number)) reasons.push({ key: 'badOrganisationNumber', field: 'number' })
  if (reasons.length > 0) throw new Invalid(reasons)
  const id = input.ownUnit
    ? await ownUnitOf(trx, name, number)
    : (number && (await findByNumber(trx, number))?.id) || (await insert(trx, { name, number: number || null }))
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

/** One of the municipality's own units, by number or name: all who apply for it apply for the same. */
async function ownUnitOf(trx: Trx, name: string, number: string): Promise<string> {
  const known = number ? await findByNumber(trx, number) : await findUnit(trx, name)
  if (known && !known.own_unit) throw new Invalid([{ key: 'notOwnUnit', field: 'number' }])
  return known?.id ?? (await insert(trx, { name, number: number || null, own_unit: true }))
}

async function findUnit(trx: Trx, name: string) {
  return await trx
    .selectFrom('organisation')
    .select(['id', 'own_unit'])
    .where('own_unit', '=', true)
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst()
}

async function findByNumber(trx: Trx, number: string) {
  return await trx.selectFrom('organisation').select(['id', 'own_unit']).where('number', '=', number).executeTakeFirst()
}

async function insert(trx: Trx, organisation: { name: string; number: string | null; own_unit?: boolean }): Promise<string> {
  const row = await trx.insertInto('organisation').values(organisation).returning('id').executeTakeFirstOrThrow()
  return row.id
}
