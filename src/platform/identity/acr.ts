// How sure the provider is of who somebody is: a login below what was asked for is refused here, whatever the provider let through.

const levels = ['low', 'substantial', 'high']

/**
 * Whether the level in the token is at least one of the levels required. Levels that end in -low, -substantial or -high
 * (ID-porten, Ansattporten, eIDAS) are compared by that ending, as ID-porten advises; any other must be there word for word.
 * Nothing required accepts anything.
 */
export function satisfiesAcr(required: readonly string[], actual: unknown): boolean {
  if (required.length === 0) return true
  if (typeof actual !== 'string' || actual === '') return false
  return required.some((wanted) => wanted === actual || isAtLeast(actual, wanted))
}

function isAtLeast(actual: string, wanted: string): boolean {
  const [a, w] = [level(actual), level(wanted)]
  return a >= 0 && w >= 0 && a >= w
}

function level(acr: string): number {
  return levels.indexOf(/-loa-([a-z]+)$/.exec(acr)?.[1] ?? '')
}
