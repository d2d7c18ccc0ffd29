// Accounts against the budget: what was spent, what adds up, and how much of the grant was used.

import type { Ore } from '#platform/money.ts'
import type { AccountLine } from '../../tables.ts'

export interface AccountsSummary {
  costOre: Ore
  incomeOre: Ore
  budgetCostOre: Ore
  budgetIncomeOre: Ore
  /** Income with the grant minus costs: what is left over, or missing. */
  resultOre: Ore
  /** Part of the grant that costs less other income did not need; zero when all was used. */
  unspentOre: Ore
}

/** `incomeOre` leaves the grant itself out: it is added from the award. */
export function summariseAccounts(lines: readonly AccountLine[], grantedOre: Ore): AccountsSummary {
  const sum = (side: AccountLine['side'], of: (line: AccountLine) => Ore) =>
    lines.filter((line) => line.side === side).reduce((total, line) => total + of(line), 0)
  const costOre = sum('cost', (line) => line.accountOre)
  const incomeOre = sum('income', (line) => line.accountOre)
  const resultOre = incomeOre + grantedOre - costOre
  return {
    costOre,
    incomeOre,
    budgetCostOre: sum('cost', (line) => line.budgetOre ?? 0),
    budgetIncomeOre: sum('income', (line) => line.budgetOre ?? 0),
    resultOre,
    unspentOre: Math.max(0, Math.min(grantedOre, resultOre)),
  }
}

/** Lines that differ from the budget by more than a fifth and more than 1 000 kr: asked to be explained. */
export function needsExplanation(line: AccountLine): boolean {
  if (line.budgetOre === null) return false
  const difference = Math.abs(line.accountOre - line.budgetOre)
  return difference > 1_000_00 && difference > line.budgetOre / 5
}

/** Whether an auditor must confirm the accounts. */
export function needsAuditor(grantedOre: Ore, auditorFromOre: Ore | undefined): boolean {
  return auditorFromOre !== undefined && grantedOre >= auditorFromOre
}
