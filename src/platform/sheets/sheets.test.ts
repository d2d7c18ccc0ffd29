import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { defineColumns } from './columns.ts'
import { readSheet, type SheetError } from './read-sheet.ts'
import { sheetErrorText } from './texts.ts'
import { writeCsv, writeSheet } from './write-sheet.ts'

const columns = defineColumns({
  number: { label: 'Saksnummer', alsoCalled: ['Case number'], kind: 'text', required: true },
  account: { label: 'Kontonummer', kind: 'text' },
  members: { label: 'Medlemmer', kind: 'integer', min: 1, max: 10_000 },
  applied: { label: 'Søkt beløp', alsoCalled: ['Søkt sum'], kind: 'kr', required: true, min: 0 },
  due: { label: 'Frist', kind: 'date' },
  outcome: { label: 'Resultat', kind: 'text', oneOf: ['Innvilget', 'Avslag'] },
  share: { label: 'Andel', kind: 'number' },
})
const rows = [
  {
    number: '2026/001',
    account: '00012345678',
    members: 42,
    applied: 1_234_550,
    due: '2026-04-01',
    outcome: 'Innvilget',
    share: 33.5,
  },
  { number: '=1+1', account: '+4712345678', members: null, applied: 0, due: null, outcome: 'Avslag', share: -0.25 },
  { number: '@SUM(A1:A9)', account: "-2+3+cmd|' /C calc'!A0", applied: 1, due: '2024-02-29' },
  { number: 'æøå ŋđš «»\nto linjer 🎉 _x0041_ <b>&amp;', account: '\u0000\u0007x', applied: 100 },
]

describe('A list that goes out to Excel and comes back', () => {
  test('is the same, with leading zeros, days, øre and text that looks like formulas', async () => {
    const { rows: read, errors } = await readSheet(await writeSheet(columns, rows), columns)
    expect(errors).toEqual([])
    expect(read.map((row) => row.row)).toEqual([2, 3, 4, 5])
    expect(read.map((row) => row.values)).toEqual([
      rows[0],
      { ...rows[1], members: undefined, due: undefined },
      { ...rows[2], members: undefined, outcome: undefined, share: undefined },
      {
        number: rows[3]?.number,
        account: 'x',
        members: undefined,
        applied: 100,
        due: undefined,
        outcome: undefined,
        share: undefined,
      },
    ])
  })

  test('holds no formula, whatever was typed', async () => {
    const parts = unzip(await writeSheet(columns, rows))
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<c ')
    expect(Object.values(parts).join('')).not.toMatch(/<f[ >]/)
  })

  test('of 20 000 rows takes a few seconds at most', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ number: String(i).padStart(6, '0'), applied: i * 100 }))
    const { rows: read, errors } = await readSheet(await writeSheet(columns, many), columns)
    expect(errors).toEqual([])
    expect(read).toHaveLength(20_000)
    expect(read.at(-1)).toMatchObject({ row: 20_001, values: { number: '019999', applied: 1_999_900 } })
  })

  test('may come back with its columns in another order, in another language, with more columns and empty rows', async () => {
    const csv = 'Ekstra;SØKT  SUM;case number\n;;\n\nx;40 000,50;7\n'
    expect((await readSheet(Buffer.from(csv), columns)).rows).toMatchObject([
      { row: 4, values: { number: '7', applied: 4_000_050 } },
    ])
  })

  test('gets a sheet name that Excel takes', async () => {
    const parts = unzip(await writeSheet(columns, [], { sheetName: 'Møte 3/26: [Hundvåg] kommunedelsutvalg og flere' }))
    expect(/<sheet [^>]*name="([^"]*)"/.exec(parts['xl/workbook.xml'] ?? '')?.[1]).toBe('Møte 3 26   Hundvåg  kommunedel')
  })
})

describe('A CSV file', () => {
  test.each([
    ['semicolons', 'Saksnummer;Søkt beløp\r\n007;12 500\r\n', 'utf8'],
    ['commas and quotes', 'Saksnummer,"Søkt beløp"\n007,"12500,00"\n', 'utf8'],
    ['tabs', 'Saksnummer\tSøkt beløp\n007\t12.500,-\n', 'utf8'],
    ['a byte order mark', '\ufeffSaksnummer;Søkt beløp\n007;12500,-\n', 'utf8'],
    ['Windows-1252', 'Saksnummer;Søkt beløp\r\n007;12500 kr\r\n', 'latin1'],
    ['UTF-16', '\ufeffSaksnummer;Søkt beløp\n007;12500\n', 'utf16le'],
  ] as const)('with %s is read', async (_, text, encoding) => {
    const { rows: read } = await readSheet(Buffer.from(text, encoding), columns)
    expect(read).toMatchObject([{ row: 2, values: { number: '007', applied: 1_250_000 } }])
  })

  test('of ours opens in Norwegian Excel and runs nothing there', () => {
    const text = writeCsv(columns, rows).toString('utf8')
    expect(text.startsWith('\ufeffSaksnummer;Kontonummer;')).toBe(true)
    expect(text).toContain('2026/001;00012345678;42;12345,50;2026-04-01;Innvilget;33,5\r\n')
    expect(text).toContain("'=1+1;'+4712345678;;0,00;;Avslag;-0,25\r\n")
    expect(text).not.toMatch(/(^|;)"?[=@+]/m)
  })

  test.each(['=1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'])(
    'of ours has no formula, however it is disguised: %j',
    (text) => expect(writeCsv({ a: { label: 'A', kind: 'text' } }, [{ a: text }]).toString('utf8')).toMatch(/\r\n"?'/),
  )
})

describe('What is wrong is said by row, column and value', () => {
  const header = 'Saksnummer;Kontonummer;Medlemmer;Søkt beløp;Frist;Resultat;Andel\n'
  test.each<[string, string, Partial<SheetError>]>([
    ['a missing value', ';;;1;;;', { column: 'Saksnummer', reason: 'cell.required', value: '' }],
    ['an amount that is none', '1;;;mye;;;', { column: 'Søkt beløp', reason: 'cell.kr', value: 'mye' }],
    ['three decimals', '1;;;1,005;;;', { column: 'Søkt beløp', reason: 'cell.kr' }],
    ['a negative amount', '1;;;-5;;;', { column: 'Søkt beløp', reason: 'cell.too-small' }],
    ['half a member', '1;;2,5;1;;;', { column: 'Medlemmer', reason: 'cell.integer' }],
    ['too many members', '1;;10001;1;;;', { column: 'Medlemmer', reason: 'cell.too-large' }],
    ['a day that is not', '1;;;1;30.02.2026;;', { column: 'Frist', reason: 'cell.date', value: '30.02.2026' }],
    ['another outcome', '1;;;1;;Kanskje;', { column: 'Resultat', reason: 'cell.one-of', value: 'Kanskje' }],
    ['a number that is words', '1;;;1;;;=1+1', { column: 'Andel', reason: 'cell.number', value: '=1+1' }],
  ])('%s', async (_, line, error) => {
    const { rows: read, errors } = await readSheet(Buffer.from(`${header}ok;;;1;;;\n${line}\n`), columns)
    expect(errors).toMatchObject([{ row: 3, ...error }])
    expect(read.map((row) => row.values.number)).toEqual(['ok'])
    for (const lang of ['nb', 'nn', 'en'] as const)
      expect(sheetErrorText(errors[0] as SheetError, lang)).toContain(String(error.column))
  })

  test.each<[string, Uint8Array, Partial<SheetError>]>([
    ['an empty file', Buffer.alloc(0), { reason: 'sheet.empty' }],
    ['only empty rows', Buffer.from(';;\n\n'), { reason: 'sheet.empty' }],
    ['a missing column', Buffer.from('Saksnummer\n1\n'), { reason: 'sheet.missing-column', column: 'Søkt beløp' }],
    ['a column twice', Buffer.from('Saksnummer;Søkt beløp;søkt sum\n1;2;3\n'), { reason: 'sheet.twice', column: 'Søkt beløp' }],
    ['noise', Buffer.from([0, 1, 2, 3, 255]), { reason: 'sheet.unreadable' }],
    ['more than 10 MB', Buffer.alloc(10_000_001, 'a;b\n'), { reason: 'sheet.too-large' }],
    ['more than 50 000 rows', Buffer.from(`Saksnummer;Søkt beløp\n${'1;2\n'.repeat(50_001)}`), { reason: 'sheet.too-many-rows' }],
  ])('%s is said of the file', async (_, bytes, error) => {
    expect((await readSheet(bytes, columns)).errors).toMatchObject([{ row: 0, ...error }])
  })
})

describe('A hostile workbook', () => {
  const sheet = (cells: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`
  const withSheet = async (xml: string, claimed?: number) =>
    rezip({ ...unzip(await writeSheet(columns, [])), 'xl/worksheets/sheet1.xml': xml }, claimed)
  const reasonFor = async (bytes: Uint8Array) => (await readSheet(bytes, columns)).errors.map((error) => error.reason)

  test('made by the same hand without malice is read', async () => {
    const fair = sheet(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Saksnummer</t></is></c><c r="B1" t="inlineStr"><is><t>Søkt beløp</t></is></c></row><row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>10.1</v></c></row>',
    )
    expect(await readSheet(await withSheet(fair), columns)).toMatchObject({
      rows: [{ row: 2, values: { number: '7', applied: 1010 } }],
      errors: [],
    })
  })

  test.each([
    ['with one row far down', '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'],
    ['with one cell far down and no row number', "<row><c r='A1048576'><v>1</v></c></row>"],
    ['with one cell far to the right', '<row r="1"><c r="XFD1"><v>1</v></c></row>'],
    ['with an address in disguise', '<row r="&#57;&#57;&#57;&#57;&#57;&#57;&#57;"><c r="A1"><v>1</v></c></row>'],
  ])('%s is refused before it is read', async (_, cells) => {
    expect(await reasonFor(await withSheet(sheet(cells)))).toEqual(['sheet.too-many-rows'])
  })

  test('that hides such a sheet under another name is refused too', async () => {
    const parts = unzip(await writeSheet(columns, []))
    const relations = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace('worksheets/sheet1.xml', 'elsewhere.xml')
    const hidden = {
      ...parts,
      'xl/_rels/workbook.xml.rels': relations,
      'xl/elsewhere.xml': sheet('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'),
    }
    expect(relations).toContain('elsewhere.xml')
    expect(await reasonFor(rezip(hidden))).toEqual(['sheet.too-many-rows'])
  })

  test('that unpacks to more than 100 MB is refused without unpacking it', async () => {
    const bomb = await withSheet(sheet(' '.repeat(100_000_001)))
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await reasonFor(bomb)).toEqual(['sheet.too-large'])
  })

  test('that lies about how much it unpacks to is refused', async () => {
    expect(await reasonFor(await withSheet(sheet(' '.repeat(50_000_000)), 1000))).toEqual(['sheet.unreadable'])
  })

  test('that is cut off, or another kind of document, is refused', async () => {
    const whole = await writeSheet(columns, rows)
    expect(await reasonFor(whole.subarray(0, whole.length - 30))).toEqual(['sheet.unreadable'])
    expect(await reasonFor(rezip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }))).toEqual([
      'sheet.unreadable',
    ])
  })
})

/** The parts of an archive as text; knows only what the writer above makes. */
function unzip(file: Buffer): Record<string, string> {
  const parts: Record<string, string> = {}
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = file.readUInt32LE(end + 16)
  for (let i = file.readUInt16LE(end + 10); i > 0; i--) {
    const [method, size, nameLength, offset] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt32LE(at + 42),
    ]
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
    const packed = file.subarray(start, start + size)
    parts[file.toString('utf8', at + 46, at + 46 + nameLength)] = (method === 8 ? inflateRawSync(packed) : packed).toString(
      'utf8',
    )
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}

function rezip(parts: Record<string, string>, claimed?: number): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const body = deflateRawSync(text)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(body.length, 14)
    fields.writeUInt32LE(name.includes('worksheets') ? (claimed ?? Buffer.byteLength(text)) : Buffer.byteLength(text), 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    locals.push(Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), body]))
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, tail, Buffer.from(name)]))
    offset += locals.at(-1)?.length ?? 0
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(Buffer.concat(central).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...central, Buffer.from('PK\x05\x06'), end])
}
