import type { Trx } from '#platform/database/db.ts'
import type { SchemeDefinition } from '../../model.ts'
import { getVersion } from '../../scheme/queries/versions.ts'

/** The definition a case is decided under, and what it applied for in øre. */
export async function getCaseVersion(trx: Trx, caseId: string): Promise<{ definition: SchemeDefinition; appliedOre: number }> {
  const row = await trx
    .selectFrom('application')
    .select(['version_id', 'applied_ore'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const { definition } = await getVersion(trx, row.version_id)
  return { definition, appliedOre: row.applied_ore }
}
