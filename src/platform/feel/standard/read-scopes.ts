import { childAt, childrenOfRaw, nameOf, stringOf, type Raw } from '../syntax.ts'
import { FeelProblem } from '../failure.ts'
import { LIMITS } from '../limits.ts'
import { dateOf, dayNumber } from './calendar.ts'
import { makeFunction } from './call.ts'
import { all, any, order, type Truth } from './compare.ts'
import type { Reader, Scope, Step } from './scope.ts'
import { ANY, readType } from './types.ts'
import { isContext, isList, isRange, kindOf, type DateValue, type Run, type Type, type Value } from './values.ts'

interface Loop {
  name: string
  items(scope: Scope, run: Run): readonly Value[] | null
}

/** `for x in … return …`, with `partial` as the results so far. */
export function readFor(reader: Reader, children: readonly Raw[], raw: Raw): Step {
  const loops = readLoops(reader, childAt(children, 1, raw))
  const inner = childAt(children, children.length - 1, raw)
  const body = reader.read(inner)
  // the results so far are laid out again and again only for a body that looks at them
  const looksBack = reader.text.slice(inner.from, inner.to).includes('partial')
  return (scope, run) => {
    const made: Value[] = []
    const done = walk(loops, scope, run, (each) => {
      if (looksBack) run.spend(made.length >> 4)
      made.push(body(looksBack ? { names: new Map([['partial', [...made]]]), outer: each } : each, run))
    })
    return done ? made : run.note('what a loop goes through is no list')
  }
}

/** `some … satisfies …` and `every … satisfies …`. */
export function readQuantified(reader: Reader, children: readonly Raw[], raw: Raw): Step {
  const loops = readLoops(reader, childAt(children, 1, raw))
  const body = reader.read(childAt(children, children.length - 1, raw))
  const join = childAt(children, 0, raw).name === 'some' ? any : all
  return (scope, run) => {
    const truths: Truth[] = []
    const done = walk(loops, scope, run, (inner) => {
      const result = body(inner, run)
      truths.push(typeof result === 'boolean' ? result : null)
    })
    return done ? join(truths) : run.note('what a loop goes through is no list')
  }
}

function readLoops(reader: Reader, raw: Raw): Loop[] {
  return childrenOfRaw(raw)
    .filter((one) => one.name === 'InExpression')
    .map((one) => {
      const parts = childrenOfRaw(one)
      const [start, end] = childrenOfRaw(childAt(parts, 2, one)).filter((part) => part.name !== '..')
      const from = reader.read(start ?? one)
      const to = end && reader.read(end)
      return {
        name: nameOf(reader.text, childAt(parts, 0, one)),
        items: (scope, run) => (to ? counted(from(scope, run), to(scope, run), run) : itemsOf(from(scope, run), run)),
      }
    })
}

/** What a value gives when it is gone through: a list's items, a closed range's numbers or days. */
export function itemsOf(value: Value, run: Run): readonly Value[] | null {
  if (isList(value)) return value
  if (!isRange(value)) return value === null ? null : [value]
  if ((order(value.start, value.end) ?? 1) > 0) return null
  const items = counted(value.start, value.end, run)
  return items && items.slice(value.startIn ? 0 : 1, value.endIn ? undefined : -1)
}

function counted(from: Value, to: Value, run: Run): Value[] | null {
  const dates = kindOf(from) === 'date' && kindOf(to) === 'date'
  const [start, end] = dates ? [dayNumber(from as DateValue), dayNumber(to as DateValue)] : [from, to]
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null
  const [low, high] = [start as number, end as number]
  run.spend(Math.abs(high - low) + 1)
  const numbers = Array.from({ length: Math.abs(high - low) + 1 }, (_none, index) => (low <= high ? low + index : low - index))
  return dates ? numbers.map((day) => dateOf(day) ?? null) : numbers
}

/** Calls `each` with a scope for every combination; false when a source is nothing to go through. */
function walk(loops: readonly Loop[], scope: Scope, run: Run, each: (inner: Scope) => void): boolean {
  const [loop, ...rest] = loops
  if (!loop) {
    each(scope)
    return true
  }
  const items = loop.items(scope, run)
  if (!items) return false
  return items.every((item) => {
    run.spend(1)
    return walk(rest, { names: new Map([[loop.name, item]]), outer: scope }, run, each)
  })
}

/** `list[2]`, `list[test]`: in a test, `item` is the item and its own entries go before other names. */
export function readFilter(reader: Reader, children: readonly Raw[], raw: Raw): Step {
  const base = reader.read(childAt(children, 0, raw))
  const keep = reader.read(childAt(children, 2, raw))
  return (scope, run) => filtered(base(scope, run), keep, scope, run)
}

/** The items of a list that pass, or the one at a place. A single value is a list of itself. */
export function filtered(value: Value, keep: Step, scope: Scope, run: Run): Value {
  if (value === null) return run.note('there is no list to choose from')
  const list = isList(value) ? value : (isRange(value) && itemsOf(value, run)) || [value]
  const kept: Value[] = []
  for (const [index, item] of (list.length === 0 ? [null] : list).entries()) {
    run.spend(1)
    const outer: Scope = { names: new Map([['item', item]]), outer: scope }
    const result = keep(isContext(item) ? { names: item, outer } : outer, run)
    if (index === 0 && typeof result === 'number') return itemAt(list, result, run)
    if (result === true && list.length > 0) kept.push(item)
  }
  return kept
}

function itemAt(list: readonly Value[], index: number, run: Run): Value {
  const item = Number.isInteger(index) && index !== 0 ? list.at(index < 0 ? index : index - 1) : undefined
  return item ?? run.note(`there is no item ${index} in a list of ${list.length}`)
}

/** `{ a: 1, b: a + 1 }`: later entries see the earlier ones; the same name twice is nothing. */
export function readContext(reader: Reader, entries: readonly Raw[]): Step {
  const made = entries.map((entry) => {
    const [key, value] = childrenOfRaw(entry)
    if (!key || !value) throw new FeelProblem('incomplete', 'an entry needs a name and a value', entry)
    return { key: keyOf(reader, key), step: reader.read(value) }
  })
  const twice = new Set(made.map(({ key }) => key)).size < made.length
  return (scope, run) => {
    if (twice) return run.note('a context has the same name twice')
    const context = new Map<string, Value>()
    const inner: Scope = { names: context, outer: scope }
    for (const { key, step } of made) context.set(key, step(inner, run))
    return context
  }
}

function keyOf(reader: Reader, raw: Raw): string {
  const literal = raw.firstChild?.name === 'StringLiteral' ? raw.firstChild : undefined
  return literal ? stringOf(reader.text, literal, true) : nameOf(reader.text, raw)
}

/** `function(a: number, b) body`; a function of another language is nothing here. */
export function readFunction(reader: Reader, children: readonly Raw[], raw: Raw): Step {
  const formal = children.find((one) => one.name === 'FormalParameters')
  const params = (formal ? childrenOfRaw(formal) : []).map((one) => {
    const [name, type] = childrenOfRaw(one)
    return { name: nameOf(reader.text, name ?? one), ...(type ? { type: typeAt(reader, type) } : {}) }
  })
  if (children.some((one) => one.name === 'external'))
    return (_scope, run) => run.note('functions of other languages are not run')
  const body = reader.read(childAt(children, children.length - 1, raw))
  const result = resultOf(reader, childAt(children, children.length - 1, raw))
  return (scope) => ({
    ...makeFunction(params, undefined, (names, run) => body({ names, outer: scope }, run)),
    ...(result ? { result } : {}),
  })
}

const LITERALS: Record<string, string> = { StringLiteral: 'string', NumericLiteral: 'number', BooleanLiteral: 'boolean' }

/** The type of a function's result, where its body plainly says so: `instance of` can ask. */
function resultOf(reader: Reader, raw: Raw): Type | undefined {
  const children = childrenOfRaw(raw)
  if (raw.name === 'FunctionBody' && children[0]) return resultOf(reader, children[0])
  if (Object.hasOwn(LITERALS, raw.name)) return readType(LITERALS[raw.name] ?? '')
  if (raw.name !== 'Context') return undefined
  const entries = children.slice(1, -1).map((entry): [string, Type] => {
    const [key, value] = childrenOfRaw(entry)
    return [keyOf(reader, key ?? entry), (value && resultOf(reader, value)) ?? ANY]
  })
  return { kind: 'context', entries }
}

/** The type written at a place. @throws FeelProblem when it is none */
export function typeAt(reader: Reader, raw: Raw): Type {
  const text = reader.text.slice(raw.from, raw.to)
  const type = readType(text, reader.types)
  if (!type) throw new FeelProblem('unsupported', 'no such type', { from: raw.from, to: raw.to }, text.slice(0, LIMITS.text))
  return type
}
