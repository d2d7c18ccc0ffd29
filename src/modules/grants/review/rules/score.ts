/** The weighted score of an assessment: each criterion's share of its best score, by weight, from 0 to 100. */
import type { Reason } from '#platform/errors.ts'
import type { Criterion } from '../../model.ts'

export interface GivenScore {
  criterion: string
  score: number
  reason: string
}

/** Undefined while a criterion has no score. Two decimals. */
export function weightedScore(criteria: readonly Criterion[], scores: readonly GivenScore[]): number | undefined {
  if (criteria.length === 0) return undefined
  let sum = 0
  let weights = 0
  for (const criterion of criteria) {
    const given = scores.find((each) => each.criterion === criterion.key)
    if (!given) return undefined
    sum += (criterion.weight * given.score) / criterion.maxScore
    weights += criterion.weight
  }
  return Math.round((sum / weights) * 10_000) / 100
}

/** What is wrong with an assessment. Done, it has every score and every reason; before that what is there must be possible. */
export function assessmentFaults(criteria: readonly Criterion[], scores: readonly GivenScore[], done: boolean): Reason[] {
  const faults: Reason[] = []
  for (const criterion of criteria) {
    const given = scores.find((each) => each.criterion === criterion.key)
    if (given && (!Number.isInteger(given.score) || given.score < 0 || given.score > criterion.maxScore))
      faults.push({ key: 'scoreRange', field: `score.${criterion.key}`, data: { most: criterion.maxScore } })
    if (given && given.reason.length > 2000)
      faults.push({ key: 'scoreReasonTooLong', field: `reason.${criterion.key}`, data: { most: 2000 } })
    if (!done) continue
    if (!given) faults.push({ key: 'scoreMissing', field: `score.${criterion.key}` })
    else if (given.reason.trim() === '') faults.push({ key: 'scoreReasonMissing', field: `reason.${criterion.key}` })
  }
  return faults
}
