/** What a column holds. 'kr' is whole øre in the code and kroner in the sheet; 'date' is YYYY-MM-DD. */
export type ColumnKind = 'text' | 'number' | 'integer' | 'kr' | 'date'

export interface SheetColumn {
  /** The heading that is written, and looked for when reading. */
  label: string
  /** Other headings that mean the same when reading: the other languages'. Case and spaces around do not count. */
  alsoCalled?: readonly string[]
  kind: ColumnKind
  /** Reading: an empty cell is an error. */
  required?: boolean
  /** Reading: the only values there may be. */
  oneOf?: readonly string[]
  /** Reading: most characters, or the largest number (øre for kr). */
  max?: number
  /** Reading: the smallest number. */
  min?: number
  /** Writing: width in characters. */
  width?: number
}

/** A sheet's columns by the name the code uses, in order. The same definition writes a list and reads it back. */
export type SheetColumns = Record<string, SheetColumn>

type ValueOf<C extends SheetColumn> = C['kind'] extends 'text' | 'date' ? string : number

/** A row as it is read: required columns are there, the others may be undefined. */
export type ReadRow<C extends SheetColumns> = {
  [K in keyof C]: C[K] extends { required: true } ? ValueOf<C[K]> : ValueOf<C[K]> | undefined
}

/** A row as it is written. */
export type WriteRow<C extends SheetColumns> = { [K in keyof C]?: ValueOf<C[K]> | null | undefined }

/** Keeps the literal types that ReadRow and WriteRow are made from. */
export function defineColumns<const C extends SheetColumns>(columns: C): C {
  return columns
}
