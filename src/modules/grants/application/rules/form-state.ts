import { evaluateAll, LIMITS, verdict, type Fact, type Facts, type Item, type Outcome } from '#platform/feel/index.ts'
import type { Answers, EffectiveDefinition, Field, FormPage, PlainField, Rule, SchemeDefinition } from '../../model.ts'
import { amountLines } from './amount.ts'
import { buildFacts, nothingWorkedOut, type Surroundings, type WorkedOut } from './facts.ts'
import { dayOf, isFalse, isShown, isTrue, valueOf } from './outcomes.ts'

/** Which pages and fields are asked, which must be answered, and what the scheme's expressions say of the answers so far. */

/** A column of a table goes by "table.column"; its conditions are the same for every row. */
export interface FormState extends WorkedOut {
  hiddenPages: ReadonlySet<string>
  required: ReadonlySet<string>
  /** Indexes of the field's own checks that are false, by field key. */
  failedChecks: Readonly<Record<string, readonly number[]>>
  /** Oslo days that a date may not be before or after, by field key. */
  dateLimits: Readonly<Record<string, { earliest?: string; latest?: string }>>
  /** The scheme's rules and what each says. */
  rules: readonly { rule: Rule; outcome: 'meets' | 'fails' | 'unknown' }[]
  facts: Facts
}

/** Answers can hide fields whose answers others build on, and sums build on sums: settled within so many rounds. */
const ROUNDS = 8

/**
 * Works the form out in one batch of expressions. Only where the outcome changes what was asked with (an answered field turns out
 * hidden, a calculated value or a step comes to be) is it worked out again, until nothing changes.
 */
export function workOutForm(
  definition: EffectiveDefinition,
  answers: Answers,
  around: Surroundings,
  rules: readonly Rule[] = definition.rules,
): FormState {
  const questions = questionsOf(definition)
  const items = expressionsOf(definition, questions, rules)
  const evaluate = inTime(around.today)
  let worked: WorkedOut = nothingWorkedOut
  for (let round = 1; ; round++) {
    const facts = buildFacts(definition, answers, around, worked)
    const outcomes = evaluate(items, facts)
    const next = readOutcomes(definition, questions, outcomes, facts)
    if (round === ROUNDS || sameWork(worked, next, answers)) {
      return { ...next, ...judged(definition, questions, outcomes, next.hidden, rules), facts }
    }
    worked = next
  }
}

/**
 * Evaluates in rounds that share the time of one batch. What ran out of time is tried once more, since a machine that was busy for
 * a moment must not make a rule unknown; what does so twice is slow in itself, and is not tried in later rounds.
 */
function inTime(today: string): (items: readonly Item[], facts: Facts) => Map<string, Outcome> {
  const clock = { ...clockOf(today), purse: { leftMs: LIMITS.batchMs } }
  const slow = new Map<string, Outcome>()
  return (items, facts) => {
    const outcomes = evaluateAll(
      items.filter(({ key }) => !slow.has(key)),
      facts,
      clock,
    )
    const late = items.filter(({ key }) => isLate(outcomes.get(key)))
    for (const [key, outcome] of evaluateAll(late, facts, clock)) {
      outcomes.set(key, outcome)
      if (isLate(outcome)) slow.set(key, outcome)
    }
    for (const [key, outcome] of slow) outcomes.set(key, outcome)
    return outcomes
  }
}

function isLate(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'error' && (outcome.reason === 'timeout' || outcome.reason === 'not-reached')
}

/** Rules are judged by the day; the moment is noon of it, so that a stored check answers the same when replayed. */
export function clockOf(today: string): { today: string; now: string } {
  return { today, now: `${today}T12:00:00Z` }
}

interface Question {
  key: string
  page: FormPage
  field: Field | PlainField
  /** The table it is a column of. */
  table?: string
  /** The section it stands under; a table's columns go with the table. */
  section?: string
}

const known = new WeakMap<SchemeDefinition, Question[]>()

function questionsOf(definition: SchemeDefinition): Question[] {
  let questions = known.get(definition)
  if (!questions) {
    questions = definition.form.pages.flatMap(questionsOn)
    known.set(definition, questions)
  }
  return questions
}

function questionsOn(page: FormPage): Question[] {
  let section: string | undefined
  return page.fields.flatMap((field): Question[] => {
    const own: Question = { key: field.key, page, field }
    if (field.type === 'section') section = field.key
    else if (section !== undefined) own.section = section
    if (field.type !== 'table') return [own]
    const columns = field.fields.map((column) => ({ key: `${field.key}.${column.key}`, page, field: column, table: field.key }))
    return [own, ...columns]
  })
}

function expressionsOf(definition: SchemeDefinition, questions: Question[], rules: readonly Rule[]): Item[] {
  const items: Item[] = []
  const add = (key: string, expression: string | undefined) => {
    if (expression !== undefined) items.push({ key, expression })
  }
  for (const page of definition.form.pages) add(`page ${page.key}`, page.showIf)
  for (const { key, field } of questions) {
    add(`show ${key}`, field.showIf)
    add(`require ${key}`, field.requiredIf)
    for (const [index, check] of field.checks.entries()) add(`check ${key} ${index}`, check.when)
    if (field.type === 'calculated') add(`value ${key}`, field.value)
    if (field.type === 'date') {
      add(`earliest ${key}`, field.earliest)
      add(`latest ${key}`, field.latest)
    }
  }
  for (const step of definition.amount.steps) add(`step ${step.key}`, step.value)
  if (definition.amount.allocation?.method === 'per-point') add('points', definition.amount.allocation.points)
  for (const rule of rules) add(`rule ${rule.key}`, rule.when)
  return items
}

function readOutcomes(
  definition: SchemeDefinition,
  questions: Question[],
  outcomes: Map<string, Outcome>,
  facts: Facts,
): WorkedOut {
  const hiddenPages = hiddenPagesOf(definition, outcomes)
  const hidden = new Set<string>()
  const calculated: Record<string, Fact> = {}
  for (const { key, page, field, table, section } of questions) {
    const gone = hiddenPages.has(page.key) || hidden.has(table ?? section ?? '')
    if (gone || !isShown(field.showIf, outcomes.get(`show ${key}`))) hidden.add(key)
    else if (field.type === 'calculated') calculated[key] = valueOf(outcomes.get(`value ${key}`))
  }
  const steps = Object.fromEntries(definition.amount.steps.map(({ key }) => [key, valueOf(outcomes.get(`step ${key}`))]))
  const cost = (facts['budget'] as Facts)['cost']
  const lines = amountLines(definition.amount, steps, typeof cost === 'number' ? cost : undefined)
  const calculatedOre = lines.at(-1)?.value
  const points = pointsOf(outcomes.get('points'))
  return {
    hidden,
    calculated,
    steps,
    amountLines: lines,
    ...(calculatedOre === undefined ? {} : { calculatedOre }),
    ...(points === undefined ? {} : { points }),
  }
}

/** Points to share by: never less than nothing, and nothing that cannot be counted. */
function pointsOf(outcome: Outcome | undefined): number | undefined {
  const value = valueOf(outcome)
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(MOST_POINTS, Math.max(0, value)) : undefined
}

const MOST_POINTS = 1_000_000_000

function judged(
  definition: SchemeDefinition,
  questions: Question[],
  outcomes: Map<string, Outcome>,
  hidden: ReadonlySet<string>,
  rules: readonly Rule[],
): Pick<FormState, 'hiddenPages' | 'required' | 'failedChecks' | 'dateLimits' | 'rules'> {
  const required = new Set<string>()
  const failedChecks: Record<string, number[]> = {}
  const dateLimits: Record<string, { earliest?: string; latest?: string }> = {}
  for (const { key, field } of questions) {
    if (hidden.has(key)) continue
    if (field.required || isTrue(outcomes.get(`require ${key}`))) required.add(key)
    const failed = field.checks.flatMap((_, index) => (isFalse(outcomes.get(`check ${key} ${index}`)) ? [index] : []))
    if (failed.length > 0) failedChecks[key] = failed
    if (field.type !== 'date') continue
    const [earliest, latest] = [dayOf(outcomes.get(`earliest ${key}`)), dayOf(outcomes.get(`latest ${key}`))]
    dateLimits[key] = { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) }
  }
  return {
    hiddenPages: hiddenPagesOf(definition, outcomes),
    required,
    failedChecks,
    dateLimits,
    rules: rules.map((rule) => {
      const outcome = outcomes.get(`rule ${rule.key}`)
      return { rule, outcome: outcome ? verdict(outcome) : 'unknown' }
    }),
  }
}

function hiddenPagesOf(definition: SchemeDefinition, outcomes: Map<string, Outcome>): Set<string> {
  return new Set(
    definition.form.pages.filter((page) => !isShown(page.showIf, outcomes.get(`page ${page.key}`))).map((page) => page.key),
  )
}

/** True when working it out again would give the same: what differs is only the hiding of fields nobody has answered. */
function sameWork(before: WorkedOut, next: WorkedOut, answers: Answers): boolean {
  const counts = (worked: WorkedOut) =>
    [...worked.hidden].filter((key) => answers[key.split('.')[0] ?? ''] !== undefined || key in before.calculated).join(' ')
  return (
    counts(before) === counts(next) &&
    before.calculatedOre === next.calculatedOre &&
    sameValues(before.calculated, next.calculated) &&
    sameValues(before.steps, next.steps)
  )
}

function sameValues(before: Readonly<Record<string, Fact>>, next: Readonly<Record<string, Fact>>): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(next)])
  return [...keys].every((key) => JSON.stringify(before[key] ?? null) === JSON.stringify(next[key] ?? null))
}
