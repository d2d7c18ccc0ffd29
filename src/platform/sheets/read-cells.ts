import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import readXlsxFile, { readSheet } from 'read-excel-file/universal'
import { readFromBytes, readZipDirectory, type ZipEntry } from '#platform/files/zip-directory.ts'

export const sheetLimits = { bytes: 10_000_000, rows: 50_000, columns: 200, unpacked: 100_000_000, sheets: 30 }

export type CellValue = string | number | boolean | Date | null
/** A row with the number a spreadsheet or editor shows for it. */
export interface CellRow {
  row: number
  cells: CellValue[]
}
interface Refusal {
  refused: 'sheet.too-large' | 'sheet.too-many-rows' | 'sheet.unreadable' | 'sheet.empty'
}
export type Cells = { rows: CellRow[] } | Refusal
/** A sheet of a workbook by its name; a CSV file is one sheet without a name. */
export interface NamedSheet {
  name: string
  rows: CellRow[]
}

/** Reads the first sheet of a workbook, or a CSV file, as cells. Refuses what is larger than the limits before it unpacks it. */
export async function readCells(bytes: Uint8Array): Promise<Cells> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) return { refused: 'sheet.empty' }
  if (buffer.length > sheetLimits.bytes) return { refused: 'sheet.too-large' }
  if (buffer.toString('latin1', 0, 2) === 'PK') return await readWorkbook(buffer)
  return readCsv(buffer)
}

/** Reads every sheet of a workbook, or a CSV file, within the same limits; at most 30 sheets. */
export async function readBook(bytes: Uint8Array): Promise<{ sheets: NamedSheet[] } | Refusal> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.toString('latin1', 0, 2) !== 'PK' || buffer.length > sheetLimits.bytes) {
    const cells = await readCells(bytes)
    return 'refused' in cells ? cells : { sheets: [{ name: '', rows: cells.rows }] }
  }
  const refused = await refuseWorkbook(buffer)
  if (refused) return { refused }
  try {
    const sheets = await readXlsxFile(copyOf(buffer), { trim: false })
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: numbered(data as unknown as CellValue[][]) })) }
  } catch {
    return { refused: 'sheet.unreadable' }
  }
}

async function readWorkbook(buffer: Buffer): Promise<Cells> {
  const refused = await refuseWorkbook(buffer)
  if (refused) return { refused }
  try {
    return { rows: numbered((await readSheet(copyOf(buffer), { trim: false })) as unknown as CellValue[][]) }
  } catch {
    return { refused: 'sheet.unreadable' }
  }
}

// The reader that is given a copy goes by the archive's directory, which has been checked; the streaming one goes by what lies in between.
function copyOf(buffer: Buffer): ArrayBuffer {
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer
}

function numbered(data: CellValue[][]): CellRow[] {
  return data.map((cells, index) => ({ row: index + 1, cells }))
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
  let [sheets, rows] = [0, 0]
  for (const entry of read) {
    const content = unpack(buffer, entry)
    if (!content) return 'sheet.unreadable'
    // By what it is, not by where it lies: the workbook may name any part as its sheet.
    if (!content.includes('sheetData')) continue
    const xml = content.toString('latin1')
    if (hasFarCell(xml)) return 'sheet.too-many-rows'
    sheets++
    for (let at = xml.indexOf('<row'); at >= 0; at = xml.indexOf('<row', at + 4)) rows++
  }
  return sheets > sheetLimits.sheets || rows > 2 * sheetLimits.rows ? 'sheet.too-many-rows' : undefined
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
  // Excel's own note to itself: which delimiter the lines below have.
  const told = /^sep=([;,|\t])\r?\n/i.exec(text.slice(0, 10))?.[1]
  try {
    const records = parse(text, {
      delimiter: told ?? guessDelimiter(text),
      from_line: told ? 2 : 1,
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

/** UTF-8 with or without a byte order mark, UTF-16, else Windows-1252, which old Norwegian spreadsheets write. */
function decodeText(buffer: Buffer): string | undefined {
  let text: string
  try {
    text = new TextDecoder(encodingOf(buffer), { fatal: true }).decode(buffer)
  } catch {
    text = new TextDecoder('windows-1252').decode(buffer)
  }
  return /[\0\u0001-\u0008]/.test(text) ? undefined : text
}

/** UTF-16 says so with its first two bytes; where it does not, every other byte of Western text is zero. */
function encodingOf(buffer: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const mark = buffer.toString('latin1', 0, 2)
  if (mark === '\xff\xfe') return 'utf-16le'
  if (mark === '\xfe\xff') return 'utf-16be'
  const start = buffer.subarray(0, 1000)
  const zeros = [0, 1].map((parity) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length)
  const [even = 0, odd = 0] = zeros
  if (odd > start.length / 4 && even === 0) return 'utf-16le'
  return even > start.length / 4 && odd === 0 ? 'utf-16be' : 'utf-8'
}

/** The one of ; tab , and | that parts most of the first lines into equally many, outside quotes; titles above the list have none. */
function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"(?:[^"]|"")*"/g, 'q')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
  const scored = [';', '\t', ',', '|'].map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0)
    const most = Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length))
    return { delimiter, score: most }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}
