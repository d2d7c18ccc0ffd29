import type { Fact, Outcome } from '#platform/feel/index.ts'

/** What an expression's outcome means for the form. */

/** Not asked until it is known to be wanted; but a condition with a fault must not make a question disappear. */
export function isShown(condition: string | undefined, outcome: Outcome | undefined): boolean {
  return condition === undefined || outcome?.kind === 'error' || isTrue(outcome)
}

export function isTrue(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'value' && outcome.value === true
}

export function isFalse(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'value' && outcome.value === false
}

/** A value as a fact for others to build on; unknown and faulty values are null. */
export function valueOf(outcome: Outcome | undefined): Fact {
  return outcome?.kind === 'value' ? (outcome.value as Fact) : null
}

export function dayOf(outcome: Outcome | undefined): string | undefined {
  const value = outcome?.kind === 'value' ? outcome.value : undefined
  return typeof value === 'object' && value !== null && 'date' in value && typeof value.date === 'string' ? value.date : undefined
}
