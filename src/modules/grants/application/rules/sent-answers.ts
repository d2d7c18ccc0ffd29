import type { Answer, Answers, BudgetLine, SchemeDefinition } from '../../model.ts'
import { asBudget, asRows, isEmpty, listFields } from './fields.ts'
import type { FormState } from './form-state.ts'

/** What is sent: the answers to what was asked, with what Torg worked out; hidden fields' answers stay in the draft. */
export function sentAnswers(definition: SchemeDefinition, answers: Answers, state: FormState): Answers {
  const sent: Answers = {}
  for (const { field } of listFields(definition)) {
    if (state.hidden.has(field.key)) continue
    const answer = field.type === 'calculated' ? calculatedAnswer(state, field.key) : answers[field.key]
    if (answer === undefined || isEmpty(field, answer)) continue
    if (field.type === 'budget') sent[field.key] = { ...asBudget(answer), lines: usedLines(asBudget(answer).lines) }
    else if (field.type === 'table') {
      const shown = field.fields.filter((column) => !state.hidden.has(`${field.key}.${column.key}`))
      const rows = asRows(answer).map((row) =>
        keep(
          row,
          shown.map((column) => column.key),
        ),
      )
      sent[field.key] = rows.filter((row) => Object.keys(row).length > 0)
    } else sent[field.key] = answer
  }
  return sent
}

/** Budget lines that somebody filled in, with amounts that can be read. */
export function usedLines(lines: readonly BudgetLine[]): BudgetLine[] {
  return lines
    .filter((line) => line.typed === undefined)
    .map(({ side, category, label, ore }) => ({ side, category, label: label.trim(), ore }))
}

function calculatedAnswer(state: FormState, key: string): Answer | undefined {
  const value = state.calculated[key]
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : undefined
}

function keep(row: Record<string, Answer>, keys: readonly string[]): Record<string, Answer> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key)))
}
