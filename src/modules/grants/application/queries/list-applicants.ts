import type { Trx } from '#platform/database/db.ts'
import { SELF_DECLARED, type MandateRole } from './mandate.ts'

export { SELF_DECLARED } from './mandate.ts'

/** An organisation the person may act for, and why. */
export interface Representation {
  organisationId: string
  name: string
  number: string | null
  role: MandateRole
  mandateId: string
  /** False when the person has only said so: then they see what they send themselves, and nothing of the organisation's past. */
  verified: boolean
  /** One of the municipality's own units. */
  ownUnit: boolean
  validUntil: string | null
}

/** Whom the person may apply for today, verified mandates first; each organisation once. */
export async function listRepresentations(trx: Trx, personId: string, today: string): Promise<Representation[]> {
  const rows = await trx
    .selectFrom('mandate')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality_id', '=', 'mandate.municipality_id')
        .onRef('organisation.id', '=', 'mandate.organisation_id'),
    )
    .select([
      'organisation.id',
      'organisation.name',
      'organisation.number',
      'organisation.own_unit',
      'mandate.role',
      'mandate.id as mandate_id',
      'mandate.source',
      'mandate.valid_until',
    ])
    .where('mandate.person_id', '=', personId)
    .where('mandate.valid_from', '<=', today)
    .where((eb) => eb.or([eb('mandate.valid_until', 'is', null), eb('mandate.valid_until', '>=', today)]))
    .orderBy('organisation.name')
    .execute()
  const found = new Map<string, Representation>()
  for (const row of rows) {
    const verified = row.source !== SELF_DECLARED
    const before = found.get(row.id)
    if (before && (before.verified || !verified)) continue
    found.set(row.id, {
      organisationId: row.id,
      name: row.name,
      number: row.number,
      role: row.role,
      mandateId: row.mandate_id,
      verified,
      ownUnit: row.own_unit,
      validUntil: row.valid_until,
    })
  }
  return [...found.values()]
}
