// Guesses which column is what, from what the headings say and from what the cells hold.

import { bodyOf, hasWords, headingsOf } from './sheet-header.ts'
import type { Cell, Sheet } from './mapping.ts'
import { foldHeading, importFields, type FieldType, type ImportField, type ImportKind } from './sheet-fields.ts'
import { cellText, readCell } from './sheet-values.ts'

export interface Guess {
  columns: Record<string, number>
  /** How each guess was come to; 'doubtful' ones have others that fit nearly as well. */
  how: Record<string, { certainty: 'sure' | 'likely' | 'doubtful'; alsoColumns: number[]; alsoFields: string[] }>
  thousands: boolean
}

const SAMPLES = 60
const LEAST = 0.3
const NEAR = 0.12

/** How much contents alone tell: an organisation number is one, an amount may be any number. */
const telling: Record<FieldType, number> = {
  orgNumber: 0.85,
  account: 0.8,
  email: 0.8,
  url: 0.7,
  stage: 0.65,
  day: 0.5,
  year: 0.5,
  postcode: 0.35,
  state: 0.3,
  kr: 0.2,
  name: 0.35,
  demand: 0.2,
  rowKey: 0,
  text: 0,
}

interface Fit {
  field: ImportField
  column: number
  score: number
  byHeading: number
}

/** Guesses every column of a sheet; each field is one column at most, and each column one field. */
export function guessMapping(kind: ImportKind, sheet: Sheet, header: number): Guess {
  const headings = headingsOf(sheet, header)
  const folded = headings.map(foldHeading)
  const body = bodyOf(sheet, header).slice(0, 500)
  const samples = headings.map((_, at) => samplesOf(body.map((row) => row.cells[at] ?? null)))
  const fits = headings.flatMap((_, column) =>
    importFields[kind].map((field) => fitOf(field, column, folded[column] ?? '', samples[column] ?? [])),
  )
  const good = fits.filter((fit) => fit.score >= LEAST).toSorted((a, b) => b.score - a.score)
  const guess: Guess = { columns: {}, how: {}, thousands: headings.some(saysThousands) }
  const taken = new Set<number>()
  for (const fit of good) {
    if (taken.has(fit.column) || guess.columns[fit.field.key] !== undefined) continue
    taken.add(fit.column)
    guess.columns[fit.field.key] = fit.column
    const near = (other: Fit) => other !== fit && fit.score - other.score < NEAR
    const alsoColumns = good.filter((other) => other.field === fit.field && near(other)).map((other) => other.column)
    const alsoFields = good.filter((other) => other.column === fit.column && near(other)).map((other) => other.field.key)
    const doubtful = alsoColumns.length + alsoFields.length > 0
    guess.how[fit.field.key] = {
      certainty: doubtful ? 'doubtful' : fit.byHeading > 0.9 ? 'sure' : 'likely',
      alsoColumns,
      alsoFields,
    }
  }
  return guess
}

/** "Beløp (i hele 1000 kr)", "tusen kroner". */
export function saysThousands(heading: string): boolean {
  return /(?:hele|i)\s*(?:1[ .]?000|tusen)|\b1[ .]?000\s*kr|\btusen\b|\b1000\b/i.test(heading)
}

function fitOf(field: ImportField, column: number, heading: string, samples: readonly Cell[]): Fit {
  const byHeading = headingFit(field, heading)
  const share =
    samples.length === 0 ? undefined : samples.filter((cell) => 'value' in readCell(cell, field)).length / samples.length
  const byContent = share === undefined || share < 0.6 ? 0 : share * telling[field.type] * distinctness(field.type, samples)
  // Cells that are not what the heading says speak against it; an empty column says nothing either way.
  // Under a heading that says exactly so, they are faults to be told of.
  const trust = share === undefined ? 0.9 : share >= 0.5 ? 1 : byHeading > 0.9 ? 0.5 : 0.35
  return { field, column, byHeading, score: Math.max(byHeading * trust * 0.8 + byContent * 0.2, byContent) }
}

function headingFit(field: ImportField, heading: string): number {
  if (heading === '') return 0
  const at = field.names.indexOf(heading)
  if (at >= 0) return 1 - at * 0.001
  const inside = field.names.filter((name) => name.length > 2 && hasWords(heading, name))
  const longest = Math.max(0, ...inside.map((name) => name.length))
  if (longest > 0) return 0.55 + 0.35 * (longest / heading.length)
  // Norwegian puts words together: "søknadsbeløp2023", "prosjektbeskrivelse".
  const joined = field.names.filter((name) => name.length > 4 && heading.includes(name))
  const most = Math.max(0, ...joined.map((name) => name.length))
  return most > 0 ? 0.35 + 0.3 * (most / heading.length) : 0
}

/** A column of names differs from row to row and is made of letters; a column of years or days is no run of small numbers. */
function distinctness(type: FieldType, samples: readonly Cell[]): number {
  if (type !== 'name') return 1
  const texts = samples.map((cell) => cellText(cell))
  const worded = texts.filter((text) => /\p{L}{3}/u.test(text) && !/@|:\/\//.test(text)).length / texts.length
  return worded * (new Set(texts).size / texts.length)
}

function samplesOf(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell) => cellText(cell) !== '').slice(0, SAMPLES)
}
