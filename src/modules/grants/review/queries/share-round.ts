import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { AllocationShare, Outcome } from '../../model.ts'
import { getDefinitions, type MadeUnder } from '../../scheme/queries/versions.ts'
import { allocate, type Claim } from '../rules/allocate.ts'
import { ownPot } from '../rules/own-pot.ts'
import { listPotStandings, type PotStanding } from './pots.ts'

/** An application that is not sent yet, to be shared with as if it were. */
export interface Newcomer extends MadeUnder, Omit<Claim, 'amount'> {
  districtId: string | null
}

export interface SharedRound {
  /** By case: what its part of the pot comes to if the round is shared now. */
  shares: Map<string, AllocationShare>
  /** By pot: what limits and rounding leave in it. `potId` null: the round's own. */
  left: { potId: string | null; leftOre: number; potOre: number }[]
}

interface Row extends Newcomer {
  status: string
  outcome: Outcome | null
  potId: string | null
}

/**
 * Shares a round's money among its undecided applications, pot by pot, by the method of the version each was made under. What is
 * decided has taken its part of the pot before; those recommended refused or dismissed take none. Nothing is written.
 */
export async function shareRound(trx: Trx, roundId: string): Promise<SharedRound> {
  const undecided = ['submitted', 'in-review', 'waiting-for-applicant', 'recommended']
  const rows = (await listClaims(trx, roundId)).filter((row) => undecided.includes(row.status))
  const pots = await listPotStandings(trx, roundId)
  const sharing = rows.filter((row) => row.outcome !== 'refused' && row.outcome !== 'dismissed')
  return await share(trx, pots, sharing, (row) => (row.outcome ? row.potId : ownPot(pots, row)))
}

/**
 * The same as an applicant is told before the round is decided: all that is sent, and their own draft, as if nothing had been
 * decided or recommended. What the municipality means to do is not to be read out of it.
 */
export async function shareAsApplied(trx: Trx, roundId: string, newcomer?: Newcomer): Promise<SharedRound> {
  const pots = (await listPotStandings(trx, roundId)).map((pot) => ({ ...pot, usedOre: 0 }))
  const own = newcomer ? [{ ...newcomer, outcome: null, potId: null, status: 'draft' }] : []
  return await share(trx, pots, [...(await listClaims(trx, roundId)), ...own], (row) => ownPot(pots, row))
}

async function listClaims(trx: Trx, roundId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.status, c.district_id as "districtId", a.version_id as "versionId", a.part, a.points, a.applied_ore as "appliedOre",
      a.calculated_ore as "calculatedOre", a.budget_cost_ore as "costOre", r.outcome, r.pot_id as "potId"
    from case_file c
    join application a on a.municipality_id = c.municipality_id and a.case_id = c.id
    left join recommendation r on r.municipality_id = c.municipality_id and r.case_id = c.id and r.superseded_at is null
    where c.call_id = ${roundId}::uuid and c.status <> 'withdrawn'
    order by c.id`.execute(trx)
  return rows
}

async function share(
  trx: Trx,
  pots: readonly PotStanding[],
  all: readonly Row[],
  potOf: (row: Row) => string | null,
): Promise<SharedRound> {
  const definitionOf = await getDefinitions(trx, all)
  const claims = all.flatMap((row) => {
    const amount = definitionOf(row)?.amount
    return amount?.allocation ? [{ ...row, amount }] : []
  })
  const shared: SharedRound = { shares: new Map(), left: [] }
  for (const [potId, inPot] of Map.groupBy(claims, potOf)) {
    const potOre = roomIn(pots, potId)
    const given = potOre === undefined ? undefined : allocate(potOre, inPot)
    if (!given) continue
    for (const [id, share] of given.shares) shared.shares.set(id, share)
    shared.left.push({ potId, leftOre: given.leftOre, potOre: potOre ?? 0 })
  }
  return shared
}

/** What is left to share in a pot; the round's own is what stands in no part of it. Undefined where no amount is set. */
function roomIn(pots: readonly PotStanding[], potId: string | null): number | undefined {
  const own = pots.find((pot) => pot.id === potId)
  if (!own) return undefined
  if (potId !== null) return own.totalOre - own.usedOre
  const parts = pots.filter((pot) => pot.id !== null)
  const inParts = (of: (pot: PotStanding) => number) => parts.reduce((sum, pot) => sum + of(pot), 0)
  return own.totalOre - inParts((pot) => pot.totalOre) - (own.usedOre - inParts((pot) => pot.usedOre))
}
