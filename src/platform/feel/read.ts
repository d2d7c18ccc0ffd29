import { pathOf, type Node, type Test } from './ast.ts'
import { FeelFailure, FeelProblem, type Span } from './failure.ts'
import { FUNCTIONS } from './functions/index.ts'
import type { FunctionSpec } from './functions/spec.ts'
import { readLoop, readFilter, readContext } from './read-scopes.ts'
import { safePattern } from './pattern.ts'
import type { Arithmetic, Sign } from './operators.ts'
import { emptyScope, type Scope } from './scope.ts'
import { childAt, childrenOfRaw, nameOf, readTree, spanOf, stringOf, type Raw, type Reader } from './syntax.ts'
import { typeOf, type TypeName, type Value } from './values.ts'

/**
 * The expression as our own tree: names resolved, functions found, constants made, everything forbidden refused.
 * @returns the tree and how many slots its own variables need
 * @throws FeelProblem
 */
export function readExpression(text: string): { node: Node; slots: number } {
  const scope = emptyScope()
  const reader: Reader = { text, read: (raw, inner) => readNode(reader, raw, inner) }
  const node = reader.read(readTree(text), scope)
  return { node, slots: scope.counter.slots }
}

function readNode(reader: Reader, raw: Raw, scope: Scope): Node {
  const at = spanOf(raw)
  const children = childrenOfRaw(raw)
  const child = (index: number): Node => reader.read(childAt(children, index, raw), scope)
  switch (raw.name) {
    case 'NumericLiteral':
      return { ...at, op: 'constant', value: numberOf(reader.text, raw) }
    case 'StringLiteral':
      return { ...at, op: 'constant', value: stringOf(reader.text, raw) }
    case 'BooleanLiteral':
      return { ...at, op: 'constant', value: reader.text.slice(raw.from, raw.to) === 'true' }
    case 'null':
      return { ...at, op: 'constant', value: null }
    case 'ParenthesizedExpression':
      return child(1)
    case 'VariableName':
      return resolve(nameOf(reader.text, raw), raw, scope)
    case 'PathExpression':
      return readPath(child(0), nameOf(reader.text, childAt(children, 2, raw)), at)
    case 'Conjunction':
      return { ...at, op: 'and', left: child(0), right: child(2) }
    case 'Disjunction':
      return { ...at, op: 'or', left: child(0), right: child(2) }
    case 'ArithmeticExpression':
      return readArithmetic(reader, children, raw, scope)
    case 'Comparison':
      return readComparison(reader, children, raw, scope)
    case 'IfExpression':
      return { ...at, op: 'if', condition: child(1), then: child(3), else: child(5) }
    case 'ForExpression':
    case 'QuantifiedExpression':
      return readLoop(reader, children, raw, scope)
    case 'FilterExpression':
      return readFilter(reader, children, raw, scope)
    case 'List':
      return { ...at, op: 'list', items: children.slice(1, -1).map((one) => reader.read(one, scope)) }
    case 'Context':
      return readContext(reader, children.slice(1, -1), raw, scope)
    case 'SimplePositiveUnaryTest':
      if (children[0]?.name === 'Interval') return reader.read(children[0], scope)
      break
    case 'Interval':
      return {
        ...at,
        op: 'range',
        start: child(1),
        end: child(3),
        startIn: children[0]?.name === '[',
        endIn: children[4]?.name === ']',
      }
    case 'DateTimeLiteral':
    case 'FunctionInvocation':
      return readCall(reader, children, raw, scope)
    case 'InstanceOfExpression':
      return { ...at, op: 'instance', value: child(0), type: readType(reader.text, childAt(children, 3, raw)) }
  }
  throw new FeelProblem(
    'unsupported',
    `${raw.name} is not part of the rule language`,
    at,
    reader.text.slice(raw.from, raw.to).slice(0, 40),
  )
}

function numberOf(text: string, raw: Raw): number {
  const written = text.slice(raw.from, raw.to).replaceAll(/\s/g, '')
  const value = Number(written)
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER || written.replaceAll(/\D/g, '').length > 17)
    throw new FeelProblem('bad-literal', 'the number is too large or too fine', spanOf(raw), written)
  return value
}

function resolve(name: string, raw: Raw, scope: Scope): Node {
  const at = spanOf(raw)
  // `not x` and `x not in y` read as names in the grammar; the author means not(…)
  if (name.split(' ').includes('not')) throw new FeelProblem('reserved-word', 'write not(…) with brackets', at, name)
  for (const [index, local] of scope.locals.entries()) {
    if (local.name === name)
      return { ...at, op: 'local', slot: local.slot, ...(local.path === undefined ? {} : { path: local.path }) }
    if (local.listSlot === undefined) continue
    const outer = resolve(name, raw, { ...scope, locals: scope.locals.slice(index + 1) })
    if (outer.op === 'local') return outer
    return {
      ...at,
      op: 'either',
      slot: local.slot,
      listSlot: local.listSlot,
      key: name,
      outer,
      ...(local.path === undefined ? {} : { path: `${local.path}.${name}` }),
    }
  }
  return { ...at, op: 'fact', name }
}

function readPath(base: Node, key: string, at: Span): Node {
  const path = pathOf(base)
  return { ...at, op: 'path', base, key, ...(path === undefined ? {} : { path: `${path}.${key}` }) }
}

function readArithmetic(reader: Reader, children: Raw[], raw: Raw, scope: Scope): Node {
  const signOf = (at: number): Arithmetic => {
    const sign = reader.text.slice(childAt(children, at, raw).from, childAt(children, at, raw).to)
    return sign === '^' ? '**' : (sign as Arithmetic)
  }
  if (children.length === 2) {
    const value = reader.read(childAt(children, 1, raw), scope)
    return { ...spanOf(raw), op: 'arithmetic', sign: signOf(0), left: { ...spanOf(raw), op: 'constant', value: 0 }, right: value }
  }
  const [left, right] = [reader.read(childAt(children, 0, raw), scope), reader.read(childAt(children, 2, raw), scope)]
  return { ...spanOf(raw), op: 'arithmetic', sign: signOf(1), left, right }
}

const isNull = (node: Node): boolean => node.op === 'constant' && node.value === null

function equality(left: Node, right: Node, negated: boolean, at: Span): Node {
  if (isNull(right)) return { ...at, op: 'missing', negated, value: left }
  if (isNull(left)) return { ...at, op: 'missing', negated, value: right }
  return { ...at, op: 'equal', negated, left, right }
}

function readComparison(reader: Reader, children: Raw[], raw: Raw, scope: Scope): Node {
  const at = spanOf(raw)
  const left = childAt(children, 0, raw)
  const operator = childAt(children, 1, raw)
  if (left.name === 'Comparison') throw new FeelProblem('chained-comparison', 'write a < b and b < c', at)
  const value = reader.read(left, scope)
  if (operator.name === 'between')
    return {
      ...at,
      op: 'between',
      value,
      low: reader.read(childAt(children, 2, raw), scope),
      high: reader.read(childAt(children, 4, raw), scope),
    }
  if (operator.name === 'in') {
    const tests = children
      .slice(2)
      .flatMap((one) => (one.name === 'PositiveUnaryTests' ? childrenOfRaw(one) : one.name === 'PositiveUnaryTest' ? [one] : []))
    return { ...at, op: 'in', value, tests: tests.map((test) => readTest(reader, test, scope)) }
  }
  const right = reader.read(childAt(children, 2, raw), scope)
  const sign = reader.text.slice(operator.from, operator.to)
  if (sign === '=' || sign === '!=') return equality(value, right, sign === '!=', at)
  return { ...at, op: 'compare', sign: sign as Sign, left: value, right }
}

function readTest(reader: Reader, raw: Raw, scope: Scope): Test {
  const children = childrenOfRaw(raw)
  if (raw.name === 'PositiveUnaryTest') return readTest(reader, childAt(children, 0, raw), scope)
  if (raw.name === 'ParenthesizedExpression' && children[1]?.name === 'SimplePositiveUnaryTest')
    return readTest(reader, children[1], scope)
  if (raw.name === 'SimplePositiveUnaryTest' && children[0]?.name === 'CompareOp') {
    const sign = reader.text.slice(children[0].from, children[0].to) as Sign | '=' | '!='
    return { sign, value: reader.read(childAt(children, 1, raw), scope) }
  }
  return { sign: 'in', value: reader.read(raw, scope) }
}

const TYPES: Record<string, TypeName | 'any' | 'duration'> = {
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  'date and time': 'instant',
  duration: 'duration',
  list: 'list',
  context: 'context',
  Any: 'any',
}

function readType(text: string, raw: Raw): TypeName | 'any' | 'duration' {
  const name = nameOf(text, raw)
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined
  if (!type) throw new FeelProblem('unsupported', 'no such type', spanOf(raw), name)
  return type
}

function readCall(reader: Reader, children: Raw[], raw: Raw, scope: Scope): Node {
  const at = spanOf(raw)
  if (children[0]?.name === 'AtLiteral') {
    const literal = childAt(
      childrenOfRaw(children[0]).filter((one) => one.name === 'StringLiteral'),
      0,
      raw,
    )
    return constantCall('@', [reader.read(literal, scope)], at)
  }
  // the callee is text between the call's start and its parameters: `date and time(` is three nodes in the grammar
  const bracket = childAt(
    children.filter((one) => one.name === '('),
    0,
    raw,
  )
  const name = reader.text.slice(raw.from, bracket.from).trim().replaceAll(/\s+/g, ' ')
  const spec = FUNCTIONS.get(name)
  if (!spec || name === '@') throw new FeelProblem('unknown-function', 'no such function', at, name.slice(0, 60))
  const given = children.find((one) => one.name.endsWith('Parameters'))
  const args =
    given?.name === 'NamedParameters'
      ? namedArguments(reader, given, spec, scope)
      : (given ? childrenOfRaw(given) : []).map((one) => reader.read(one, scope))
  const required = spec.params.filter(([, type]) => !type.endsWith('?')).length
  if (args.length < (spec.variadic ? 1 : required) || (!spec.variadic && args.length > spec.params.length))
    throw new FeelProblem('wrong-arguments', `${name} takes ${spec.params.map(([one]) => one).join(', ') || 'nothing'}`, at, name)
  if (name === 'matches' || name === 'replace' || name === 'split') checkPattern(args)
  return args.length > 0 && args.every((arg) => arg.op === 'constant') && !spec.takesUnknown
    ? constantCall(name, args, at)
    : { ...at, op: 'call', name, spec, args }
}

function namedArguments(reader: Reader, raw: Raw, spec: FunctionSpec, scope: Scope): Node[] {
  const given = new Map(
    childrenOfRaw(raw).map((one) => {
      const [key, value] = childrenOfRaw(one)
      return [key ? nameOf(reader.text, key) : '', reader.read(value ?? one, scope)] as const
    }),
  )
  const args = spec.params.map(([name]) => given.get(name)).filter((one) => one !== undefined)
  const gapped = spec.params.findIndex(([name]) => !given.has(name))
  if (args.length !== given.size || (gapped >= 0 && gapped < args.length))
    throw new FeelProblem('wrong-arguments', `the names are ${spec.params.map(([one]) => one).join(', ')}`, spanOf(raw))
  return args
}

/** A pattern stands in the rule itself, where it can be judged; one that comes from facts could be anything. */
function checkPattern(args: readonly Node[]): void {
  const [, pattern] = args
  if (!pattern) return
  if (pattern.op !== 'constant' || typeof pattern.value !== 'string' || !safePattern(pattern.value, ''))
    throw new FeelProblem('unsafe-pattern', 'the pattern must be a plain text without nested repetition', pattern)
}

/** date("2026-04-01") and its like are worked out once, so that a bad one is found when the rule is saved. */
function constantCall(name: string, args: Node[], at: Span): Node {
  const spec = FUNCTIONS.get(name)
  if (!spec) throw new FeelProblem('unknown-function', 'no such function', at, name)
  if (!['date', 'date and time', 'duration', '@'].includes(name)) return { ...at, op: 'call', name, spec, args }
  const values: Value[] = args.map((arg) => (arg.op === 'constant' ? arg.value : null))
  try {
    for (const [index, value] of values.entries())
      if (value === null || (spec.params[index]?.[1] === 'string' && typeOf(value) !== 'string'))
        throw new FeelFailure('type', 'a text is needed')
    return { ...at, op: 'constant', value: spec.call(values, NO_RUN) }
  } catch (error) {
    if (error instanceof FeelFailure) throw new FeelProblem('bad-literal', error.message, at, name)
    throw error
  }
}

const NO_RUN = { slots: [], fact: () => null, today: null, now: null, spend: () => undefined }
