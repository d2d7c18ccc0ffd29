import { isDay } from '#platform/time.ts'
import { formLimits } from '../../model.ts'

/** Reading an imported file's values with care: everything may be missing or of another kind than the format says. */

export type Loose = Record<string, unknown>

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function looseOf(value: unknown): Loose {
  return isLoose(value) ? value : {}
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : []
}

export function looseList(value: unknown): Loose[] {
  return listOf(value).filter(isLoose)
}

/** A text as it stands, numbers and yes/no as text; undefined for all else and for blank. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** A finite number, also one written as text; undefined for all else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^\s*-?\d{1,15}(\.\d{1,10})?\s*$/.test(value)) return undefined
  return Number(value)
}

export function wholeOf(value: unknown): number | undefined {
  const number = numberOf(value)
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined
}

/** A day as FEEL writes it; undefined when there is no such day. */
export function feelDay(day: string | undefined): string | undefined {
  return day !== undefined && isDay(day) ? `date("${day}")` : undefined
}

/** A property of the value itself, never one every object has. */
export function own(value: Loose, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

/** The file cannot be imported: where in it, and why. */
export class CannotImport extends Error {
  override name = 'CannotImport'
  readonly path: string
  readonly why: string
  constructor(path: string, why: string) {
    super(path ? `${path}: ${why}` : why)
    this.path = path
    this.why = why
  }
}

export const importLimits = {
  /** Of one file. */
  bytes: 10_000_000,
  /** Of YAML, which is slow to read: text, lines, commas and colons, anchors. */
  yaml: { bytes: 1_000_000, lines: 20_000, marks: 60_000, anchors: 200 },
  depth: 100,
  /** Values in one form, with what references are followed to. */
  values: 300_000,
  fields: formLimits.pages * formLimits.fields,
}

/** True for text that cannot be stored: a NUL, or half of a character. */
function isBroken(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed()
}

/** Refuses a value that is nested too deeply, has too many parts, or text that is none. Walks without recursion, so that nothing overflows. */
export function refuseMonsters(root: unknown): void {
  const open: { value: unknown; depth: number; path: string }[] = [{ value: root, depth: 0, path: '' }]
  let count = 0
  for (let next = open.pop(); next; next = open.pop()) {
    count += 1
    if (count > importLimits.values) throw new CannotImport(next.path, `more than ${importLimits.values} values`)
    if (next.depth > importLimits.depth)
      throw new CannotImport(next.path.slice(0, 200), `nested more than ${importLimits.depth} levels deep`)
    if (typeof next.value === 'string' && isBroken(next.value)) throw new CannotImport(next.path, 'a character that no text has')
    if (typeof next.value !== 'object' || next.value === null) continue
    for (const [key, value] of Object.entries(next.value)) {
      if (isBroken(key)) throw new CannotImport(next.path, 'a name with a character that no text has')
      open.push({ value, depth: next.depth + 1, path: next.path.length < 200 ? `${next.path}/${key}` : next.path })
    }
  }
}
