/** One name that an expression has made for itself. */
interface Local {
  name: string;
  slot: number;
  path?: string;
  /** inside `list[…]`: bare words may be the item's own */
  filter: boolean;
}

/** The names in reach at one place of an expression; each has a slot of its own. */
export interface Scope {
  readonly locals: readonly Local[];
  readonly counter: { slots: number };
}

export function emptyScope(): Scope {
  return { locals: [], counter: { slots: 0 } };
}

/** The scope with one more name, and that name's slot. */
export function withLocal(scope: Scope, name: string, path: string | undefined, filter = false): { scope: Scope; slot: number } {
  const slot = scope.counter.slots;
  scope.counter.slots += 1;
  const local: Local = { name, slot, filter, ...(path === undefined ? {} : { path }) };
  return { scope: { ...scope, locals: [local, ...scope.locals] }, slot };
}
