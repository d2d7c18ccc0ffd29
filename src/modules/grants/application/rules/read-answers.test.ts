import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Field } from '../../model.ts'
import { parseDate } from './dates.ts'
import { isBankAccount, isOrganisationNumber, parseNumber } from './numbers.ts'
import { readField, type FieldValues } from './read-answers.ts'
import { formOf, text3 } from '../choir.testing.ts'

const base = { label: text3('x'), required: false, checks: [], classified: false, copied: true }
const field = <T extends Field['type']>(type: T, extra: object = {}) =>
  ({ type, key: 'a', ...base, ...extra }) as unknown as Field
const read = (what: Field, values: Record<string, string | string[]>) => readField(what, formOf(values))

describe('numbers, amounts and dates are read the ways people in Norway write them', () => {
  test.each([
    ['1 250', 1250],
    ['1.250', 1250],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['-3', -3],
    ['1 000 000', 1_000_000],
    ['tolv', undefined],
    ['1,2,3', undefined],
    ['', undefined],
  ])('the number %s', (text, value) => expect(parseNumber(text)).toBe(value))

  test.each([
    ['2026-04-01', '2026-04-01'],
    ['1.4.2026', '2026-04-01'],
    ['01.04.26', '2026-04-01'],
    ['1/4 2026', '2026-04-01'],
    ['1. april 2026', '2026-04-01'],
    ['1. Desember 2026', '2026-12-01'],
    ['010426', '2026-04-01'],
    ['31.2.2026', undefined],
    ['i morgen', undefined],
  ])('the date %s', (text, day) => expect(parseDate(text)).toBe(day))

  test('an amount is kept in øre, and what is no amount stays as it was typed', () => {
    expect(read(field('amount'), { a: '12 500,50' })).toBe(1_250_050)
    expect(read(field('amount'), { a: 'ca. 12000' })).toBe('ca. 12000')
    expect(read(field('amount'), { a: ' ' })).toBeUndefined()
  })
})

test('an organisation number and an account number have control digits', () => {
  expect(isOrganisationNumber('964965226')).toBe(true)
  expect(isOrganisationNumber('964965225')).toBe(false)
  expect(isBankAccount('86011117947')).toBe(true)
  expect(isBankAccount('86011117948')).toBe(false)
  expect(isBankAccount('00000000000')).toBe(false)
})

test('a long note in a budget is kept as it was typed', () => {
  const budget = field('budget', { categories: [{ key: 'rent', side: 'cost', label: text3('Rent') }] })
  const label = 'word '.repeat(100).trim()
  const typed = { 'a.0.category': 'rent', 'a.0.label': label, 'a.0.amount': '10' }
  expect(read(budget, typed)).toEqual({ lines: [{ side: 'cost', category: 'rent', label, ore: 1000 }] })
})

test('digits in groups are put together, anything else stays', () => {
  expect(read(field('bankAccount'), { a: '8601.11.17947' })).toBe('86011117947')
  expect(read(field('bankAccount'), { a: 'det samme som før' })).toBe('det samme som før')
  expect(read(field('organisation'), { 'a.name': 'Koret', 'a.number': '964 965 226' })).toEqual({
    name: 'Koret',
    number: '964965226',
  })
})

test('a yes is a yes, a no is a no, and no answer is neither', () => {
  expect(read(field('yesNo'), { a: 'yes' })).toBe(true)
  expect(read(field('yesNo'), { a: 'no' })).toBe(false)
  expect(read(field('yesNo'), {})).toBeUndefined()
})

describe('a budget', () => {
  const budget = field('budget', {
    categories: [
      { key: 'rent', side: 'cost', label: text3('Leie') },
      { key: 'fees', side: 'income', label: text3('Kontingent') },
    ],
  })
  test('takes lines in order, drops rows nobody wrote in, keeps what cannot be read', () => {
    const answer = read(budget, {
      'a.0.category': 'rent',
      'a.0.label': '',
      'a.0.amount': '1 000',
      'a.1.category': 'fees',
      'a.1.label': '',
      'a.1.amount': '',
      'a.2.category': 'fees',
      'a.2.label': 'Loddsalg',
      'a.2.amount': 'mye',
      'a.2.extra': '1',
      'a.hours': '40',
    })
    expect(answer).toEqual({
      lines: [
        { side: 'cost', category: 'rent', label: '', ore: 100_000 },
        { side: 'income', category: 'fees', label: 'Loddsalg', ore: 0, typed: 'mye' },
      ],
      volunteerHours: 40,
    })
  })
  test('a removed row is gone', () => {
    const form = formOf({ 'a.0.category': 'rent', 'a.0.amount': '10', 'a.1.category': 'rent', 'a.1.amount': '20' })
    expect(readField(budget, form, { field: 'a', row: 0 })).toMatchObject({ lines: [{ ore: 2000 }] })
  })
})

test('whatever is posted, reading it never throws and never invents an answer', () => {
  const types = [
    'shortText',
    'number',
    'amount',
    'percentage',
    'date',
    'period',
    'yesNo',
    'person',
    'organisation',
    'address',
    'bankAccount',
  ] as const
  const sound = fc.property(fc.constantFrom(...types), fc.string({ unit: 'grapheme', maxLength: 40 }), (type, typed) => {
    const form: FieldValues = { text: () => typed, all: () => [typed], has: () => true, names: () => [] }
    const answer = readField(field(type), form)
    const nothing = typed.trim() === '' && answer !== undefined && answer !== typed
    const invented = typeof answer === 'number' && !/\d/.test(typed)
    return !nothing && !invented
  })
  expect(fc.check(sound).failed).toBe(false)
})
