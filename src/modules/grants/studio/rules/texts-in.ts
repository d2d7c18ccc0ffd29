import { isRecord, itemName } from './places.ts'

/** Every text in three languages that stands in a document, finished or not. */

export interface PlacedText {
  /** The place of the three texts together; one language's has `.nn` after it. */
  path: string
  text: { nb?: string; nn?: string; en?: string }
}

/** What tells where a scheme comes from is for its owner, not for its readers. */
const notRead = new Set(['modelledOn'])

export function textsIn(value: unknown, path = ''): PlacedText[] {
  if (Array.isArray(value)) {
    const list = value as unknown[]
    return list.flatMap((each, index) => textsIn(each, `${path}[${itemName(list, index)}]`))
  }
  if (!isRecord(value)) return []
  if (isText3(value)) return [{ path, text: value }]
  return Object.entries(value).flatMap(([name, each]) =>
    path === '' && notRead.has(name) ? [] : textsIn(each, path === '' ? name : `${path}.${name}`),
  )
}

/** True for a text that has a language at least, and nothing else. */
export function isText3(value: unknown): value is { nb?: string; nn?: string; en?: string } {
  if (!isRecord(value)) return false
  const entries = Object.entries(value)
  return (
    entries.length > 0 &&
    entries.every(([name, each]) => (name === 'nb' || name === 'nn' || name === 'en') && typeof each === 'string')
  )
}
