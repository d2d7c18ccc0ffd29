import type { Answer, Answers, SchemeDefinition } from '../../model.ts'
import { asBudget, asRows, findField } from './fields.ts'
import type { RemovedRow } from './read-answers.ts'

/** What a button inside the form asks for: "add:concerts", "add:budget:cost", "remove:concerts:2". */
export type RowChange = { do: 'add'; field: string; side: 'income' | 'cost' } | ({ do: 'remove' } & RemovedRow)

export function parseRowChange(text: string): RowChange | undefined {
  const add = /^add:([a-z][a-zA-Z0-9]*)(?::(income|cost))?$/.exec(text)
  if (add) return { do: 'add', field: add[1] ?? '', side: add[2] === 'income' ? 'income' : 'cost' }
  const remove = /^remove:([a-z][a-zA-Z0-9]*):(\d{1,4})$/.exec(text)
  return remove ? { do: 'remove', field: remove[1] ?? '', row: Number(remove[2]) } : undefined
}

/** The most lines a budget may have. */
const BUDGET_LINES = 200

/** The answers with an empty row more; unchanged where there is no room. */
export function addRow(definition: SchemeDefinition, answers: Answers, add: { field: string; side: 'income' | 'cost' }): Answers {
  const field = findField(definition, add.field)
  if (field?.type === 'budget') {
    const budget = asBudget(answers[field.key])
    const lines = [...budget.lines, { side: add.side, category: '', label: '', ore: 0, typed: '' }]
    return lines.length > BUDGET_LINES ? answers : put(answers, field.key, { ...budget, lines })
  }
  if (field?.type === 'table') {
    const rows = asRows(answers[field.key])
    // One empty row is always shown; a new one comes after it.
    const shown = rows.length === 0 ? Array.from({ length: Math.max(field.minRows, 1) }, () => ({})) : rows
    return shown.length >= field.maxRows ? answers : put(answers, field.key, [...shown, {}])
  }
  return answers
}

function put(answers: Answers, key: string, value: Answer): Answers {
  return { ...answers, [key]: value }
}
