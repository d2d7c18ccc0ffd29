import type { Trx } from '#platform/database/db.ts'
import { getDefinitions } from '../../scheme/queries/versions.ts'
import type { EffectiveDefinition } from '../../model.ts'

export interface DraftInList {
  id: string
  slug: string
  definition: EffectiveDefinition
  applicant: string
  organisationId: string | null
  schemeId: string
  roundId: string
  closesAt: Date | null
  savedAt: Date
}

/** The person's drafts that are not sent, last saved first. */
export async function listDrafts(trx: Trx, personId: string): Promise<DraftInList[]> {
  const rows = await trx
    .selectFrom('draft')
    .innerJoin('scheme', (join) =>
      join.onRef('scheme.municipality_id', '=', 'draft.municipality_id').onRef('scheme.id', '=', 'draft.scheme_id'),
    )
    .innerJoin('round', (join) =>
      join.onRef('round.municipality_id', '=', 'draft.municipality_id').onRef('round.id', '=', 'draft.round_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'draft.municipality_id').onRef('person.id', '=', 'draft.person_id'),
    )
    .leftJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality_id', '=', 'draft.municipality_id')
        .onRef('organisation.id', '=', 'draft.organisation_id'),
    )
    .select([
      'draft.id',
      'draft.version_id as versionId',
      'draft.part',
      'draft.organisation_id',
      'draft.scheme_id',
      'draft.round_id',
      'draft.saved_at',
      'scheme.slug',
      'round.closes_at',
      'person.name as person_name',
      'organisation.name as organisation_name',
    ])
    .where('draft.person_id', '=', personId)
    .where('draft.sent_at', 'is', null)
    .where('draft.trial', 'is', null)
    .$narrowType<{ versionId: string; scheme_id: string; round_id: string }>()
    .orderBy('draft.saved_at', 'desc')
    .limit(100)
    .execute()
  const definitionOf = await getDefinitions(trx, rows)
  return rows.flatMap((row) => {
    const definition = definitionOf(row)
    if (!definition) return []
    return [
      {
        id: row.id,
        slug: row.slug,
        definition,
        applicant: row.organisation_name ?? row.person_name,
        organisationId: row.organisation_id,
        schemeId: row.scheme_id,
        roundId: row.round_id,
        closesAt: row.closes_at,
        savedAt: row.saved_at,
      },
    ]
  })
}
