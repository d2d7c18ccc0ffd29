import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'

/** What came of one round, of what applicants have been told: counts, øre and days. */
export interface RoundFigures {
  applied: number
  granted: number
  appliedOre: number
  grantedOre: number
  /** Half of the grants were larger. Null when fewer than three were given: then it tells of single recipients. */
  medianOre: number | null
  /** Half of the applicants had their answer sooner: whole days from arrival to notice. */
  medianDays: number | null
}

/** Undefined while nobody in the round has been told of a decision. */
export async function findRoundFigures(trx: Trx, roundId: string): Promise<RoundFigures | undefined> {
  const { rows } = await sql<RoundFigures & { decided: number }>`
    select count(*) as applied, count(*) filter (where d.ore > 0) as granted, count(d.id) as decided,
      coalesce(sum(c.applied_ore), 0)::bigint as "appliedOre", coalesce(sum(d.ore), 0)::bigint as "grantedOre",
      case when count(*) filter (where d.ore > 0) >= 3
        then (percentile_disc(0.5) within group (order by d.ore) filter (where d.ore > 0))::bigint end as "medianOre",
      percentile_disc(0.5) within group (order by ceil(extract(epoch from d.released_at - c.received_at) / 86400)::bigint)
        filter (where d.id is not null) as "medianDays"
    from case_file c
    left join decision d on d.municipality_id = c.municipality_id and d.case_id = c.id and d.replaced_at is null and d.released_at is not null
    where c.call_id = ${roundId}::uuid and c.status <> 'withdrawn'`.execute(trx)
  const row = rows[0]
  if (!row || row.decided === 0) return undefined
  const { decided: _, ...figures } = row
  return figures
}

/** Awards given in a calendar year, all schemes: how many, and øre in all. */
export async function countAwards(trx: Trx, year: number): Promise<{ count: number; ore: number }> {
  const row = await trx
    .selectFrom('award')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number | null>('ore').as('ore')])
    .where('awarded_on', '>=', `${year}-01-01`)
    .where('awarded_on', '<=', `${year}-12-31`)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { count: row.count, ore: row.ore ?? 0 }
}
