// Which column of a file is what: as a person, or the guess, has said it.

import { foldHeading, importFields, type ImportKind } from './sheet-fields.ts'

/** A cell as it was read from the file: dates as YYYY-MM-DD in `day`. */
export type Cell = string | number | boolean | null | { day: string }
export interface SheetRow {
  /** The line as the spreadsheet or editor shows it. */
  line: number
  cells: readonly Cell[]
}
export interface Sheet {
  name: string
  rows: readonly SheetRow[]
}

export interface Mapping {
  /** Which of the file's sheets, from 0. */
  sheet: number
  /** The line its headings stand on; 0 when it has none. */
  header: number
  /** Field → column, from 0. */
  columns: Record<string, number>
  /** Field → what counts for every row, as typed. */
  fixed: Record<string, string>
  /** Amounts stand in whole thousands. */
  thousands?: boolean
  /** Awards: not shown in the open register. */
  hidden?: boolean
  /** Organisations: take what the file says also where something else stands. */
  overwrite?: boolean
}

/** What is kept of a mapping for the next file with the same headings, in whatever order they stand. */
export interface Remembered {
  columns: Record<string, string>
  fixed: Record<string, string>
  thousands?: boolean
  hidden?: boolean
}

/** The heading of each column, numbered where two are the same. */
export function headingKeys(headings: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headings.map((heading) => {
    const folded = foldHeading(heading)
    const times = (seen.get(folded) ?? 0) + 1
    seen.set(folded, times)
    return times > 1 ? `${folded} #${times}` : folded
  })
}

/** Text that two files have in common when their headings are the same, in any order. */
export function fingerprintText(headings: readonly string[]): string {
  return JSON.stringify(
    headingKeys(headings)
      .filter((key) => key !== '')
      .toSorted(),
  )
}

export function remember(kind: ImportKind, mapping: Mapping, headings: readonly string[]): Remembered {
  const keys = headingKeys(headings)
  const columns = Object.entries(mapping.columns).flatMap(([field, at]) => (keys[at] ? [[field, keys[at]]] : []))
  // A year or a deadline belongs to one file; that everything is adopted may hold for the next too.
  const lasting = importFields[kind].filter((field) => field.type !== 'year' && field.type !== 'day').map((field) => field.key)
  return {
    columns: Object.fromEntries(columns) as Record<string, string>,
    fixed: Object.fromEntries(Object.entries(mapping.fixed).filter(([field]) => lasting.includes(field))),
    ...(mapping.thousands ? { thousands: true } : {}),
    ...(mapping.hidden ? { hidden: true } : {}),
  }
}

/** The remembered columns at the places they have in this file. */
export function recall(remembered: Remembered, headings: readonly string[]): Pick<Mapping, 'columns' | 'fixed'> {
  const keys = headingKeys(headings)
  const columns = Object.entries(remembered.columns).map(([field, key]) => [field, keys.indexOf(key)] as const)
  return { columns: Object.fromEntries(columns.filter(([, at]) => at >= 0)), fixed: { ...remembered.fixed } }
}

export interface MappingProblem {
  reason: 'missingField' | 'fieldTwice'
  field: string
}

/** Why a file cannot be read by this mapping: fields that are needed and not there. */
export function mappingProblems(kind: ImportKind, mapping: Pick<Mapping, 'columns' | 'fixed'>): MappingProblem[] {
  const given = (key: string) => mapping.columns[key] !== undefined || (mapping.fixed[key] ?? '').trim() !== ''
  return importFields[kind]
    .filter((field) => field.required && !given(field.key) && !(field.orElse && given(field.orElse)))
    .map((field) => ({ reason: 'missingField', field: field.key }))
}
