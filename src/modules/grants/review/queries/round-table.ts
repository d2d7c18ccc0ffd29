import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { Outcome } from '../../model.ts'
import { getScheme } from '../../scheme/queries/schemes.ts'
import { getRound, type Round } from '../../scheme/queries/rounds.ts'
import type { SchemeDefinition } from '../../model.ts'
import { sharesMoney } from '../../scheme/rules/for-part.ts'
import { scoresOf } from './assessments.ts'
import { impartialityInCases } from './impartiality.ts'
import { listPotStandings, type PotStanding } from './pots.ts'
import { shareRound, type SharedRound } from './share-round.ts'

/** One case of a round, as it stands in the allocation. Amounts in øre. */
export interface RoundRow {
  id: string
  number: string
  applicantName: string
  districtId: string | null
  districtName: string | null
  /** The part of the scheme it is for. */
  part: string | null
  status: string
  appliedOre: number
  calculatedOre: number | null
  revision: number
  language: string
  score: number | undefined
  declared: boolean
  recommendation: { outcome: Outcome; ore: number; potId: string | null; reasons: string; allocated: boolean } | undefined
  grantedOre: number | null
}

export interface RoundTable {
  round: Round
  schemeTitle: Text3
  definition: SchemeDefinition
  pots: PotStanding[]
  rows: RoundRow[]
  /** What each would get if the round were shared now; undefined in schemes that do not share. */
  shared: SharedRound | undefined
  /** There are more cases than are shown: narrow down. */
  cut: boolean
}

/** So many cases are shown and saved at once. */
export const MOST_ROWS = 1_000

/** A round with its money and its cases by number, those closed to the person left out. Throws NotFound. */
export async function getRoundTable(
  trx: Trx,
  roundId: string,
  asking: { personId: string; closedIds: readonly string[]; districtId?: string; part?: string },
): Promise<RoundTable> {
  const round = await getRound(trx, roundId)
  const scheme = await getScheme(trx, round.schemeId)
  const { rows } = await sql<Omit<RoundRow, 'score' | 'declared' | 'recommendation'> & Recommended>`
    select c.id, c.number, c.applicant_name as "applicantName", c.district_id as "districtId", d.name as "districtName", c.status,
      c.applied_ore as "appliedOre", a.calculated_ore as "calculatedOre", a.part, c.revision, c.language, c.granted_ore as "grantedOre",
      r.outcome, r.ore, r.pot_id, r.reasons, r.allocation is not null as allocated
    from case_file c
    join application a on a.municipality_id = c.municipality_id and a.case_id = c.id
    left join district d on d.municipality_id = c.municipality_id and d.id = c.district_id
    left join recommendation r on r.municipality_id = c.municipality_id and r.case_id = c.id and r.superseded_at is null
    where c.call_id = ${roundId}::uuid and c.status <> 'withdrawn' and c.id <> all(${asking.closedIds}::uuid[])
      and (${asking.districtId ?? null}::uuid is null or c.district_id = ${asking.districtId ?? null}::uuid)
      and (${asking.part ?? null}::text is null or a.part = ${asking.part ?? null}::text)
    order by c.opened_order, c.id limit ${MOST_ROWS + 1}`.execute(trx)
  const shown = rows.slice(0, MOST_ROWS)
  const ids = shown.map((row) => row.id)
  const scores = await scoresOf(trx, ids)
  const impartiality = await impartialityInCases(trx, ids, asking.personId)
  return {
    round,
    schemeTitle: scheme.definition.title,
    definition: scheme.definition,
    pots: await listPotStandings(trx, roundId),
    shared: sharesMoney(scheme.definition) ? await shareRound(trx, roundId) : undefined,
    cut: rows.length > MOST_ROWS,
    rows: shown.map(({ outcome, ore, pot_id, reasons, allocated, ...row }) => ({
      ...row,
      score: scores.get(row.id)?.score,
      declared: impartiality.get(row.id) !== 'not-declared',
      recommendation: outcome === null ? undefined : { outcome, ore: ore ?? 0, potId: pot_id, reasons: reasons ?? '', allocated },
    })),
  }
}

interface Recommended {
  outcome: Outcome | null
  ore: number | null
  pot_id: string | null
  reasons: string | null
  allocated: boolean
}

export interface RoundSummary {
  id: string
  schemeId: string
  title: Text3
  closesAt: Date | null
  potOre: number | null
  cases: number
  appliedOre: number
}

/** Rounds with cases that are not closed, those that close first on top; at most 100. */
export async function listRoundsAtWork(trx: Trx): Promise<RoundSummary[]> {
  const { rows } = await sql<RoundSummary>`
    select r.id, r.scheme_id as "schemeId", r.title, r.closes_at as "closesAt", r.pot_ore as "potOre", open.cases, open.applied as "appliedOre"
    from (
      select call_id, count(*)::int as cases, sum(applied_ore)::bigint as applied from case_file
      where closed_at is null and status in ('submitted', 'in-review', 'waiting-for-applicant', 'recommended') group by call_id
    ) open join round r on r.id = open.call_id
    order by r.closes_at nulls last, r.id limit 100`.execute(trx)
  return rows
}
