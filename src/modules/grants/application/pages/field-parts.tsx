import type { Child } from 'hono/jsx'
import { Fieldset, Tag } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { Answer, Field } from '../../model.ts'
import type { Asking } from './asking.ts'

/** Where an answer came from: last year's application or a register, and whether it has been changed. */
export function Mark({ ask, field }: { ask: Asking; field: Field }) {
  const mark = ask.markOf(field)
  return mark ? (
    <span class="tg-mark">
      <Tag tone={mark.changed ? 'accent' : 'neutral'} icon={mark.changed ? 'edit' : 'check'}>
        {mark.text}
      </Tag>
    </span>
  ) : null
}

/** What is shown under the label: the scheme's help, and where the answer came from. */
export function helpOf(ask: Asking, field: Pick<Field, 'help'>, mark?: unknown, extra?: string) {
  const words = [field.help?.[ask.lang], extra].filter(Boolean).join(' ')
  return words || mark ? (
    <>
      {words}
      {mark as never}
    </>
  ) : undefined
}

/** A question of several inputs: its label, help and where its answer came from, and what is wrong with the whole. */
export function QuestionGroup(props: { ask: Asking; field: Field; optional: boolean; children: Child }) {
  const { ask, field } = props
  return (
    <Fieldset
      lang={ask.lang}
      name={field.key}
      label={field.label[ask.lang]}
      help={helpOf(ask, field, <Mark ask={ask} field={field} />)}
      error={ask.errors.get(field.key)}
      optional={props.optional}
    >
      {props.children}
    </Fieldset>
  )
}

/** An amount as it stands in its field: "12 500" or the text that could not be read. */
export function kroner(answer: Answer | undefined): string {
  return typeof answer === 'number' ? formatKr(answer, 'nb').replace(/\s?kr$/, '') : typeof answer === 'string' ? answer : ''
}
