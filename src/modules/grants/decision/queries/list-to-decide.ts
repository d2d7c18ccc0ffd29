import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { AuthorityBand, Outcome } from '../../model.ts'
import type { ConditionText } from '../../model.ts'
import { getDefinitions, getVersions, type MadeUnder } from '../../scheme/queries/versions.ts'
import { outsideBody } from '../../scheme/rules/decided-outside.ts'
import { findStep } from '../../scheme/rules/steps.ts'

/** A round with cases that are recommended and wait. */
export interface WaitingRound {
  roundId: string
  scheme: Text3
  round: Text3
  count: number
  recommendedOre: number
}

/** Rounds with recommended cases, the one with most first. */
export async function listWaitingRounds(trx: Trx, closedIds: readonly string[]): Promise<WaitingRound[]> {
  const { rows } = await sql<{ roundId: string; round: Text3; versionId: string; count: number; recommendedOre: number }>`
    select c.call_id as "roundId", r.title as round, s.current_version_id as "versionId", count(*)::int as count,
      coalesce(sum(c.recommended_ore), 0)::bigint as "recommendedOre"
    from case_file c
    join round r on r.municipality_id = c.municipality_id and r.id = c.call_id
    join scheme s on s.municipality_id = c.municipality_id and s.id = r.scheme_id
    where c.status = 'recommended' and c.kind = 'grant' and not c.id = any(${closedIds}::uuid[])
    group by 1, 2, 3 order by 4 desc, 1`.execute(trx)
  const versions = await getVersions(
    trx,
    rows.map((row) => row.versionId),
  )
  return rows.flatMap((row) => {
    const version = versions.get(row.versionId)
    return version && !outsideBody(version.definition) ? [{ ...row, scheme: version.definition.title }] : []
  })
}

/** A recommended case as it stands in a list to decide from. Amounts in øre. */
export interface ToDecide {
  id: string
  number: string
  applicantName: string
  districtId: string | null
  districtName: string | null
  /** Key of the district's own committee. */
  districtBody: string | null
  appliedOre: number
  revision: number
  language: string
  lateReason: string | null
  outcome: Outcome
  ore: number
  potId: string | null
  reasons: string
  conditions: ConditionText[]
  recommendedBy: string | null
  authority: readonly AuthorityBand[]
  /** Who recommended never decides, whatever the amount. */
  decidedByAnother: boolean
}

export interface ToDecideFilter {
  roundId?: string
  districtId?: string
  outcome?: Outcome
  words?: string
}

export const MOST_TO_DECIDE = 100

/** Recommended cases in the order they came, one more than `MOST_TO_DECIDE` at most. Cases closed to the person, and those that are decided outside the municipality, are left out. */
export async function listToDecide(
  trx: Trx,
  filter: ToDecideFilter,
  closedIds: readonly string[],
  ids?: readonly string[],
): Promise<ToDecide[]> {
  const words = filter.words ? `%${filter.words.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%` : undefined
  const { rows } = await sql<Omit<ToDecide, 'authority' | 'decidedByAnother'> & MadeUnder>`
    select c.id, c.number, c.applicant_name as "applicantName", c.district_id as "districtId", d.name as "districtName",
      u.key as "districtBody", c.applied_ore as "appliedOre", c.revision, c.language, c.late_reason as "lateReason",
      rec.outcome, rec.ore, rec.pot_id as "potId", rec.reasons, rec.conditions, rec.recommended_by as "recommendedBy",
      a.version_id as "versionId", a.part
    from case_file c
    join application a on a.municipality_id = c.municipality_id and a.case_id = c.id
    join recommendation rec on rec.municipality_id = c.municipality_id and rec.case_id = c.id and rec.superseded_at is null
    left join district d on d.municipality_id = c.municipality_id and d.id = c.district_id
    left join unit u on u.municipality_id = d.municipality_id and u.id = d.body_id
    where c.status = 'recommended' and c.kind = 'grant' and not c.id = any(${closedIds}::uuid[])
      and ${filter.roundId ? sql`c.call_id = ${filter.roundId}::uuid` : sql`true`}
      and ${filter.districtId ? sql`c.district_id = ${filter.districtId}::uuid` : sql`true`}
      and ${filter.outcome ? sql`rec.outcome = ${filter.outcome}` : sql`true`}
      and ${words ? sql`(c.applicant_name ilike ${words} or replace(c.number, '/', '-') ilike replace(${words}, '/', '-'))` : sql`true`}
      and ${ids ? sql`c.id = any(${[...ids]}::uuid[])` : sql`true`}
    order by c.opened_order, c.id limit ${MOST_TO_DECIDE + 1}`.execute(trx)
  const definitionOf = await getDefinitions(trx, rows)
  return rows.flatMap(({ versionId, part, ...row }) => {
    const definition = definitionOf({ versionId, part })
    return definition && !outsideBody(definition)
      ? [
          {
            ...row,
            authority: definition.authority,
            decidedByAnother: findStep(definition, 'recommendation')?.decidedByAnother === true,
          },
        ]
      : []
  })
}
