import type { Span } from './failure.ts'
import type { FunctionSpec } from './functions/spec.ts'
import type { Arithmetic, Sign } from './operators.ts'
import type { TypeName, Value } from './values.ts'

/** One variable of a loop, with the place it is kept in while running. */
export interface Binding {
  slot: number
  source: Node
  /** the end of `for i in 1..n` */
  until?: Node
}

/** One alternative of `x in (…)`. */
export type Test = { sign: Sign | '=' | '!='; value: Node } | { sign: 'in'; value: Node }

/** An expression after reading: every name is resolved, every function found, nothing depends on the facts. */
export type Node = Span &
  (
    | { op: 'constant'; value: Value }
    | { op: 'fact'; name: string }
    | { op: 'local'; slot: number; path?: string }
    | { op: 'either'; slot: number; listSlot: number; key: string; path?: string; outer: Node }
    | { op: 'path'; base: Node; key: string; path?: string }
    | { op: 'arithmetic'; sign: Arithmetic; left: Node; right: Node }
    | { op: 'equal'; negated: boolean; left: Node; right: Node }
    | { op: 'compare'; sign: Sign; left: Node; right: Node }
    | { op: 'missing'; negated: boolean; value: Node }
    | { op: 'and' | 'or'; left: Node; right: Node }
    | { op: 'between'; value: Node; low: Node; high: Node }
    | { op: 'in'; value: Node; tests: Test[] }
    | { op: 'if'; condition: Node; then: Node; else: Node }
    | { op: 'for'; bindings: Binding[]; body: Node }
    | { op: 'some' | 'every'; bindings: Binding[]; body: Node }
    | { op: 'filter'; base: Node; slot: number; listSlot: number; keep: Node }
    | { op: 'index'; base: Node; index: Node }
    | { op: 'list'; items: Node[] }
    | { op: 'context'; entries: { key: string; slot: number; value: Node }[] }
    | { op: 'range'; start: Node; end: Node; startIn: boolean; endIn: boolean }
    | { op: 'call'; name: string; spec: FunctionSpec; args: Node[] }
    | { op: 'instance'; value: Node; type: TypeName | 'any' | 'duration' }
  )

/** The nodes directly inside a node. */
export function childrenOf(node: Node): Node[] {
  switch (node.op) {
    case 'constant':
    case 'fact':
    case 'local':
      return []
    case 'either':
      return [node.outer]
    case 'path':
      return [node.base]
    case 'arithmetic':
    case 'equal':
    case 'compare':
    case 'and':
    case 'or':
      return [node.left, node.right]
    case 'missing':
    case 'instance':
      return [node.value]
    case 'between':
      return [node.value, node.low, node.high]
    case 'in':
      return [node.value, ...node.tests.map((test) => test.value)]
    case 'if':
      return [node.condition, node.then, node.else]
    case 'for':
    case 'some':
    case 'every':
      return [...node.bindings.flatMap((one) => (one.until ? [one.source, one.until] : [one.source])), node.body]
    case 'filter':
      return [node.base, node.keep]
    case 'index':
      return [node.base, node.index]
    case 'list':
      return node.items
    case 'context':
      return node.entries.map((entry) => entry.value)
    case 'range':
      return [node.start, node.end]
    case 'call':
      return node.args
  }
}

/** A node's dotted path of facts, where it plainly is one. */
export function pathOf(node: Node): string | undefined {
  if (node.op === 'fact') return node.name
  if (node.op === 'filter' || node.op === 'index') return pathOf(node.base)
  return node.op === 'path' || node.op === 'local' || node.op === 'either' ? node.path : undefined
}

/** How much work one pass over a node is. */
export function weightOf(node: Node): number {
  return childrenOf(node).reduce((sum, child) => sum + weightOf(child), 1)
}
