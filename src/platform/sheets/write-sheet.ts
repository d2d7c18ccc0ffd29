import type { Cell } from 'write-excel-file/node'
import type { ColumnKind, SheetColumn, SheetColumns, WriteRow } from './columns.ts'

// What one cell can hold in the format.
const MOST_CHARACTERS = 32_767
const formats: Record<ColumnKind, string> = { text: '@', integer: '0', number: '0.##', kr: '#,##0.00', date: 'yyyy-mm-dd' }
const widths: Record<ColumnKind, number> = { text: 30, integer: 10, number: 12, kr: 16, date: 12 }

/**
 * Makes an Excel workbook of one sheet with a bold heading row that stays in view. Text is text whatever it starts with: a cell
 * "=1+1" shows those characters, is not calculated, and keeps its leading zeros also after somebody edits it.
 */
export async function writeSheet<C extends SheetColumns>(
  columns: C,
  rows: readonly WriteRow<C>[],
  options: { sheetName?: string } = {},
): Promise<Buffer> {
  const list = Object.entries(columns)
  const heading: Cell[] = list.map(([, column]) => ({
    type: String,
    value: safeText(column.label),
    fontWeight: 'bold',
    format: '@',
    ...(isNumber(column) ? { align: 'right' as const } : {}),
  }))
  const data = rows.map((row) => list.map(([key, column]) => toCell(row[key], column)))
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return await writeExcelFile([heading, ...data], {
    sheet: sheetName(options.sheetName ?? 'Torg'),
    stickyRowsCount: 1,
    columns: list.map(([, column]) => ({ width: column.width ?? Math.max(widths[column.kind], column.label.length + 2) })),
  }).toBuffer()
}

/**
 * The same as CSV for Norwegian Excel: semicolons, a byte order mark, comma as decimal mark, CRLF. CSV has no types, so text that a
 * spreadsheet would calculate gets an apostrophe in front.
 */
export function writeCsv<C extends SheetColumns>(columns: C, rows: readonly WriteRow<C>[]): Buffer {
  const list = Object.entries(columns)
  const lines = [
    list.map(([, column]) => quoted(column.label)),
    ...rows.map((row) => list.map(([key, column]) => toField(row[key], column))),
  ]
  return Buffer.from(`\ufeff${lines.map((line) => line.join(';')).join('\r\n')}\r\n`, 'utf8')
}

function toCell(value: string | number | null | undefined, column: SheetColumn): Cell {
  if (value === null || value === undefined || value === '') return null
  const format = formats[column.kind]
  if (typeof value === 'string') {
    if (column.kind === 'date') return { type: Date, value: new Date(`${value}T00:00:00Z`), format }
    return { type: String, value: safeText(value), format, wrap: true }
  }
  return { type: Number, value: column.kind === 'kr' ? value / 100 : value, format }
}

/** Without what XML cannot hold; what looks like the format's own escape (_x0041_) is escaped, so that it is read back as written. */
function safeText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return clean.slice(0, MOST_CHARACTERS).toWellFormed()
}

function sheetName(name: string): string {
  const clean = name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .trim()
    .replace(/^'|'$/g, '')
  return [...(clean || 'Torg')].slice(0, 31).join('')
}

function toField(value: string | number | null | undefined, column: SheetColumn): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return quoted(value)
  return column.kind === 'kr' ? (value / 100).toFixed(2).replace('.', ',') : String(value).replace('.', ',')
}

/** Spreadsheets run what begins with = + - or @, also in full width, and some pass over a tab or a line break before it. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

function isNumber(column: SheetColumn): boolean {
  return column.kind === 'kr' || column.kind === 'number' || column.kind === 'integer'
}
