import type { Child } from 'hono/jsx'
import type { Lang } from '../../texts/texts.ts'
import { Details } from '../navigation.tsx'
import { lookTexts } from '../texts.ts'

export interface ChartTableProps {
  lang: Lang
  caption: string
  /** First the name's heading, then one per number. */
  headings: readonly string[]
  rows: readonly { name: Child; values: readonly Child[] }[]
  sums?: readonly Child[]
  /** Seen at once, or opened by who wants it. */
  visible?: boolean
}

/** The numbers behind a chart. Every chart has one. */
export function ChartTable(props: ChartTableProps) {
  const table = (
    <table class="ds-table tg-chart-table">
      <caption class={props.visible ? undefined : 'ds-sr-only'}>{props.caption}</caption>
      <thead>
        <tr>
          {props.headings.map((heading, index) => (
            <th scope="col" class={index > 0 ? 'tg-num' : undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr>
            <th scope="row">{row.name}</th>
            {row.values.map((value) => (
              <td class="tg-num">{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {props.sums ? (
        <tfoot>
          <tr>
            <th scope="row">{lookTexts[props.lang].total}</th>
            {props.sums.map((sum) => (
              <td class="tg-num">{sum}</td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
  return props.visible ? table : <Details summary={lookTexts[props.lang].showNumbers}>{table}</Details>
}

/** The frame of a chart: its finding as a sentence, the drawing, the table. */
export function Figure(props: { finding: Child; source?: Child; table?: Child; children?: Child }) {
  return (
    <figure class="tg-figure">
      <figcaption>
        <p class="tg-figure__finding">{props.finding}</p>
      </figcaption>
      {props.children}
      {props.table}
      {props.source ? <p class="tg-figure__source">{props.source}</p> : null}
    </figure>
  )
}
