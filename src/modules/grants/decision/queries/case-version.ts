import type { Trx } from '#platform/database/db.ts'
import type { EffectiveDefinition } from '../../model.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'

/** The definition a case is decided under, and what it applied for in øre. */
export async function getCaseVersion(trx: Trx, caseId: string): Promise<{ definition: EffectiveDefinition; appliedOre: number }> {
  const row = await trx
    .selectFrom('application')
    .select(['version_id', 'part', 'applied_ore'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const definition = await getDefinition(trx, { versionId: row.version_id, part: row.part })
  return { definition, appliedOre: row.applied_ore }
}
