import type { Answer, Answers, Field, PlainField, RegisterPart, SchemeDefinition } from '../../model.ts'
import { asRows, isRecord, listFields, partsOf } from './fields.ts'
import { isOrganisationNumber } from './numbers.ts'

/** Organisations that are named in answers, and what the register says of them: it stands with the answer it is about. */

/** What the register said of the number that stands in the answer now. */
export function registerPartOf(answer: Answer | undefined): RegisterPart | undefined {
  const parts = partsOf(answer)
  const said = parts?.['register']
  return isRecord(said) && said['number'] === parts?.['number'] ? (said as unknown as RegisterPart) : undefined
}

/** The valid organisation numbers in the answers, in the form's order. */
export function organisationNumbers(definition: SchemeDefinition, answers: Answers): string[] {
  const numbers: string[] = []
  eachOrganisation(definition, answers, (answer) => {
    const number = partsOf(answer)?.['number']
    if (typeof number === 'string' && isOrganisationNumber(number)) numbers.push(number)
    return answer
  })
  return numbers
}

/**
 * The answers with what the register says. A name is filled in where none was written, or where it was the register's name of the
 * number that stood there before; a name somebody wrote stays. A number that was not looked up now keeps what was known of it.
 */
export function withRegister(
  definition: SchemeDefinition,
  answers: Answers,
  said: ReadonlyMap<string, RegisterPart>,
  before: Answers = {},
): Answers {
  return eachOrganisation(
    definition,
    answers,
    (answer, stored) => {
      const { register: _register, ...written } = partsOf(answer) ?? {}
      const number = typeof written['number'] === 'string' ? written['number'] : ''
      const now = said.get(number) ?? registerPartOf(answer) ?? ofSame(number, stored)
      const name = String(written['name'] ?? '')
      const filled = registerPartOf(stored)?.name
      const ours = name.trim() === '' || (name === filled && registerPartOf(stored)?.number !== number)
      return {
        ...written,
        name: ours ? (now?.name ?? '') : name,
        ...(now ? { register: now } : {}),
      } as Answer
    },
    before,
  )
}

function ofSame(number: string, stored: Answer | undefined): RegisterPart | undefined {
  const known = registerPartOf(stored)
  return known?.number === number ? known : undefined
}

type Work = (answer: Answer, before: Answer | undefined) => Answer

function eachOrganisation(definition: SchemeDefinition, answers: Answers, work: Work, before: Answers = {}): Answers {
  const all = { ...answers }
  for (const { field } of listFields(definition)) {
    const answer = all[field.key]
    if (answer === undefined) continue
    if (field.type === 'organisation') all[field.key] = one(field, answer, before[field.key], work)
    else if (field.type === 'table' && field.fields.some((column) => column.type === 'organisation')) {
      const earlier = asRows(before[field.key])
      all[field.key] = asRows(answer).map((row, index) => eachColumn(field.fields, row, earlier[index] ?? {}, work))
    }
  }
  return all
}

function eachColumn(columns: readonly PlainField[], row: Answers, before: Answers, work: Work): Answers {
  const all = { ...row }
  for (const column of columns) {
    const answer = row[column.key]
    if (answer !== undefined) all[column.key] = one(column, answer, before[column.key], work)
  }
  return all
}

function one(field: Field | PlainField, answer: Answer, before: Answer | undefined, work: Work): Answer {
  return field.type === 'organisation' && partsOf(answer) ? work(answer, before) : answer
}
