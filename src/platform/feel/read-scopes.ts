import { pathOf, type Binding, type Node } from './ast.ts'
import { FeelProblem } from './failure.ts'
import { withItem, withLocal, type Scope } from './scope.ts'
import { childAt, childrenOfRaw, nameOf, stringOf, type Raw, type Reader } from './syntax.ts'

/** `for x in … return …`, `some x in … satisfies …`, `every x in … satisfies …`. */
export function readLoop(reader: Reader, children: readonly Raw[], raw: Raw, scope: Scope): Node {
  let inner = scope
  const bindings: Binding[] = []
  for (const one of childrenOfRaw(childAt(children, 1, raw))) {
    if (one.name !== 'InExpression') continue
    const parts = childrenOfRaw(one)
    const [start, end] = childrenOfRaw(childAt(parts, 2, one)).filter((part) => part.name !== '..')
    const source = reader.read(start ?? one, inner)
    const until = end ? reader.read(end, inner) : undefined
    const added = withLocal(inner, nameOf(reader.text, childAt(parts, 0, one)), pathOf(source))
    inner = added.scope
    bindings.push({ slot: added.slot, source, ...(until ? { until } : {}) })
  }
  const op = raw.name === 'ForExpression' ? 'for' : childAt(children, 0, raw).name === 'some' ? 'some' : 'every'
  const body = reader.read(childAt(children, children.length - 1, raw), inner)
  return { from: raw.from, to: raw.to, op, bindings, body }
}

const NUMBERS = new Set(['NumericLiteral', 'ArithmeticExpression'])

/** `list[2]`, or `list[item.beløp > 100]` where bare words are the item's own when any item has them. */
export function readFilter(reader: Reader, children: readonly Raw[], raw: Raw, scope: Scope): Node {
  const at = { from: raw.from, to: raw.to }
  const base = reader.read(childAt(children, 0, raw), scope)
  const inside = childAt(children, 2, raw)
  if (NUMBERS.has(inside.name)) return { ...at, op: 'index', base, index: reader.read(inside, scope) }
  const { scope: inner, slot, listSlot } = withItem(scope, pathOf(base))
  return { ...at, op: 'filter', base, slot, listSlot, keep: reader.read(inside, inner) }
}

/** `{ sats: 100, sum: sats * 2 }`: later entries see the earlier ones. */
export function readContext(reader: Reader, entries: readonly Raw[], raw: Raw, scope: Scope): Node {
  let inner = scope
  const made: { key: string; slot: number; value: Node }[] = []
  for (const entry of entries) {
    const [keyRaw, valueRaw] = childrenOfRaw(entry)
    if (!keyRaw || !valueRaw) throw new FeelProblem('incomplete', 'an entry needs a name and a value', entry)
    const literal = keyRaw.firstChild?.name === 'StringLiteral' ? keyRaw.firstChild : undefined
    const key = literal ? stringOf(reader.text, literal) : nameOf(reader.text, keyRaw)
    const value = reader.read(valueRaw, inner)
    const added = withLocal(inner, key, undefined)
    inner = added.scope
    made.push({ key, slot: added.slot, value })
  }
  return { from: raw.from, to: raw.to, op: 'context', entries: made }
}
