import type { Answers, Field, FormPage, SchemeDefinition } from '../../model.ts'
import { budgetRows } from './budget-rows.ts'
import { appliedOre, budgetSums } from './facts.ts'
import { asBudget, asRows, asksNothing, isEmpty, listFields } from './fields.ts'
import type { FormState } from './form-state.ts'
import type { Known, Problem } from './problem.ts'
import { lengthOf, validateValue } from './validate-value.ts'

/** Whether the answers can be sent: what is missing, cannot be read or does not add up. */

export type { Known, Problem, ProblemKey } from './problem.ts'

/** Problems on all shown pages, in the order of the form. Empty when the application can be sent. */
export function validateForm(definition: SchemeDefinition, answers: Answers, state: FormState, known: Known): Problem[] {
  return definition.form.pages.flatMap((page) => validatePage(definition, page, answers, state, known))
}

export function validatePage(
  definition: SchemeDefinition,
  page: FormPage,
  answers: Answers,
  state: FormState,
  known: Known,
): Problem[] {
  if (state.hiddenPages.has(page.key)) return []
  return page.fields
    .filter((field) => !state.hidden.has(field.key))
    .flatMap((field) => validateField(definition, field, answers, state, known))
}

function validateField(definition: SchemeDefinition, field: Field, answers: Answers, state: FormState, known: Known): Problem[] {
  if (asksNothing(field) || field.type === 'calculated') return []
  const answer = answers[field.key]
  const required = state.required.has(field.key)
  if (field.type === 'table') return [...validateTable(field, answers, state, required, known), ...ownChecks(field, state)]
  if (field.type === 'budget') {
    const problems = validateBudget(definition, field, answers, state, required)
    return problems.length > 0 ? problems : ownChecks(field, state)
  }
  if (isEmpty(field, answer)) return required ? [missing(field, field.key)] : []
  const problems = validateValue(field, field.key, answer, known, state.dateLimits[field.key] ?? {})
  return problems.length > 0 ? problems : ownChecks(field, state)
}

function ownChecks(field: Field, state: FormState): Problem[] {
  const columns = field.type === 'table' ? field.fields : []
  return [
    ...failedChecks(field, field.key, field.key, state),
    ...columns.flatMap((column) => failedChecks(column, `${field.key}.${column.key}`, field.key, state)),
  ]
}

function failedChecks(field: Pick<Field, 'checks'>, key: string, name: string, state: FormState): Problem[] {
  return (state.failedChecks[key] ?? []).flatMap((index) => {
    const check = field.checks[index]
    return check ? [{ field: name, name, key: 'check' as const, message: check.message }] : []
  })
}

export function missing(field: Pick<Field, 'type' | 'key'>, name: string): Problem {
  const at = { field: field.key, name }
  switch (field.type) {
    case 'yesNo':
    case 'oneOf':
    case 'severalOf':
    case 'district':
      return { ...at, key: 'requiredChoice' }
    case 'file':
      return { ...at, key: 'requiredFile' }
    case 'declaration':
      return { ...at, key: 'requiredDeclaration' }
    case 'period':
      return { ...at, name: `${name}.from`, key: 'required' }
    case 'person':
    case 'organisation':
      return { ...at, name: `${name}.name`, key: 'required' }
    case 'address':
      return { ...at, name: `${name}.street`, key: 'required' }
    default:
      return { ...at, key: 'required' }
  }
}

function validateTable(
  table: Extract<Field, { type: 'table' }>,
  answers: Answers,
  state: FormState,
  required: boolean,
  known: Known,
): Problem[] {
  const rows = asRows(answers[table.key])
  const filled = rows.filter((row) => Object.keys(row).length > 0).length
  const at = { field: table.key, name: table.key }
  if (filled > table.maxRows) return [{ ...at, key: 'tooManyRows', data: { most: table.maxRows } }]
  const least = Math.max(table.minRows, required ? 1 : 0)
  const few: Problem[] = filled < least ? [{ ...at, key: 'tooFewRows', data: { least } }] : []
  return [
    ...few,
    ...rows.flatMap((row, index) => (Object.keys(row).length === 0 ? [] : validateRow(table, row, index, state, known))),
  ]
}

function validateRow(
  table: Extract<Field, { type: 'table' }>,
  row: Answers,
  index: number,
  state: FormState,
  known: Known,
): Problem[] {
  return table.fields.flatMap((field): Problem[] => {
    const column = `${table.key}.${field.key}`
    if (asksNothing(field) || field.type === 'calculated' || state.hidden.has(column)) return []
    const name = `${table.key}.${index}.${field.key}`
    const about = { field: table.key, part: field.label, row: index + 1 }
    if (isEmpty(field, row[field.key])) return state.required.has(column) ? [{ ...missing(field, name), ...about }] : []
    const found = validateValue(field, name, row[field.key], known, state.dateLimits[column] ?? {})
    return found.map((problem) => ({ ...problem, ...about }))
  })
}

type BudgetField = Extract<Field, { type: 'budget' }>
const LONGEST_NOTE = 300

function validateBudget(
  definition: SchemeDefinition,
  field: BudgetField,
  answers: Answers,
  state: FormState,
  required: boolean,
): Problem[] {
  const budget = asBudget(answers[field.key])
  const at = { field: field.key }
  const used = budget.lines.filter((line) => line.label.trim() !== '' || line.category !== '' || (line.typed ?? '1') !== '')
  if (used.length === 0) return required ? [{ ...at, name: field.key, key: 'required' }] : []
  const rows = budgetRows(field, budget.lines)
  const lines = budget.lines.flatMap((line): Problem[] => {
    const index = rows.find((row) => row.line === line)?.index ?? 0
    const part = field.categories.find((each) => each.key === line.category)?.label
    const name = `${field.key}.${index}`
    const about = part ? { part } : line.label ? { data: { line: line.label } } : { row: index + 1 }
    if (line.typed === '' && line.label.trim() === '' && line.category === '') return []
    if (line.typed !== undefined) return [{ ...at, ...about, name: `${name}.amount`, key: 'lineAmount' }]
    const now = lengthOf(line.label)
    if (now > LONGEST_NOTE) {
      const which = part ? { part } : { row: index + 1 }
      return [{ ...at, ...which, name: `${name}.label`, key: 'tooLong', data: { most: LONGEST_NOTE, now } }]
    }
    return line.category === '' && line.label.trim() === '' ? [{ ...at, ...about, name: `${name}.label`, key: 'lineText' }] : []
  })
  const hours: Problem[] = budget.typedHours === undefined ? [] : [{ ...at, name: `${field.key}.hours`, key: 'notNumber' }]
  if (budget.volunteerHours !== undefined && (budget.volunteerHours < 0 || budget.volunteerHours > 1_000_000)) {
    hours.push({ ...at, name: `${field.key}.hours`, key: 'tooLarge', data: { most: 1_000_000 } })
  }
  return lines.length + hours.length > 0 ? [...lines, ...hours] : balance(definition, field, answers, state)
}

/** What the money does not add up to: costs on one side, income and the amount applied for on the other. */
function balance(definition: SchemeDefinition, field: BudgetField, answers: Answers, state: FormState): Problem[] {
  const sums = budgetSums(definition, answers, state.hidden)
  if (!sums) return []
  const at = { field: field.key, name: field.key }
  if (field.categories.some((each) => each.side === 'cost') && sums.cost === 0) return [{ ...at, key: 'noCost' }]
  const gap = budgetGap(definition, answers, state)
  if (gap === undefined || gap === 0) return []
  return [{ ...at, key: gap < 0 ? 'incomeTooLow' : 'incomeTooHigh', data: { ore: Math.abs(gap) } }]
}

/**
 * Income and the amount applied for, less costs, in øre: 0 when it adds up. Undefined while something is missing, and in schemes
 * where the formula sets the amount or the budget has only one side: there is nothing to balance.
 */
export function budgetGap(definition: SchemeDefinition, answers: Answers, state: FormState): number | undefined {
  const sums = budgetSums(definition, answers, state.hidden)
  const sides = new Set(
    listFields(definition).flatMap(({ field }) => (field.type === 'budget' ? field.categories.map((each) => each.side) : [])),
  )
  if (!sums || !definition.amount.askedIn || sides.size < 2) return undefined
  const applied = appliedOre(definition, answers, state)
  if (applied === undefined) return undefined
  return sums.income + (countsApplied(definition) ? 0 : applied) - sums.cost
}

/** True when the budget has a line of its own for the amount applied for, so that it must not be counted twice. */
export function countsApplied(definition: SchemeDefinition): boolean {
  return listFields(definition).some(
    ({ field }) =>
      field.type === 'budget' &&
      field.categories.some((each) => each.side === 'income' && /^(applied|applied[A-Z].*|thisGrant)$/.test(each.key)),
  )
}
