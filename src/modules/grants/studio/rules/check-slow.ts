import { childrenOf, type Node } from '#platform/feel/ast.ts'
import { compile, evaluateAll, LIMITS, type Fact, type Facts, type Outcome } from '#platform/feel/index.ts'
import { expressionsIn } from './expressions-in.ts'
import { factTypes, type FactType } from './fact-types.ts'
import { isRecord } from './paths.ts'
import { advises, stops, type Finding } from './findings.ts'

/** Expressions that take longer than they may: on ordinary answers, where they can never be used, or only on the largest. */

/** How large the answers are that they are tried on. */
interface Size {
  text: number
  rows: number
}
const ordinary: Size = { text: 20, rows: 2 }
/** What a form can take at most; a pattern is tried on no more. */
const largest: Size = { text: LIMITS.patternInput, rows: 100 }

/** @param today day in Oslo */
export function checkSlow(document: unknown, today: string): Finding[] {
  const items = expressionsIn(document).flatMap(({ path, text }) => {
    const compiled = compile(text)
    return !('errors' in compiled) && canBeSlow(compiled.node) ? [{ key: path, expression: text }] : []
  })
  if (items.length === 0) return []
  const types = factTypes(document)
  const purse = { leftMs: LIMITS.batchMs }
  const tooSlow = (size: Size, among = items): ReadonlySet<string> => {
    const outcomes = evaluateAll(among, factsOf(types, size, today), { today, now: `${today}T12:00:00Z`, purse })
    return new Set([...outcomes].flatMap(([key, outcome]) => (isSlow(outcome) ? [key] : [])))
  }
  const first = tooSlow(ordinary)
  // A machine that was busy for a moment makes no expression slow.
  const always = tooSlow(
    ordinary,
    items.filter(({ key }) => first.has(key)),
  )
  const sometimes = tooSlow(
    largest,
    items.filter(({ key }) => !always.has(key)),
  )
  return items.flatMap(({ key, expression }) => {
    if (always.has(key)) return [stops('tooSlow', key, { expression })]
    return sometimes.has(key) ? [advises('slowWhenLarge', key, { expression })] : []
  })
}

const walks = new Set(['for', 'some', 'every', 'filter', 'context'])
const long = new Set(['matches', 'replace', 'split', 'sort', 'distinct values', 'index of', 'concatenate', 'string join'])

/** What goes through something, or tries a pattern; all else is done in one step for each of its words. */
function canBeSlow(node: Node): boolean {
  return walks.has(node.op) || (node.op === 'call' && long.has(node.name)) || childrenOf(node).some(canBeSlow)
}

function isSlow(outcome: Outcome): boolean {
  return outcome.kind === 'error' && (outcome.reason === 'timeout' || outcome.reason === 'too-large')
}

/** Every fact there is, as large as that. */
function factsOf(types: ReadonlyMap<string, FactType>, size: Size, today: string): Facts {
  const facts: Record<string, Fact> = {}
  const lists = new Set([...types].flatMap(([path, { kind }]) => (kind === 'list' ? [path] : [])))
  for (const [path, type] of types) {
    const steps = path.split('.')
    const last = steps.pop() ?? path
    // A list's columns stand in its rows.
    if (lists.has(steps.join('.')) || type.kind === 'context') continue
    put(facts, steps, last, lists.has(path) ? rowsOf(path, types, size, today) : valueOf(type, size, today))
  }
  return facts
}

function put(facts: Record<string, Fact>, steps: readonly string[], last: string, value: Fact): void {
  let at = facts
  for (const step of steps) {
    if (!Object.hasOwn(at, step)) at[step] = {}
    const inner = at[step]
    // two questions with one key, while a form is being written
    if (!isRecord(inner)) return
    at = inner as Record<string, Fact>
  }
  at[last] = value
}

function rowsOf(path: string, types: ReadonlyMap<string, FactType>, size: Size, today: string): Fact {
  const options = types.get(path)?.options
  if (options) return [...options]
  const columns = [...types].filter(([name]) => name.startsWith(`${path}.`) && !name.slice(path.length + 1).includes('.'))
  // In rows a text is short: rows of the longest would be more than a form can send.
  const row = Object.fromEntries(
    columns.map(([name, type]) => [
      name.slice(path.length + 1),
      valueOf(type, { ...size, text: Math.min(size.text, 500) }, today),
    ]),
  )
  return Array.from({ length: size.rows }, () => (columns.length > 0 ? row : 'a'))
}

function valueOf(type: FactType, size: Size, today: string): Fact {
  if (type.kind === 'string') return type.options?.[0] ?? 'a'.repeat(Math.min(size.text, longest(type)))
  if (type.kind === 'number') return type.max ?? type.min ?? 1
  if (type.kind === 'boolean') return true
  return type.kind === 'date' ? { date: today } : null
}

function longest({ field }: FactType): number {
  const most = field?.field['maxLength']
  return typeof most === 'number' ? most : field?.type === 'longText' ? 2_000 : 200
}
