import { sql } from 'kysely'
import type { Keyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import { provisionPerson } from '#platform/identity/index.ts'
import { demoPeople } from './people.ts'
import { demoIssuers } from './provider/issuers.ts'

/**
 * Makes the demo's people of one municipality, just as their first login would, with roles, language and superior.
 * Returns each person's id by key. Run again it changes nothing and finds the same.
 */
export async function seedDemoPeople(trx: Trx, ring: Keyring, municipality: string, now: Date): Promise<Map<string, string>> {
  const people = demoPeople.filter((person) => person.municipality === municipality)
  const ids = new Map<string, string>()
  for (const person of people) {
    const claims = {
      issuer: demoIssuers[person.kind],
      subject: person.key,
      kind: person.kind,
      name: person.name,
      email: person.email,
      ...(person.nationalId && { nationalId: person.nationalId }),
    }
    const { personId } = await provisionPerson(trx, ring, claims, { name: person.name, lang: person.language }, now)
    ids.set(person.key, personId)
    for (const role of person.roles) {
      await sql`insert into staff_role (person_id, role) values (${personId}, ${role}) on conflict do nothing`.execute(trx)
    }
  }
  for (const person of people) {
    const superior = person.superior && ids.get(person.superior)
    if (superior) await sql`update person set superior_id = ${superior} where id = ${ids.get(person.key)}`.execute(trx)
  }
  return ids
}
