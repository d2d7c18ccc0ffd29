// Finds the line with the headings, which need not be the first: lists begin with a title, a date, a logo's cell.

import type { Cell, Sheet } from './mapping.ts'
import { foldHeading, importFields, type ImportKind } from './sheet-fields.ts'
import { cellText } from './sheet-values.ts'

const LOOKED_AT = 40

/** The line of the headings, or 0 when no line looks like one. */
export function findHeader(kind: ImportKind, sheet: Sheet): number {
  const known = new Set(importFields[kind].flatMap((field) => field.names))
  const scored = sheet.rows.slice(0, LOOKED_AT).map((row, index) => {
    const texts = row.cells.map((cell) => cellText(cell)).filter((text) => text !== '')
    const folded = texts.map(foldHeading)
    const hits = folded.filter((text) => known.has(text)).length
    const near = folded.filter((text) => !known.has(text) && [...known].some((name) => hasWords(text, name))).length
    const numbers = texts.filter((text) => /^[\d\s.,-]+$/.test(text)).length
    const score = hits * 3 + near - numbers * 2 - (texts.length < 2 && hits === 0 ? 3 : 0) - index * 0.05
    return { line: row.line, score }
  })
  const best = scored.reduce((top, next) => (next.score > top.score ? next : top), { line: 0, score: 0.9 })
  return best.line || plainHeader(sheet)
}

/** Headings nobody knows: a line of words only, over a line that has numbers or dates. */
function plainHeader(sheet: Sheet): number {
  const filled = sheet.rows.slice(0, LOOKED_AT).filter((row) => row.cells.some((cell) => cellText(cell) !== ''))
  const isWord = (cell: Cell) => typeof cell === 'string' && !/\d/.test(cell)
  const at = filled.findIndex((row, index) => {
    const cells = row.cells.filter((cell) => cellText(cell) !== '')
    const below = filled[index + 1]?.cells.filter((cell) => cellText(cell) !== '') ?? []
    return cells.length >= 2 && cells.every(isWord) && below.some((cell) => !isWord(cell))
  })
  return filled[at]?.line ?? 0
}

/** The headings of a sheet: what stands on their line, or nothing where it has none. As many as the widest row. */
export function headingsOf(sheet: Sheet, header: number): string[] {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const cells = sheet.rows.find((row) => row.line === header)?.cells ?? []
  return Array.from({ length: width }, (_, at) => cellText(cells[at]).slice(0, 120))
}

/** The rows under the headings, or all of them. */
export function bodyOf(sheet: Sheet, header: number): Sheet['rows'] {
  return sheet.rows.filter((row) => row.line > header)
}

/** The words of a name, whole and in a row, in a text; both folded. */
export function hasWords(text: string, name: string): boolean {
  return ` ${text} `.includes(` ${name} `)
}
