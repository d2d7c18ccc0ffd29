import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { PotRoom } from '../rules/room-in-pot.ts'

/**
 * Locks the money a case draws on and tells what is left of it: the named pot, else the round's. Two decisions at once wait
 * for each other here, so that their sum never passes the pot. Undefined when the round has no pot.
 */
export async function lockPotRoom(
  trx: Trx,
  input: { roundId: string; potId: string | null; caseId: string },
): Promise<PotRoom | undefined> {
  const pot = input.potId
    ? await trx
        .selectFrom('pot')
        .select('ore')
        .where('id', '=', input.potId)
        .where('round_id', '=', input.roundId)
        .forUpdate()
        .executeTakeFirst()
    : await trx.selectFrom('round').select('pot_ore as ore').where('id', '=', input.roundId).forUpdate().executeTakeFirst()
  if (!pot || pot.ore === null) return undefined
  const { rows } = await sql<{ ore: number }>`
    select coalesce(sum(d.ore), 0)::bigint as ore
    from decision d
    join application a on a.municipality_id = d.municipality_id and a.case_id = d.case_id
    left join award w on w.municipality_id = d.municipality_id and w.decision_id = d.id
    where a.round_id = ${input.roundId}::uuid and d.replaced_at is null and d.case_id <> ${input.caseId}::uuid
      and ${input.potId ? sql`d.pot_id = ${input.potId}::uuid` : sql`true`}
      -- what was declined or lapsed is free again
      and coalesce(w.acceptance, 'pending') not in ('declined', 'lapsed')`.execute(trx)
  return { potOre: pot.ore, decidedOre: rows[0]?.ore ?? 0 }
}
