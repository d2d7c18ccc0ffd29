import type { Outcome } from '#platform/feel/index.ts'
import type { EffectiveDefinition, Rule } from '../../model.ts'
import { factTypes } from './fact-types.ts'
import { usesOf } from './fact-uses.ts'
import { checksOf, conditionsOf, formFieldsIn, optionsOf, showIfOf, type PlacedField } from './fields-in.ts'
import { advises, stops, type Finding, type FindingKey, type Params } from './findings.ts'
import { search, type Demand, type Found, type Search } from './satisfy.ts'

/** Every way through the form can be gone: nothing is hidden for ever, no rule is one that nobody can meet. */

/** What all searches in one definition may cost together, in counted steps of evaluation. */
const STEPS = 150_000

const isTrue = (outcome: Outcome): boolean => outcome.kind === 'value' && outcome.value === true
const isFalse = (outcome: Outcome): boolean => outcome.kind === 'value' && outcome.value === false
/** A condition with a fault does not hide a question. */
const shows = (outcome: Outcome): boolean => outcome.kind === 'error' || isTrue(outcome)
const passes = (outcome: Outcome): boolean => !isFalse(outcome)

export function checkReach(definition: EffectiveDefinition, today: string): Finding[] {
  const around: Search = { types: factTypes(definition), today, budget: { left: STEPS } }
  const fields = formFieldsIn(definition)
  return [
    ...pages(definition, around),
    ...fields.flatMap((field) => [...shown(field, around), ...choices(field, around)]),
    ...definition.rules.flatMap((rule, index) => ruleFindings(rule, index, definition, around)),
  ]
}

function pages(definition: EffectiveDefinition, around: Search): Finding[] {
  return definition.form.pages.flatMap((page): Finding[] => {
    const path = `form.pages[${page.key}]`
    const name: Params = { name: page.title }
    const empty = page.fields.length === 0 ? [advises('pageEmpty', path, name)] : []
    if (!page.showIf) return empty
    const found = reach([{ expression: page.showIf, holds: shows }], around)
    return [...empty, ...told(found, 'pageNeverShown', `${path}.showIf`, { ...name, expression: page.showIf })]
  })
}

function told(found: Found, never: FindingKey, path: string, params: Params): Finding[] {
  if (found === 'never') return [stops(never, path, params)]
  return found === 'unproven' ? [advises('notProven', path, params)] : []
}

/** First the demands alone; where they can hold, also with what must hold for the answers they build on to be given. */
function reach(demands: readonly Demand[], around: Search): Found {
  const alone = search(demands, around)
  if (alone !== 'possible') return alone
  for (const withChecks of [false, true]) {
    const more = supports(demands, around, withChecks)
    if (more.length > 0 && search([...demands, ...more], around) === 'never') return 'never'
  }
  return 'possible'
}

/** More facts than this are not followed: what is left out only makes the search say less. */
const FOLLOWED = 12

/** An answer is there only when its question is asked, and can be sent only when its checks pass. */
function supports(demands: readonly Demand[], { types }: Search, withChecks: boolean): Demand[] {
  const seen = new Set<string>()
  const open = demands.flatMap((demand) => [...(usesOf(demand.expression, types)?.keys() ?? [])])
  const made: Demand[] = []
  for (let path = open.shift(); path !== undefined && seen.size < FOLLOWED; path = open.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    const field = types.get(path)?.field
    if (!field) continue
    const own = [
      ...conditionsOf(field).map((expression): Demand => ({ expression, holds: shows, unless: path })),
      ...(withChecks ? checksOf(field).map((check): Demand => ({ expression: check.when, holds: passes, unless: path })) : []),
    ]
    made.push(...own)
    open.push(...own.flatMap((demand) => [...(usesOf(demand.expression, types)?.keys() ?? [])]))
  }
  return made
}

function nameOf(field: PlacedField): Params {
  return { name: field.field['label'] as Params[string], key: field.key }
}

function shown(field: PlacedField, around: Search): Finding[] {
  const { path } = field
  const showIf = showIfOf(field)
  const conditions = conditionsOf(field)
  // The page's own condition is told at the page.
  const found = showIf === undefined && !field.section ? 'possible' : reach(conditions.map(shownIf), around)
  const key = field.table ? 'columnNeverShown' : field.field['required'] === true ? 'requiredNeverShown' : 'fieldNeverShown'
  const never = told(found, key, `${path}.showIf`, { ...nameOf(field), expression: conditions.join(' and ') })
  if (found === 'never') return never
  const requiredIf = field.field['requiredIf']
  const neverRequired =
    typeof requiredIf === 'string' && search([{ expression: requiredIf, holds: isTrue }], around) === 'never'
      ? [advises('neverRequired', `${path}.requiredIf`, { ...nameOf(field), expression: requiredIf })]
      : []
  const checks = field.table ? [] : checksOf(field)
  const never1 = checks.flatMap((check) =>
    answered(field, around).some((fact) => search([{ expression: check.when, holds: passes }, isGiven(fact)], around) === 'never')
      ? [stops('checkNeverPasses', check.path, { ...nameOf(field), expression: check.when })]
      : [],
  )
  return [...never, ...neverRequired, ...never1]
}

function shownIf(expression: string): Demand {
  return { expression, holds: shows }
}

function answered(field: PlacedField, { types }: Search): string[] {
  const path = `answer.${field.key}`
  const kind = types.get(path)?.kind
  return kind === undefined || kind === 'any' || kind === 'context' ? [] : [path]
}

function isGiven(fact: string): Demand {
  return { expression: `${fact} != null`, holds: isTrue }
}

/** Options that the question's own checks, or the conditions it stands under, never let anyone send. */
function choices(field: PlacedField, around: Search): Finding[] {
  if (field.type !== 'oneOf' || field.table) return []
  const checks = checksOf(field).map((check): Demand => ({ expression: check.when, holds: passes }))
  const conditions = conditionsOf(field).map(shownIf)
  if (checks.length === 0 && !conditions.some((each) => each.expression.includes(field.key))) return []
  return optionsOf(field).flatMap((option) => {
    const chosen: Demand = { expression: `answer.${field.key} = ${JSON.stringify(option)}`, holds: isTrue }
    return search([chosen, ...checks, ...conditions], around) === 'never'
      ? [advises('optionNeverAllowed', `${field.path}.options[${option}]`, { ...nameOf(field), option })]
      : []
  })
}

function ruleFindings(rule: Rule, index: number, definition: EffectiveDefinition, around: Search): Finding[] {
  const twice = definition.rules.filter((each) => each.key === rule.key).length > 1
  const path = `rules[${twice ? index : rule.key}].when`
  const params: Params = { name: rule.title, expression: rule.when }
  // A rule that says null on purpose asks a person, always.
  if (rule.when.trim() === 'null') return []
  const met = reach([{ expression: rule.when, holds: isTrue }], around)
  const failed = reach([{ expression: rule.when, holds: isFalse }], around)
  if (met === 'never' && failed === 'never') return [advises('ruleNeverDecides', path, params)]
  if (met === 'never') return [stops('ruleNeverMet', path, params)]
  if (failed === 'never') return [advises('ruleNeverFails', path, params)]
  return met === 'unproven' ? [advises('notProven', path, params)] : []
}
