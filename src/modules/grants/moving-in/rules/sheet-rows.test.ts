import { describe, expect, test } from 'vitest'
import type { Cell, Mapping, Sheet } from './mapping.ts'
import { importFields, type ImportKind } from './sheet-fields.ts'
import { readRows } from './sheet-rows.ts'
import { readCell } from './sheet-values.ts'

function read(kind: ImportKind, fields: string[], rows: Cell[][], more: Partial<Mapping> = {}) {
  const sheet: Sheet = { name: '', rows: [fields, ...rows].map((cells, index) => ({ line: index + 1, cells })) }
  const columns = Object.fromEntries(fields.map((field, at) => [field, at]))
  const mapping: Mapping = { sheet: 0, header: 1, columns, fixed: {}, ...more }
  return readRows(sheet, { kind, mapping, isNationalId: (digits) => digits === '15859000026' })
}

function cell(kind: ImportKind, key: string, value: Cell, thousands = false) {
  const field = importFields[kind].find((each) => each.key === key)
  if (!field) throw new Error(key)
  return readCell(value, field, thousands)
}

describe('A cell', () => {
  test.each<[ImportKind, string, Cell, string | number]>([
    ['awards', 'decidedOn', '2024-03-01', '2024-03-01'],
    ['awards', 'decidedOn', '1.3.2024', '2024-03-01'],
    ['awards', 'decidedOn', '01/03/24', '2024-03-01'],
    ['awards', 'decidedOn', '1. mars 2024', '2024-03-01'],
    ['awards', 'decidedOn', '24 December 2024', '2024-12-24'],
    ['awards', 'decidedOn', 45352, '2024-03-01'],
    ['awards', 'decidedOn', { day: '2024-03-01' }, '2024-03-01'],
    ['awards', 'result', '12 500,50', 1_250_050],
    ['awards', 'result', 'kr 12.500', 1_250_000],
    ['awards', 'result', 0.1 + 0.2, 30],
    ['awards', 'year', 'Budsjett 2015', 2015],
    ['awards', 'stage', 'Delvis innvilget', 'adopted'],
    ['awards', 'stage', 'foreslått (rådmannens forslag 2016)', 'proposed'],
    ['awards', 'recipient', '=1+1', '=1+1'],
    ['organisations', 'number', 'NO 964 965 226 MVA', '964965226'],
    ['organisations', 'number', 964965226, '964965226'],
    ['organisations', 'account', 1234567892, '01234567892'],
    ['organisations', 'postcode', 301, '0301'],
    ['obligations', 'state', 'ikke levert', 'open'],
  ])('%s %s %j is read as %j', (kind, key, value, expected) => {
    expect(cell(kind, key, value)).toEqual({ value: expected })
  })

  test('in thousands is multiplied', () => expect(cell('awards', 'result', '1 704,5', true)).toEqual({ value: 170_450_000 }))

  test.each<[ImportKind, string, Cell, string]>([
    ['awards', 'decidedOn', '31.2.2024', 'notDay'],
    ['awards', 'decidedOn', '1. foo 2024', 'notDay'],
    ['awards', 'result', 'mye', 'notKr'],
    ['awards', 'result', -5, 'negative'],
    ['awards', 'result', Number.POSITIVE_INFINITY, 'notKr'],
    ['awards', 'year', '2015/2016', 'notYear'],
    ['awards', 'sourceUrl', 'javascript:alert(1)', 'badUrl'],
    ['awards', 'recipient', 'x'.repeat(1_000_000), 'tooLong'],
    ['awards', 'stage', 'kanskje', 'unknownStage'],
    ['organisations', 'number', '964965227', 'badNumber'],
    ['organisations', 'account', '12345678901', 'badAccount'],
    ['organisations', 'email', 'post', 'badEmail'],
  ])('%s %s %j is refused as %s', (kind, key, value, reason) => {
    expect(cell(kind, key, value)).toEqual({ reason })
  })
})

describe('The rows of a list', () => {
  test('are read each by itself: one that cannot be does not stop the others, and each fault has its place', () => {
    const done = read(
      'awards',
      ['recipient', 'year', 'result'],
      [
        ['Fjordkoret', 2024, 1000],
        ['', 'i år', 'mye'],
        [null, null, null],
        ['Korpset', 2024, 0],
      ],
    )
    expect(done.rows.map((row) => row.line)).toEqual([2, 5])
    expect(done.total).toBe(3)
    expect(done.problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'recipient', 'missing'],
      [3, 'year', 'notYear'],
      [3, 'result', 'notKr'],
    ])
  })

  test('take what is said once for every row, and a year from the date of decision', () => {
    expect(
      read('awards', ['recipient', 'result'], [['Koret', 5]], { fixed: { year: '2022', stage: 'proposed' } }).rows[0]?.values,
    ).toMatchObject({
      year: 2022,
      stage: 'proposed',
    })
    expect(read('awards', ['recipient', 'result', 'decidedOn'], [['Koret', 5, '1.2.2021']]).rows[0]?.values).toMatchObject({
      year: 2021,
      stage: 'adopted',
    })
  })

  test('that are sums under the list, or met already, are left out and told of', () => {
    expect(read('awards', ['recipient', 'year', 'result'], [['Sum', null, 99]]).passed).toMatchObject([
      { line: 2, reason: 'sumRow' },
    ])
    expect(
      read('obligations', ['recipient', 'what', 'dueOn', 'state'], [['Koret', 'Rapport', '1.3.2026', 'Levert']]).passed,
    ).toMatchObject([{ line: 2, reason: 'done' }])
  })

  test('with a refusal granted nothing; a refusal with an amount is a fault', () => {
    const done = read(
      'awards',
      ['recipient', 'year', 'stage', 'result'],
      [
        ['Koret', 2024, 'Avslag', null],
        ['Korpset', 2024, 'Avslag', 500],
      ],
    )
    expect(done.rows[0]?.values).toMatchObject({ stage: 'adopted', result: 0 })
    expect(done.problems).toMatchObject([{ line: 3, reason: 'refusedWithAmount' }])
  })

  test('never take in a national identity number, nor show it', () => {
    const done = read('awards', ['recipient', 'year', 'result'], [['Kari Nordmann 158590 00026', 2024, 5]])
    expect(done.problems).toEqual([{ line: 2, field: 'recipient', column: 'recipient', value: '', reason: 'nationalId' }])
  })
})
