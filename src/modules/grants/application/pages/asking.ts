import { fieldId, type FieldProblem } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Answer, Field, FormPage, SchemeDefinition } from '../../model.ts'
import type { Attachment, District } from '../queries/get-draft.ts'
import { findField } from '../rules/fields.ts'
import type { FormState } from '../rules/form-state.ts'
import type { Merged } from '../rules/merge.ts'
import type { FieldValues } from '../rules/read-answers.ts'
import type { Problem } from '../rules/validate.ts'
import { showAnswer } from '../show-answer.ts'
import { describeProblem } from '../texts/problems.ts'

/** What every input of a form page is shown with. */
export interface Asking {
  lang: Lang
  definition: SchemeDefinition
  answers: Record<string, Answer>
  state: FormState
  districts: readonly District[]
  attachments: readonly Attachment[]
  /** Sentence per input name. */
  errors: ReadonlyMap<string, string>
  /** What was typed in the request being answered: shown as it was typed. */
  typed?: FieldValues
  /** Where the answer came from: last year's application, a register. */
  markOf: (field: Field) => { text: string; changed: boolean } | undefined
  /** Where an attachment is downloaded. */
  fileHref: (attachmentId: string) => string
  /** What is stored now, where it differs from what is typed: written in another tab. */
  storedElsewhere: ReadonlyMap<string, string>
  /** Organisation numbers can be looked up from this page. */
  lookUp?: boolean
  /** The whole form is sent at once: files go with it, without a button of their own. */
  inOneGo?: boolean
}

export function errorsOf(problems: readonly Problem[], definition: SchemeDefinition, lang: Lang): Map<string, string> {
  const errors = new Map<string, string>()
  for (const problem of problems) {
    if (!errors.has(problem.name)) errors.set(problem.name, sentenceOf(problem, definition, lang))
  }
  return errors
}

export function sentenceOf(problem: Problem, definition: SchemeDefinition, lang: Lang): string {
  return describeProblem(problem, findField(definition, problem.field)?.label[lang] ?? problem.field, lang)
}

/** For the error summary: each fault with a link to the input, or to the group when it belongs to none. */
export function summaryOf(problems: readonly Problem[], definition: SchemeDefinition, lang: Lang): FieldProblem[] {
  return problems.map((problem) => ({ id: inputId(problem, definition), message: sentenceOf(problem, definition, lang) }))
}

export function inputId(problem: Problem, definition: SchemeDefinition): string {
  const field = findField(definition, problem.field)
  const group =
    problem.name === problem.field && ['budget', 'table', 'period', 'organisation', 'address'].includes(field?.type ?? '')
  return group ? `${fieldId(problem.name)}-field` : fieldId(problem.name)
}

/** In a field written in two places, what was typed here stands in it; what is stored is said beside it. */
export function withMine(answers: Record<string, Answer>, conflicts: Merged['conflicts']): Record<string, Answer> {
  const all = { ...answers }
  for (const { key, mine } of conflicts) {
    if (mine === undefined) delete all[key]
    else all[key] = mine
  }
  return all
}

/** What is stored of each field of the page that was written in two places, in words. */
export function storedElsewhere(
  conflicts: Merged['conflicts'],
  formPage: FormPage,
  names: Parameters<typeof showAnswer>[2],
  lang: Lang,
): Map<string, string> {
  return new Map(
    conflicts.flatMap((each) => {
      const field = formPage.fields.find((one) => one.key === each.key)
      return field ? [[each.key, showAnswer(field, each.stored, names, lang)] as const] : []
    }),
  )
}
