import { HiddenFields, Section } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Answers, EffectiveDefinition, RegisterPart } from '../../model.ts'
import type { District } from '../queries/get-draft.ts'
import { asksNothing } from '../rules/fields.ts'
import { addRow, parseRowChange } from '../rules/change-rows.ts'
import type { Surroundings } from '../rules/facts.ts'
import { workOutForm, type FormState } from '../rules/form-state.ts'
import { readField, seenName, type FieldValues } from '../rules/read-answers.ts'
import { withRegister } from '../rules/registered.ts'
import { errorsOf, type Asking } from './asking.ts'
import { Questions } from './questions.tsx'
import type { Problem } from '../rules/validate.ts'

/** The scheme's whole form on one page: for staff who register what came on paper. */
export interface WholeFormProps {
  lang: Lang
  definition: EffectiveDefinition
  answers: Answers
  state: FormState
  districts: readonly District[]
  /** Organisation numbers can be looked up, by a button of the form's own. */
  lookUp?: boolean
  problems?: readonly Problem[]
  typed?: FieldValues
}

/** All questions that are asked, under their pages' titles. Stands inside the caller's form, which must be multipart. */
export function WholeForm(props: WholeFormProps) {
  const { lang, definition, state } = props
  const ask: Asking = {
    lang,
    definition,
    answers: props.answers,
    state: { ...state, required: new Set() },
    districts: props.districts,
    lookUp: props.lookUp === true,
    attachments: [],
    errors: errorsOf(props.problems ?? [], definition, lang),
    ...(props.typed ? { typed: props.typed } : {}),
    markOf: () => undefined,
    fileHref: () => '',
    storedElsewhere: new Map(),
    inOneGo: true,
  }
  return (
    <>
      {definition.form.pages
        .filter((page) => !state.hiddenPages.has(page.key))
        .map((page) => {
          const fields = page.fields.filter((field) => !state.hidden.has(field.key))
          return (
            <Section title={page.title[lang]} level={3}>
              <HiddenFields values={Object.fromEntries(fields.map((field) => [seenName(field.key), '0']))} />
              <Questions ask={ask} fields={fields} level={4} />
            </Section>
          )
        })}
    </>
  )
}

/**
 * What was typed in a WholeForm, worked out. `changed` is true when the button asked for a row more or less: then the form is shown
 * again and nothing is registered.
 * @param said what the register says of the organisations that are named, where it was asked
 */
export function readWholeForm(
  definition: EffectiveDefinition,
  form: FieldValues,
  around: Surroundings,
  said: ReadonlyMap<string, RegisterPart> = new Map(),
): { answers: Answers; state: FormState; changed: boolean } {
  const change = parseRowChange(form.text('_do'))
  let answers: Answers = {}
  for (const page of definition.form.pages) {
    for (const field of page.fields) {
      if (asksNothing(field) || field.type === 'file' || field.type === 'calculated' || !form.has(seenName(field.key))) continue
      const answer = readField(field, form, change?.do === 'remove' ? change : undefined)
      if (answer !== undefined) answers[field.key] = answer
    }
  }
  answers = withRegister(definition, answers, said)
  if (change?.do === 'add') answers = addRow(definition, answers, change)
  return { answers, state: workOutForm(definition, answers, around), changed: change !== undefined }
}
