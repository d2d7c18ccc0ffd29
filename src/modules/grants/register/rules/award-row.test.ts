import { describe, expect, test } from 'vitest'
import { isAward, readAwardRow } from './award-row.ts'

const row = {
  budget_year: '2024',
  stage: 'adopted (vedtatt budsjett 2024)',
  row_no: '3',
  recipient_and_purpose: 'Fjordkoret,  konsertreise',
  prior_year_nok: '',
  applied_nok: '125 000',
  result_nok: '100000',
  source_url: 'https://example.no/budsjett',
}

describe('A row of an earlier list of grants', () => {
  test('is read with amounts in øre, and what the list leaves out stays unknown', () => {
    expect(readAwardRow(row)).toEqual({
      row: {
        sourceKey: '2024|adopted|3|https://example.no/budsjett',
        budgetYear: 2024,
        stage: 'adopted',
        recipient: 'Fjordkoret, konsertreise',
        appliedOre: 12_500_000,
        resultOre: 10_000_000,
        sourceUrl: 'https://example.no/budsjett',
      },
    })
  })

  test.each([
    ['a year that is no year', { budget_year: '24' }, 'noYear', 'budget_year'],
    ['a stage nobody knows', { stage: 'kanskje' }, 'unknownStage', 'stage'],
    ['no number of its own', { row_no: '' }, 'noRowNumber', 'row_no'],
    ['no recipient', { recipient_and_purpose: ' ' }, 'noRecipient', 'recipient_and_purpose'],
    ['no result', { result_nok: '' }, 'noResult', 'result_nok'],
    ['an amount that is none', { applied_nok: 'mye' }, 'notAnAmount', 'applied_nok'],
    ['a negative amount', { result_nok: '-5' }, 'negative', 'result_nok'],
    ['an address that would run a script', { source_url: 'javascript:alert(1)' }, 'badAddress', 'source_url'],
  ])('is refused with its column when it has %s', (_, change, reason, column) => {
    expect(readAwardRow({ ...row, ...change })).toMatchObject({ problem: { reason, column } })
  })

  test('is an award only when it was adopted with an amount above zero', () => {
    expect(isAward({ stage: 'adopted', resultOre: 1 })).toBe(true)
    expect(isAward({ stage: 'adopted', resultOre: 0 })).toBe(false)
    expect(isAward({ stage: 'proposed', resultOre: 500 })).toBe(false)
  })
})
