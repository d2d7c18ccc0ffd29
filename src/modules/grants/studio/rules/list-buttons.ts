import { byPattern, patternOf, type Input } from './inputs.ts'
import type { Clash, DraftDocument, Op } from './ops.ts'
import { indexOf, itemName, splitItem, valueAt } from './paths.ts'
import { markValue } from './read-inputs.ts'

/** The buttons of a list: one more, up, down, away. */
export interface ListButton {
  press: 'add' | 'up' | 'down' | 'remove'
  /** The list for `add`, the thing for the others; as the page was drawn. */
  path: string
}

/** What a pressed button says: "up:goals[1]". */
export function readButton(text: string): ListButton | undefined {
  const match = /^(add|up|down|remove):(.{1,300})$/.exec(text)
  return match ? { press: match[1] as ListButton['press'], path: match[2] ?? '' } : undefined
}

/** The hidden field with the mark of a thing that can be taken away, as the page was drawn. */
export function itemMarkName(path: string): string {
  return `_item:${path}`
}

/**
 * What a button does to the document as it is now. A thing that somebody has changed meanwhile is not taken away: a clash.
 * @param path the button's place in the document as it is now; undefined when it is gone
 * @param untouched the document before what was typed on the same page was saved
 */
export function pressButton(
  inputs: readonly Input[],
  button: ListButton,
  path: string | undefined,
  document: DraftDocument,
  seen: { mark: string; untouched: DraftDocument },
): { op?: Op; clash?: Clash; place?: string } {
  if (path === undefined) return { clash: { op: { do: 'remove', path: button.path, item: undefined }, reason: 'gone' } }
  if (button.press === 'add') {
    const input = byPattern(inputs).get(`${patternOf(path)}[]`)
    if (input?.kind !== 'list') return {}
    const list = valueAt(document, path) ?? []
    if (!Array.isArray(list)) return {}
    const item = input.make(list, document)
    const after = list.length > 0 ? itemName(list, list.length - 1) : undefined
    const place = `${path}[${itemName([...list, item], list.length)}]`
    return { op: { do: 'insert', list: path, ...(after === undefined ? {} : { after }), item }, place }
  }
  const split = splitItem(path)
  const list = split && valueAt(document, split.list)
  const index = split && Array.isArray(list) ? indexOf(list, split.item) : -1
  if (!split || !Array.isArray(list) || index < 0 || !byPattern(inputs).has(patternOf(path))) return {}
  if (button.press === 'remove') {
    const input = byPattern(inputs).get(patternOf(path))
    // A list that may be left out goes with its last thing.
    const last = input?.kind === 'list' && input.optional === true && list.length === 1
    const op: Op = last ? { do: 'set', path: split.list, before: list } : { do: 'remove', path, item: list[index] }
    const before = valueAt(seen.untouched, path)
    return markValue(before) === seen.mark ? { op } : { clash: { op, reason: 'changed', now: before } }
  }
  const to = index + (button.press === 'up' ? -1 : 1)
  if (to < 0 || to >= list.length) return {}
  const without = list.toSpliced(index, 1)
  const place = `${split.list}[${itemName(list, index) === String(index) ? to : split.item}]`
  return { op: { do: 'move', path, ...(to > 0 ? { after: itemName(without, to - 1) } : {}) }, place }
}
