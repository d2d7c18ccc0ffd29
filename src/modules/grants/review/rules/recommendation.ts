/** What a recommendation must hold, and what a caseworker is warned of before making it. Amounts in øre. */
import type { Reason } from '#platform/errors.ts'
import type { Outcome } from '../../model.ts'

export interface Proposed {
  outcome: Outcome
  ore: number
  reasons: string
}

export interface Limits {
  appliedOre: number
  /** The scheme's largest amount. */
  maxOre?: number
  minOre?: number
  calculatedOre?: number | null
  /** What is left of the pot when this case is not counted; undefined when the round has no pot. */
  leftOre?: number
}

const MOST_REASONS = 5000

/** Reasons are required for every outcome (forvaltningsloven §§ 24 and 25). Empty when it can be stored. */
export function faultsOf(proposed: Proposed, appliedOre: number): Reason[] {
  const faults: Reason[] = []
  const gives = proposed.outcome === 'granted' || proposed.outcome === 'partly-granted'
  if (gives && proposed.ore <= 0) faults.push({ key: 'amountMissing', field: 'ore' })
  if (!gives && proposed.ore !== 0) faults.push({ key: 'amountOfNothing', field: 'ore' })
  if (proposed.outcome === 'partly-granted' && appliedOre > 0 && proposed.ore >= appliedOre)
    faults.push({ key: 'notPartly', field: 'outcome' })
  if (proposed.outcome === 'granted' && proposed.ore > 0 && proposed.ore < appliedOre)
    faults.push({ key: 'onlyPartly', field: 'outcome' })
  if (proposed.reasons.trim() === '') faults.push({ key: 'reasonsMissing', field: 'reasons' })
  if (proposed.reasons.length > MOST_REASONS)
    faults.push({ key: 'reasonsTooLong', field: 'reasons', data: { most: MOST_REASONS } })
  return faults
}

export type Warning = 'aboveApplied' | 'aboveMax' | 'belowMin' | 'aboveCalculated' | 'abovePot'

/** What may be wrong but may be meant: said, and asked to be confirmed. */
export function warningsOf(proposed: Proposed, limits: Limits): { key: Warning; ore: number }[] {
  const warnings: { key: Warning; ore: number }[] = []
  if (proposed.ore <= 0) return warnings
  if (limits.appliedOre > 0 && proposed.ore > limits.appliedOre) warnings.push({ key: 'aboveApplied', ore: limits.appliedOre })
  if (limits.maxOre !== undefined && proposed.ore > limits.maxOre) warnings.push({ key: 'aboveMax', ore: limits.maxOre })
  if (limits.minOre !== undefined && proposed.ore < limits.minOre) warnings.push({ key: 'belowMin', ore: limits.minOre })
  if (typeof limits.calculatedOre === 'number' && proposed.ore > limits.calculatedOre)
    warnings.push({ key: 'aboveCalculated', ore: limits.calculatedOre })
  if (limits.leftOre !== undefined && proposed.ore > limits.leftOre)
    warnings.push({ key: 'abovePot', ore: Math.max(0, limits.leftOre) })
  return warnings
}

/** The outcome that an amount means when only the amount is given: nothing is a refusal, less than applied is partly. */
export function outcomeOfAmount(ore: number, appliedOre: number): Outcome {
  if (ore <= 0) return 'refused'
  return ore < appliedOre ? 'partly-granted' : 'granted'
}
