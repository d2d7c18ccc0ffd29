export interface SparklineProps {
  id: string
  title: string
  /** First to last, evenly apart in time; zero or more. */
  values: readonly number[]
  /** The last value as people read it, written at the line's end. */
  lastText: string
  /** What the line is, for all to see: "Tilskudd per år". */
  label?: string
}

/** A line from zero the size of a word: how something went over time. The last point is marked and named. */
export function Sparkline({ id, title, values, lastText, label }: SparklineProps) {
  const most = Math.max(...values, 1)
  const [width, height, room] = [120, 32, 4]
  const points = values.map((value, index) => ({
    x: room + (index / Math.max(1, values.length - 1)) * (width - 2 * room),
    y: height - room - (Math.max(0, value) / most) * (height - 2 * room),
  }))
  const last = points.at(-1)
  return (
    <span class="tg-spark">
      {label ? <span class="tg-spark__label">{label}</span> : null}
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>{title}</title>
        <line class="tg-spark__zero" x1="0" x2={width} y1={height - room} y2={height - room} />
        <polyline class="tg-spark__line" points={points.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(' ')} />
        {last ? <circle class="tg-spark__dot" cx={last.x.toFixed(1)} cy={last.y.toFixed(1)} r="3.5" /> : null}
      </svg>
      <span class="tg-spark__last">{lastText}</span>
    </span>
  )
}
