import { Button } from '#platform/look/index.ts'
import type { Answer, TableField } from '../../model.ts'
import { asRows } from '../rules/fields.ts'
import { typedValues } from '../rules/typed-values.ts'
import { fieldTexts } from '../texts/fields.ts'
import type { Asking } from './asking.ts'
import { QuestionGroup } from './field-parts.tsx'
import { PlainInput } from './plain-input.tsx'

/** The same few questions for each thing: a group per row, rows to add and remove. */
export function TableInput({ ask, field, optional }: { ask: Asking; field: TableField; optional: boolean }) {
  const t = fieldTexts[ask.lang]
  const stored = asRows(ask.answers[field.key])
  const offered = Math.max(field.minRows, 1)
  const rows: Record<string, Answer>[] = stored.length > 0 ? stored : Array.from({ length: offered }, () => ({}))
  return (
    <QuestionGroup ask={ask} field={field} optional={optional && field.minRows === 0}>
      {rows.map((row, index) => (
        <Row ask={ask} field={field} row={row} index={index} kept={index >= offered} />
      ))}
      {rows.length < field.maxRows ? (
        <Button variant="secondary" small icon="plus" name="_do" value={`add:${field.key}`} formnovalidate>
          {t.addRow}
        </Button>
      ) : null}
    </QuestionGroup>
  )
}

function Row({
  ask,
  field,
  row,
  index,
  kept,
}: {
  ask: Asking
  field: TableField
  row: Record<string, Answer>
  index: number
  kept: boolean
}) {
  const t = fieldTexts[ask.lang]
  const title = `${field.rowTitle[ask.lang]} ${t.row(index + 1)}`
  const empty = Object.keys(row).length === 0
  return (
    <fieldset class="tg-row ds-fieldset" id={`${field.key}-row-${index}`}>
      <legend class="ds-label">{title}</legend>
      <div class="tg-parts">
        {field.fields
          .filter((column) => !ask.state.hidden.has(`${field.key}.${column.key}`))
          .map((column) => (
            <PlainInput
              ask={ask}
              field={column}
              name={`${field.key}.${index}.${column.key}`}
              answer={row[column.key]}
              optional={!ask.state.required.has(`${field.key}.${column.key}`)}
            />
          ))}
      </div>
      {field.fields
        .filter((column) => ask.state.hidden.has(`${field.key}.${column.key}`))
        .flatMap((column) => typedValues(column, `${field.key}.${index}.${column.key}`, row[column.key]))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      {kept ? <input type="hidden" name={`${field.key}.${index}.extra`} value="1" /> : null}
      {kept || !empty ? (
        <Button variant="tertiary" small icon="trash" name="_do" value={`remove:${field.key}:${index}`} formnovalidate>
          {t.removeWhat(title.toLowerCase())}
        </Button>
      ) : null}
    </fieldset>
  )
}
