import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/universal'
import { readFromBytes, readZipDirectory, type ZipEntry } from '#platform/files/zip-directory.ts'

export const sheetLimits = { bytes: 10_000_000, rows: 50_000, columns: 200, unpacked: 100_000_000 }

export type CellValue = string | number | boolean | Date | null
/** A row with the number a spreadsheet or editor shows for it. */
export interface CellRow {
  row: number
  cells: CellValue[]
}
export type Cells =
  | { rows: CellRow[] }
  | { refused: 'sheet.too-large' | 'sheet.too-many-rows' | 'sheet.unreadable' | 'sheet.empty' }

/** Reads the first sheet of a workbook, or a CSV file, as cells. Refuses what is larger than the limits before it unpacks it. */
export async function readCells(bytes: Uint8Array): Promise<Cells> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) return { refused: 'sheet.empty' }
  if (buffer.length > sheetLimits.bytes) return { refused: 'sheet.too-large' }
  if (buffer.toString('latin1', 0, 2) === 'PK') return await readWorkbook(buffer)
  return readCsv(buffer)
}

async function readWorkbook(buffer: Buffer): Promise<Cells> {
  const refused = await refuseWorkbook(buffer)
  if (refused) return { refused }
  try {
    // The reader that goes by the archive's directory, which has been checked; the streaming one goes by what lies in between.
    const copy = buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer
    const data = (await readSheet(copy, { trim: false })) as unknown as CellValue[][]
    return { rows: data.map((cells, index) => ({ row: index + 1, cells })) }
  } catch {
    return { refused: 'sheet.unreadable' }
  }
}

/** Unpacks each part once with its claimed size as the ceiling: a part that is larger than it says is a bomb. */
async function refuseWorkbook(
  buffer: Buffer,
): Promise<'sheet.too-large' | 'sheet.too-many-rows' | 'sheet.unreadable' | undefined> {
  const entries = await readZipDirectory(readFromBytes(buffer), buffer.length)
  if (!entries || !entries.some((entry) => entry.name === 'xl/workbook.xml')) return 'sheet.unreadable'
  const read = entries.filter((entry) => /\.xml(\.rels)?$/.test(entry.name))
  if (read.some((entry) => entry.encrypted)) return 'sheet.unreadable'
  if (read.reduce((sum, entry) => sum + entry.size, 0) > sheetLimits.unpacked) return 'sheet.too-large'
  for (const entry of read) {
    const content = unpack(buffer, entry)
    if (!content) return 'sheet.unreadable'
    // By what it is, not by where it lies: the workbook may name any part as its sheet.
    if (content.includes('sheetData') && hasFarCell(content.toString('latin1'))) return 'sheet.too-many-rows'
  }
  return undefined
}

function unpack(buffer: Buffer, entry: ZipEntry): Buffer | undefined {
  if (entry.offset + 30 > buffer.length) return undefined
  const start = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28)
  const packed = buffer.subarray(start, start + entry.compressed)
  try {
    const content = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
    return content.length === entry.size ? content : undefined
  } catch {
    return undefined
  }
}

/** One cell far out makes the reader fill everything before it. Every address must be plain and within the limits. */
function hasFarCell(xml: string): boolean {
  for (const match of xml.matchAll(/\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const address = /^([A-Z]{0,3})(\d{1,7})$/.exec(match[1] ?? match[2] ?? '')
    if (!address || Number(address[2]) > sheetLimits.rows + 1 || columnNumber(address[1] ?? '') > sheetLimits.columns) return true
  }
  return false
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function readCsv(buffer: Buffer): Cells {
  const text = decodeText(buffer)
  if (text === undefined) return { refused: 'sheet.unreadable' }
  try {
    const records = parse(text, {
      delimiter: guessDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 1_000_000,
      to: sheetLimits.rows + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    if (records.length > sheetLimits.rows + 1) return { refused: 'sheet.too-many-rows' }
    return { rows: records.map(({ record, info }) => ({ row: info.lines, cells: record })) }
  } catch {
    return { refused: 'sheet.unreadable' }
  }
}

/** UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252, which old Norwegian spreadsheets write. */
function decodeText(buffer: Buffer): string | undefined {
  const mark = buffer.toString('latin1', 0, 2)
  const encoding = mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(buffer)
  } catch {
    text = new TextDecoder('windows-1252').decode(buffer)
  }
  return /[\0\u0001-\u0008]/.test(text) ? undefined : text
}

/** The one of ; , and tab that the first line has most of, outside quotes. */
function guessDelimiter(text: string): string {
  const line = /^\s*(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 20_000))?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const counts = [';', '\t', ','].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}
