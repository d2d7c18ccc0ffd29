import type { Child } from 'hono/jsx'
import { FormStart, type Ctx } from '#platform/http/index.ts'
import { Alert, Button, ButtonRow } from '#platform/look/index.ts'
import type { Field } from '../../model.ts'

export interface StepFormProps {
  c: Ctx
  words: { next: string; back: string; save: string; savedAutomatically: string }
  action: string
  /** What is asked: with a file among them the form is sent as one with files. */
  fields: readonly Field[]
  /** There is a step to go back to. */
  hasBefore: boolean
  id?: string
  children: Child
}

/** The form of one step, of an application or a report: saved while one types, with the ways on, back and to save. */
export function StepForm({ c, words, action, fields, hasBefore, id, children }: StepFormProps) {
  return (
    <>
      <form
        method="post"
        action={action}
        enctype={fields.some((field) => field.type === 'file') ? 'multipart/form-data' : undefined}
        novalidate
        data-autosave={action}
        id={id}
        class="tg-form"
      >
        <FormStart c={c} />
        {/* What Enter does in a field: the first button of a form. */}
        <button class="ds-sr-only" type="submit" name="_do" value="next" tabindex={-1} aria-hidden="true">
          {words.next}
        </button>
        <div id="questions" data-live>
          {children}
        </div>
        <ButtonRow>
          <Button name="_do" value="next" icon="arrow-right" iconAfter>
            {words.next}
          </Button>
          {hasBefore ? (
            <Button variant="secondary" name="_do" value="back" formnovalidate>
              {words.back}
            </Button>
          ) : null}
          <Button variant="tertiary" name="_do" value="save" formnovalidate>
            {words.save}
          </Button>
        </ButtonRow>
      </form>
      <p class="tg-quiet">{words.savedAutomatically}</p>
    </>
  )
}

/** Says above the form that something was changed elsewhere too; empty, and ready to be renewed, where nothing was. */
export function StepConflict(props: { id: string; words: { conflictTitle: string; conflictBody: string }; shown: boolean }) {
  return (
    <div id={props.id} data-live>
      {props.shown ? (
        <Alert kind="warning" title={props.words.conflictTitle}>
          {props.words.conflictBody}
        </Alert>
      ) : null}
    </div>
  )
}
