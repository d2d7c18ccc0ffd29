import { isRecord, itemName } from './paths.ts'

/** Every rule, condition and formula that stands in a document, finished or not. */

export interface PlacedExpression {
  path: string
  text: string
  /** What it must give. */
  wants: 'boolean' | 'number' | 'date'
}

const wantedBy: Record<string, PlacedExpression['wants']> = {
  when: 'boolean',
  showIf: 'boolean',
  requiredIf: 'boolean',
  value: 'number',
  points: 'number',
  earliest: 'date',
  latest: 'date',
}

export function expressionsIn(value: unknown, path = ''): PlacedExpression[] {
  if (Array.isArray(value)) {
    const list = value as unknown[]
    return list.flatMap((each, index) => expressionsIn(each, `${path}[${itemName(list, index)}]`))
  }
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, each]): PlacedExpression[] => {
    const here = path === '' ? name : `${path}.${name}`
    // Answers of invented applications are nobody's rules, whatever their questions are called.
    if (here === 'examples') return []
    const wants = Object.hasOwn(wantedBy, name) ? wantedBy[name] : undefined
    if (wants && typeof each === 'string') return each.trim() === '' ? [] : [{ path: here, text: each, wants }]
    return expressionsIn(each, here)
  })
}
