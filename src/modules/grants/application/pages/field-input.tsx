import { Alert } from '#platform/look/index.ts'
import type { Field } from '../../model.ts'
import { applyTexts } from '../texts/apply.ts'
import type { Asking } from './asking.ts'
import { BudgetInput } from './budget-input.tsx'
import { Mark } from './field-parts.tsx'
import { FileInput } from './file-input.tsx'
import { PlainInput } from './plain-input.tsx'
import { TableInput } from './table-input.tsx'

/** One of the scheme's questions as an input, with what was typed, the reason it cannot be used, and where it came from. */
export function FieldInput({ ask, field }: { ask: Asking; field: Field }) {
  const answer = ask.answers[field.key]
  const optional = !ask.state.required.has(field.key)
  const stored = ask.storedElsewhere.get(field.key)
  return (
    <div class="tg-question" id={`q-${field.key}`}>
      {field.type === 'budget' ? (
        <BudgetInput ask={ask} field={field} optional={optional} />
      ) : field.type === 'table' ? (
        <TableInput ask={ask} field={field} optional={optional} />
      ) : field.type === 'file' ? (
        <FileInput ask={ask} field={field} optional={optional} />
      ) : (
        <PlainInput
          ask={ask}
          field={field}
          name={field.key}
          answer={answer}
          optional={optional}
          mark={<Mark ask={ask} field={field} />}
        />
      )}
      {stored === undefined ? null : <StoredElsewhere ask={ask} field={field} stored={stored} />}
    </div>
  )
}

function StoredElsewhere({ ask, field, stored }: { ask: Asking; field: Field; stored: string }) {
  const t = applyTexts[ask.lang]
  return (
    <Alert kind="warning">
      <p>
        <b>{t.storedNow}</b> {stored || t.storedNothing}
      </p>
      <button
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        type="submit"
        name="_do"
        value={`theirs:${field.key}`}
        formnovalidate
      >
        {t.useStored}
      </button>
    </Alert>
  )
}
