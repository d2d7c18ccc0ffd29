// The budget when less was granted than asked for: costs shrink in proportion, so that it balances with what there is.

import type { Ore } from '#platform/money.ts'

export interface BudgetRow {
  side: 'income' | 'cost'
  category: string | null
  label: string
  ore: Ore
}

/** True for the budget's own line for the amount applied for: the grant is added from the award instead. */
export function isGrantLine(row: Pick<BudgetRow, 'side' | 'category'>): boolean {
  return row.side === 'income' && /^(applied|applied[A-Z].*|thisGrant)$/.test(row.category ?? '')
}

/**
 * What each row becomes, in whole kroner, in the rows' order; undefined where it stays. Other income stays; costs are cut in
 * proportion to what is left of the income, the rest of the rounding on the largest cost. Nothing changes when all was granted.
 */
export function reviseBudget(rows: readonly BudgetRow[], appliedOre: Ore, grantedOre: Ore): (Ore | undefined)[] {
  const costs = rows.filter((row) => row.side === 'cost')
  const cost = costs.reduce((sum, row) => sum + row.ore, 0)
  const short = appliedOre - grantedOre
  if (short <= 0 || cost <= 0) return rows.map(() => undefined)
  const target = Math.max(0, cost - short)
  const cut = rows.map((row) => (row.side === 'cost' ? wholeKroner((row.ore / cost) * target) : undefined))
  const rest = target - cut.reduce<number>((sum, ore) => sum + (ore ?? 0), 0)
  const largest = rows.findIndex((row) => row.side === 'cost' && row.ore === Math.max(...costs.map((each) => each.ore)))
  return cut.map((ore, index) => (index === largest && ore !== undefined ? ore + rest : ore))
}

function wholeKroner(ore: number): Ore {
  return Math.floor(ore / 100) * 100
}
