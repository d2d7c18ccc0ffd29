import { budgetGap, countsApplied, type Problem } from '../../application/rules/validate.ts'
import { appliedOre } from '../../application/rules/facts.ts'
import { asBudget, listFields } from '../../application/rules/fields.ts'
import type { Answer, Answers, EffectiveDefinition, Field, SchemeDefinition, SchemeExample } from '../../model.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { edgesOf, type Edge } from './edges.ts'
import { diceOf, inventAnswer, inventBudget, type Dice } from './invent-values.ts'
import { workOutExample, type Here, type WorkedExample } from './run-example.ts'
import { applicantsFor, type TrialApplicant } from './trial-applicants.ts'
import { overall } from './tried.ts'

/** Invented applications: the same scheme and seed give the same ones. */

export interface Invention extends Pick<SchemeExample, 'applicant' | 'part'> {
  answers: Answers
  /** What it is made to try: a value at the edge of what a rule or a limit says; none for an ordinary application. */
  about?: { field: Field; value: Answer }
}

export interface Inventing {
  seed: number
  many: number
  /** Oslo day. */
  day: string
  here: Here
  /** True when there is no time left to look for better answers. */
  hurry?: () => boolean
}

/** Of tries at one application, how many are made; and how often what the form stops at is answered anew. */
const TRIES = 8
const MENDED = 4

/** First an ordinary one that meets as much as can be found, then one for each edge and each kind of applicant, in turn. */
export function invent(definition: SchemeDefinition, input: Inventing): Invention[] {
  const effectives = definition.parts
    ? definition.parts.map(({ key }) => forPart(definition, key))
    : [forPart(definition, undefined)]
  const applicants = applicantsFor(definition)
  const edges = new Map(effectives.map((each) => [each, shuffled(edgesOf(each, input.day), diceOf(input.seed))]))
  return Array.from({ length: input.many }, (_none, n): Invention => {
    const effective = effectives[n % effectives.length] as EffectiveDefinition
    const turn = Math.floor(n / effectives.length)
    const own = edges.get(effective) ?? []
    const edge = turn === 0 || own.length === 0 ? undefined : own[(turn - 1) % own.length]
    // Every third is somebody else than the usual applicant.
    const applicant = applicants[turn % 3 === 2 ? Math.floor(turn / 3 + 1) % applicants.length : 0] ?? 'member'
    const answers = bestOf(effective, { ...input, applicant, ...(edge ? { edge } : {}) }, input.seed * 1009 + n * 31)
    return {
      applicant,
      answers,
      ...(effective.part ? { part: effective.part.key } : {}),
      ...(edge ? { about: edge } : {}),
    }
  })
}

interface Wanted extends Inventing {
  applicant: TrialApplicant
  edge?: Edge
}

/** Of several tries, the one that the form stops least, and that meets most rules. */
function bestOf(definition: EffectiveDefinition, wanted: Wanted, seed: number): Answers {
  let best: { answers: Answers; worth: number } | undefined
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { answers, worked } = attemptOne(definition, wanted, diceOf(seed + attempt * 7919))
    const met = Object.values(worked.side.rules).filter((outcome) => outcome === 'meets').length
    const worth = met - worked.problems.length * 100
    if (!best || worth > best.worth) best = { answers, worth }
    const perfect = worked.problems.length === 0 && overall(worked.side) === 'meets'
    if (perfect || wanted.hurry?.()) break
  }
  return best?.answers ?? {}
}

function attemptOne(definition: EffectiveDefinition, wanted: Wanted, dice: Dice): { answers: Answers; worked: WorkedExample } {
  const around = { day: wanted.day, districts: wanted.here.districts }
  const answers: Answers = {}
  const give = (field: Field) => {
    const answer = wanted.edge?.field.key === field.key ? wanted.edge.value : inventAnswer(field, dice, around)
    if (answer !== undefined) answers[field.key] = answer
  }
  for (const { field } of listFields(definition)) give(field)
  const work = () => workOutExample(definition, { applicant: wanted.applicant, day: wanted.day, answers }, wanted.here)
  let worked = work()
  for (let round = 0; round < MENDED && !wanted.hurry?.(); round++) {
    balanceBudgets(definition, answers, worked)
    for (const { field } of listFields(definition)) {
      const problems = worked.problems.filter((each) => each.field === field.key && field.type !== 'budget')
      if (problems.length > 0 && wanted.edge?.field.key !== field.key) give(field)
      if (field.type === 'date') answers[field.key] = dayWithin(answers[field.key], problems) ?? answers[field.key] ?? ''
    }
    worked = work()
    if (worked.problems.length === 0) break
  }
  // What is not asked was never answered.
  for (const key of worked.state.hidden) delete answers[key]
  return { answers, worked }
}

/** A day that the form says is too early or too late, moved to the nearest that is not. */
function dayWithin(answer: Answer | undefined, problems: readonly Problem[]): string | undefined {
  const limit = problems.find(({ key }) => key === 'dateTooEarly' || key === 'dateTooLate')?.data?.['day']
  return typeof limit === 'string' ? limit : typeof answer === 'string' ? answer : undefined
}

/** Budgets that add up with the amount applied for. */
function balanceBudgets(definition: EffectiveDefinition, answers: Answers, { state }: WorkedExample): void {
  const applied = appliedOre(definition, answers, state) ?? 0
  for (const { field } of listFields(definition)) {
    if (field.type !== 'budget' || state.hidden.has(field.key)) continue
    const cost = Math.max(applied * 2, 1_000_000)
    answers[field.key] = {
      lines: inventBudget(field, cost, definition.amount.askedIn || countsApplied(definition) ? applied : 0),
    }
    const gap = budgetGap(definition, answers, state)
    const line = asBudget(answers[field.key]).lines.find(
      ({ side }) => side === (gap !== undefined && gap < 0 ? 'income' : 'cost'),
    )
    if (gap && line) line.ore += Math.abs(gap)
  }
}

function shuffled<T>(list: readonly T[], dice: Dice): T[] {
  const all = [...list]
  for (let at = all.length - 1; at > 0; at--) {
    const other = dice(at + 1)
    const kept = all[at] as T
    all[at] = all[other] as T
    all[other] = kept
  }
  return all
}
