import { rulesOf } from '../../application/rules/checks.ts'
import type { Surroundings } from '../../application/rules/facts.ts'
import { workOutForm, type FormState } from '../../application/rules/form-state.ts'
import { validateForm, type Problem } from '../../application/rules/validate.ts'
import type { Answers, EffectiveDefinition, SchemeDefinition, SchemeExample } from '../../model.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { factsOf } from './trial-applicants.ts'
import { overall, type TriedSide } from './tried.ts'

/** What a definition says of an invented application, and whether that is what its owner expects. */

/** What is known of the municipality the example is tried in. */
export interface Here {
  number?: string
  districts: readonly string[]
}

export interface WorkedExample {
  state: FormState
  problems: Problem[]
  side: TriedSide
}

/** The applicant has applied for nothing before; the round is the scheme's first. */
export function workOutExample(
  definition: EffectiveDefinition,
  example: Pick<SchemeExample, 'applicant' | 'day'> & { answers: Answers },
  here: Here,
): WorkedExample {
  const [round] = definition.rounds
  const around: Surroundings = {
    applicant: factsOf(example.applicant, here.number),
    ...(here.number ? { municipalityNumber: here.number } : {}),
    round: { opens: round?.opens ?? example.day, ...(round?.closes ? { closes: round.closes } : {}) },
    earlier: { applications: [], awards: [], overdueReports: 0, sameRound: 0 },
    today: example.day,
  }
  const state = workOutForm(definition, example.answers, around, rulesOf(definition))
  const problems = validateForm(definition, example.answers, state, { districts: here.districts })
  const side: TriedSide = {
    rules: Object.fromEntries(state.rules.map(({ rule, outcome }) => [rule.key, outcome])),
    ...(state.calculatedOre === undefined ? {} : { calculatedOre: state.calculatedOre }),
    stopsAt: [...new Set(problems.map(({ field }) => field))].toSorted(),
  }
  return { state, problems, side }
}

/** One kept example under one definition; undefined where the definition has not the part it is for. */
export function tryExample(definition: SchemeDefinition, example: SchemeExample, here: Here): TriedSide | undefined {
  const part = definition.parts ? definition.parts.find(({ key }) => key === example.part) : undefined
  if (definition.parts && !part) return undefined
  return workOutExample(forPart(definition, part?.key), { ...example, answers: example.answers as Answers }, here).side
}

export type Broken = 'outcome' | 'ore' | 'stops'

/** Which expectations do not hold; all of them where it cannot be tried at all. */
export function brokenBy(expects: SchemeExample['expects'], side: TriedSide | undefined): Broken[] {
  if (!expects) return []
  return [
    ...(expects.outcome !== undefined && (!side || overall(side) !== expects.outcome) ? (['outcome'] as const) : []),
    ...(expects.ore !== undefined && side?.calculatedOre !== expects.ore ? (['ore'] as const) : []),
    ...(expects.stops !== undefined && (!side || side.stopsAt.length > 0 !== expects.stops) ? (['stops'] as const) : []),
  ]
}

/** What came of it, as an expectation for later. */
export function expectationOf(side: TriedSide): NonNullable<SchemeExample['expects']> {
  return {
    outcome: overall(side),
    ...(side.calculatedOre === undefined ? {} : { ore: side.calculatedOre }),
    stops: side.stopsAt.length > 0,
  }
}
