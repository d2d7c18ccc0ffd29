import { readsOf, same, sizeOf, type Expr } from './expression.ts'
import type { Answered } from './feel-answers.ts'

/** What follows from conditions alone: that one is always true once answered, or that two cannot both be. */

const MOST = 512
const LARGE = 400

/** True when every answer there can be makes it true. Only for choices and yes/no; anything else may be false. */
export function alwaysSo(expr: Expr, answerOf: (source: string) => Answered | undefined): boolean {
  if (expr.op === 'value') return expr.value === true
  if (sizeOf(expr) > LARGE) return false
  const sources = readsOf(expr)
  const ranges = sources.map((source) => rangeOf(source, answerOf(source), expr))
  const size = ranges.reduce((product, range) => product * (range?.length ?? Infinity), 1)
  if (!Number.isFinite(size) || size > MOST || size === 0) return false
  for (let index = 0; index < size; index++) {
    let rest = index
    const answers = new Map<string, string | readonly string[]>()
    for (const [at, source] of sources.entries()) {
      const range = ranges[at] ?? []
      const chosen = range[rest % range.length]
      if (chosen !== undefined) answers.set(source, chosen)
      rest = Math.floor(rest / range.length)
    }
    if (holds(expr, answers) !== true) return false
  }
  return true
}

/** Whether both ask the same single-choice question for different answers. */
export function exclusive(first: Expr, second: Expr): boolean {
  const choicesOf = (expr: Expr): Expr[] | undefined => {
    const parts = expr.op === 'or' ? expr.of : [expr]
    return parts.every(
      (each) => each.op === 'compare' && each.sign === '=' && each.left.op === 'read' && each.right.op === 'value',
    )
      ? parts
      : undefined
  }
  const [left, right] = [choicesOf(first), choicesOf(second)]
  if (!left || !right) return false
  return left.every((one) =>
    right.every(
      (other) => one.op === 'compare' && other.op === 'compare' && same(one.left, other.left) && !same(one.right, other.right),
    ),
  )
}

function rangeOf(source: string, answer: Answered | undefined, expr: Expr): (string | readonly string[])[] | undefined {
  if (answer?.type === 'yesNo') return ['true', 'false']
  if (answer?.type === 'oneOf') return [...(answer.options?.keys() ?? [])]
  if (answer?.type !== 'severalOf') return undefined
  // Every combination of the choices that are asked about.
  const asked = asksAbout(expr, source)
  if (asked.length > 8) return undefined
  return Array.from({ length: 2 ** asked.length }, (_, bits) => asked.filter((_choice, at) => bits & (1 << at)))
}

function asksAbout(expr: Expr, source: string): string[] {
  const found = new Set<string>()
  const look = (each: Expr): void => {
    if (each.op === 'and' || each.op === 'or') for (const part of each.of) look(part)
    else if (each.op === 'not') look(each.of)
    else if (each.op === 'contains' && each.list.op === 'read' && each.list.source === source && each.item.op === 'value')
      found.add(String(each.item.value))
  }
  look(expr)
  return [...found]
}

/** Undefined for what is not a plain question of choice. */
function holds(expr: Expr, answers: ReadonlyMap<string, string | readonly string[]>): boolean | undefined {
  switch (expr.op) {
    case 'value':
      return typeof expr.value === 'boolean' ? expr.value : undefined
    case 'not': {
      const of = holds(expr.of, answers)
      return of === undefined ? undefined : !of
    }
    case 'and': {
      const parts = expr.of.map((each) => holds(each, answers))
      return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
    }
    case 'or': {
      const parts = expr.of.map((each) => holds(each, answers))
      return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
    }
    case 'compare': {
      if (expr.left.op !== 'read' || expr.right.op !== 'value' || (expr.sign !== '=' && expr.sign !== '!=')) return undefined
      const answer = answers.get(expr.left.source)
      return typeof answer === 'string' ? (answer === String(expr.right.value)) === (expr.sign === '=') : undefined
    }
    case 'contains': {
      if (expr.list.op !== 'read' || expr.item.op !== 'value') return undefined
      const answer = answers.get(expr.list.source)
      return Array.isArray(answer) ? (answer as readonly string[]).includes(String(expr.item.value)) : undefined
    }
    default:
      return undefined
  }
}
