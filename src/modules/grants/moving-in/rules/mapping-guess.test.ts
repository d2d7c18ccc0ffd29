import { describe, expect, test } from 'vitest'
import { recall, remember, fingerprintText, type Sheet } from './mapping.ts'
import { guessMapping, saysThousands } from './mapping-guess.ts'
import { findHeader, headingsOf } from './sheet-header.ts'

function sheetOf(...rows: (string | number | null)[][]): Sheet {
  return { name: '', rows: rows.map((cells, index) => ({ line: index + 1, cells })) }
}

describe('The columns of a list', () => {
  test('are found under a title, in any order, by what they are called', () => {
    const sheet = sheetOf(
      ['Kulturtilskudd 2023', null, null, null],
      [null, null, null, null],
      ['Beløp (kr)', 'Org.nr.', 'År', 'Søker'],
      [25000, '964965226', 2023, 'Fjordkoret'],
      [10000, '974760673', 2023, 'Bygdekorpset'],
    )
    const header = findHeader('awards', sheet)
    expect(header).toBe(3)
    const guess = guessMapping('awards', sheet, header)
    expect(guess.columns).toEqual({ result: 0, number: 1, year: 2, recipient: 3 })
  })

  test('are told by what they hold where the headings say nothing', () => {
    const sheet = sheetOf(
      ['A', 'B', 'C', 'D'],
      ['964965226', 'Fjordkoret', 'post@koret.example', '12345678903'],
      ['974760673', 'Bygdekorpset', 'korps@korpset.example', '12345678911'],
    )
    expect(guessMapping('organisations', sheet, 1).columns).toEqual({ number: 0, name: 1, email: 2, account: 3 })
  })

  test('are doubtful when two fit as well, and the other is named', () => {
    const sheet = sheetOf(['Navn', 'Tildelt', 'Innvilget'], ['Fjordkoret', 5000, 4000])
    const guess = guessMapping('awards', sheet, 1)
    expect(guess.how['result']).toMatchObject({ certainty: 'doubtful', alsoColumns: [2] })
  })

  test('in English and nynorsk are found as well', () => {
    const english = sheetOf(['Grantee', 'Amount awarded', 'Decision date'], ['Fjord choir', '1000', '2024-05-01'])
    expect(guessMapping('awards', english, 1).columns).toEqual({ recipient: 0, result: 1, decidedOn: 2 })
    const nynorsk = sheetOf(['Mottakar', 'Rapporteringsfrist', 'Krav'], ['Fjordkoret', '1.3.2027', 'Rekneskap'])
    expect(guessMapping('obligations', nynorsk, 1).columns).toEqual({ recipient: 0, dueOn: 1, what: 2 })
  })

  test('of a list without headings are guessed from its first line on', () => {
    const sheet = sheetOf(['964965226', 'Fjordkoret'], ['974760673', 'Bygdekorpset'])
    expect(findHeader('organisations', sheet)).toBe(0)
    expect(guessMapping('organisations', sheet, 0).columns).toEqual({ number: 0, name: 1 })
  })

  test('say when amounts are in thousands', () => {
    expect(['Beløp (1000 kr)', 'i hele tusen', 'Tilskudd i 1 000 kr'].map(saysThousands)).toEqual([true, true, true])
    expect(saysThousands('Beløp i kroner')).toBe(false)
  })

  test('are remembered for the next list with the same headings in another order, but not its year', () => {
    const headings = ['Hvem', 'Penger', 'Hva']
    const mapping = {
      sheet: 0,
      header: 1,
      columns: { recipient: 0, result: 1, purpose: 2 },
      fixed: { year: '2023', stage: 'adopted' },
    }
    const kept = remember('awards', mapping, headings)
    const next = ['Hva', 'Hvem', 'Penger']
    expect(fingerprintText(next)).toBe(fingerprintText(headings))
    expect(recall(kept, next)).toEqual({ columns: { recipient: 1, result: 2, purpose: 0 }, fixed: { stage: 'adopted' } })
  })

  test('with the same heading twice are told apart', () => {
    const sheet = sheetOf(['Navn', 'Beløp', 'Beløp'], ['x', 1, 2])
    expect(headingsOf(sheet, 1)).toEqual(['Navn', 'Beløp', 'Beløp'])
    const kept = remember('awards', { sheet: 0, header: 1, columns: { result: 2 }, fixed: {} }, ['Navn', 'Beløp', 'Beløp'])
    expect(recall(kept, ['Beløp', 'Beløp', 'Navn']).columns).toEqual({ result: 1 })
  })
})

test('Headings that nobody knows are headings still, over a line with numbers', () => {
  expect(findHeader('awards', sheetOf(['Eventyr', null], ['Kven?', 'Gull'], ['Askeladden', 500]))).toBe(2)
})

test('A column that says it holds organisation numbers is taken for that, also where every number in it is wrong', () => {
  const sheet = sheetOf(['Lag', 'Orgnr.'], ['Koret', '313999990'])
  expect(guessMapping('organisations', sheet, 1).columns).toEqual({ name: 0, number: 1 })
})
