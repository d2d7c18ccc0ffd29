import type { Fact, Facts } from '#platform/feel/index.ts'
import { isDay } from '#platform/time.ts'
import type { AmountLine, Answer, Answers, EffectiveDefinition, Field, PlainField, SchemeDefinition } from '../../model.ts'
import { registerPartOf } from './registered.ts'
import { asBudget, asRows, asksNothing, listFields, partsOf } from './fields.ts'

/** The facts that a scheme's rules, conditions and formulas read. What nobody knows is null, never a guess. */

export interface ApplicantFacts {
  kind: 'organisation' | 'group' | 'unit' | 'person'
  number?: string
  form?: string
  inVoluntaryRegister?: boolean
  municipality?: string
  bankrupt?: boolean
  deleted?: boolean
  registered?: boolean
  /** Whole years, persons only. */
  age?: number
}

/** What a draft that only tries a scheme's form goes by: an unpublished definition as it was last shown, and an invented applicant. */
export interface Trial {
  definition: SchemeDefinition
  applicant: { name: string; facts: ApplicantFacts }
}

export interface EarlierCase {
  year: number
  scheme: string
  appliedOre: number
  grantedOre: number
}

export interface EarlierFacts {
  applications: EarlierCase[]
  awards: EarlierCase[]
  overdueReports: number
  sameRound: number
}

/** What is known around the answers. */
export interface Surroundings {
  applicant: ApplicantFacts
  /** The municipality's own number. */
  municipalityNumber?: string
  /** Oslo days. */
  round: { opens: string; closes?: string }
  /** What is left out is unknown. */
  earlier?: Partial<EarlierFacts>
  /** Oslo day. */
  today: string
}

/** What Torg works out while the form is filled in. */
export interface WorkedOut {
  /** Keys of fields that are not asked now: their answers count as unknown. */
  hidden: ReadonlySet<string>
  /** Values of calculated fields and of the amount's steps, by key. */
  calculated: Readonly<Record<string, Fact>>
  steps: Readonly<Record<string, Fact>>
  calculatedOre?: number
  /** How it came to be, line by line. */
  amountLines: readonly AmountLine[]
  /** What a round's money is shared by, in schemes that share it by points. */
  points?: number
}

export const nothingWorkedOut: WorkedOut = { hidden: new Set(), calculated: {}, steps: {}, amountLines: [] }

/** All facts for one application. Pure: the same input gives the same facts. */
export function buildFacts(
  definition: EffectiveDefinition,
  answers: Answers,
  around: Surroundings,
  worked: WorkedOut = nothingWorkedOut,
): Facts {
  const answer: Record<string, Fact> = {}
  for (const { field } of listFields(definition)) {
    if (asksNothing(field)) continue
    if (field.type === 'calculated') answer[field.key] = worked.calculated[field.key] ?? null
    else answer[field.key] = worked.hidden.has(field.key) ? null : answerFact(field, answers[field.key])
  }
  return {
    answer,
    applicant: applicantFacts(around.applicant),
    application: { part: definition.part?.key ?? null },
    municipality: { number: around.municipalityNumber ?? null },
    budget: budgetFacts(definition, answers, worked.hidden),
    amount: { applied: appliedOre(definition, answers, worked) ?? null, calculated: worked.calculatedOre ?? null },
    step: Object.fromEntries(definition.amount.steps.map((step) => [step.key, worked.steps[step.key] ?? null])),
    earlier: around.earlier ? earlierFacts(around.earlier) : noEarlier,
    round: { opens: { date: around.round.opens }, closes: around.round.closes ? { date: around.round.closes } : null },
    today: { date: around.today },
  }
}

/** One answer as a fact; what cannot be read as the field's type is unknown. */
export function answerFact(field: Field | PlainField, answer: Answer | undefined): Fact {
  if (answer === undefined || answer === null) return null
  switch (field.type) {
    case 'number':
    case 'percentage':
      return typeof answer === 'number' ? answer : null
    case 'amount':
      return typeof answer === 'number' && Number.isSafeInteger(answer) ? { ore: answer } : null
    case 'yesNo':
      return typeof answer === 'boolean' ? answer : null
    case 'declaration':
      return answer === true
    case 'date':
      return typeof answer === 'string' && isDay(answer) ? { date: answer } : null
    case 'period':
      return periodFact(partsOf(answer))
    case 'severalOf':
    case 'file':
      return Array.isArray(answer) && answer.length > 0 ? answer.filter((each): each is string => typeof each === 'string') : null
    case 'district':
      return Array.isArray(answer) ? (answer.length > 0 ? (answer as string[]) : null) : textFact(answer)
    case 'organisation':
      return organisationFact(answer)
    case 'person':
    case 'address':
      return partsFact(partsOf(answer))
    case 'table': {
      const rows = asRows(answer).filter((row) => Object.keys(row).length > 0)
      return rows.length > 0
        ? rows.map((row) => Object.fromEntries(field.fields.map((each) => [each.key, answerFact(each, row[each.key])])))
        : null
    }
    case 'budget':
    case 'info':
    case 'section':
    case 'calculated':
      return null
    case 'shortText':
    case 'longText':
    case 'oneOf':
    case 'bankAccount':
      return textFact(answer)
  }
}

/** The amount asked for in øre: the answer the scheme points to, or what its formula gives. Undefined when not known yet. */
export function appliedOre(definition: SchemeDefinition, answers: Answers, worked: WorkedOut): number | undefined {
  const key = definition.amount.askedIn
  if (!key) return worked.calculatedOre
  const asked = worked.hidden.has(key) ? undefined : answers[key]
  return typeof asked === 'number' && Number.isSafeInteger(asked) ? asked : undefined
}

export interface BudgetSums {
  income: number
  cost: number
  own: number
}

/** Sums of the form's budget tables in øre; undefined where no line has an amount yet. */
export function budgetSums(definition: SchemeDefinition, answers: Answers, hidden: ReadonlySet<string>): BudgetSums | undefined {
  const lines = listFields(definition)
    .filter(({ field }) => field.type === 'budget' && !hidden.has(field.key))
    .flatMap(({ field }) => asBudget(answers[field.key]).lines)
    .filter((line) => line.typed === undefined)
  if (lines.length === 0) return undefined
  const sum = (wanted: (line: (typeof lines)[number]) => boolean) =>
    lines.filter(wanted).reduce((total, line) => total + line.ore, 0)
  return {
    income: sum((line) => line.side === 'income'),
    cost: sum((line) => line.side === 'cost'),
    // The applicant's own money: categories named own, ownShare, ownFunds …
    own: sum((line) => line.side === 'income' && line.category.startsWith('own')),
  }
}

function budgetFacts(definition: SchemeDefinition, answers: Answers, hidden: ReadonlySet<string>): Facts {
  const sums = budgetSums(definition, answers, hidden)
  return { income: sums?.income ?? null, cost: sums?.cost ?? null, own: sums?.own ?? null }
}

function applicantFacts(applicant: ApplicantFacts): Facts {
  return {
    kind: applicant.kind,
    number: applicant.number ?? null,
    form: applicant.form ?? null,
    inVoluntaryRegister: applicant.inVoluntaryRegister ?? null,
    municipality: applicant.municipality ?? null,
    bankrupt: applicant.bankrupt ?? null,
    deleted: applicant.deleted ?? null,
    registered: applicant.registered ?? null,
    age: applicant.age ?? null,
  }
}

const noEarlier: Facts = { applications: null, awards: null, overdueReports: null, sameRound: null }

function earlierFacts(earlier: Partial<EarlierFacts>): Facts {
  const row = (each: EarlierCase): Facts => ({
    year: each.year,
    scheme: each.scheme,
    appliedOre: each.appliedOre,
    grantedOre: each.grantedOre,
  })
  return {
    applications: earlier.applications?.map(row) ?? null,
    awards: earlier.awards?.map(row) ?? null,
    overdueReports: earlier.overdueReports ?? null,
    sameRound: earlier.sameRound ?? null,
  }
}

function periodFact(parts: Record<string, unknown> | undefined): Fact {
  return parts ? { from: dayFact(parts['from']), to: dayFact(parts['to']) } : null
}

function partsFact(parts: Record<string, unknown> | undefined): Fact {
  return parts ? Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, textFact(part)])) : null
}

/** What was written of it, and what the register says; unknown where the register did not answer. */
function organisationFact(answer: Answer): Fact {
  const parts = partsOf(answer)
  if (!parts) return null
  const said = registerPartOf(answer)
  return {
    name: textFact(parts['name']),
    number: textFact(parts['number']),
    form: said?.form || null,
    municipality: said?.municipality ?? null,
    inVoluntaryRegister: said?.inVoluntaryRegister ?? null,
    bankrupt: said?.bankrupt ?? null,
    deleted: said?.deleted ?? null,
    registered: said?.kind === 'found' ? true : said?.kind === 'unknown' ? false : null,
  }
}

function dayFact(value: unknown): Fact {
  return typeof value === 'string' && isDay(value) ? { date: value } : null
}

function textFact(value: unknown): Fact {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
