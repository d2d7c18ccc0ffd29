import { describe, expect, test } from 'vitest'
import { faultsOfOutside, readRanks } from './outside-decision.ts'

describe('A decision of an outside body', () => {
  const whole = { outcome: 'granted' as const, ore: 100_00, decidedOn: '2026-06-01', reference: '2026/77' }
  test.each([
    ['is recorded with amount, day and reference', whole, []],
    ['needs an amount when it gives', { ...whole, ore: 0 }, ['amountMissing']],
    ['gives nothing when it refuses', { ...whole, outcome: 'refused' as const }, ['amountNotZero']],
    ['has been made', { ...whole, decidedOn: '2026-06-03' }, ['dayAhead']],
    ['has a day', { ...whole, decidedOn: 'juni' }, ['dayMissing']],
    ['can be found again where it was made', { ...whole, reference: ' ' }, ['referenceMissing']],
  ])('%s', (_, given, keys) => {
    expect(faultsOfOutside(given, '2026-06-02').map((each) => each.key)).toEqual(keys)
  })
})

describe('The list of priority', () => {
  test('gives each case a place of its own, or none', () => {
    const typed = [
      { caseId: 'a', text: '2' },
      { caseId: 'b', text: '' },
      { caseId: 'c', text: '2' },
      { caseId: 'd', text: 'først' },
    ]
    const { ranks, faults } = readRanks(typed)
    expect(ranks.slice(0, 2)).toEqual([
      { caseId: 'a', rank: 2 },
      { caseId: 'b', rank: null },
    ])
    expect(faults.map((each) => [each.key, each.field])).toEqual([
      ['rankTwice', 'rank.c'],
      ['notARank', 'rank.d'],
    ])
  })
})
