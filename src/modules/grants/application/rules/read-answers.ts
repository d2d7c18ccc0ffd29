import { parseKr } from '#platform/money.ts'
import type { Answer, BudgetAnswer, BudgetLine, Field, FormPage, TableField } from '../../model.ts'
import { asksNothing } from './fields.ts'
import { parseNumber } from './numbers.ts'
import type { FieldValues } from './field-values.ts'
import { readValue } from './read-values.ts'

export type { FieldValues } from './field-values.ts'

/** Marks that a field stood on the page that was posted: an unticked box sends nothing, and nothing is not "not asked". */
export const seenName = (key: string): string => `_seen.${key}`

/** Marks what was stored when a conflict about a field was shown: a button pressed after that is a choice, an autosave is not. */
export const conflictName = (key: string): string => `_conflict.${key}`

/**
 * The answers of one page as they were typed. Only fields that stood on the posted page are in the result; one that was emptied is
 * there as undefined. What cannot be read stays as text, so that it can be shown again with the reason.
 */
export function readAnswers(page: FormPage, form: FieldValues, removed?: RemovedRow): Map<string, Answer | undefined> {
  const read = new Map<string, Answer | undefined>()
  for (const field of page.fields) {
    if (asksNothing(field) || field.type === 'calculated' || field.type === 'file' || !form.has(seenName(field.key))) continue
    read.set(field.key, readField(field, form, removed))
  }
  return read
}

/** A row whose "remove" button was pressed: its number among the posted rows. */
export interface RemovedRow {
  field: string
  row: number
}

export function readField(field: Field, form: FieldValues, removed?: RemovedRow): Answer | undefined {
  const without = removed?.field === field.key ? removed.row : undefined
  if (field.type === 'budget') return readBudget(field, form, without)
  if (field.type === 'table') return readTable(field, form, without)
  return readValue(field, field.key, form)
}

type BudgetField = Extract<Field, { type: 'budget' }>

function readBudget(field: BudgetField, form: FieldValues, without?: number): BudgetAnswer | undefined {
  const lines = rowNumbers(field.key, form, 200, without).flatMap((row): BudgetLine[] => {
    const name = `${field.key}.${row}`
    const category = form.text(`${name}.category`)
    const known = field.categories.find((each) => each.key === category)
    const side = known?.side ?? (form.text(`${name}.side`) === 'income' ? 'income' : 'cost')
    const label = form.text(`${name}.label`).replaceAll('\n', ' ')
    const amount = form.text(`${name}.amount`)
    const extra = form.has(`${name}.extra`)
    // A row for each category is always shown; it is a line once something is written in it. An added row is one from the start.
    if (!extra && label.trim() === '' && amount.trim() === '') return []
    const ore = parseKr(amount)
    const line = { side, category: known?.key ?? '', label }
    return [ore === undefined || ore < 0 ? { ...line, ore: 0, typed: amount } : { ...line, ore }]
  })
  const hours = form.text(`${field.key}.hours`)
  const read = hours.trim() === '' ? undefined : parseNumber(hours)
  const volunteer = hours.trim() === '' ? {} : read === undefined ? { typedHours: hours } : { volunteerHours: read }
  return lines.length === 0 && hours.trim() === '' ? undefined : { lines, ...volunteer }
}

/** Also rows that a changed scheme has no room for are kept, and told of. */
const TABLE_ROWS = 200

function readTable(field: TableField, form: FieldValues, without?: number): Answer | undefined {
  const rows = rowNumbers(field.key, form, TABLE_ROWS, without).map((row) => {
    const kept = form.has(`${field.key}.${row}.extra`)
    const answers: Record<string, Answer> = {}
    for (const each of field.fields) {
      const value = readValue(each, `${field.key}.${row}.${each.key}`, form)
      if (value !== undefined) answers[each.key] = value
    }
    return { answers, kept }
  })
  // Rows left empty at the end were only offered.
  while (rows.length > 0 && !rows.at(-1)?.kept && Object.keys(rows.at(-1)?.answers ?? {}).length === 0) rows.pop()
  return rows.length > 0 ? rows.map((row) => row.answers) : undefined
}

/** The rows that were posted, in order: `concerts.0.what`, `concerts.3.what` are the rows 0 and 3. */
function rowNumbers(key: string, form: FieldValues, atMost: number, without: number | undefined): number[] {
  const pattern = new RegExp(`^${key}\\.(\\d{1,4})\\.`)
  const found = new Set<number>()
  for (const name of form.names()) {
    const match = pattern.exec(name)
    if (match && Number(match[1]) !== without) found.add(Number(match[1]))
  }
  return [...found].toSorted((a, b) => a - b).slice(0, atMost)
}
