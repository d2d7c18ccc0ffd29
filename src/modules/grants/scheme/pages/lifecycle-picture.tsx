import type { LaneLine, LifecyclePicture, PlacedState, StraightLine } from '../rules/draw-lifecycle.ts'

const box = { width: 190, height: 48 }
const gap = { layer: 52, column: 72, lane: 128 }

interface Words {
  status: Record<string, string>
  action: Record<string, string>
}

interface Place {
  x: number
  y: number
}

/** A lifecycle as SVG: boxes downwards, lanes at the sides, words on each line. `label` says what the picture shows. */
export function LifecycleSvg({
  picture,
  words,
  id,
  label,
}: {
  picture: LifecyclePicture
  words: Words
  id: string
  label: string
}) {
  const widest = Math.max(...picture.states.map((state) => state.of))
  const middle = widest * box.width + (widest - 1) * gap.column
  const left = picture.lanesLeft * gap.lane + 16
  const width = left + middle + picture.lanesRight * gap.lane + 16
  const height = picture.layers * box.height + (picture.layers - 1) * gap.layer + 32
  const places = new Map(picture.states.map((state) => [state.status, placeOf(state, left, middle)]))
  const place = (status: string): Place => places.get(status) ?? { x: 0, y: 0 }
  return (
    <svg class="tg-life" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <defs>
        <marker
          id={`${id}-end`}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="8"
          markerHeight="8"
          orient="auto-start-reverse"
        >
          <path d="M0 1 9 5 0 9z" />
        </marker>
      </defs>
      {picture.lanes.map((line) => (
        <Lane line={line} place={place} words={words} edge={{ left, right: left + middle }} end={`url(#${id}-end)`} />
      ))}
      {picture.straight.map((line) => (
        <Straight line={line} place={place} words={words} end={`url(#${id}-end)`} />
      ))}
      {picture.states.map((state) => (
        <State state={state} at={place(state.status)} words={words} isEnd={isEnd(picture, state.status)} />
      ))}
    </svg>
  )
}

function placeOf(state: PlacedState, left: number, middle: number): Place {
  const row = state.of * box.width + (state.of - 1) * gap.column
  // A single state stands over the first column, so that the main way is one straight line.
  const start = state.of === 1 ? left + (middle > box.width ? (middle - box.width) / 2 : 0) : left + (middle - row) / 2
  return { x: start + state.column * (box.width + gap.column), y: 16 + state.layer * (box.height + gap.layer) }
}

function isEnd(picture: LifecyclePicture, status: string): boolean {
  return ![...picture.straight.map((line) => line.from), ...picture.lanes.flatMap((line) => line.from)].includes(status)
}

function State({ state, at, words, isEnd: end }: { state: PlacedState; at: Place; words: Words; isEnd: boolean }) {
  const stays = state.stays.map((action) => words.action[action]).join(', ')
  return (
    <g
      class={
        end ? 'tg-life__state tg-life__state--end' : state.layer === 0 ? 'tg-life__state tg-life__state--first' : 'tg-life__state'
      }
    >
      <rect x={at.x} y={at.y} width={box.width} height={box.height} rx={end ? box.height / 2 : 8} />
      <text x={at.x + box.width / 2} y={at.y + (stays ? 22 : 30)} text-anchor="middle">
        {words.status[state.status]}
      </text>
      {stays ? (
        <text class="tg-life__stays" x={at.x + box.width / 2} y={at.y + 39} text-anchor="middle">
          {`↻ ${stays}`}
        </text>
      ) : null}
    </g>
  )
}

function Straight({
  line,
  place,
  words,
  end,
}: {
  line: StraightLine
  place: (status: string) => Place
  words: Words
  end: string
}) {
  const [from, to] = [place(line.from), place(line.to)]
  const start = { x: from.x + box.width / 2, y: from.y + box.height }
  const stop = { x: to.x + box.width / 2, y: to.y - 1 }
  const middle = (start.y + stop.y) / 2
  const path =
    start.x === stop.x
      ? `M${start.x} ${start.y}V${stop.y}`
      : `M${start.x} ${start.y}C${start.x} ${middle} ${stop.x} ${middle} ${stop.x} ${stop.y}`
  return (
    <g class="tg-life__move">
      <path d={path} marker-end={end} />
      <Label x={(start.x + stop.x) / 2} y={middle + 5} text={line.actions.map((action) => words.action[action]).join(' / ')} />
    </g>
  )
}

interface LaneProps {
  line: LaneLine
  place: (status: string) => Place
  words: Words
  edge: { left: number; right: number }
  end: string
}

/** From the sides of the states it leaves, along the lane, and in to the side of the state it reaches. */
function Lane({ line, place, words, edge, end }: LaneProps) {
  const isRight = line.side === 'right'
  const x = isRight ? edge.right + gap.lane * (line.lane + 0.5) : edge.left - gap.lane * (line.lane + 0.5)
  const side = (status: string) => place(status).x + (isRight ? box.width : 0)
  // Lines leave below the middle of a box and arrive above it when they go up, the other way around when they go down.
  const leave = (status: string) => place(status).y + box.height * (isRight ? 0.7 : 0.3)
  const arrive = place(line.to).y + box.height * (isRight ? 0.3 : 0.7)
  const bend = isRight ? -10 : 10
  const into = arrive > leave(line.from[0] ?? line.to) ? -10 : 10
  const ys = [...line.from.map(leave), arrive]
  return (
    <g class="tg-life__move">
      {line.from.map((status) => (
        <path
          d={`M${side(status)} ${leave(status)}H${x + bend}Q${x} ${leave(status)} ${x} ${leave(status) - into}V${arrive + into}Q${x} ${arrive} ${x + bend} ${arrive}H${side(line.to) + (isRight ? 1 : -1)}`}
          marker-end={end}
        />
      ))}
      <Label
        x={x}
        y={betweenLayers((Math.min(...ys) + Math.max(...ys)) / 2) + 5}
        text={line.actions.map((action) => words.action[action]).join(' / ')}
      />
    </g>
  )
}

/** The nearest height between two layers: no line crosses there but the lanes themselves. */
function betweenLayers(y: number): number {
  const step = box.height + gap.layer
  const first = 16 + box.height + gap.layer / 2
  return first + Math.round((y - first) / step) * step
}

/** Words on a line, on a ground that lets them be read; long ones in two rows. */
function Label({ x, y, text }: { x: number; y: number; text: string }) {
  const rows = inRows(text)
  const width = Math.max(...rows.map((row) => row.length)) * 7.2 + 12
  return (
    <g class="tg-life__label">
      <rect x={x - width / 2} y={y - 15 - (rows.length - 1) * 9} width={width} height={20 + (rows.length - 1) * 18} rx="4" />
      {rows.map((row, index) => (
        <text x={x} y={y + (index - (rows.length - 1) / 2) * 18} text-anchor="middle">
          {row}
        </text>
      ))}
    </g>
  )
}

function inRows(text: string): string[] {
  if (text.length <= 16) return [text]
  const words = text.split(' ')
  const cut = words.findIndex((_, index) => words.slice(0, index + 1).join(' ').length >= text.length / 2 - 1)
  return cut === -1 || cut === words.length - 1 ? [text] : [words.slice(0, cut + 1).join(' '), words.slice(cut + 1).join(' ')]
}
