import { weightOf, type Binding, type Node, type Test } from './ast.ts'
import { partsOf } from './dates.ts'
import { FeelFailure } from './failure.ts'
import { buildCall } from './build-call.ts'
import { buildFilter, buildFor, buildQuantified, type Loop } from './build-loops.ts'
import type { Step, Run } from './functions/spec.ts'
import { allOf, anyOf, arithmetic, compare, equal, isIn, truthOf, type Truth } from './operators.ts'
import {
  isUnknown,
  typeOf,
  unknownOf,
  type BadFact,
  type DateValue,
  type DurationValue,
  type Entries,
  type Value,
} from './values.ts'

/** The tree as functions, made once and run many times. A failure inside is told where it stands. */
export function build(node: Node): Step {
  const step = buildInner(node)
  if (node.op === 'constant' || node.op === 'local') return step
  return (run) => {
    try {
      return step(run)
    } catch (error) {
      if (error instanceof FeelFailure && !error.at)
        throw new FeelFailure(error.reason, error.message, { from: node.from, to: node.to })
      throw error
    }
  }
}

function buildInner(node: Node): Step {
  switch (node.op) {
    case 'constant':
      return () => node.value
    case 'fact':
      return (run) => usable(run.fact(node.name))
    case 'local':
      return (run) => run.slots[node.slot] ?? null
    case 'either':
      return buildEither(node)
    case 'path':
      return buildPath(node)
    case 'arithmetic': {
      const [left, right] = [build(node.left), build(node.right)]
      return (run) => {
        const made = arithmetic(node.sign, left(run), right(run))
        if (typeof made === 'string') run.spend(made.length >> 3)
        return made
      }
    }
    case 'equal': {
      const [left, right] = [build(node.left), build(node.right)]
      return (run) => negate(equal(left(run), right(run), run.spend), node.negated)
    }
    case 'compare': {
      const [left, right] = [build(node.left), build(node.right)]
      return (run) => compare(node.sign, left(run), right(run))
    }
    case 'missing': {
      const value = build(node.value)
      return (run) => isUnknown(value(run)) !== node.negated
    }
    case 'and':
    case 'or':
      return buildLogic(node.op === 'or', build(node.left), build(node.right))
    case 'between': {
      const [value, low, high] = [build(node.value), build(node.low), build(node.high)]
      return (run) => {
        const at = value(run)
        return allOf([compare('>=', at, low(run)), compare('<=', at, high(run))])
      }
    }
    case 'in':
      return buildIn(build(node.value), node.tests)
    case 'if': {
      const [condition, then, other] = [build(node.condition), build(node.then), build(node.else)]
      return (run) => {
        const truth = truthOf(condition(run))
        if (typeof truth !== 'boolean') return truth
        return truth ? then(run) : other(run)
      }
    }
    case 'for':
      return buildFor(loopsOf(node.bindings), build(node.body), weightOf(node.body))
    case 'some':
    case 'every':
      return buildQuantified(node.op === 'some', loopsOf(node.bindings), build(node.body), weightOf(node.body))
    case 'filter':
      return buildFilter(build(node.base), node, build(node.keep), weightOf(node.keep))
    case 'index': {
      const [base, index] = [build(node.base), build(node.index)]
      return (run) => itemAt(base(run), index(run))
    }
    case 'list': {
      const items = node.items.map(build)
      return (run) => items.map((item) => item(run))
    }
    case 'context': {
      const entries = node.entries.map((entry) => ({ ...entry, step: build(entry.value) }))
      return (run) =>
        new Map(
          entries.map(({ key, slot, step }) => {
            const value = step(run)
            run.slots[slot] = value
            return [key, value]
          }),
        )
    }
    case 'range': {
      const [start, end] = [build(node.start), build(node.end)]
      return (run) => ({ kind: 'range', start: start(run), end: end(run), startIn: node.startIn, endIn: node.endIn })
    }
    case 'call':
      return buildCall(node.spec, node.args.map(build))
    case 'instance': {
      const value = build(node.value)
      return (run) => isOfType(value(run), node.type)
    }
  }
}

function loopsOf(bindings: readonly Binding[]): Loop[] {
  return bindings.map((one) => ({ slot: one.slot, source: build(one.source), until: one.until && build(one.until) }))
}

function usable(value: Value): Value {
  if (typeof value === 'object' && value !== null && (value as { kind?: string }).kind === 'bad')
    throw new FeelFailure('bad-fact', (value as BadFact).why)
  return value
}

function negate(truth: Truth, negated: boolean): Truth {
  return negated && typeof truth === 'boolean' ? !truth : truth
}

function buildLogic(decisive: boolean, left: Step, right: Step): Step {
  return (run) => {
    const first = truthOf(left(run))
    if (first === decisive) return decisive
    const second = truthOf(right(run))
    if (second === decisive || typeof first === 'boolean') return second
    return typeof second === 'boolean' ? first : unknownOf(first, second)
  }
}

function buildIn(value: Step, tests: readonly Test[]): Step {
  const made = tests.map((test) => ({
    sign: test.sign,
    step: build(test.value),
    isNull: test.value.op === 'constant' && test.value.value === null,
  }))
  return (run) => {
    const at = value(run)
    // `x in (null, 3)`: naming null is asking whether it is missing
    if (made.some((test) => test.isNull) && isUnknown(at)) return true
    const asked = made.filter((test) => !test.isNull)
    return anyOf(
      asked.map(({ sign, step }): Truth => {
        const test = step(run)
        if (sign === 'in') return Array.isArray(test) ? inList(at, test, run) : isIn(at, test, run.spend)
        if (sign === '=' || sign === '!=') return negate(equal(at, test, run.spend), sign === '!=')
        return compare(sign, at, test)
      }),
    )
  }
}

function inList(value: Value, list: readonly Value[], run: Run): Truth {
  run.spend(list.length)
  return isIn(value, list, run.spend)
}

function itemAt(base: Value, index: Value): Value {
  if (isUnknown(base) || isUnknown(index)) return unknownOf(base, index)
  if (!Array.isArray(base)) throw new FeelFailure('type', `a ${typeOf(base)} has no items`)
  if (typeof index !== 'number' || !Number.isInteger(index) || index === 0)
    throw new FeelFailure('bad-argument', 'items are counted from 1')
  return (base.at(index < 0 ? index : index - 1) as Value | undefined) ?? null
}

function isOfType(value: Value, wanted: string): Value {
  if (isUnknown(value)) return unknownOf(value)
  const type = typeOf(value)
  if (wanted === 'duration') return type === 'months' || type === 'span'
  return wanted === 'any' || type === wanted
}

function buildEither(node: Extract<Node, { op: 'either' }>): Step {
  const outer = build(node.outer)
  return (run) => {
    const item = run.slots[node.slot] ?? null
    const list = run.slots[node.listSlot] as readonly Value[] | undefined
    const has = (value: Value): boolean => value instanceof Map && value.has(node.key)
    if (has(item)) return usable((item as Entries).get(node.key) ?? null)
    if (list && columnsOf(list, run).has(node.key)) return { kind: 'unknown', missing: [node.path ?? node.key] }
    return outer(run)
  }
}

const columns = new WeakMap<readonly Value[], ReadonlySet<string>>()

/** The names that any of a list's items has: looked for once, not once for every item. */
function columnsOf(list: readonly Value[], run: Run): ReadonlySet<string> {
  const known = columns.get(list)
  if (known) return known
  const found = new Set<string>()
  for (const item of list) {
    run.spend(1)
    if (item instanceof Map) for (const key of (item as Entries).keys()) found.add(key)
  }
  columns.set(list, found)
  return found
}

const DATE_PARTS = new Set(['year', 'month', 'day', 'weekday'])

function buildPath(node: Extract<Node, { op: 'path' }>): Step {
  const base = build(node.base)
  const missing = [node.path ?? node.key]
  const from = (value: Value, run: Run): Value => {
    if (value === null) return { kind: 'unknown', missing }
    if (isUnknown(value)) return node.path === undefined ? value : { kind: 'unknown', missing }
    if (value instanceof Map) {
      const inner = (value as Entries).get(node.key)
      return inner === undefined ? { kind: 'unknown', missing } : usable(inner)
    }
    if (Array.isArray(value)) {
      run.spend(value.length)
      return value.map((item) => from(item as Value, run))
    }
    const part = partOf(value, node.key)
    if (part === undefined) throw new FeelFailure('type', `a ${typeOf(value)} has no such part`)
    return part
  }
  return (run) => from(base(run), run)
}

function partOf(value: Value, key: string): number | undefined {
  const type = typeOf(value)
  if (type === 'date' && DATE_PARTS.has(key)) return partsOf(value as DateValue)[key as 'year']
  if (type !== 'months' && type !== 'span') return undefined
  const { kind, amount } = value as DurationValue
  if (kind === 'months') return key === 'years' ? Math.trunc(amount / 12) || 0 : key === 'months' ? amount % 12 || 0 : undefined
  return key === 'days' ? Math.trunc(amount / 86_400_000) || 0 : undefined
}
