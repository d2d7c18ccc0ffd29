// The cells of an uploaded file on their way to being rows: packed, and sealed, since lists hold names and accounts.

import { gunzipSync, gzipSync } from 'node:zlib'
import type { Keyring } from '#platform/crypto.ts'
import type { CellValue, NamedSheet } from '#platform/sheets/read-cells.ts'
import type { Cell, Sheet } from './rules/mapping.ts'
import type { Trial } from './rules/sheet-trial.ts'

/** What of an upload is kept: where it stands is sealed with it, so that a text moved to another batch or place does not open. */
type Kept = 'cells' | 'trial'

export interface StagedPlace {
  municipalityId: string
  batchId: string
}

function contextOf(kept: Kept, { municipalityId, batchId }: StagedPlace): string {
  return `import.${kept}:${municipalityId}:${batchId}`
}

/** Packed and sealed. */
export function sealStaged(keyring: Keyring, kept: Kept, place: StagedPlace, value: readonly Sheet[] | Trial): string {
  const packed = gzipSync(JSON.stringify(value)).toString('base64')
  return keyring.encrypt(packed, contextOf(kept, place))
}

export function openSheets(keyring: Keyring, place: StagedPlace, cipher: string): Sheet[] {
  return open(keyring, 'cells', place, cipher) as Sheet[]
}

export function openTrial(keyring: Keyring, place: StagedPlace, cipher: string): Trial {
  return open(keyring, 'trial', place, cipher) as Trial
}

function open(keyring: Keyring, kept: Kept, place: StagedPlace, cipher: string): unknown {
  const packed = keyring.decrypt(cipher, contextOf(kept, place))
  return JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'))
}

/** A text under the ring's current key. */
export function resealStaged(keyring: Keyring, kept: Kept, place: StagedPlace, cipher: string): string {
  const context = contextOf(kept, place)
  return keyring.encrypt(keyring.decrypt(cipher, context), context)
}

/** Where an organisation's account stands. */
export function organisationAccountContext(municipalityId: string, organisationId: string): string {
  return `organisation.account:${municipalityId}:${organisationId}`
}

/** Sheets as they were read, with dates as days; sheets without anything in them are left out. */
export function toSheets(read: readonly NamedSheet[]): Sheet[] {
  return read
    .map(({ name, rows }) => ({
      name: name.slice(0, 60),
      rows: rows.map(({ row, cells }) => ({ line: row, cells: cells.map(toCell) })),
    }))
    .filter((sheet) => sheet.rows.some((row) => row.cells.some((cell) => cell !== null && cell !== '')))
}

function toCell(value: CellValue): Cell {
  if (!(value instanceof Date)) return typeof value === 'string' && value.trim() === '' ? null : value
  return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) }
}
