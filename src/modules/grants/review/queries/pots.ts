import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'

/** A pot and what is bound and proposed from it. Amounts in øre. `id` null: the round's money that is in no part. */
export interface PotStanding {
  id: string | null
  key: string
  title: Text3 | null
  districtId: string | null
  districtName: string | null
  /** The part of the scheme it is for. */
  part: string | null
  totalOre: number
  /** Granted by decisions that stand; what was declined or lapsed is free again. */
  usedOre: number
  /** Recommended in cases that are not decided. */
  plannedOre: number
}

/** The round's parts with what is used of them; without parts, the round's pot as one. Empty when the round has no money set. */
export async function listPotStandings(trx: Trx, roundId: string): Promise<PotStanding[]> {
  const { rows } = await sql<PotStanding & { position: number }>`
    with used as (
      select d.pot_id, sum(d.ore)::bigint as ore from case_file c
      join decision d on d.municipality_id = c.municipality_id and d.case_id = c.id
      left join award w on w.municipality_id = d.municipality_id and w.decision_id = d.id
      where c.call_id = ${roundId}::uuid and d.replaced_at is null and c.status in ('decided', 'notified', 'following-up', 'closed')
        and coalesce(w.acceptance, 'pending') not in ('declined', 'lapsed')
      group by d.pot_id
    ), planned as (
      select r.pot_id, sum(r.ore)::bigint as ore from case_file c
      join recommendation r on r.municipality_id = c.municipality_id and r.case_id = c.id
      where c.call_id = ${roundId}::uuid and r.superseded_at is null and c.status = 'recommended'
      group by r.pot_id
    ), parts as (
      select p.id, p.key, p.title, p.district_id as "districtId", d.name as "districtName", p.part, p.ore as "totalOre", coalesce(d.position, 1000) as position
      from pot p left join district d on d.municipality_id = p.municipality_id and d.id = p.district_id
      where p.round_id = ${roundId}::uuid
    ), whole as (
      select null::uuid as id, 'all' as key, null::jsonb as title, null::uuid as "districtId", null::text as "districtName", null::text as part,
        r.pot_ore as "totalOre", -1 as position
      from round r where r.id = ${roundId}::uuid and r.pot_ore is not null
    )
    select parts.*, coalesce((select ore from used where pot_id = parts.id), 0)::bigint as "usedOre",
      coalesce((select ore from planned where pot_id = parts.id), 0)::bigint as "plannedOre" from parts
    union all
    select whole.*, coalesce((select sum(ore) from used), 0)::bigint, coalesce((select sum(ore) from planned), 0)::bigint from whole
    order by position, key`.execute(trx)
  return rows
}

/** What is left of the pot that a case draws on, its own recommendation not counted. Undefined without a pot. */
export function leftFor(
  standings: readonly PotStanding[],
  potId: string | null,
  own: { potId: string | null; ore: number } | undefined,
): number | undefined {
  const left = (pot: PotStanding) =>
    pot.totalOre - pot.usedOre - pot.plannedOre + (own && (pot.id === null || own.potId === pot.id) ? own.ore : 0)
  const fitting = standings.filter((pot) => pot.id === null || pot.id === potId)
  return fitting.length === 0 ? undefined : Math.min(...fitting.map(left))
}
