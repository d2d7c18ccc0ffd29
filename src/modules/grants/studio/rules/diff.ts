import { sameValue, type DraftDocument, type Op } from './ops.ts'
import { indexOf, isKeyed, isRecord, itemName, keyOf } from './paths.ts'

/** The ops that make one document the other: text by text, things in lists by their keys. Pure. */
export function diffDocuments(from: DraftDocument, to: DraftDocument): Op[] {
  return Object.keys({ ...from, ...to }).flatMap((name) => diffAt(name, from[name], to[name]))
}

function diffAt(path: string, from: unknown, to: unknown): Op[] {
  if (sameValue(from, to)) return []
  if (isRecord(from) && isRecord(to)) {
    return Object.keys({ ...from, ...to }).flatMap((name) => diffAt(`${path}.${name}`, from[name], to[name]))
  }
  if (Array.isArray(from) && Array.isArray(to) && comparable(from) && comparable(to)) return diffLists(path, from, to)
  return [{ do: 'set', path, ...(from === undefined ? {} : { before: from }), ...(to === undefined ? {} : { after: to }) }]
}

function comparable(list: readonly unknown[]): boolean {
  return list.length > 0 && isKeyed(list) && new Set(list.map(keyOf)).size === list.length
}

function diffLists(path: string, from: readonly unknown[], to: readonly unknown[]): Op[] {
  const ops: Op[] = []
  let list = [...from]
  for (const item of from) {
    if (indexOf(to, keyOf(item) ?? '') >= 0) continue
    // The last one to go must not leave a list that cannot be told by keys: it is set whole.
    ops.push({ do: 'remove', path: `${path}[${keyOf(item)}]`, item })
    list = list.filter((each) => each !== item)
  }
  for (const [index, item] of to.entries()) {
    const key = keyOf(item) ?? ''
    const after = index > 0 ? { after: itemName(to, index - 1) } : {}
    const now = list.findIndex((each) => keyOf(each) === key)
    if (now < 0) {
      ops.push({ do: 'insert', list: path, ...after, item })
      list = list.toSpliced(index, 0, item)
    } else if (now !== index) {
      ops.push({ do: 'move', path: `${path}[${key}]`, ...after })
      const [moved] = list.splice(now, 1)
      list.splice(index, 0, moved)
    }
  }
  for (const item of to) {
    const key = keyOf(item) ?? ''
    const before = from[indexOf(from, key)]
    if (before !== undefined) ops.push(...diffAt(`${path}[${key}]`, before, item))
  }
  return ops
}
