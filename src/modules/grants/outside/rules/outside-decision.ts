// What a decision of an outside body must hold to be recorded, and what makes a list of priority whole.

import type { Reason } from '#platform/errors.ts'
import type { Ore } from '#platform/money.ts'
import { isDay } from '#platform/time.ts'
import { grants } from '../../decision/rules/decision.ts'
import type { Outcome } from '../../model.ts'

export const MOST_REFERENCE = 100

/** Empty when it can be recorded. Days in Oslo. */
export function faultsOfOutside(
  given: { outcome: Outcome; ore: Ore; decidedOn: string; reference: string },
  today: string,
): Reason[] {
  const gives = grants(given.outcome)
  return [
    ...(gives && given.ore <= 0 ? [{ key: 'amountMissing', field: 'ore' }] : []),
    ...(!gives && given.ore !== 0 ? [{ key: 'amountNotZero', field: 'ore' }] : []),
    ...faultsOfTrace(given, today),
  ]
}

/** What is wrong with when and where it was made. */
export function faultsOfTrace(given: { decidedOn: string; reference: string }, today: string): Reason[] {
  const reference = given.reference.trim()
  return [
    ...(!isDay(given.decidedOn) ? [{ key: 'dayMissing', field: 'decidedOn' }] : []),
    ...(isDay(given.decidedOn) && given.decidedOn > today ? [{ key: 'dayAhead', field: 'decidedOn' }] : []),
    ...(reference === '' || reference.length > MOST_REFERENCE ? [{ key: 'referenceMissing', field: 'reference' }] : []),
  ]
}

/** The places as they were typed; an empty one is no place. Two cases cannot have the same. */
export function readRanks(typed: readonly { caseId: string; text: string }[]): {
  ranks: { caseId: string; rank: number | null }[]
  faults: Reason[]
} {
  const taken = new Set<number>()
  const faults: Reason[] = []
  const ranks = typed.map(({ caseId, text }) => {
    const rank = text.trim() === '' ? null : Number(text)
    if (rank !== null && (!Number.isInteger(rank) || rank < 1 || rank > 9999))
      faults.push({ key: 'notARank', field: `rank.${caseId}` })
    else if (rank !== null && taken.has(rank)) faults.push({ key: 'rankTwice', field: `rank.${caseId}` })
    else if (rank !== null) taken.add(rank)
    return { caseId, rank }
  })
  return { ranks, faults }
}
