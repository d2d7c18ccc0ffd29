import type { Fact } from '#platform/feel/index.ts'
import type { AmountDefinition, AmountLine } from '../../model.ts'

/** The amount a scheme's formula gives: its steps one by one, then the share of cost, the limits and the rounding. All in øre. */

/** How the amount came to be, line by line; a limit that changed nothing is left out. Empty without a formula. */
export function amountLines(amount: AmountDefinition, steps: Readonly<Record<string, Fact>>, costOre?: number): AmountLine[] {
  const lines: AmountLine[] = amount.steps.map((step) => ({ kind: 'step', key: step.key, ...asValue(steps[step.key]) }))
  const last = lines.at(-1)
  if (!last) return []
  let value = last.value === undefined ? undefined : Math.trunc(last.value)
  if (value === undefined) return lines
  const apply = (kind: AmountLine['kind'], to: number, limit: number) => {
    if (to === value) return
    value = to
    lines.push({ kind, value: to, limit })
  }
  if (amount.maxShareOfCost !== undefined && costOre !== undefined) {
    apply('share', Math.min(value, shareOfCost(costOre, amount.maxShareOfCost)), amount.maxShareOfCost)
  }
  if (amount.maxOre !== undefined) apply('most', Math.min(value, amount.maxOre), amount.maxOre)
  apply('rounded', Math.max(0, Math.floor(value / amount.roundDownToOre) * amount.roundDownToOre), amount.roundDownToOre)
  // Below the least amount nothing is given: a formula never lifts anyone over the threshold.
  if (amount.minOre !== undefined && value < amount.minOre) apply('least', 0, amount.minOre)
  return lines.length === amount.steps.length && last.value !== value
    ? [...lines, { kind: 'rounded', value, limit: amount.roundDownToOre }]
    : lines
}

/** Per cent of an amount in øre, in whole øre, rounded down: a ceiling is never exceeded. */
export function shareOfCost(costOre: number, percent: number): number {
  return Number((BigInt(costOre) * BigInt(Math.round(percent * 10_000))) / 1_000_000n)
}

function asValue(fact: Fact | undefined): { value: number } | object {
  if (typeof fact === 'number' && Math.abs(fact) <= Number.MAX_SAFE_INTEGER) return { value: fact }
  return {}
}
