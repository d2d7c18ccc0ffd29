/** A town by the fjord on a day when something is going on: our own drawing, in the municipality's colours. Decoration only. */
export function FrontDrawing() {
  return (
    <svg class="tg-scene" viewBox="0 0 1160 450" preserveAspectRatio="xMaxYMax slice" aria-hidden="true" focusable="false">
      <circle class="tg-scene__sun" cx="1002" cy="104" r="36" />
      <path class="tg-scene__far" d="M500 372 634 236l44 44 84-124 66 98 44-42 62 78 54-58 64 66 66-80 80 84v110z" />
      <path class="tg-scene__snow" d="m762 156-26 38 16 6 12-11 12 13 16-4zM1018 218l-14 16 12 8 10-8 12 6z" />
      <path
        class="tg-scene__near"
        d="M0 384c200-22 380-8 540-30 70-12 130-32 196-18 60 16 104 22 160 6 70-20 150-26 280 10v50H0z"
      />
      <g transform="translate(644 30)">
        {houses.map((house) => (
          <House {...house} />
        ))}
        <path class="tg-scene__line" d="M106 248q52 34 104 4 52 40 124 4 44 30 96-8" />
        {flags.map(([x, y], index) => (
          <path
            class={index % 3 === 1 ? 'tg-scene__flag tg-scene__flag--warm' : 'tg-scene__flag'}
            d={`M${x - 6} ${y}h12l-6 14z`}
          />
        ))}
        {people.map(([x, height], index) => (
          <Person x={x} height={height} warm={index === 2} />
        ))}
      </g>
      <path class="tg-scene__quay" d="M0 374h1180v10H0z" />
      <path class="tg-scene__sea" d="M0 384h1180v80H0z" />
      <path class="tg-scene__boat" d="M962 408h78l-13 18h-52zM998 402v-56l30 50zM992 402v-44l-18 38z" />
      <g class="tg-scene__waves">
        <path d="M72 410q12 7 24 0t24 0 24 0" />
        <path d="M264 430q12 7 24 0t24 0 24 0 24 0" />
        <path d="M470 408q12 7 24 0t24 0 24 0" />
        <path d="M660 428q12 7 24 0t24 0 24 0 24 0 24 0" />
        <path d="M830 406q12 7 24 0t24 0 24 0" />
        <path d="M1060 434q12 7 24 0t24 0 24 0 24 0" />
      </g>
    </svg>
  )
}

interface HouseShape {
  x: number
  width: number
  height: number
  shade: 1 | 2 | 3
  windows: readonly (readonly [number, number])[]
}

const two = (top: number): [number, number][] => [
  [11, top],
  [33, top],
]
const houses: readonly HouseShape[] = [
  { x: 22, width: 58, height: 52, shade: 2, windows: two(18) },
  { x: 84, width: 56, height: 82, shade: 1, windows: [...two(22), ...two(48)] },
  { x: 144, width: 62, height: 58, shade: 3, windows: two(20) },
  { x: 322, width: 56, height: 64, shade: 2, windows: two(24) },
  { x: 382, width: 56, height: 86, shade: 3, windows: [...two(22), ...two(48)] },
  { x: 442, width: 66, height: 58, shade: 1, windows: two(20) },
]

function House({ x, width, height, shade, windows }: HouseShape) {
  return (
    <g transform={`translate(${x} ${344 - height})`} class={`tg-scene__house tg-scene__house--${shade}`}>
      <path class="tg-scene__wall" d={`M0 0 ${width / 2} -26 ${width} 0V${height}H0z`} />
      <path class="tg-scene__roof" d={`M-5 3 ${width / 2} -28 ${width + 5} 3`} />
      {windows.map(([left, down]) => (
        <rect class="tg-scene__window" x={left} y={down} width="12" height="14" rx="1" />
      ))}
    </g>
  )
}

/** Bunting: places along the line's bows. */
const flags: readonly (readonly [number, number])[] = [
  [122, 256],
  [142, 263],
  [162, 264],
  [186, 260],
  [226, 260],
  [248, 269],
  [272, 273],
  [296, 270],
  [318, 262],
  [350, 263],
  [374, 267],
  [398, 263],
  [416, 257],
]

const people: readonly (readonly [number, number])[] = [
  [230, 28],
  [247, 34],
  [264, 26],
  [281, 36],
  [298, 30],
]

function Person({ x, height, warm }: { x: number; height: number; warm: boolean }) {
  return (
    <g
      transform={`translate(${x} ${344 - height})`}
      class={warm ? 'tg-scene__person tg-scene__person--warm' : 'tg-scene__person'}
    >
      <circle cx="0" cy="0" r="5" />
      <path d={`M-6.5 ${height}V13.5a6.5 6.5 0 0 1 13 0v${height - 13.5}z`} />
    </g>
  )
}
