import { childrenOf, type Node } from '#platform/feel/ast.ts'
import type { FactType, Kind } from './fact-types.ts'

/** What type an expression gives, and where types do not fit, as far as can be known before there are answers. */

export interface TypeFault {
  from: number
  to: number
  /** 'compare' a with b; 'calculate' with a and b; 'truth': a is neither true nor false; 'argument': a function takes b, not a. */
  what: 'compare' | 'calculate' | 'truth' | 'argument'
  a: Kind
  b?: Kind
}

type Types = ReadonlyMap<string, FactType>
interface Seen {
  types: Types
  faults: TypeFault[]
}

/** The type of an expression's answer; 'any' where it cannot be known. Missing values fit everywhere. */
export function inferType(node: Node, types: Types): { kind: Kind; faults: TypeFault[] } {
  const seen: Seen = { types, faults: [] }
  return { kind: infer(node, seen), faults: seen.faults }
}

function infer(node: Node, seen: Seen): Kind {
  switch (node.op) {
    case 'constant':
      return kindOfValue(node.value)
    case 'fact':
      return seen.types.get(node.name)?.kind ?? 'any'
    case 'path':
      return inferPath(node, seen)
    case 'local':
    case 'either':
      return 'any'
    case 'arithmetic':
      return inferArithmetic(node, seen)
    case 'equal':
    case 'compare':
      fit(node.left, node.right, node, seen)
      return 'boolean'
    case 'missing':
      infer(node.value, seen)
      return 'boolean'
    case 'and':
    case 'or':
      truth(node.left, seen)
      truth(node.right, seen)
      return 'boolean'
    case 'between':
      fit(node.value, node.low, node, seen)
      fit(node.value, node.high, node, seen)
      return 'boolean'
    case 'in':
      inferIn(node, seen)
      return 'boolean'
    case 'if': {
      truth(node.condition, seen)
      const [then, other] = [infer(node.then, seen), infer(node.else, seen)]
      if (isNull(node.then)) return other
      return isNull(node.else) || then === other ? then : 'any'
    }
    case 'some':
    case 'every':
      for (const child of childrenOf(node).slice(0, -1)) infer(child, seen)
      truth(node.body, seen)
      return 'boolean'
    case 'index':
    case 'filter':
    case 'for':
    case 'list':
      for (const child of childrenOf(node)) infer(child, seen)
      return node.op === 'index' ? 'any' : 'list'
    case 'context':
    case 'range':
      for (const child of childrenOf(node)) infer(child, seen)
      return node.op
    case 'call':
      return inferCall(node, seen)
    case 'instance':
      infer(node.value, seen)
      return 'boolean'
  }
}

function kindOfValue(value: unknown): Kind {
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return typeof value as Kind
  const kind = (value as { kind?: string } | null)?.kind
  if (kind === 'date' || kind === 'instant' || kind === 'range') return kind
  return kind === 'months' || kind === 'span' ? 'duration' : 'any'
}

const dateParts = new Set(['year', 'month', 'day', 'weekday'])

function inferPath(node: Extract<Node, { op: 'path' }>, seen: Seen): Kind {
  const base = infer(node.base, seen)
  if (base === 'list') return 'list'
  if (base === 'date' && dateParts.has(node.key)) return 'number'
  // The same path is a column of a list and one row's value; only where the base is one thing the type is known.
  const isRow = node.base.op === 'local' || node.base.op === 'fact' || node.base.op === 'path'
  return (isRow && node.path !== undefined ? seen.types.get(node.path)?.kind : undefined) ?? 'any'
}

function inferArithmetic(node: Extract<Node, { op: 'arithmetic' }>, seen: Seen): Kind {
  const [a, b] = [infer(node.left, seen), infer(node.right, seen)]
  if (a === 'any' || b === 'any') return 'any'
  // A power takes and gives what a quotient does.
  const found = results[`${a} ${node.sign === '**' ? '/' : node.sign} ${b}`]
  if (!found) seen.faults.push({ from: node.from, to: node.to, what: 'calculate', a, b })
  return found ?? 'any'
}

const results: Record<string, Kind> = {
  'number + number': 'number',
  'number - number': 'number',
  'number * number': 'number',
  'number / number': 'number',
  'string + string': 'string',
  'date + duration': 'date',
  'date - duration': 'date',
  'duration + date': 'date',
  'instant + duration': 'instant',
  'instant - duration': 'instant',
  'duration + instant': 'instant',
  'date - date': 'duration',
  'instant - instant': 'duration',
  'duration + duration': 'duration',
  'duration - duration': 'duration',
  'duration * number': 'duration',
}

function fit(left: Node, right: Node, at: Node, seen: Seen): void {
  const [a, b] = [infer(left, seen), infer(right, seen)]
  if (a !== 'any' && b !== 'any' && a !== b) seen.faults.push({ from: at.from, to: at.to, what: 'compare', a, b })
}

function inferIn(node: Extract<Node, { op: 'in' }>, seen: Seen): void {
  const a = infer(node.value, seen)
  for (const test of node.tests) {
    const b = infer(test.value, seen)
    const walked = test.sign === 'in' && (b === 'list' || b === 'range')
    if (!walked && a !== 'any' && b !== 'any' && a !== b)
      seen.faults.push({ from: node.from, to: node.to, what: 'compare', a, b })
  }
}

function truth(node: Node, seen: Seen): void {
  const a = infer(node, seen)
  if (a !== 'any' && a !== 'boolean') seen.faults.push({ from: node.from, to: node.to, what: 'truth', a })
}

const given: Record<string, Kind> = {
  ...Object.fromEntries(['today', 'date', 'add days', 'add months', 'weeks before'].map((name) => [name, 'date'])),
  ...Object.fromEntries(['now', 'date and time'].map((name) => [name, 'instant'])),
  ...Object.fromEntries(['duration', 'years and months duration'].map((name) => [name, 'duration'])),
  ...Object.fromEntries(
    ['days from', 'age on', 'kr', 'share of', 'round down to', 'round to', 'abs', 'floor', 'ceiling', 'decimal', 'round up'].map(
      (name) => [name, 'number'],
    ),
  ),
  ...Object.fromEntries(
    ['round down', 'round half up', 'round half down', 'modulo', 'sum', 'mean', 'count', 'string length', 'number'].map(
      (name) => [name, 'number'],
    ),
  ),
  ...Object.fromEntries(
    ['list contains', 'all', 'any', 'contains', 'starts with', 'ends with', 'matches', 'is defined', 'not'].map((name) => [
      name,
      'boolean',
    ]),
  ),
  ...Object.fromEntries(['organisation number valid', 'account number valid'].map((name) => [name, 'boolean'])),
  ...Object.fromEntries(
    ['sublist', 'concatenate', 'reverse', 'flatten', 'distinct values', 'index of', 'sort', 'split'].map((name) => [
      name,
      'list',
    ]),
  ),
  ...Object.fromEntries(
    ['upper case', 'lower case', 'substring', 'replace', 'string join', 'string', 'day of week'].map((name) => [name, 'string']),
  ),
}

const asKind: Record<string, Kind> = { months: 'duration', span: 'duration' }

function inferCall(node: Extract<Node, { op: 'call' }>, seen: Seen): Kind {
  const { params } = node.spec
  const kinds = node.args.map((arg) => infer(arg, seen))
  for (const [index, a] of kinds.entries()) {
    const wanted = params[Math.min(index, params.length - 1)]?.[1].replace('?', '') ?? 'any'
    const b = asKind[wanted] ?? (wanted as Kind)
    const arg = node.args[index]
    if (arg && a !== 'any' && b !== 'any' && a !== b) seen.faults.push({ from: arg.from, to: arg.to, what: 'argument', a, b })
  }
  if (node.name === 'with default') return kinds[0] === 'any' ? (kinds[1] ?? 'any') : (kinds[0] ?? 'any')
  if (node.name === 'min' || node.name === 'max') return kinds.every((kind) => kind === 'number') ? 'number' : 'any'
  return given[node.name] ?? 'any'
}

function isNull(node: Node): boolean {
  return node.op === 'constant' && node.value === null
}
