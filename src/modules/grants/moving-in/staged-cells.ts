// The cells of an uploaded file on their way to being rows: packed, and sealed, since lists hold names and accounts.

import { gunzipSync, gzipSync } from 'node:zlib'
import type { Keyring } from '#platform/crypto.ts'
import type { CellValue, NamedSheet } from '#platform/sheets/read-cells.ts'
import type { Cell, Sheet } from './rules/mapping.ts'

/** Where an upload's cells stand, so that a sealed text moved to another batch does not open. */
function contextOf(municipalityId: string, batchId: string): string {
  return `import.cells:${municipalityId}:${batchId}`
}

export interface StagedPlace {
  municipalityId: string
  batchId: string
}

export function sealSheets(keyring: Keyring, place: StagedPlace, sheets: readonly Sheet[]): string {
  const packed = gzipSync(JSON.stringify(sheets)).toString('base64')
  return keyring.encrypt(packed, contextOf(place.municipalityId, place.batchId))
}

export function openSheets(keyring: Keyring, place: StagedPlace, cipher: string): Sheet[] {
  const packed = keyring.decrypt(cipher, contextOf(place.municipalityId, place.batchId))
  return JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')) as Sheet[]
}

/** A text under the ring's current key. */
export function resealSheets(keyring: Keyring, place: StagedPlace, cipher: string): string {
  const context = contextOf(place.municipalityId, place.batchId)
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
