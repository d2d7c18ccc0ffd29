import { createHash } from 'node:crypto'
import type { Trx } from '#platform/database/db.ts'
import { fingerprintText, recall, type Mapping, type Sheet } from '../rules/mapping.ts'
import { guessMapping, type Guess } from '../rules/mapping-guess.ts'
import { findHeader, headingsOf } from '../rules/sheet-header.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import { findRemembered } from './sheet-batches.ts'

export interface Start {
  mapping: Mapping
  guess: Guess
  /** The columns were said to be so for an earlier file with the same headings. */
  remembered: boolean
}

export function fingerprintOf(headings: readonly string[]): Buffer {
  return createHash('sha256').update(fingerprintText(headings)).digest()
}

/** Where to begin with a sheet: as an earlier file with the same headings was read, else as it is guessed. */
export async function startMapping(
  trx: Trx,
  kind: ImportKind,
  sheets: readonly Sheet[],
  at = 0,
  header?: number,
): Promise<Start> {
  const sheet = sheets[at] ?? { name: '', rows: [] }
  const line = header ?? findHeader(kind, sheet)
  const headings = headingsOf(sheet, line)
  const guess = guessMapping(kind, sheet, line)
  const before = line > 0 ? await findRemembered(trx, kind, fingerprintOf(headings)) : undefined
  const found = before ? recall(before, headings) : { columns: guess.columns, fixed: {} }
  const thousands = before ? before.thousands === true : guess.thousands
  const mapping: Mapping = {
    sheet: at,
    header: line,
    ...found,
    ...(thousands ? { thousands: true } : {}),
    ...(before?.hidden ? { hidden: true } : {}),
  }
  return { mapping, guess, remembered: before !== undefined }
}
