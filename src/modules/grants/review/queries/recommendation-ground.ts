import { NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import type { EffectiveDefinition } from '../../model.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'
import { listPotStandings, type PotStanding } from './pots.ts'

/** What a recommendation is measured against. */
export interface Ground {
  definition: EffectiveDefinition
  calculatedOre: number | null
  pots: PotStanding[]
  /** The case's own recommendation that counts in the pots now. */
  own: { potId: string | null; ore: number } | undefined
}

/** Throws NotFound when the case holds no application. */
export async function recommendationGround(trx: Trx, caseId: string): Promise<Ground> {
  const row = await trx
    .selectFrom('application')
    .select(['version_id', 'part', 'round_id', 'calculated_ore'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!row) throw new NotFound('application')
  const own = await trx
    .selectFrom('recommendation')
    .innerJoin('case_file', (join) =>
      join
        .onRef('case_file.municipality_id', '=', 'recommendation.municipality_id')
        .onRef('case_file.id', '=', 'recommendation.case_id'),
    )
    .select(['recommendation.pot_id', 'recommendation.ore'])
    .where('recommendation.case_id', '=', caseId)
    .where('recommendation.superseded_at', 'is', null)
    .where('case_file.status', '=', 'recommended')
    .executeTakeFirst()
  return {
    definition: await getDefinition(trx, { versionId: row.version_id, part: row.part }),
    calculatedOre: row.calculated_ore,
    pots: await listPotStandings(trx, row.round_id),
    own: own && { potId: own.pot_id, ore: own.ore },
  }
}
