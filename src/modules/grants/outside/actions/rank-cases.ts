import { lockCase, recordEvent } from '#cases'
import type { Trx } from '#platform/database/db.ts'
import { roleFor, type Actor } from '../../review/actions/actor.ts'
import { requireMayPrepare } from '../../review/queries/impartiality.ts'

/** Gives recommended cases their places on the list to the outside body. Those that stay where they are, and those sent, are left alone. */
export async function rankCases(
  trx: Trx,
  input: { ranks: readonly { caseId: string; rank: number | null }[]; by: Actor },
): Promise<number> {
  let changed = 0
  // In one order for everybody: two who save at once wait for each other.
  for (const { caseId, rank } of input.ranks.toSorted((a, b) => a.caseId.localeCompare(b.caseId))) {
    const now = await trx
      .selectFrom('recommendation')
      .select(['id', 'rank'])
      .where('case_id', '=', caseId)
      .where('superseded_at', 'is', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('outside_statement')
              .select('outside_statement.id')
              .whereRef('outside_statement.recommendation_id', '=', 'recommendation.id'),
          ),
        ),
      )
      .executeTakeFirst()
    if (!now || now.rank === rank) continue
    const found = await lockCase(trx, caseId)
    await requireMayPrepare(trx, caseId, input.by.id)
    await trx.updateTable('recommendation').set({ rank }).where('id', '=', now.id).execute()
    await recordEvent(trx, {
      subjectId: found.id,
      type: 'case-ranked',
      actorRole: roleFor(input.by, 'prepareCase'),
      changes: { rank, before: now.rank },
    })
    changed++
  }
  return changed
}
