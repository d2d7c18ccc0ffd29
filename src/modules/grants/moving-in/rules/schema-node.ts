import { cannot, never, yes, type Expr } from './expression.ts'
import type { Item, Tally } from './import-report.ts'
import { isLoose, looseOf, own, type Loose } from './source.ts'

/**
 * A JSON Schema with references followed and branches laid together: one tree of what can be answered, each part with the condition
 * it is asked under and the one it must be answered under.
 */
export interface SchemaNode {
  /** In the data: ["step", "section", "field"]. */
  path: string[]
  schema: Loose
  look: Loose
  children: Map<string, SchemaNode>
  items?: SchemaNode
  tuple?: SchemaNode[]
  /** Relative to its parent. */
  shown: Expr
  required: Expr
  /** Keywords that go for it only under a condition. */
  demands: { when: Expr; schema: Loose }[]
  requiredBy: Map<string, Expr>
  /** Made by the import (which of several shapes), not found in the source. */
  made?: boolean
  /** Cannot be brought in, and why. */
  closed?: string
}

export interface Growing {
  root: Loose
  tally: Tally
  top: SchemaNode
  count: number
  /** Conditions with what they say, to be told as lost when they cannot be written. */
  conditions: { item: Item; path: string; expr: Expr }[]
}

export function newNode(path: string[], look: unknown, shown: Expr = yes): SchemaNode {
  return {
    path,
    schema: {},
    look: looseOf(look),
    children: new Map(),
    shown,
    required: never,
    demands: [],
    requiredBy: new Map(),
  }
}

export interface Where {
  /** References followed on the way here. */
  refs: readonly string[]
  /** Inside the rows of a table, where a condition would have to be of its own row. */
  inRow: boolean
}

/** A test of answers beside it; of those in a row of a table it cannot be told which row is meant. */
export function ofRow(where: Where, test: Expr): Expr {
  return where.inRow ? cannot('a condition inside the rows of a table would have to be of its own row') : test
}

export type Grow = (growing: Growing, node: SchemaNode, raw: unknown, when: Expr, where: Where) => void

/** What a reference points at inside the same document, or why it cannot be followed. */
export function resolveReference(root: Loose, reference: string): { found: unknown } | { why: string } {
  if (!reference.startsWith('#')) return { why: `the reference "${reference}" leads out of the file, and is not followed` }
  const pointer = reference.slice(1)
  if (pointer !== '' && !pointer.startsWith('/')) return anchored(root, pointer)
  let at: unknown = root
  for (const part of pointer.split('/').slice(1)) {
    const name = unescapedPointer(part)
    at = Array.isArray(at) ? (at as unknown[])[Number(name)] : isLoose(at) ? own(at, name) : undefined
    if (at === undefined) return { why: `the reference "${reference}" points at nothing` }
  }
  return { found: at }
}

function unescapedPointer(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return part
  }
}

function anchored(root: Loose, name: string): { found: unknown } | { why: string } {
  for (const where of ['definitions', '$defs'])
    for (const each of Object.values(looseOf(root[where]))) {
      const schema = looseOf(each)
      if (schema['$anchor'] === name || schema['$id'] === `#${name}` || schema['$dynamicAnchor'] === name) return { found: each }
    }
  return { why: `the reference "#${name}" points at nothing` }
}

/** Counts a condition, and keeps what it says for when all questions are known. */
export function note(growing: Growing, node: SchemaNode, expr: Expr, word: string): void {
  const path = [...node.path, word].join('/')
  growing.conditions.push({ item: growing.tally.item('conditions', path), path, expr })
}

/** The node at a place in the data. */
export function nodeAt(top: SchemaNode, path: readonly string[]): SchemaNode | undefined {
  let at: SchemaNode | undefined = top
  for (const name of path) at = at?.children.get(name) ?? at?.items?.children.get(name)
  return at
}
