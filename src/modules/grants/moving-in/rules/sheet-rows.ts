// Reads every row of a sheet by its mapping: typed values, or what is wrong with it, cell by cell.

import type { Cell, Mapping, Sheet, SheetRow } from './mapping.ts'
import { importFields, type ImportField, type ImportKind } from './sheet-fields.ts'
import { bodyOf, headingsOf } from './sheet-header.ts'
import { cellText, readCell, type CellReason, type CellValue } from './sheet-values.ts'

export interface RowProblem {
  line: number
  /** Key of the field, and the heading of its column in the file; empty where the value is said for every row. */
  field: string
  column: string
  /** What stands there, at most 80 characters. */
  value: string
  reason: CellReason | 'nationalId' | 'twice' | 'sumRow' | 'done' | 'left' | 'refusedWithAmount'
}

export interface ReadRow {
  line: number
  values: Record<string, CellValue>
}

export interface ReadSheet {
  rows: ReadRow[]
  /** At most one problem per cell; a row with a problem is not among the rows. */
  problems: RowProblem[]
  /** Rows that are no entry: sums under the list, obligations that are met. */
  passed: RowProblem[]
  /** Rows that are not empty. */
  total: number
}

export interface Reading {
  kind: ImportKind
  mapping: Mapping
  /** True for eleven digits that are somebody's national identity number: those have nothing to do in a list. */
  isNationalId: (digits: string) => boolean
}

/** Reads the sheet the mapping points at. `most` reads only that many rows, for a preview. */
export function readRows(sheet: Sheet, reading: Reading, most = Number.POSITIVE_INFINITY): ReadSheet {
  const reader = readInParts(sheet, reading, most)
  for (;;) {
    const { done, value } = reader.next()
    if (done) return value
  }
}

/** Rows read between one halt and the next. */
const PART = 500

/** The same, halting now and then so that others are let in; says at each halt how many rows it has read. */
export function* readInParts(
  sheet: Sheet,
  reading: Reading,
  most = Number.POSITIVE_INFINITY,
): Generator<number, ReadSheet, undefined> {
  const headings = headingsOf(sheet, reading.mapping.header)
  const read: ReadSheet = { rows: [], problems: [], passed: [], total: 0 }
  for (const row of bodyOf(sheet, reading.mapping.header)) {
    if (read.total >= most) break
    if (row.cells.every((cell) => cellText(cell) === '')) continue
    read.total++
    readRow(read, row, headings, reading)
    if (read.total % PART === 0) yield read.total
  }
  return read
}

function readRow(read: ReadSheet, row: SheetRow, headings: readonly string[], reading: Reading): void {
  const { kind, mapping } = reading
  const sum = sumCell(kind, row, mapping)
  if (sum !== undefined) {
    read.passed.push({ line: row.line, field: 'recipient', column: '', value: sum, reason: 'sumRow' })
    return
  }
  const before = read.problems.length
  const values: Record<string, CellValue> = {}
  for (const field of importFields[kind]) {
    const at = mapping.columns[field.key]
    const outcome = readField(field, at === undefined ? null : (row.cells[at] ?? null), reading, values)
    if (outcome !== undefined && 'value' in outcome) values[field.key] = outcome.value
    else if (outcome)
      read.problems.push({
        line: row.line,
        field: field.key,
        column: at === undefined ? '' : (headings[at] ?? ''),
        value: outcome.reason === 'nationalId' ? '' : cellText(at === undefined ? null : row.cells[at]).slice(0, 80),
        reason: outcome.reason,
      })
  }
  if (read.problems.length === before) finish(read, { line: row.line, values }, kind)
}

type Outcome = { value: CellValue } | { reason: RowProblem['reason'] } | undefined

function readField(field: ImportField, cell: Cell, reading: Reading, so: Record<string, CellValue>): Outcome {
  const { columns, fixed, thousands } = reading.mapping
  const text = cellText(cell)
  if (text !== '') {
    if (field.type === 'text' || field.type === 'name')
      for (const digits of text.replace(/(?<=\d{6})[ -](?=\d{5}(?!\d))/g, '').match(/(?<!\d)\d{11}(?!\d)/g) ?? [])
        if (reading.isNationalId(digits)) return { reason: 'nationalId' }
    return readCell(cell, field, thousands ?? false)
  }
  // Said once for every row: where the column is left out, or this cell is empty.
  const said = fixed[field.key]?.trim() || (columns[field.key] === undefined ? field.standard : undefined)
  if (said && field.fixed) return readCell(said, field)
  // Nothing was granted by a refusal, whether or not the list says so.
  if (field.key === 'result' && so['stage'] === 'refused') return { value: 0 }
  if (field.standard) return { value: field.standard }
  if (!field.required) return undefined
  const instead = field.orElse
  return instead && columns[instead] !== undefined ? undefined : { reason: 'missing' }
}

/** What only shows when the whole row is read. */
function finish(read: ReadSheet, row: ReadRow, kind: ImportKind): void {
  const { values, line } = row
  if (kind === 'awards' && values['year'] === undefined) {
    const day = values['decidedOn']
    if (typeof day !== 'string') {
      read.problems.push({ line, field: 'year', column: '', value: '', reason: 'missing' })
      return
    }
    values['year'] = Number(day.slice(0, 4))
  }
  if (values['stage'] === 'refused') {
    if (Number(values['result']) > 0) {
      read.problems.push({ line, field: 'result', column: '', value: '', reason: 'refusedWithAmount' })
      return
    }
    values['stage'] = 'adopted'
  }
  if (values['state'] === 'done') {
    read.passed.push({ line, field: 'state', column: '', value: String(values['recipient'] ?? ''), reason: 'done' })
    return
  }
  read.rows.push(row)
}

/** "Sum", "Totalt": a line under a list that is no entry of it. */
function sumCell(kind: ImportKind, row: SheetRow, mapping: Mapping): string | undefined {
  const name = mapping.columns[kind === 'organisations' ? 'name' : 'recipient']
  const first = row.cells.map((cell) => cellText(cell)).find((text) => text !== '')
  const named = name === undefined ? '' : cellText(row.cells[name])
  const text = named === '' ? (first ?? '') : named
  return /^(?:sum|sum total|total|totalt|til saman|til sammen|i alt|delsum|subtotal|grand total)\s*:?(?:\s+[\d\s.,]+)?$/i.test(
    text,
  )
    ? text.slice(0, 80)
    : undefined
}
