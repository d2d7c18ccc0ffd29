import { canonicalJson } from '../../../scheme/rules/canonical.ts'
import { indexOf, isRecord, keyOf, parsePath, stepInto } from '../paths.ts'
import { isBlankText, isText3, type PartText } from '../texts3.ts'
import { longestCommon } from './word-diff.ts'

/** What differs between two versions of a scheme, thing by thing. The sentences stand in texts/changes.ts. */

export interface Change {
  /** Place in the new document; of what is taken out, in the old one. */
  path: string
  /** The place without names: "rounds[].closes", "form.pages[].fields[].options[]". */
  pattern: string
  kind: 'added' | 'removed' | 'moved' | 'changed'
  /** What stood there and what stands there. A text in three languages is one value. */
  before?: unknown
  after?: unknown
  /** The named things it stands in, the outermost first; the thing itself is last when it is one. */
  within: Thing[]
}

/** An item of a list: a round, a question, a rule. */
export interface Thing {
  pattern: string
  /** What people call it; its key, or number from 1, where it has no name. */
  name: PartText | string
  /** Kind of question. */
  type?: string
}

interface At {
  path: string
  pattern: string
  within: Thing[]
}

/**
 * Everything that differs, in the new document's order. Equal documents give none; different ones give at least one, whatever it
 * is that differs.
 */
export function describeChanges(before: unknown, after: unknown): Change[] {
  return compare(before, after, { path: '', pattern: '', within: [] })
}

function compare(before: unknown, after: unknown, at: At): Change[] {
  if (same(before, after)) return []
  // An invented application is told of as one thing, whichever of its answers it is; the first of them makes no list of its own.
  if (at.pattern === 'examples[]') return [change('changed', at, {})]
  if (at.pattern === 'examples' && (before === undefined || after === undefined)) {
    const lists = [before ?? [], after ?? []]
    if (lists.every(Array.isArray) && lists.flat().length > 0)
      return compareLists(lists[0] as unknown[], lists[1] as unknown[], at)
  }
  if (before === undefined) return [change('added', at, { after })]
  if (after === undefined) return [change('removed', at, { before })]
  if (isText3(before) && isText3(after)) return [change('changed', at, { before, after })]
  if (isRecord(before) && isRecord(after)) return compareParts(before, after, at)
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, at)
  return [change('changed', at, { before, after })]
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b))
}

function change(kind: Change['kind'], at: At, values: { before?: unknown; after?: unknown }): Change {
  return { path: at.path, pattern: at.pattern, kind, within: at.within, ...values }
}

function compareParts(before: Record<string, unknown>, after: Record<string, unknown>, at: At): Change[] {
  return Object.keys({ ...before, ...after }).flatMap((name) =>
    compare(before[name], after[name], {
      path: at.path === '' ? name : `${at.path}.${name}`,
      pattern: at.pattern === '' ? name : `${at.pattern}.${name}`,
      within: at.within,
    }),
  )
}

function compareLists(before: readonly unknown[], after: readonly unknown[], at: At): Change[] {
  const all = [...before, ...after]
  if (all.every((each) => keyOf(each) !== undefined) && isUnique(before) && isUnique(after))
    return compareKeyed(before, after, at)
  // Lists of plain values (roles, goals by number) are one value.
  if (!all.every(isRecord)) return [change('changed', at, { before, after })]
  return compareUnkeyed(before, after, at)
}

function isUnique(list: readonly unknown[]): boolean {
  return new Set(list.map(keyOf)).size === list.length
}

function itemAt(list: readonly unknown[], index: number, at: At, key = keyOf(list[index])): At {
  const item = list[index]
  const pattern = `${at.pattern}[]`
  const type = isRecord(item) && typeof item['type'] === 'string' ? { type: item['type'] } : {}
  return {
    path: `${at.path}[${key ?? index}]`,
    pattern,
    within: [...at.within, { pattern, name: nameOf(item) ?? keyOf(item) ?? String(index + 1), ...type }],
  }
}

function compareKeyed(before: readonly unknown[], after: readonly unknown[], at: At): Change[] {
  const places = new Map(before.map((item, index) => [keyOf(item), index]))
  const kept = new Set(after.map(keyOf))
  const order = (list: readonly unknown[]) => list.flatMap((item) => keyOf(item) ?? [])
  const staying = order(before).filter((key) => kept.has(key))
  const arriving = order(after).filter((key) => places.has(key))
  const unmoved = new Set(longestCommon(staying, arriving).map(([index]) => staying[index]))
  return [
    ...after.flatMap((item, index) => {
      const here = itemAt(after, index, at)
      const was = places.get(keyOf(item))
      if (was === undefined) return [change('added', here, { after: item })]
      const moved = unmoved.has(keyOf(item) ?? '') ? [] : [change('moved', here, { before: was + 1, after: index + 1 })]
      return [...moved, ...compare(before[was], item, here)]
    }),
    ...before.flatMap((item, index) =>
      kept.has(keyOf(item)) ? [] : [change('removed', itemAt(before, index, at), { before: item })],
    ),
  ]
}

/** Items without keys: those that are alike stay, those between them are taken for one another in order. */
function compareUnkeyed(before: readonly unknown[], after: readonly unknown[], at: At): Change[] {
  const [a, b] = [before.map(canonicalJson), after.map(canonicalJson)]
  const made: Change[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...longestCommon(a, b), [a.length, b.length] as const]) {
    for (; i < x && j < y; i++, j++) made.push(...comparePair(before, i, after, j, at))
    for (; i < x; i++) made.push(change('removed', itemAt(before, i, at, String(i)), { before: before[i] }))
    for (; j < y; j++) made.push(change('added', itemAt(after, j, at, String(j)), { after: after[j] }))
    ;[i, j] = [x + 1, y + 1]
  }
  return movesIn(made)
}

function comparePair(before: readonly unknown[], i: number, after: readonly unknown[], j: number, at: At): Change[] {
  const here = itemAt(after, j, at, String(j))
  return [change('changed', here, { before: before[i], after: after[j] })].flatMap((whole) => {
    const inside = compare(before[i], after[j], here)
    return inside.length > 0 ? inside : [whole]
  })
}

/** The same thing taken out at one place and put in at another has been moved. */
function movesIn(changes: readonly Change[]): Change[] {
  const gone = changes.filter((each) => each.kind === 'removed')
  const left = new Set(gone)
  return changes
    .map((each): Change => {
      const from = each.kind === 'added' ? [...left].find((one) => same(one.before, each.after)) : undefined
      if (!from) return each
      left.delete(from)
      return { ...each, kind: 'moved', before: numberOf(from), after: numberOf(each) }
    })
    .filter((each) => each.kind !== 'removed' || left.has(each))
}

function numberOf({ path }: Change): number {
  return Number(/\[(\d+)\]$/.exec(path)?.[1] ?? 0) + 1
}

/** The named things that a place stands in, and the place without names. A language at the end is left out. */
export function thingsAlong(document: unknown, place: string): { pattern: string; within: Thing[] } {
  let at: At = { path: '', pattern: '', within: [] }
  let value = document
  for (const step of parsePath(place.replace(/\.(nb|nn|en)$/, '')) ?? []) {
    if (step.kind === 'item' && Array.isArray(value)) {
      const index = indexOf(value, step.value)
      at = itemAt(value, index < 0 ? Number(step.value) : index, at, step.value)
    } else at = { ...at, pattern: at.pattern === '' ? step.value : `${at.pattern}.${step.value}` }
    value = stepInto(value, step)
  }
  return { pattern: at.pattern, within: at.within }
}

const named = ['title', 'label', 'text', 'goal', 'message', 'name', 'step'] as const

/** What people call a thing. */
function nameOf(item: unknown): PartText | string | undefined {
  if (isText3(item)) return isBlankText(item) ? undefined : item
  if (!isRecord(item)) return undefined
  for (const property of named) {
    const value = item[property]
    if (isText3(value) && !isBlankText(value)) return value
    if (typeof value === 'string' && value !== '') return value
  }
  return undefined
}
