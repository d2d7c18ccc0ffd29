import { and, cannot, compare, not, or, value, type Expr, type MathSign, type Named, type Sign } from './expression.ts'
import { isLoose } from './source.ts'

const MOST_PARTS = 500
const tooMany = cannot('the logic has too many parts')

/** JSON Logic as an expression. What it has that cannot be brought in becomes a part that says so. Never throws on content. */
export function readJsonLogic(logic: unknown, resolve: (path: string[]) => Expr, depth = 0): Expr {
  if (depth > 60) return cannot('the logic is nested too deeply')
  if (logic === null || typeof logic === 'string' || typeof logic === 'number' || typeof logic === 'boolean') return value(logic)
  const inner = (part: unknown) => readJsonLogic(part, resolve, depth + 1)
  if (Array.isArray(logic)) return logic.length > MOST_PARTS ? tooMany : { op: 'list', of: logic.map(inner) }
  if (!isLoose(logic)) return cannot('the logic is not understood')
  const [entry, ...more] = Object.entries(logic)
  if (!entry || more.length > 0) return cannot('the logic is not understood')
  const [name, raw] = entry
  if (name === 'var') return variable(Array.isArray(raw) ? raw : [raw], resolve, inner)
  const parts = Array.isArray(raw) ? (raw as unknown[]) : [raw]
  if (parts.length > MOST_PARTS) return tooMany
  const given = parts.map(inner)
  return operation(name, given)
}

function variable(raw: unknown[], resolve: (path: string[]) => Expr, inner: (part: unknown) => Expr): Expr {
  const [name, otherwise] = raw
  if (typeof name !== 'string' || name === '') return cannot('a variable that is worked out')
  const of = resolve(name.split('.'))
  return otherwise === undefined ? of : { op: 'default', of, other: inner(otherwise) }
}

const signs: Record<string, Sign> = { '==': '=', '===': '=', '!=': '!=', '!==': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' }
const named: Record<string, Named> = {
  min: 'min',
  max: 'max',
  _sum: 'sum',
  abs: 'abs',
  round: 'round',
  floor: 'floor',
  ceil: 'ceil',
}
const math: Record<string, MathSign> = { '+': '+', '-': '-', '*': '*', '/': '/', '%': '%' }

function operation(name: string, given: Expr[]): Expr {
  const [first, second, third] = given
  if (!first) return cannot(`"${name}" has nothing in it`)
  if (Object.hasOwn(signs, name)) {
    const sign = signs[name] ?? '='
    if (!second) return cannot('nothing is compared')
    // "a < b < c": between.
    return third ? and(compare(first, sign, second), compare(second, sign, third)) : compare(first, sign, second)
  }
  if (Object.hasOwn(math, name)) {
    const sign = math[name] ?? '+'
    if (!second) return sign === '-' ? { op: 'math', sign, left: value(0), right: first } : first
    return given.slice(1).reduce((left, right): Expr => ({ op: 'math', sign, left, right }), first)
  }
  if (Object.hasOwn(named, name)) return { op: 'call', name: named[name] ?? 'sum', of: given }
  switch (name) {
    case 'and':
      return and(...given)
    case 'or':
      return or(...given)
    case '!':
      return not(first)
    case '!!':
      return first
    case 'if':
    case '?:':
      return chosen(given)
    case 'in':
      return second ? { op: 'contains', list: second, item: first } : cannot('nothing is looked for')
    case 'missing':
      return first.op === 'list' ? cannot('"missing" gives a list') : not({ op: 'filled', of: first })
    default:
      return cannot(`"${name}" is not an operation that can be brought in`)
  }
}

function chosen(given: Expr[]): Expr {
  const [test, first, ...rest] = given
  if (!test) return value(null)
  if (!first) return test
  const second = rest.length > 1 ? chosen(rest) : (rest[0] ?? value(null))
  return { op: 'if', test, yes: first, no: second }
}
