import { Conflict, Invalid, NotFound } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { isLang } from '#platform/texts/texts.ts'
import type { AllocationShare, SchemeDefinition } from '../../model.ts'
import { outcomeOfAmount } from '../rules/recommendation.ts'
import type { RoundRow } from '../queries/round-table.ts'
import type { Actor } from './actor.ts'
import { recommend } from './recommend.ts'
import { takeCase } from './take-case.ts'

export interface ProposedRow {
  caseId: string
  ore: number
  potId: string | null
  reasons: string
  /** The sharing of the round's money that gives this amount. */
  allocation?: AllocationShare
  /** As it was shown or exported. */
  revision: number
}

export interface RowError {
  caseId: string
  /** A text key: 'changedMeanwhile', 'notDeclared', 'reasonsMissing' … */
  key: string
}

/**
 * Recommends in many cases of a round at once. A row that cannot be saved is reported and left as it was; the others stand.
 * A case that nobody has taken is taken by who recommends. An amount of nothing is a refusal.
 */
export async function saveRecommendations(
  trx: Trx,
  input: { rows: readonly ProposedRow[]; known: readonly RoundRow[]; definition: SchemeDefinition; by: Actor },
): Promise<{ saved: number; errors: RowError[] }> {
  const errors: RowError[] = []
  let saved = 0
  for (const row of input.rows.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))) {
    const found = input.known.find((each) => each.id === row.caseId)
    try {
      if (!found) throw new NotFound('case')
      if (!found.declared) throw new Conflict({ key: 'notDeclared' })
      if (row.reasons.trim() === '') throw new Invalid([{ key: 'reasonsMissing' }])
      if (found.revision !== row.revision) throw new Conflict({ key: 'changedMeanwhile' })
      const taken = found.status === 'submitted' ? await takeCase(trx, { caseId: found.id, by: input.by }) : undefined
      await recommend(trx, {
        caseId: found.id,
        outcome: outcomeOfAmount(row.ore, found.appliedOre),
        ore: row.ore,
        potId: row.potId,
        reasons: row.reasons,
        ...(row.allocation ? { allocation: row.allocation } : {}),
        conditions: row.ore > 0 ? await conditionsOf(trx, found, input.definition) : [],
        by: input.by,
        revision: row.revision + (taken?.changed ? 1 : 0),
      })
      saved++
    } catch (error) {
      errors.push({ caseId: row.caseId, key: reasonOf(error) })
    }
  }
  return { saved, errors }
}

/** Those of the recommendation that stands, else the scheme's standard ones, in the applicant's language form. */
async function conditionsOf(trx: Trx, found: RoundRow, definition: SchemeDefinition) {
  const now = await trx
    .selectFrom('recommendation')
    .select('conditions')
    .where('case_id', '=', found.id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (now && now.conditions.length > 0) return now.conditions
  const lang = isLang(found.language) ? found.language : 'nb'
  return definition.conditions
    .filter((each) => each.standard)
    .map((each) => ({ key: each.key, text: each.text[lang], ...(each.dueDays ? { dueDays: each.dueDays } : {}) }))
}

/** Refusals come before anything of the row is written; whatever else is thrown ends it all. */
function reasonOf(error: unknown): string {
  if (error instanceof Conflict) return error.reason.key
  if (error instanceof Invalid) return error.reasons[0]?.key ?? 'other'
  if (error instanceof NotFound) return 'notFound'
  throw error
}
