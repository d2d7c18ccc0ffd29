import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { PotRoom } from '../rules/room-in-pot.ts'

export interface LockedPots {
  /** The round's whole pot and the named part of it, those that have a limit. */
  rooms: PotRoom[]
  /** The round's money stands only in its parts: one must be named. */
  needsPot: boolean
  /** The named pot is not one of this round's. */
  isOther: boolean
}

/**
 * Locks the money a case draws on and tells what is left of it. Two decisions at once in a round wait for each other here, so that
 * their sum never passes the pot. New applications to the round do not wait.
 */
export async function lockPotRoom(
  trx: Trx,
  input: { roundId: string; potId: string | null; caseId: string },
): Promise<LockedPots> {
  const round = await trx
    .selectFrom('round')
    .select('pot_ore')
    .where('id', '=', input.roundId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const pots = await trx.selectFrom('pot').select(['id', 'ore']).where('round_id', '=', input.roundId).execute()
  const pot = pots.find((each) => each.id === input.potId)
  const rooms: PotRoom[] = []
  if (round.pot_ore !== null) rooms.push({ potOre: round.pot_ore, decidedOre: await decidedOre(trx, input, null) })
  if (pot) rooms.push({ potOre: pot.ore, decidedOre: await decidedOre(trx, input, pot.id) })
  return {
    rooms,
    needsPot: round.pot_ore === null && pots.length > 0 && input.potId === null,
    isOther: input.potId !== null && !pot,
  }
}

async function decidedOre(trx: Trx, input: { roundId: string; caseId: string }, potId: string | null): Promise<number> {
  const { rows } = await sql<{ ore: number }>`
    select coalesce(sum(d.ore), 0)::bigint as ore
    from decision d
    join application a on a.municipality_id = d.municipality_id and a.case_id = d.case_id
    left join award w on w.municipality_id = d.municipality_id and w.decision_id = d.id
    where a.round_id = ${input.roundId}::uuid and d.replaced_at is null and d.case_id <> ${input.caseId}::uuid
      and ${potId ? sql`d.pot_id = ${potId}::uuid` : sql`true`}
      -- what was declined or lapsed is free again
      and coalesce(w.acceptance, 'pending') not in ('declined', 'lapsed')`.execute(trx)
  return rows[0]?.ore ?? 0
}
