import { parseKr } from '#platform/money.ts'
import { isDay } from '#platform/time.ts'
import type { ReadRow, SheetColumn, SheetColumns } from './columns.ts'
import { type CellValue, readCells } from './read-cells.ts'

/**
 * Why a cell, or with row 0 the whole file, cannot be used; in words by sheetErrorText.
 * File: 'sheet.empty' | 'sheet.too-large' | 'sheet.too-many-rows' | 'sheet.unreadable' | 'sheet.missing-column' | 'sheet.twice'.
 * Cell: 'cell.required' | 'cell.number' | 'cell.integer' | 'cell.kr' | 'cell.date' | 'cell.one-of' | 'cell.too-long' | 'cell.too-large' | 'cell.too-small'.
 */
export interface SheetError {
  /** As the spreadsheet shows it; the heading is usually 1. */
  row: number
  column: string
  /** What stands in the cell, at most 100 characters. */
  value: string
  reason: SheetReason
}

export type SheetReason =
  | 'sheet.empty'
  | 'sheet.too-large'
  | 'sheet.too-many-rows'
  | 'sheet.unreadable'
  | 'sheet.missing-column'
  | 'sheet.twice'
  | 'cell.required'
  | 'cell.number'
  | 'cell.integer'
  | 'cell.kr'
  | 'cell.date'
  | 'cell.one-of'
  | 'cell.too-long'
  | 'cell.too-large'
  | 'cell.too-small'

export interface SheetResult<C extends SheetColumns> {
  /** The rows without a fault; `row` as the spreadsheet shows it. */
  rows: { row: number; values: ReadRow<C> }[]
  errors: SheetError[]
}

/**
 * Reads a workbook's first sheet or a CSV file by its headings, in any order; columns that are not asked for are passed over, empty
 * rows too. A row with a fault is left out and each of its faults listed. At most 10 MB and 50 000 rows; never throws on content.
 */
export async function readSheet<C extends SheetColumns>(bytes: Uint8Array, columns: C): Promise<SheetResult<C>> {
  const cells = await readCells(bytes)
  if ('refused' in cells) return failed(cells.refused)
  const filled = cells.rows.filter((row) => row.cells.some((cell) => !isEmpty(cell)))
  const [heading, ...body] = filled
  if (!heading) return failed('sheet.empty')
  const places = findColumns(heading.cells, columns)
  if (places.errors.length > 0) return { rows: [], errors: places.errors }

  const result: SheetResult<C> = { rows: [], errors: [] }
  for (const { row, cells: values } of body) {
    const read: Record<string, string | number | undefined> = {}
    const before = result.errors.length
    for (const [key, column] of Object.entries(columns)) {
      const at = places.found.get(key)
      const value = at === undefined ? null : (values[at] ?? null)
      const outcome = readCell(value, column)
      if (outcome !== undefined && typeof outcome === 'object') {
        result.errors.push({ row, column: column.label, value: shown(value), reason: outcome.reason })
      } else read[key] = outcome
    }
    if (result.errors.length === before) result.rows.push({ row, values: read as ReadRow<C> })
  }
  return result
}

function failed<C extends SheetColumns>(reason: SheetReason, column = ''): SheetResult<C> {
  return { rows: [], errors: [{ row: 0, column, value: '', reason }] }
}

function findColumns(heading: CellValue[], columns: SheetColumns): { found: Map<string, number>; errors: SheetError[] } {
  const names = heading.map((cell) => fold(shown(cell)))
  const found = new Map<string, number>()
  const errors: SheetError[] = []
  for (const [key, column] of Object.entries(columns)) {
    const wanted = new Set([column.label, ...(column.alsoCalled ?? [])].map(fold))
    const places = names.flatMap((name, index) => (wanted.has(name) ? [index] : []))
    const [first] = places
    if (places.length > 1) errors.push({ row: 0, column: column.label, value: '', reason: 'sheet.twice' })
    else if (first !== undefined) found.set(key, first)
    else if (column.required) errors.push({ row: 0, column: column.label, value: '', reason: 'sheet.missing-column' })
  }
  return { found, errors }
}

type Outcome = string | number | undefined | { reason: SheetReason }

function readCell(value: CellValue, column: SheetColumn): Outcome {
  if (isEmpty(value)) return column.required ? { reason: 'cell.required' } : undefined
  const read = readers[column.kind](value)
  if (typeof read === 'object' || read === undefined) return read
  if (column.oneOf && !column.oneOf.includes(String(read))) return { reason: 'cell.one-of' }
  const measure = typeof read === 'string' ? read.length : read
  if (column.max !== undefined && measure > column.max)
    return { reason: typeof read === 'string' ? 'cell.too-long' : 'cell.too-large' }
  if (column.min !== undefined && typeof read === 'number' && read < column.min) return { reason: 'cell.too-small' }
  return read
}

const readers: Record<SheetColumn['kind'], (value: CellValue) => Outcome> = {
  text: (value) => shown(value, Number.POSITIVE_INFINITY).trim(),
  number: (value) => toNumber(value) ?? { reason: 'cell.number' },
  integer: (value) => {
    const number = toNumber(value)
    return number !== undefined && Number.isSafeInteger(number) ? number : { reason: 'cell.integer' }
  },
  kr: (value) => toOre(value) ?? { reason: 'cell.kr' },
  date: (value) => toDay(value) ?? { reason: 'cell.date' },
}

function toNumber(value: CellValue): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const compact = value.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-')
  return /^-?\d{1,15}([.,]\d{1,10})?$/.test(compact) ? Number(compact.replace(',', '.')) : undefined
}

/** Kroner with at most two decimals, as øre. A sum that Excel has calculated may be off by a hair: that is rounded, no more. */
function toOre(value: CellValue): number | undefined {
  if (typeof value === 'string') return parseKr(value.replace('−', '-'))
  if (typeof value !== 'number') return undefined
  const ore = Math.round(value * 100)
  return Number.isSafeInteger(ore) && Math.abs(value * 100 - ore) < 1e-4 ? ore : undefined
}

function toDay(value: CellValue): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  const norwegian = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  const day = norwegian ? `${norwegian[3]}-${norwegian[2]?.padStart(2, '0')}-${norwegian[1]?.padStart(2, '0')}` : text
  return isDay(day) ? day : undefined
}

function isEmpty(value: CellValue): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

function shown(value: CellValue, most = 100): string {
  if (value === null || value === undefined) return ''
  return (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)).slice(0, most)
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
