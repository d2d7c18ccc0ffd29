import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountLines, addAccountLine, checkAccountLines, readAccountLines, sentAccountLines } from './account-lines.ts'
import { isGrantLine, reviseBudget, type BudgetRow } from './revise-budget.ts'
import type { AccountLine } from '../../model.ts'

const cost = (ore: number, label = 'Utgift'): BudgetRow => ({ side: 'cost', category: 'rent', label, ore })
const income = (ore: number, category = 'fees'): BudgetRow => ({ side: 'income', category, label: 'Inntekt', ore })
const formOf = (values: Record<string, string>) => ({
  text: (name: string) => values[name] ?? '',
  all: (name: string) => (name in values ? [values[name] ?? ''] : []),
  has: (name: string) => name in values,
  names: () => Object.keys(values),
})

describe('The budget when less was granted', () => {
  test('has its costs cut in proportion, and other income as it was', () => {
    expect(reviseBudget([cost(60_000_00), cost(40_000_00), income(50_000_00)], 50_000_00, 30_000_00)).toEqual([
      48_000_00,
      32_000_00,
      undefined,
    ])
  })

  test('is the same when all was granted, or more', () => {
    expect(reviseBudget([cost(60_000_00)], 50_000_00, 50_000_00)).toEqual([undefined])
  })

  test('always balances with what there is, in whole kroner but for what the budget had', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 90 }),
        (kroner, percent) => {
          const rows = kroner.map((kr) => cost(kr * 100))
          const total = rows.reduce((sum, row) => sum + row.ore, 0)
          fc.pre(total > 100_00)
          const applied = Math.floor(total / 100 / 2) * 100
          const granted = Math.floor((applied * percent) / 100 / 100) * 100
          const revised = reviseBudget(rows, applied, granted)
          expect(revised.reduce<number>((sum, ore) => sum + (ore ?? 0), 0)).toBe(total - (applied - granted))
          expect(revised.every((ore) => ore !== undefined && ore >= 0)).toBe(true)
        },
      ),
    )
  })

  test('knows the line that is the grant itself', () => {
    expect(isGrantLine(income(1, 'appliedAmount'))).toBe(true)
    expect(isGrantLine(income(1, 'fees'))).toBe(false)
    expect(isGrantLine(cost(1))).toBe(false)
  })
})

describe('The lines of the accounts', () => {
  const award = { appliedOre: 50_000_00, grantedOre: 50_000_00 }
  const asked = accountLines([cost(10_000_00, 'Leie'), income(5_000_00)], award, [])

  test('begin with the budget, nothing written', () => {
    expect(asked.map((line) => [line.label, line.budgetOre, line.typed])).toEqual([
      ['Leie', 10_000_00, ''],
      ['Inntekt', 5_000_00, ''],
    ])
    expect(checkAccountLines(asked).map((problem) => problem.key)).toEqual(['amountMissing', 'amountMissing'])
  })

  test('keep what cannot be read as it was typed, and ask for an explanation of what differs much', () => {
    const read = readAccountLines(asked, formOf({ 'accounts.0.amount': 'masse', 'accounts.1.amount': '9 000' }))
    expect(read).toMatchObject([{ typed: 'masse', accountOre: 0 }, { accountOre: 9_000_00 }])
    expect(checkAccountLines(read).map((problem) => [problem.name, problem.key])).toEqual([
      ['accounts.0.amount', 'notAmount'],
      ['accounts.1.comment', 'explain'],
    ])
    const explained = readAccountLines(
      asked,
      formOf({ 'accounts.0.amount': '10 500', 'accounts.1.amount': '9000', 'accounts.1.comment': 'Flere kom.' }),
    )
    expect(checkAccountLines(explained)).toEqual([])
  })

  test('can have some that were not in the budget; empty ones are not sent', () => {
    const with2 = addAccountLine(addAccountLine(asked, 'cost'), 'cost')
    const read = readAccountLines(
      with2,
      formOf({
        'accounts.0.amount': '10000',
        'accounts.1.amount': '5000',
        'accounts.2.amount': '700',
        'accounts.2.label': ' Reparasjon ',
        'accounts.3.amount': '',
        'accounts.3.label': '',
      }),
    )
    expect(checkAccountLines(read)).toEqual([])
    expect(sentAccountLines(read).map((line) => line.label)).toEqual(['Leie', 'Inntekt', 'Reparasjon'])
    expect(readAccountLines(read, formOf({}), 2)).toHaveLength(3)
  })

  test('that were sent are found again when the report comes back', () => {
    const sent: AccountLine[] = [
      { side: 'cost', label: 'Leie', budgetOre: 10_000_00, accountOre: 9_000_00, comment: 'Billigere.' },
      { side: 'income', label: 'Inntekt', budgetOre: 5_000_00, accountOre: 5_000_00 },
      { side: 'cost', label: 'Annet', budgetOre: null, accountOre: 100_00 },
    ]
    expect(accountLines([cost(10_000_00, 'Leie'), income(5_000_00)], award, sent)).toEqual(sent)
  })

  test('demand something spent where there was no budget', () => {
    expect(checkAccountLines([]).map((problem) => problem.key)).toEqual(['noCost'])
  })
})
