import type { RoundDefinition, SchemeDefinition } from '../../model.ts'
import { stops, advises, type Finding } from './findings.ts'

/** Days of the rounds: in order, not all behind us, not over one another. `today` is a day in Oslo. */
export function checkDates(definition: SchemeDefinition, today: string): Finding[] {
  const { rounds } = definition
  const order = rounds.flatMap((round) =>
    round.decisionBy !== undefined && round.decisionBy <= (round.closes ?? round.opens)
      ? [
          stops('decisionBeforeDeadline', `rounds[${round.key}].decisionBy`, {
            round: round.title,
            day: round.decisionBy,
            deadline: round.closes ?? round.opens,
          }),
        ]
      : [],
  )
  const over = rounds.every((round) => round.closes !== undefined && round.closes < today)
  const last = rounds.toSorted((a, b) => (a.closes ?? '').localeCompare(b.closes ?? '')).at(-1)
  return [
    ...order,
    ...(over && last ? [advises('roundsOver', 'rounds', { day: last.closes ?? '' })] : []),
    ...overlaps(rounds),
    ...rolling(definition),
  ]
}

function overlaps(rounds: readonly RoundDefinition[]): Finding[] {
  const sorted = rounds.toSorted((a, b) => a.opens.localeCompare(b.opens))
  return sorted.flatMap((round, index) => {
    const before = sorted[index - 1]
    const meets = before !== undefined && (before.closes === undefined || before.closes >= round.opens)
    return meets ? [advises('roundsOverlap', `rounds[${round.key}].opens`, { round: round.title, other: before.title })] : []
  })
}

/** Who applies when nothing closes needs to know how long before; a notice says so. */
function rolling({ rounds, notice, answerWithinWeeks }: SchemeDefinition): Finding[] {
  return rounds.flatMap((round) =>
    round.closes === undefined && !notice && round.potOre === undefined
      ? [advises('noDeadline', `rounds[${round.key}].closes`, { round: round.title, weeks: answerWithinWeeks })]
      : [],
  )
}
