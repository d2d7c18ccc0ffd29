import { childrenOf, type Node } from './ast.ts'
import { compile } from './compile.ts'
import type { Problem } from './failure.ts'

/** What an expression reads. */
export interface NamesUsed {
  /** fact paths that are read, such as `søker.antall medlemmer` or `budsjett.beløp` (a table's column), sorted */
  names: string[]
  /** bare words inside `list[…]` that are the list's column or, where it has none, a fact of that name */
  either: { column: string; fact: string }[]
  problems: Problem[]
}

/**
 * The facts that an expression reads, for checking definitions and for knowing what to work out again.
 * @param known all fact paths there are; when given, a name that is none of them is a problem, and `either` is settled
 */
export function namesUsed(expression: string, known?: ReadonlySet<string>): NamesUsed {
  const compiled = compile(expression)
  if ('errors' in compiled) return { names: [], either: [], problems: [...compiled.errors] }
  const found: Found = { names: new Map(), either: [] }
  collect(compiled.node, found, known)
  const names = [...found.names.keys()].toSorted((a, b) => a.localeCompare(b, 'nb'))
  const problems = known ? names.filter((name) => !known.has(name)).map((name) => strange(name, found)) : []
  return { names, either: known ? [] : found.either, problems }
}

interface Found {
  names: Map<string, Node>
  either: NamesUsed['either']
}

function strange(name: string, found: Found): Problem {
  const at = found.names.get(name)
  return { key: 'unknown-name', message: `no such fact: ${name}`, word: name, from: at?.from ?? 0, to: at?.to ?? 0 }
}

/** Parts of a date or a duration are no facts of their own. */
const PARTS = new Set(['year', 'month', 'day', 'weekday', 'years', 'months', 'days'])

function collect(node: Node, found: Found, known: ReadonlySet<string> | undefined): void {
  if (node.op === 'either') {
    const fact = node.outer.op === 'fact' ? node.outer.name : undefined
    if (known && node.path !== undefined && known.has(node.path)) return note(found, node.path, node)
    if (known || node.path === undefined || fact === undefined) return collect(node.outer, found, known)
    found.either.push({ column: node.path, fact })
    return
  }
  const candidates = node.op === 'path' ? candidatesOf(node) : undefined
  if (node.op === 'path' && candidates) return noteOneOf(candidates, node, found, known)
  const path = node.op === 'fact' ? node.name : node.op === 'path' ? node.path : undefined
  if (path === undefined) {
    for (const child of childrenOf(node)) collect(child, found, known)
    return
  }
  if (node.op === 'path' && PARTS.has(node.key) && !known?.has(path)) return collect(node.base, found, known)
  note(found, path, node)
  if (node.op === 'path') for (const inner of sideReads(node.base)) collect(inner, found, known)
}

/** What `svar.antall` inside `list[…]` may name: a column of the list, a column of one around it, and last the fact. */
function candidatesOf(node: Node): string[] | undefined {
  if (node.op === 'path') return candidatesOf(node.base)?.map((base) => `${base}.${node.key}`)
  if (node.op !== 'either') return undefined
  const outer = node.outer.op === 'fact' ? [node.outer.name] : candidatesOf(node.outer)
  return outer && (node.path === undefined ? outer : [node.path, ...outer])
}

type PathNode = Extract<Node, { op: 'path' }>

function noteOneOf(candidates: readonly string[], node: PathNode, found: Found, known: ReadonlySet<string> | undefined): void {
  const [column, fact] = [candidates[0] ?? '', candidates.at(-1) ?? '']
  if (!known && column !== fact) return void found.either.push({ column, fact })
  const named = candidates.find((each) => known?.has(each))
  if (named === undefined && PARTS.has(node.key)) return collect(node.base, found, known)
  note(found, named ?? fact, node)
}

function note(found: Found, path: string, node: Node): void {
  if (!found.names.has(path)) found.names.set(path, node)
}

/** What is read on the way to a path's base: the test of `budsjett[test].beløp`, and the plain base of a loop variable. */
function sideReads(base: Node): Node[] {
  if (base.op === 'path') return sideReads(base.base)
  if (base.op === 'filter') return [...sideReads(base.base), base.keep]
  if (base.op === 'index') return [...sideReads(base.base), base.index]
  return []
}

/** Whether a text can be a fact's name in rules: words of letters and digits, none of them reserved (for, in, and …). */
export function isFactName(name: string): boolean {
  const compiled = compile(name)
  return !('errors' in compiled) && compiled.node.op === 'fact' && compiled.node.name === name
}
