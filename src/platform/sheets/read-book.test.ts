import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readBook } from './read-cells.ts'

async function cellsOf(file: string | Buffer) {
  const read = await readBook(typeof file === 'string' ? Buffer.from(file) : file)
  return 'sheets' in read ? (read.sheets[0]?.rows.map((row) => [row.row, ...row.cells]) ?? []) : read.refused
}

describe('A list from somewhere else', () => {
  test.each([
    [
      'semicolons under a title',
      'Liste, 2024\n\na;b\n1,5;2\n',
      [
        [1, 'Liste, 2024'],
        [3, 'a', 'b'],
        [4, '1,5', '2'],
      ],
    ],
    [
      'bars',
      'a|b\n1|2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'tabs, everything in quotes',
      '"a"\t"b"\n"x;y"\t"2"\n',
      [
        [1, 'a', 'b'],
        [2, 'x;y', '2'],
      ],
    ],
    ['the delimiter said in its first line', 'sep=|\na|b;c\n', [[2, 'a', 'b;c']]],
    [
      'commas, and semicolons in the text',
      'a,b\n"x; y",1\n"z; w",2\n',
      [
        [1, 'a', 'b'],
        [2, 'x; y', '1'],
        [3, 'z; w', '2'],
      ],
    ],
  ])('with %s is parted rightly', async (_, csv, rows) => {
    expect(await cellsOf(csv)).toEqual(rows)
  })

  test.each([
    ['UTF-16 with a mark', Buffer.from('\ufeffå;b\n', 'utf16le')],
    ['UTF-16 without one', Buffer.from('å;b\n1;2\n3;4\n', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffå;b\n', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('å;b\n', 'latin1')],
    ['UTF-8 with a mark', Buffer.from('\ufeffå;b\n')],
  ])('in %s is read', async (_, bytes) => {
    expect((await cellsOf(bytes))[0]).toEqual([1, 'å', 'b'])
  })

  test('of several sheets is read with their names, dates as dates', async () => {
    const bytes = await writeExcelFile([
      { data: [[{ type: String, value: 'Om' }]], sheet: 'Forside' },
      { data: [[{ type: Date, value: new Date('2024-05-01T00:00:00Z'), format: 'dd.mm.yyyy' }]], sheet: 'Tall' },
    ]).toBuffer()
    const read = await readBook(bytes)
    expect(read).toEqual({
      sheets: [
        { name: 'Forside', rows: [{ row: 1, cells: ['Om'] }] },
        { name: 'Tall', rows: [{ row: 1, cells: [new Date('2024-05-01T00:00:00Z')] }] },
      ],
    })
  })
})
