import path from 'node:path'
import { saveMunicipality } from '#cases'
import type { Keyring } from '#platform/crypto.ts'
import type { DatabaseHandle, Scope, Trx } from '#platform/database/db.ts'
import { birthDateOf, inviteStaff, keepNationalId } from '#platform/identity/index.ts'
import { loadSchemes } from '#grants'
import { shiftRounds } from './calendar.ts'
import { demoMunicipalities, type DemoMunicipality } from './municipalities.ts'
import { demoPeople } from './people.ts'
import { addUnitsAndDistricts } from './places.ts'

export interface Ground {
  municipality: DemoMunicipality
  scope: Scope
  /** Person id by the key in demo/people.ts. */
  people: Map<string, string>
}

/** The demo's ground: municipalities with units, districts, people and schemes; no case yet. Done once, on an empty database. */
export async function layGround(input: {
  db: DatabaseHandle
  ownerUrl: string
  keyring: Keyring
  root: string
  now: Date
  /** Moves the schemes' rounds so many months. */
  months?: number
}): Promise<Ground[]> {
  const grounds: Ground[] = []
  for (const municipality of demoMunicipalities) {
    const scope = { municipalityId: await saveMunicipality(input.ownerUrl, municipality) }
    const people = await input.db.inTransaction({ ...scope, now: input.now }, async (trx) => {
      await addUnitsAndDistricts(trx, municipality)
      return await addPeople(trx, input.keyring, municipality.slug)
    })
    const loaded = await loadSchemes(input.db, { ...scope, now: input.now }, path.join(input.root, 'schemes'), {
      now: input.now,
      only: municipality.schemes,
      prepare: (document) => shiftRounds(document, input.months ?? 0),
    })
    const refused = loaded.find((scheme) => scheme.outcome === 'refused')
    if (refused) throw new Error(`${refused.file}: ${refused.reasons.map((r) => `${r.field ?? ''} ${r.key}`).join(', ')}`)
    grounds.push({ municipality, scope, people })
  }
  return grounds
}

async function addPeople(trx: Trx, keyring: Keyring, slug: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const own = demoPeople.filter((person) => person.municipality === slug)
  for (const person of own) {
    const id =
      person.kind === 'staff'
        ? await inviteStaff(trx, { loginName: person.email, name: person.name, roles: person.roles })
        : (
            await trx
              .insertInto('person')
              .values({ name: person.name, kind: 'resident' })
              .returning('id')
              .executeTakeFirstOrThrow()
          ).id
    ids.set(person.key, id)
    await trx
      .updateTable('person')
      .set({
        email: person.email,
        language: person.language,
        born_on: person.nationalId ? (birthDateOf(person.nationalId) ?? null) : null,
      })
      .where('id', '=', id)
      .execute()
    if (person.nationalId) await keepNationalId(trx, keyring, id, person.nationalId)
  }
  for (const person of own.filter((p) => p.superior)) {
    await trx
      .updateTable('person')
      .set({ superior_id: ids.get(person.superior ?? '') ?? null })
      .where('id', '=', ids.get(person.key) ?? '')
      .execute()
  }
  return ids
}
