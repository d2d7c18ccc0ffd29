import type { CheckOutcome } from '../../model.ts'

/** What one version of a scheme says of one application: verdicts, amounts and where it would stop; nothing that anyone wrote. */
export interface TriedSide {
  rules: Record<string, CheckOutcome>
  calculatedOre?: number
  /** Fields the form would not be sent without mending. */
  stopsAt: string[]
}

/** fails: at least one rule fails. unknown: a person must judge. */
export function overall(side: TriedSide): CheckOutcome {
  const outcomes = Object.values(side.rules)
  return outcomes.includes('fails') ? 'fails' : outcomes.includes('unknown') ? 'unknown' : 'meets'
}

/** Whether the two say different things of what both know, or of where the application stops. */
export function differ(a: TriedSide, b: TriedSide): boolean {
  return overall(a) !== overall(b) || a.calculatedOre !== b.calculatedOre || a.stopsAt.join() !== b.stopsAt.join()
}
