import { canonicalJson } from '../../scheme/rules/canonical.ts'
import { indexOf, isKeyed, isRecord, itemName, keyOf, parsePath, splitItem, stepInto, writePath, type Step } from './paths.ts'

/** A scheme's document while it is being written: may lack anything, is JSON, and is read by `readDocument`. */
export type DraftDocument = Record<string, unknown>

/** One change of a document. Left out `before` or `after` of a `set`: nothing stands there. `after` of the others: the thing before it in the list, none = first. */
export type Op =
  | { do: 'set'; path: string; before?: unknown; after?: unknown }
  | { do: 'insert'; list: string; after?: string; item: unknown }
  | { do: 'remove'; path: string; item: unknown }
  | { do: 'move'; path: string; after?: string }

/** Why an op cannot be done: somebody changed the same place, took it away, or used the key; or it is no place at all. */
export interface Clash {
  op: Op
  reason: 'changed' | 'gone' | 'keyTaken' | 'wrongPlace'
  /** What stands there now. */
  now?: unknown
}

/** `ops`: what was done, as it can be done again; `inverse`: what takes it back, in the order to do it. */
export type Done = { document: DraftDocument; ops: Op[]; inverse: Op[] }

/** Does one op on a document, which is not itself changed; or says why not. Pure. */
export function applyOp(document: DraftDocument, op: Op): Done | { clash: Clash } {
  const steps = parsePath(op.do === 'insert' ? op.list : op.path)
  if (!steps) return { clash: { op, reason: 'wrongPlace' } }
  switch (op.do) {
    case 'set':
      return set(document, op, steps)
    case 'insert':
      return insert(document, op, steps)
    case 'remove':
      return remove(document, op, steps)
    case 'move':
      return move(document, op, steps)
  }
}

/** Does one op after another. Those that clash are left out and told of; the others are done. */
export function applyOps(document: DraftDocument, ops: readonly Op[]): Done & { clashes: Clash[] } {
  const all: Done & { clashes: Clash[] } = { document, ops: [], inverse: [], clashes: [] }
  for (const op of ops) {
    const result = applyOp(all.document, op)
    if ('clash' in result) {
      all.clashes.push(result.clash)
      continue
    }
    all.document = result.document
    all.ops.push(...result.ops)
    all.inverse.unshift(...result.inverse)
  }
  return all
}

/** The same value, whatever the order of its parts. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null)
}

type SetOp = Extract<Op, { do: 'set' }>

function set(document: DraftDocument, op: SetOp, steps: Step[]): Done | { clash: Clash } {
  const clash = (reason: Clash['reason'], now?: unknown) => ({ clash: { op, reason, ...(now === undefined ? {} : { now }) } })
  // The deepest place on the way that is there.
  let depth = 0
  let here: unknown = document
  while (depth < steps.length) {
    const next = stepInto(here, steps[depth] as Step)
    if (next === undefined || next === null) break
    here = next
    depth++
  }
  const now = depth === steps.length ? here : undefined
  if (!sameValue(now, op.before)) return depth < steps.length - 1 ? clash('gone') : clash('changed', now)
  const last = steps.at(-1) as Step
  if (last.kind === 'item' && (now === undefined || op.after === undefined)) return clash('wrongPlace')
  const rest = steps.slice(depth)
  if (rest.some((step) => step.kind === 'item')) return clash('gone')
  if (rest.length > 0 && !isRecord(here)) return clash('wrongPlace')
  if (rest.length > 1) {
    if (op.after === undefined) return { document, ops: [], inverse: [] }
    // What is on the way is made with it, and taken away with it.
    const value = rest.slice(1).reduceRight<unknown>((inner, step) => ({ [step.value]: inner }), op.after)
    return set(document, { do: 'set', path: writePath(steps.slice(0, depth + 1)), after: value }, steps.slice(0, depth + 1))
  }
  const renamed = rename(document, steps, op.after)
  if (renamed === 'taken') return clash('keyTaken')
  const changed = put(document, steps, () => op.after) as DraftDocument
  return { document: changed, ops: [op], inverse: [setOp(renamed?.path ?? op.path, op.after, op.before)] }
}

function setOp(path: string, before: unknown, after: unknown): Op {
  return { do: 'set', path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

/** A thing in a list that gets another key is found by it afterwards; a key another one has is refused. */
function rename(document: DraftDocument, steps: Step[], after: unknown): { path: string } | 'taken' | undefined {
  const at = steps.at(-1)?.kind === 'item' ? steps.length - 1 : steps.at(-1)?.value === 'key' ? steps.length - 2 : -1
  const item = steps[at]
  if (item?.kind !== 'item') return undefined
  const list = steps.slice(0, at).reduce<unknown>(stepInto, document)
  if (!Array.isArray(list) || !isKeyed(list)) return undefined
  const key = at === steps.length - 1 ? keyOf(after) : keyOf({ key: after })
  if (key === undefined) return 'taken'
  if (key !== item.value && list.some((each) => keyOf(each) === key)) return 'taken'
  return { path: writePath(steps.with(at, { kind: 'item', value: key })) }
}

function insert(document: DraftDocument, op: Extract<Op, { do: 'insert' }>, steps: Step[]): Done | { clash: Clash } {
  const parent = steps.slice(0, -1).reduce<unknown>(stepInto, document)
  const list = stepInto(parent, steps.at(-1) as Step)
  if (list === undefined && isRecord(parent) && steps.at(-1)?.kind === 'name') {
    return set(document, { do: 'set', path: op.list, after: [op.item] }, steps)
  }
  if (!Array.isArray(list)) return { clash: { op, reason: parent === undefined ? 'gone' : 'wrongPlace' } }
  const key = keyOf(op.item)
  if (list.length > 0 && isKeyed(list) !== (key !== undefined)) return { clash: { op, reason: 'wrongPlace' } }
  if (key !== undefined && list.some((each) => keyOf(each) === key)) return { clash: { op, reason: 'keyTaken' } }
  const before = op.after === undefined ? -1 : indexOf(list, op.after)
  // After something that has been taken away meanwhile: last.
  const index = op.after !== undefined && before < 0 ? list.length : before + 1
  const changed = list.toSpliced(index, 0, op.item)
  return {
    document: put(document, steps, () => changed) as DraftDocument,
    ops: [insertOp(op.list, list, index, op.item)],
    inverse: [{ do: 'remove', path: `${op.list}[${key ?? index}]`, item: op.item }],
  }
}

/** An insert that puts the item at this index of the list. */
function insertOp(path: string, list: readonly unknown[], index: number, item: unknown): Op {
  return { do: 'insert', list: path, ...(index > 0 ? { after: itemName(list, index - 1) } : {}), item }
}

function remove(document: DraftDocument, op: Extract<Op, { do: 'remove' }>, steps: Step[]): Done | { clash: Clash } {
  const found = inList(document, op.path, steps)
  if (!found) return { clash: { op, reason: 'gone' } }
  const { list, listPath, index } = found
  if (!sameValue(list[index], op.item)) return { clash: { op, reason: 'changed', now: list[index] } }
  const changed = list.toSpliced(index, 1)
  return {
    document: put(document, steps.slice(0, -1), () => changed) as DraftDocument,
    ops: [op],
    inverse: [insertOp(listPath, changed, index, op.item)],
  }
}

function move(document: DraftDocument, op: Extract<Op, { do: 'move' }>, steps: Step[]): Done | { clash: Clash } {
  const found = inList(document, op.path, steps)
  if (!found) return { clash: { op, reason: 'gone' } }
  const { list, listPath, index } = found
  const item = list[index]
  const without = list.toSpliced(index, 1)
  const before = op.after === undefined ? -1 : indexOf(without, op.after)
  const to = op.after !== undefined && before < 0 ? without.length : before + 1
  const changed = put(document, steps.slice(0, -1), () => without.toSpliced(to, 0, item)) as DraftDocument
  const back = insertOp(listPath, without, index, item)
  // Things without keys change their numbers: said as taken out and put in, so that what others write is led to the right one.
  if (!isKeyed(list)) {
    return {
      document: changed,
      ops: [{ do: 'remove', path: op.path, item }, insertOp(listPath, without, to, item)],
      inverse: [{ do: 'remove', path: `${listPath}[${to}]`, item }, back],
    }
  }
  const after = (at: number) => (at > 0 ? { after: itemName(without, at - 1) } : {})
  return {
    document: changed,
    ops: [{ do: 'move', path: op.path, ...after(to) }],
    inverse: [{ do: 'move', path: op.path, ...after(index) }],
  }
}

function inList(document: DraftDocument, path: string, steps: Step[]) {
  const split = splitItem(path)
  const list = steps.slice(0, -1).reduce<unknown>(stepInto, document)
  if (!split || !Array.isArray(list)) return undefined
  const index = indexOf(list, split.item)
  return index < 0 ? undefined : { list: list as unknown[], listPath: split.list, index }
}

/** The document with another value at a place whose parents are there; undefined takes a property away. */
function put(value: unknown, steps: readonly Step[], change: (now: unknown) => unknown): unknown {
  const [step, ...rest] = steps
  if (!step) return change(value)
  if (step.kind === 'item') {
    const list = value as unknown[]
    const index = indexOf(list, step.value)
    return list.with(index, put(list[index], rest, change))
  }
  const record = value as Record<string, unknown>
  const inner = put(Object.hasOwn(record, step.value) ? record[step.value] : undefined, rest, change)
  if (inner !== undefined) return { ...record, [step.value]: inner }
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== step.value))
}
