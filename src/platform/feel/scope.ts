/** One name that an expression has made for itself. */
interface Local {
  name: string
  slot: number
  path?: string
  /** inside `list[…]`: the slot of the list; bare words may be the item's own */
  listSlot?: number
}

/** The names in reach at one place of an expression; each has a slot of its own. */
export interface Scope {
  readonly locals: readonly Local[]
  readonly counter: { slots: number }
}

export function emptyScope(): Scope {
  return { locals: [], counter: { slots: 0 } }
}

/** The scope with one more name, and that name's slot. */
export function withLocal(scope: Scope, name: string, path: string | undefined): { scope: Scope; slot: number } {
  const slot = scope.counter.slots
  scope.counter.slots += 1
  const local: Local = { name, slot, ...(path === undefined ? {} : { path }) }
  return { scope: { ...scope, locals: [local, ...scope.locals] }, slot }
}

/** The scope inside `list[…]`: `item`, and bare words that may be columns of the list. */
export function withItem(scope: Scope, path: string | undefined): { scope: Scope; slot: number; listSlot: number } {
  const slot = scope.counter.slots
  scope.counter.slots += 2
  const local: Local = { name: 'item', slot, listSlot: slot + 1, ...(path === undefined ? {} : { path }) }
  return { scope: { ...scope, locals: [local, ...scope.locals] }, slot, listSlot: slot + 1 }
}
