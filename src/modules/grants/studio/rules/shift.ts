import type { Op } from './ops.ts'
import { keyOf, splitItem } from './paths.ts'

/**
 * Where a place is after others' changes. Only numbers in lists of things without keys move; a key is a key. Undefined when the
 * thing was taken away.
 */
export function shiftPath(path: string, done: readonly Op[]): string | undefined {
  let here: string | undefined = path
  for (const op of done) {
    if (here === undefined) return undefined
    if (op.do === 'insert' && keyOf(op.item) === undefined) here = renumber(here, op.list, Number(op.after ?? -1) + 1, 1)
    else if (op.do === 'remove' && keyOf(op.item) === undefined) {
      const from = splitItem(op.path)
      if (from) here = renumber(here, from.list, Number(from.item), -1)
    }
  }
  return here
}

/** An op as it must be said after others' changes; undefined when its place is gone. */
export function shiftOp(op: Op, done: readonly Op[]): Op | undefined {
  if (op.do === 'insert') {
    const list = shiftPath(op.list, done)
    if (list === undefined || op.after === undefined) return list === undefined ? undefined : { ...op, list }
    const neighbour = splitItem(shiftPath(`${op.list}[${op.after}]`, done) ?? '')
    return { ...op, list, after: neighbour?.item ?? op.after }
  }
  const path = shiftPath(op.path, done)
  if (path === undefined) return undefined
  if (op.do !== 'move' || op.after === undefined) return { ...op, path }
  const list = splitItem(op.path)?.list ?? ''
  const neighbour = splitItem(shiftPath(`${list}[${op.after}]`, done) ?? '')
  return { ...op, path, after: neighbour?.item ?? op.after }
}

/** The number after the list's path, moved when what came or went stands at or before it. */
function renumber(path: string, list: string, at: number, by: 1 | -1): string | undefined {
  if (!path.startsWith(`${list}[`)) return path
  const match = /^\[(\d+)\](.*)$/s.exec(path.slice(list.length))
  if (!match) return path
  const number = Number(match[1])
  if (by === -1 && number === at) return undefined
  const moved = number > at || (by === 1 && number === at) ? number + by : number
  return `${list}[${moved}]${match[2] ?? ''}`
}
