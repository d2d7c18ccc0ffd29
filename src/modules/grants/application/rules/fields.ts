import type { Answer, BudgetAnswer, Field, PlainField, SchemeDefinition } from '../../model.ts'

interface PlacedField {
  page: SchemeDefinition['form']['pages'][number]
  field: Field
}

const listed = new WeakMap<SchemeDefinition, readonly PlacedField[]>()

/** Every field of the form in the order it is asked, with the page it stands on. */
export function listFields(definition: SchemeDefinition): readonly PlacedField[] {
  let fields = listed.get(definition)
  if (!fields) {
    fields = definition.form.pages.flatMap((page) => page.fields.map((field) => ({ page, field })))
    listed.set(definition, fields)
  }
  return fields
}

export function findField(definition: SchemeDefinition, key: string): Field | undefined {
  return listFields(definition).find((each) => each.field.key === key)?.field
}

/** What stands on the page without asking: information, and headings. */
export function asksNothing(field: Pick<Field, 'type'>): boolean {
  return field.type === 'info' || field.type === 'section'
}

/** A budget answer, also from what is not one: a definition that changed its mind must not break a draft. */
export function asBudget(answer: Answer | undefined): BudgetAnswer {
  const parts = partsOf(answer)
  return parts && Array.isArray(parts['lines']) ? (parts as unknown as BudgetAnswer) : { lines: [] }
}

/** The rows of a table answer. */
export function asRows(answer: Answer | undefined): Record<string, Answer>[] {
  return Array.isArray(answer) ? (answer as unknown[]).filter((row): row is Record<string, Answer> => isRecord(row)) : []
}

/** An answer made of parts (a period, a person, a budget); undefined for any other. */
export function partsOf(answer: unknown): Record<string, unknown> | undefined {
  return isRecord(answer) ? answer : undefined
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True when nothing is answered: absent, empty text, no choice, a group of empty parts. */
export function isEmpty(field: Field | PlainField, answer: Answer | undefined): boolean {
  if (answer === undefined || answer === null) return true
  if (typeof answer === 'string') return answer.trim() === ''
  if (field.type === 'budget') return asBudget(answer).lines.length === 0
  if (field.type === 'declaration') return answer !== true
  if (Array.isArray(answer)) return answer.length === 0
  if (isRecord(answer)) return Object.values(answer).every((part) => typeof part !== 'string' || part.trim() === '')
  return false
}
