import { BarsFrame, type BarsFrameProps } from './bars-frame.tsx'

export interface Bar {
  name: string
  /** Zero or more. */
  value: number
  /** The value as people read it: "1 250 000 kr". */
  text: string
  /** Stands out: this year, mine. */
  marked?: boolean
}

export interface BarChartProps extends Omit<BarsFrameProps, 'children'> {
  bars: readonly Bar[]
}

/**
 * Lying bars from zero, name and number written at each. The words are HTML so that they wrap and grow with the
 * reader's text size; the bars are SVG with widths in per cent, which needs no inline style.
 */
export function BarChart({ id, title, description, bars }: BarChartProps) {
  const most = Math.max(...bars.map((bar) => bar.value), 0)
  return (
    <BarsFrame id={id} title={title} description={description}>
      {bars.map((bar) => (
        <div class="tg-bars__row" data-marked={bar.marked ? '' : undefined}>
          <span class="tg-bars__name">{bar.name}</span>
          <span class="tg-bars__value">{bar.text}</span>
          <svg class="tg-bars__bar" width="100%" height="12" aria-hidden="true" focusable="false">
            <rect class="tg-bars__ground" width="100%" height="12" rx="2" />
            <rect class="tg-bars__fill" width={percent(bar.value, most)} height="12" rx="2" />
          </svg>
        </div>
      ))}
    </BarsFrame>
  )
}

/** A part of a whole as an SVG length: "41.25%". */
export function percent(value: number, whole: number): string {
  return `${(whole > 0 ? (Math.max(0, value) / whole) * 100 : 0).toFixed(2)}%`
}
