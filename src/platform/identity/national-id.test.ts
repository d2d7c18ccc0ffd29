import { describe, expect, test } from 'vitest'
import { birthDateOf, isNationalId, isSynthetic } from './national-id.ts'

describe('a national identity number', () => {
  test.each([
    '15859000026',
    '15859000107',
    '55859000281',
    '13097248022',
    '53097248016',
    '13527248013',
    '10915596784',
    '20914695016',
    '47906701517',
  ])('%s is one', (number) => expect(isNationalId(number)).toBe(true))

  test.each(['13097248032', '13097248023', '32127248022', '1234567890', '', '1309724802a', ' 13097248022'])(
    '%j is none',
    (number) => expect(isNationalId(number)).toBe(false),
  )

  test('with eighty added to the month belongs to no real person', () => {
    expect(isSynthetic('15859000026')).toBe(true)
    expect(isSynthetic('13097248022')).toBe(false)
    expect(isSynthetic('13527248013')).toBe(false)
  })

  test.each([
    ['15859000026', '1990-05-15'],
    ['55859000281', '1990-05-15'],
    ['13097248022', '1972-09-13'],
    ['20914695016', '1946-11-20'],
  ])('%s holds the day of birth %s', (number, day) => expect(birthDateOf(number)).toBe(day))
})
