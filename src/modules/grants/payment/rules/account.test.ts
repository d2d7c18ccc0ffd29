import { describe, expect, test } from 'vitest'
import { accountWarnings, maskAccount } from './account.ts'
import { lastDayToClaim } from './claim.ts'

describe('An account number', () => {
  test('shows its last five digits and no more', () => {
    expect(maskAccount('86011117947')).toBe('•••• •• 17947')
  })

  test.each([
    ['is missing', { account: undefined }, ['missing']],
    ['differs from the register’s', { account: '86011117947', register: '1234.56.78903' }, ['differsFromRegister']],
    ['differs from our own list’s', { account: '86011117947', list: '12345678903' }, ['differsFromList']],
    ['differs from the last that was paid to', { account: '86011117947', lastPaid: '12345678903' }, ['differsFromLastPaid']],
    ['is what the register says, written another way', { account: '86011117947', register: '8601 11 17947' }, []],
    ['is the first we hear of', { account: '86011117947', register: null }, []],
  ])('is warned of when it %s', (_, input, expected) => {
    expect(accountWarnings({ changedByRecipient: false, ...input })).toEqual(expected)
  })

  test('is warned of when the recipient has changed it, whatever else', () => {
    expect(accountWarnings({ account: '86011117947', changedByRecipient: true })).toEqual(['changedByRecipient'])
  })
})

describe('The last day to ask for the money', () => {
  test.each([
    ['12-31', '2026-05-01', '2026-12-31'],
    ['12-31', '2026-12-31', '2026-12-31'],
    ['06-30', '2026-12-01', '2027-06-30'],
    [undefined, '2026-12-01', undefined],
  ])('%s for an award of %s is %s', (monthDay, awardedOn, expected) => {
    expect(lastDayToClaim(monthDay, awardedOn)).toBe(expected)
  })
})
