import { json } from '#platform/database/tables.ts'
import type { Trx } from '#platform/database/db.ts'
import { addDays, osloDate } from '#platform/time.ts'
import type { DemoApplicantPerson, DemoOrganisation } from './applicants.ts'
import type { Ground } from './ground.ts'
import { bankAccount, organisationNumber, organisationOffset } from './numbers.ts'

/** Organisations by their key, with their number and the account they are paid to. */
export type Organisations = Map<string, { id: string; number: string; account: string }>

/** Adds those who apply, what the registers say of their organisations, and why they may act for them. */
export async function addApplicants(
  trx: Trx,
  ground: Ground,
  input: { people: readonly DemoApplicantPerson[]; organisations: readonly DemoOrganisation[]; now: Date },
): Promise<Organisations> {
  for (const person of input.people) {
    const { id } = await trx
      .insertInto('person')
      .values({
        name: person.name,
        kind: 'resident',
        language: person.lang ?? 'nb',
        born_on: person.born ?? null,
        email: `${person.key.replace('-', '.')}@innbygger.example`,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ground.people.set(person.key, id)
  }
  const organisations: Organisations = new Map()
  for (const [index, organisation] of input.organisations.entries()) {
    const account = bankAccount(index)
    const number = organisation.form ? organisationNumber(organisationOffset(ground.municipality.slug) + index) : ''
    const id = await addOrganisation(trx, ground, organisation, { index, number, account, now: input.now })
    organisations.set(organisation.key, { id, number, account })
    await trx
      .insertInto('mandate')
      .values({
        person_id: ground.people.get(organisation.person) ?? '',
        organisation_id: id,
        role: organisation.role,
        source: organisation.form ? 'register' : 'self-declared',
        valid_from: addDays(osloDate(input.now), -400),
      })
      .execute()
  }
  return organisations
}

async function addOrganisation(
  trx: Trx,
  ground: Ground,
  organisation: DemoOrganisation,
  { index, number, account, now }: { index: number; number: string; account: string; now: Date },
): Promise<string> {
  const { settings, name: municipality } = ground.municipality
  const facts = {
    form: organisation.form,
    municipality: organisation.elsewhere ? '9903' : settings.kommunenummer,
    bankrupt: false,
    deleted: false,
    bankAccount: account,
    source: 'demo',
    ...(organisation.inVoluntaryRegister === undefined ? {} : { inVoluntaryRegister: organisation.inVoluntaryRegister }),
  }
  const { id } = await trx
    .insertInto('organisation')
    .values({
      name: organisation.name,
      number: number || null,
      form: organisation.form ?? null,
      email: `post@${organisation.key}.example`,
      address: organisation.street ?? `Storgata ${index + 4}`,
      postcode: '0001',
      place: municipality.replace(' kommune', ''),
      register_facts: organisation.form ? json(facts) : null,
      register_read_at: organisation.form ? now : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
