import type { Child } from 'hono/jsx'
import type { Lang } from '../texts/texts.ts'
import { Icon } from './icon.tsx'
import { lookTexts } from './texts.ts'

export interface Column<Row> {
  label: string
  cell: (row: Row) => Child
  /** Right-aligned with tabular figures. */
  numeric?: boolean
  /** The column that names the row; becomes the card's heading on a phone. The first column when none is marked. */
  heading?: boolean
  /** Where pressing the heading leads, and how the column is sorted now. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
  /** Said to screen readers only: a column of buttons. */
  hideLabel?: boolean
  /** Takes no more room than it needs. */
  narrow?: boolean
}

export interface DataTableProps<Row> {
  lang: Lang
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** An id per row keeps focus and selection when the list is renewed. */
  rowId?: (row: Row) => string
  /** Where Enter and a press on the row lead; the heading cell holds the real link. */
  rowHref?: (row: Row) => string
  /** A box to tick per row: the field's name, its value and what it is called. */
  select?: {
    name: string
    value: (row: Row) => string
    label: (row: Row) => string
    form?: string
    checked?: (row: Row) => boolean
  }
  /** Sums, one per column; undefined leaves the cell empty. */
  footer?: readonly Child[]
  /** Keyboard: j k x enter / ? (desk pages). */
  keyboard?: boolean
}

/** Rows and columns; each row a card on a phone. Roles are written out since changing `display` takes them away. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const headingAt = Math.max(
    0,
    props.columns.findIndex((column) => column.heading),
  )
  return (
    <div class="tg-table-box" tabindex={-1}>
      <table class="ds-table tg-table" role="table" data-keyboard={props.keyboard ? '' : undefined}>
        <caption class={props.hideCaption ? 'ds-sr-only' : undefined}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {props.select ? (
              <th role="columnheader" scope="col" class="tg-table__select">
                <span class="ds-sr-only">{lookTexts[props.lang].keySelect}</span>
              </th>
            ) : null}
            {props.columns.map((column) => (
              <HeadCell lang={props.lang} column={column as Column<never>} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <tr role="row" id={props.rowId?.(row)} data-href={props.rowHref?.(row)}>
              {props.select ? (
                <td role="cell" class="tg-table__select">
                  <input
                    class="ds-input"
                    type="checkbox"
                    name={props.select.name}
                    value={props.select.value(row)}
                    form={props.select.form}
                    aria-label={props.select.label(row)}
                    checked={props.select.checked?.(row)}
                  />
                </td>
              ) : null}
              {props.columns.map((column, index) =>
                index === headingAt ? (
                  <th role="rowheader" scope="row" class={cellClass(column)}>
                    {props.rowHref ? <a href={props.rowHref(row)}>{column.cell(row)}</a> : column.cell(row)}
                  </th>
                ) : (
                  <td role="cell" class={cellClass(column)} data-label={column.hideLabel ? undefined : column.label}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {props.footer ? (
          <tfoot role="rowgroup">
            <tr role="row">
              {props.select ? <td role="cell" class="tg-table__select"></td> : null}
              {props.columns.map((column, index) => (
                <td role="cell" class={cellClass(column)} data-label={index === headingAt ? undefined : column.label}>
                  {props.footer?.[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

function HeadCell({ lang, column }: { lang: Lang; column: Column<never> }) {
  const t = lookTexts[lang]
  const sortable = column.sortHref !== undefined
  return (
    <th role="columnheader" scope="col" class={cellClass(column)} aria-sort={sortable ? (column.sorted ?? 'none') : undefined}>
      {sortable ? (
        <a class="tg-sort" href={column.sortHref} data-sorted={column.sorted}>
          <span>{column.label}</span>
          <span class="ds-sr-only">
            {' '}
            ({t.sortBy(column.label.toLowerCase())}
            {column.sorted ? `, ${column.sorted === 'ascending' ? t.sortedUp : t.sortedDown}` : ''})
          </span>
          {column.sorted ? <Icon name={column.sorted === 'ascending' ? 'arrow-up' : 'arrow-down'} size="sm" /> : null}
        </a>
      ) : column.hideLabel ? (
        <span class="ds-sr-only">{column.label}</span>
      ) : (
        column.label
      )}
    </th>
  )
}

function cellClass(column: { numeric?: boolean; narrow?: boolean }): string | undefined {
  const classes = [column.numeric ? 'tg-num' : '', column.narrow ? 'tg-narrow' : ''].filter(Boolean)
  return classes.length > 0 ? classes.join(' ') : undefined
}
