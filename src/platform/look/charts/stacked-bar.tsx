import { percent } from './bar-chart.tsx'
import { BarsFrame, type BarsFrameProps } from './bars-frame.tsx'

export interface StackedRow {
  name: string
  /** One number per series, zero or more. */
  values: readonly number[]
  /** The row's sum as people read it. */
  text: string
}

export interface StackedBarProps extends Omit<BarsFrameProps, 'children'> {
  /** At most five, in the same order everywhere. */
  series: readonly string[]
  rows: readonly StackedRow[]
  /** Each row fills the width: shares instead of amounts. */
  shares?: boolean
}

/** Bars made of parts. The parts' names stand above in the parts' order; the numbers stand in the table beside. */
export function StackedBar({ id, title, description, series, rows, shares }: StackedBarProps) {
  const sums = rows.map((row) => row.values.reduce((sum, value) => sum + Math.max(0, value), 0))
  const most = Math.max(...sums, 0)
  return (
    <BarsFrame id={id} title={title} description={description}>
      <div class="tg-legend">
        {series.map((name, index) => (
          <span>
            <svg width="14" height="14" aria-hidden="true" focusable="false">
              <rect class={`tg-series-${index + 1}`} width="14" height="14" rx="2" />
            </svg>
            {name}
          </span>
        ))}
      </div>
      {rows.map((row, at) => (
        <div class="tg-bars__row">
          <span class="tg-bars__name">{row.name}</span>
          <span class="tg-bars__value">{row.text}</span>
          <svg class="tg-bars__bar" width="100%" height="20" aria-hidden="true" focusable="false">
            {parts(row.values, shares ? (sums[at] ?? 0) : most).map((part, index) =>
              part.width === '0.00%' ? null : (
                <rect class={`tg-part tg-series-${index + 1}`} x={part.x} width={part.width} height="20" />
              ),
            )}
          </svg>
        </div>
      ))}
    </BarsFrame>
  )
}

function parts(values: readonly number[], whole: number): { x: string; width: string }[] {
  let before = 0
  return values.map((value) => {
    const part = { x: percent(before, whole), width: percent(value, whole) }
    before += Math.max(0, value)
    return part
  })
}
