import { compile } from '#platform/feel/index.ts'
import { pathOf, type Node } from '#platform/feel/ast.ts'
import { dateText } from '#platform/feel/dates.ts'

/** A condition that can be made of menus: some tests, of which all or one must hold. What is more than that is typed. */
export interface MenuCondition {
  join: 'all' | 'any'
  tests: MenuTest[]
}

/** `path`: the fact. `against` is left out for tests that need none. */
export interface MenuTest {
  path: string
  is: TestKind
  against?: Against
}

export const testKinds = [
  'yes',
  'no',
  'equal',
  'different',
  'more',
  'atLeast',
  'less',
  'atMost',
  'includes',
  'excludes',
  'given',
  'missing',
] as const
export type TestKind = (typeof testKinds)[number]

/** What a fact is held against. Amounts in øre; dates as YYYY-MM-DD; `days` counted from today. */
export type Against =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'date'; value: string }
  | { kind: 'fact'; path: string }
  | { kind: 'share'; path: string; percent: number }
  | { kind: 'days'; days: number }

/**
 * `shown`: whether something is asked; what is unknown is simply not shown. `judged`: a rule, where what is unknown must stay
 * unknown so that a person judges.
 */
export type MenuUse = 'shown' | 'judged'

const signs = { more: '>', atLeast: '>=', less: '<', atMost: '<=' } as const
const kindOfSign: Record<string, TestKind> = { '>': 'more', '>=': 'atLeast', '<': 'less', '<=': 'atMost' }

/** The condition in the rule language. */
export function writeMenu(condition: MenuCondition, use: MenuUse): string {
  const several = condition.tests.length > 1
  return condition.tests.map((test) => writeTest(test, use, several)).join(condition.join === 'all' ? ' and ' : ' or ')
}

function writeTest({ path, is, against }: MenuTest, use: MenuUse, several: boolean): string {
  const value = against ? writeAgainst(against) : 'null'
  switch (is) {
    case 'yes':
      return use === 'judged' ? path : `${path} = true`
    case 'no':
      return use === 'judged' ? `not(${path})` : `${path} = false`
    case 'given':
      return `${path} != null`
    case 'missing':
      return `${path} = null`
    case 'includes':
      return `list contains(${path}, ${value})`
    case 'excludes':
      return `not(list contains(${path}, ${value}))`
    case 'equal':
    case 'different': {
      const test = `${path} ${is === 'equal' ? '=' : '!='} ${value}`
      if (use === 'shown') return test
      const kept = `if ${path} = null then null else ${test}`
      return several ? `(${kept})` : kept
    }
    default:
      return `${path} ${signs[is]} ${value}`
  }
}

function writeAgainst(against: Against): string {
  switch (against.kind) {
    case 'text':
      return JSON.stringify(against.value)
    case 'number':
      return String(against.value)
    case 'date':
      return `date("${against.value}")`
    case 'fact':
      return against.path
    case 'share':
      return `share of(${against.path}, ${against.percent})`
    case 'days':
      return against.days === 0 ? 'today' : `add days(today, ${against.days})`
  }
}

/** The menus that say what an expression says; undefined when it says more than menus can, or cannot be read. */
export function readMenu(expression: string): MenuCondition | undefined {
  const compiled = compile(expression)
  if ('errors' in compiled) return undefined
  const { node } = compiled
  const join = node.op === 'or' ? 'or' : 'and'
  const tests = flatten(node, join).map(readTest)
  return tests.every((test) => test !== undefined) ? { join: join === 'or' ? 'any' : 'all', tests } : undefined
}

function flatten(node: Node, join: 'and' | 'or'): Node[] {
  return node.op === join ? [...flatten(node.left, join), ...flatten(node.right, join)] : [node]
}

function readTest(node: Node): MenuTest | undefined {
  const bare = factOf(node)
  if (bare !== undefined) return { path: bare, is: 'yes' }
  switch (node.op) {
    case 'missing':
      return withPath(node.value, (path) => ({ path, is: node.negated ? 'given' : 'missing' }))
    case 'equal':
      return withPath(node.left, (path) => readEqual(path, node.negated, node.right))
    case 'compare':
      return withPath(node.left, (path) => held(path, kindOfSign[node.sign], node.right))
    case 'call':
      return readCall(node)
    case 'if':
      return readKept(node)
    default:
      return undefined
  }
}

function readEqual(path: string, negated: boolean, right: Node): MenuTest | undefined {
  if (right.op === 'constant' && typeof right.value === 'boolean') return { path, is: right.value !== negated ? 'yes' : 'no' }
  return held(path, negated ? 'different' : 'equal', right)
}

/** not(fact), list contains(fact, "x"), not(list contains(fact, "x")). */
function readCall(node: Extract<Node, { op: 'call' }>): MenuTest | undefined {
  const [first, second] = node.args
  if (node.name === 'list contains' && first && second) return withPath(first, (path) => held(path, 'includes', second))
  if (node.name !== 'not' || !first) return undefined
  const test = readTest(first)
  if (test?.is === 'yes' && factOf(first) !== undefined) return { ...test, is: 'no' }
  return test?.is === 'includes' ? { ...test, is: 'excludes' } : undefined
}

/** if fact = null then null else fact = "x": equality that keeps what is unknown. */
function readKept(node: Extract<Node, { op: 'if' }>): MenuTest | undefined {
  const { condition, then, else: test } = node
  const kept = condition.op === 'missing' && !condition.negated ? factOf(condition.value) : undefined
  if (kept === undefined || then.op !== 'constant' || then.value !== null) return undefined
  const inner = readTest(test)
  return inner?.path === kept && (inner.is === 'equal' || inner.is === 'different') ? inner : undefined
}

function held(path: string, is: TestKind | undefined, right: Node): MenuTest | undefined {
  const against = readAgainst(right)
  return is && against ? { path, is, against } : undefined
}

function readAgainst(node: Node): Against | undefined {
  const path = factOf(node)
  if (path !== undefined) return { kind: 'fact', path }
  if (isToday(node)) return { kind: 'days', days: 0 }
  if (node.op === 'constant') return readConstant(node.value)
  if (node.op !== 'call') return undefined
  const [first, second] = node.args
  const number = second?.op === 'constant' && typeof second.value === 'number' ? second.value : undefined
  if (!first || number === undefined) return undefined
  if (node.name === 'share of') {
    const base = factOf(first)
    return base === undefined ? undefined : { kind: 'share', path: base, percent: number }
  }
  return node.name === 'add days' && isToday(first) ? { kind: 'days', days: number } : undefined
}

function readConstant(value: unknown): Against | undefined {
  if (typeof value === 'string') return { kind: 'text', value }
  if (typeof value === 'number') return { kind: 'number', value }
  const date = value as { kind?: string; day?: number } | null
  return date?.kind === 'date' && date.day !== undefined
    ? { kind: 'date', value: dateText({ kind: 'date', day: date.day }) }
    : undefined
}

function isToday(node: Node): boolean {
  return (node.op === 'fact' && node.name === 'today') || (node.op === 'call' && node.name === 'today')
}

/** The path of a fact that stands alone; today is a day to hold against, not a fact to test. */
function factOf(node: Node): string | undefined {
  if (node.op !== 'fact' && node.op !== 'path') return undefined
  if (node.op === 'path' && factOf(node.base) === undefined) return undefined
  return node.op === 'fact' && node.name === 'today' ? undefined : pathOf(node)
}

function withPath(node: Node, make: (path: string) => MenuTest | undefined): MenuTest | undefined {
  const path = factOf(node)
  return path === undefined ? undefined : make(path)
}
