import { formLimits } from '../../model.ts'
import { placeTable, type Column, type Common } from './asking.ts'
import type { Draft, NewField } from './form-draft.ts'
import type { Item } from './import-report.ts'

export interface RowsHead extends Common {
  /** How many rows there must and may be in the source. */
  least?: number | undefined
  most?: number | undefined
}

/** Questions that are asked in as many rows as one likes. Conditions know a column by its own name too. */
export function placeRows(
  draft: Draft,
  fields: NewField[],
  name: string,
  head: RowsHead,
  columns: readonly Column[],
  whole: { item: Item; path: string },
): NewField | undefined {
  const { least, most, ...common } = head
  if (most !== undefined && most > formLimits.rows)
    whole.item.loss(whole.path, `At most ${most} rows are allowed; a table takes at most ${formLimits.rows}.`)
  const limits = { ...(least ? { minRows: least } : {}), ...(most === undefined || most < 1 ? {} : { maxRows: most }) }
  const table = placeTable(draft, fields, name, { ...common, ...limits }, columns)
  if (!table) whole.item.drop(whole.path, 'None of its columns can be brought in.')
  for (const column of columns) aliasColumn(draft, name, column.name)
  return table
}

export function aliasColumn(draft: Draft, table: string, column: string): void {
  const known = draft.answerOf(`${table}.${column}`)
  if (known) draft.alias(column, known)
}
