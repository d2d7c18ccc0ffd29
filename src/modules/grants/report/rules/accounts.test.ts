import { describe, expect, test } from 'vitest'
import type { AccountLine } from '../../model.ts'
import { needsAuditor, needsExplanation, summariseAccounts } from './accounts.ts'

const line = (side: AccountLine['side'], budget: number | null, account: number): AccountLine => ({
  side,
  label: 'x',
  budgetOre: budget,
  accountOre: account,
})

describe('Accounts in a report', () => {
  test('tell how much of the grant was not needed', () => {
    const lines = [line('cost', 50_000_00, 42_000_00), line('income', 20_000_00, 18_000_00)]
    expect(summariseAccounts(lines, 30_000_00)).toMatchObject({ resultOre: 6_000_00, unspentOre: 6_000_00 })
  })

  test('never give more back than was granted, and nothing when it cost more', () => {
    expect(summariseAccounts([line('income', 0, 90_000_00)], 10_000_00).unspentOre).toBe(10_000_00)
    expect(summariseAccounts([line('cost', 0, 90_000_00)], 10_000_00).unspentOre).toBe(0)
  })

  test.each([
    ['a fifth and 1 000 kr more', 10_000_00, 12_500_00, true],
    ['a fifth of little', 500_00, 900_00, false],
    ['little of much', 100_000_00, 105_000_00, false],
  ])('ask for an explanation of %s: %#', (_, budget, account, expected) => {
    expect(needsExplanation(line('cost', budget, account))).toBe(expected)
  })

  test('need an auditor from the scheme’s threshold on', () => {
    expect(needsAuditor(200_000_00, 200_000_00)).toBe(true)
    expect(needsAuditor(199_999_99, 200_000_00)).toBe(false)
    expect(needsAuditor(9e12, undefined)).toBe(false)
  })
})
