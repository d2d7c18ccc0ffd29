import type { AllocationShare, AmountDefinition } from '../../model.ts'
import { shareOfCost } from '../../application/rules/amount.ts'

/**
 * Shares a pot among the round's applications. Whole numbers throughout, so the sum never passes the pot, the order does not matter,
 * and more points or a larger pot never give less. What rounding and limits leave stays in the pot. Amounts in øre.
 */

/** One application's claim on the pot. */
export interface Claim {
  id: string
  /** The scheme's amount as it goes for this application: its limits, and how the pot is shared. */
  amount: AmountDefinition
  /** Null while it is not known: then it has no part in the sharing. */
  points: number | null
  /** What was asked for, or what the formula gave where nothing is asked for. */
  appliedOre: number
  calculatedOre: number | null
  costOre: number
}

export interface Allocated {
  shares: Map<string, AllocationShare>
  /** Points in all, or øre in all before sharing. */
  sum: number
  allocatedOre: number
  leftOre: number
}

/** Points are counted with four decimals. */
const POINT = 10_000

/** How `potOre` is shared among the claims; undefined when they do not share, or not all in the same way. */
export function allocate(potOre: number, claims: readonly Claim[]): Allocated | undefined {
  const [method, another] = new Set(claims.map((claim) => claim.amount.allocation?.method))
  if (!method || another) return undefined
  const pot = BigInt(Math.max(0, potOre))
  const sharing = claims.map((claim) => ({ claim, units: unitsOf(method, claim) })).filter((each) => each.units > 0n)
  const all = sharing.reduce((total, each) => total + each.units, 0n)
  const given = sharing.map(({ claim, units }): [string, AllocationShare] => {
    const isWhole = method === 'proportional' && all <= pot
    const shareOre = Number(isWhole ? units : (pot * units) / all)
    const base = { method, potOre: Number(pot), applications: sharing.length, ...counted(method, units, all), shareOre }
    return [claim.id, { ...base, ...within(claim, shareOre) }]
  })
  const allocatedOre = given.reduce((total, [, share]) => total + share.ore, 0)
  return { shares: new Map(given), sum: counted(method, 0n, all).sum, allocatedOre, leftOre: Number(pot) - allocatedOre }
}

type Method = AllocationShare['method']

function unitsOf(method: Method, claim: Claim): bigint {
  if (method === 'per-point') return BigInt(Math.round(Math.max(0, claim.points ?? 0) * POINT))
  return BigInt(limitOf(claim)?.ore ?? 0)
}

function counted(method: Method, own: bigint, sum: bigint): { own: number; sum: number } {
  const divide = (units: bigint) => (method === 'per-point' ? Number(units) / POINT : Number(units))
  return { own: divide(own), sum: divide(sum) }
}

/** The share within the scheme's limits and rounding. */
function within(claim: Claim, shareOre: number): Pick<AllocationShare, 'ore' | 'limitedBy' | 'below'> {
  const { minOre, roundDownToOre } = claim.amount
  const limit = limitOf(claim)
  const limitedBy = limit && limit.ore < shareOre ? limit : undefined
  const most = limitedBy?.ore ?? shareOre
  const ore = Math.floor(most / roundDownToOre) * roundDownToOre
  const isBelow = minOre !== undefined && ore < minOre
  return {
    ...(limitedBy ? { limitedBy } : {}),
    ...(isBelow ? { below: minOre } : {}),
    ore: isBelow ? 0 : ore,
  }
}

/** The tightest of what was asked for, what the formula gives, and the scheme's limits; undefined when nothing limits. */
function limitOf(claim: Claim): AllocationShare['limitedBy'] {
  const { amount } = claim
  type Limit = NonNullable<AllocationShare['limitedBy']>
  const limits: Limit[] = [
    ...(amount.askedIn ? [{ kind: 'asked' as const, ore: claim.appliedOre }] : []),
    ...(amount.steps.length > 0 && claim.calculatedOre !== null
      ? [{ kind: 'calculated' as const, ore: claim.calculatedOre }]
      : []),
    ...(amount.maxOre === undefined ? [] : [{ kind: 'most' as const, ore: amount.maxOre }]),
    ...(amount.maxShareOfCost === undefined || claim.costOre === 0
      ? []
      : [{ kind: 'share' as const, ore: shareOfCost(claim.costOre, amount.maxShareOfCost) }]),
  ]
  return limits.reduce<Limit | undefined>((tightest, each) => (tightest && tightest.ore <= each.ore ? tightest : each), undefined)
}
