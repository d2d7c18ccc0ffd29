export interface Tile {
  id: string
  name: string
  /** Place in the grid, from 0; roughly where it lies. The list's order is the reading order and never changes. */
  column: number
  row: number
  value: number
  /** Short, as it stands in the tile: "1,2 mill.", "14". */
  text: string
}

export interface TileMapProps {
  id: string
  title: string
  description: string
  tiles: readonly Tile[]
  /** Under the map: what light and dark mean. */
  legend?: { least: string; most: string }
}

const side = 150
const tall = 112
const gap = 8

/** A map in squares: every district the same size, more is darker, and the number stands in each. */
export function TileMap({ id, title, description, tiles, legend }: TileMapProps) {
  const columns = Math.max(0, ...tiles.map((tile) => tile.column)) + 1
  const rows = Math.max(0, ...tiles.map((tile) => tile.row)) + 1
  const most = Math.max(0, ...tiles.map((tile) => tile.value))
  return (
    <div class="tg-map">
      <svg
        class="tg-map__tiles"
        viewBox={`-1 -1 ${columns * side - gap + 2} ${rows * tall - gap + 2}`}
        width={columns * 128}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {tiles.map((tile) => {
          const shade = shadeOf(tile.value, most)
          const [x, y] = [tile.column * side, tile.row * tall]
          const lines = wrap(tile.name)
          return (
            <g class={`tg-tile tg-tile--${shade}`}>
              <rect x={x} y={y} width={side - gap} height={tall - gap} rx="6" />
              {lines.map((line, index) => (
                <text class="tg-tile__name" x={x + 12} y={y + 28 + index * 21}>
                  {line}
                </text>
              ))}
              <text class="tg-tile__value" x={x + 12} y={y + tall - gap - 14}>
                {tile.text}
              </text>
            </g>
          )
        })}
      </svg>
      {legend ? (
        <p class="tg-map__legend">
          <span>{legend.least}</span>
          <svg viewBox="0 0 100 12" width="100" height="12" aria-hidden="true" focusable="false">
            {[1, 2, 3, 4, 5].map((shade) => (
              <rect class={`tg-shade-${shade}`} x={(shade - 1) * 20} width="20" height="12" />
            ))}
          </svg>
          <span>{legend.most}</span>
        </p>
      ) : null}
    </div>
  )
}

/** 1 (least) to 5 (most), by share of the greatest; 1 for none. */
export function shadeOf(value: number, most: number): number {
  if (most <= 0 || value <= 0) return 1
  return Math.min(5, Math.max(1, Math.ceil((value / most) * 5)))
}

/** A name on at most two lines that fit the tile; longer ones end in "…" and stand whole in the table. */
function wrap(name: string): string[] {
  const room = 13
  if (name.length <= room) return [name]
  const words = name.split(/(?<=[\s-])/)
  const lines = ['', '']
  let at = 0
  for (const word of words) {
    if (at === 0 && (lines[0] + word).trim().length > room && lines[0] !== '') at = 1
    lines[at] += word
  }
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (line.length > room ? `${line.slice(0, room - 1)}…` : line))
}
