import { childrenOf, pathOf, type Node } from '#platform/feel/ast.ts'
import { compile, evaluate } from '#platform/feel/index.ts'
import { dateText } from '#platform/feel/dates.ts'
import type { FactType } from './fact-types.ts'

/** How expressions use each fact: only compared with constants and with one another, or in ways that cannot be counted through. */

/** A number; a text; or a date as YYYY-MM-DD. */
export type Constant = number | string | { date: string }

export interface Use {
  /** What it is compared with. */
  constants: Constant[]
  /** Facts it is compared with. */
  linked: Set<string>
  /** Used in a sum, a function or a loop: no finite set of values tells all it can lead to. */
  opaque: boolean
}

type Types = ReadonlyMap<string, FactType>
interface Found {
  text: string
  types: Types
  uses: Map<string, Use>
}

/** The facts of one expression by path; undefined when it cannot be read. */
export function usesOf(text: string, types: Types): Map<string, Use> | undefined {
  const compiled = compile(text)
  if ('errors' in compiled) return undefined
  const found: Found = { text: text.normalize('NFC'), types, uses: new Map() }
  visit(compiled.node, found)
  return found.uses
}

function useOf(path: string, { uses }: Found): Use {
  let use = uses.get(path)
  if (!use) uses.set(path, (use = { constants: [], linked: new Set(), opaque: false }))
  return use
}

function visit(node: Node, found: Found): void {
  switch (node.op) {
    case 'fact':
    case 'path':
      return visitFact(node, found)
    case 'either':
      // A bare word in a filter is a column or a fact of that name: the fact may be read.
      if (node.outer.op !== 'fact') visit(node.outer, found)
      return
    case 'and':
    case 'or':
    case 'if':
      for (const child of childrenOf(node)) if (!touch(child, found)) visit(child, found)
      return
    case 'missing':
      if (!touch(node.value, found)) visit(node.value, found)
      return
    case 'equal':
    case 'compare':
      if (!pair(node.left, node.right, found)) for (const child of childrenOf(node)) visit(child, found)
      return
    case 'between':
      if (!(pair(node.value, node.low, found) && pair(node.value, node.high, found)))
        for (const child of childrenOf(node)) visit(child, found)
      return
    case 'in':
      for (const test of node.tests)
        for (const other of test.value.op === 'list'
          ? test.value.items
          : test.value.op === 'range'
            ? childrenOf(test.value)
            : [test.value])
          if (!pair(node.value, other, found)) for (const child of [node.value, other]) visit(child, found)
      return
    case 'call':
      return visitCall(node, found)
    default:
      for (const child of childrenOf(node)) visit(child, found)
  }
}

function visitCall(node: Extract<Node, { op: 'call' }>, found: Found): void {
  const [first, second] = node.args
  if ((node.name === 'not' || node.name === 'is defined') && first && touch(first, found)) return
  if (node.name === 'list contains' && first && second) {
    const path = plainFact(first, found)
    const constant = constantOf(second, found)
    if (path !== undefined && found.types.get(path)?.chosen && typeof constant === 'string') {
      useOf(path, found).constants.push(constant)
      return
    }
  }
  for (const arg of node.args) visit(arg, found)
}

function visitFact(node: Node, found: Found): void {
  const path = factAt(node, found.types)
  if (path !== undefined) useOf(path, found).opaque = true
  if (node.op === 'path') for (const inner of sideReads(node.base)) visit(inner, found)
}

function sideReads(base: Node): Node[] {
  if (base.op === 'path') return sideReads(base.base)
  if (base.op === 'filter') return [...sideReads(base.base), base.keep]
  if (base.op === 'index') return [...sideReads(base.base), base.index]
  return []
}

/** Uses a fact for whether it is true or missing, and nothing more. */
function touch(node: Node, found: Found): boolean {
  const path = plainFact(node, found)
  if (path === undefined) return false
  useOf(path, found)
  return true
}

/** A fact compared with a constant or another fact. */
function pair(left: Node, right: Node, found: Found): boolean {
  const [a, b] = [plainFact(left, found), plainFact(right, found)]
  if (a !== undefined && b !== undefined) {
    useOf(a, found).linked.add(b)
    useOf(b, found).linked.add(a)
    return true
  }
  const [path, constant] = a === undefined ? [b, constantOf(left, found)] : [a, constantOf(right, found)]
  if (path === undefined || constant === undefined) return false
  const use = useOf(path, found)
  if (typeof constant !== 'boolean') use.constants.push(constant)
  return true
}

/** The path of a fact standing alone, or with a default for when it is missing. */
function plainFact(node: Node, found: Found): string | undefined {
  if (node.op === 'call' && node.name === 'with default' && node.args[0] && node.args[1]) {
    const path = plainFact(node.args[0], found)
    const constant = constantOf(node.args[1], found)
    if (path === undefined || constant === undefined) return undefined
    if (typeof constant !== 'boolean') useOf(path, found).constants.push(constant)
    return path
  }
  if (node.op !== 'fact' && node.op !== 'path') return undefined
  const path = pathOf(node)
  return path !== undefined && factAt(node, found.types) === path ? path : undefined
}

/** The fact that a path reads: the list itself where the path is a column of it. Undefined inside loops. */
function factAt(node: Node, types: Types): string | undefined {
  const path = pathOf(node)
  if (path === undefined || !startsAtFact(node)) return undefined
  const steps = path.split('.')
  for (let length = 1; length <= steps.length; length++) {
    const prefix = steps.slice(0, length).join('.')
    const type = types.get(prefix)
    if (type?.kind === 'list') return prefix
  }
  for (let length = steps.length; length > 0; length--) {
    const prefix = steps.slice(0, length).join('.')
    if (types.has(prefix)) return prefix
  }
  return path
}

function startsAtFact(node: Node): boolean {
  if (node.op === 'fact') return true
  return (node.op === 'path' || node.op === 'filter' || node.op === 'index') && startsAtFact(node.base)
}

function constantOf(node: Node, found: Found): Constant | boolean | undefined {
  if (node.op === 'constant') {
    const { value } = node
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
    const single = value as { kind?: string; day?: number } | null
    return single?.kind === 'date' && single.day !== undefined ? { date: dateText({ kind: 'date', day: single.day }) } : undefined
  }
  if (!isFixed(node)) return undefined
  const outcome = evaluate(found.text.slice(node.from, node.to), {}, anyDay)
  if (outcome.kind !== 'value') return undefined
  const { value } = outcome
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  return value !== null && typeof value === 'object' && 'date' in value && typeof value['date'] === 'string'
    ? { date: value['date'] }
    : undefined
}

const anyDay = { today: '2026-01-01', now: '2026-01-01T12:00:00Z' }
const clockNames = new Set(['today', 'now'])

/** True when nothing in it depends on facts or on the day. */
function isFixed(node: Node): boolean {
  if (node.op === 'fact' || node.op === 'local' || node.op === 'either') return false
  if (node.op === 'call' && clockNames.has(node.name)) return false
  return childrenOf(node).every(isFixed)
}
