// Accounts against the budget: what was spent, what adds up, and how much of the grant was used.

import type { Ore } from '#platform/money.ts'
import type { AccountLine } from '../../model.ts'

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

/** What the line was to be: the budget, revised where less was granted than asked for. Null outside the budget. */
export function plannedOre(line: AccountLine): Ore | null {
  return line.revisedOre ?? line.budgetOre
}

/** `incomeOre` leaves the grant itself out: it is added from the award. Budget sums are of the revised budget. */
export function summariseAccounts(lines: readonly AccountLine[], grantedOre: Ore): AccountsSummary {
  const sum = (side: AccountLine['side'], of: (line: AccountLine) => Ore) =>
    lines.filter((line) => line.side === side).reduce((total, line) => total + of(line), 0)
  const costOre = sum('cost', (line) => line.accountOre)
  const incomeOre = sum('income', (line) => line.accountOre)
  const resultOre = incomeOre + grantedOre - costOre
  return {
    costOre,
    incomeOre,
    budgetCostOre: sum('cost', (line) => plannedOre(line) ?? 0),
    budgetIncomeOre: sum('income', (line) => plannedOre(line) ?? 0),
    resultOre,
    unspentOre: Math.max(0, Math.min(grantedOre, resultOre)),
  }
}

/** Lines that differ from the plan by more than a fifth and more than 1 000 kr: asked to be explained. */
export function needsExplanation(line: AccountLine): boolean {
  const planned = plannedOre(line)
  if (planned === null) return false
  const difference = Math.abs(line.accountOre - planned)
  return difference > 1_000_00 && difference > planned / 5
}

/** Whether an auditor must confirm the accounts. */
export function needsAuditor(grantedOre: Ore, auditorFromOre: Ore | undefined): boolean {
  return auditorFromOre !== undefined && grantedOre >= auditorFromOre
}
