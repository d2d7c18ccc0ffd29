/**
 * Lays a lifecycle out as a picture: states in layers from the first downwards, neighbours joined straight, longer ways in lanes
 * at the sides: forward to the right, back to the left. Several states that go to one by the same action share a lane.
 */

export interface Move {
  from: string
  action: string
  to: string
}

export interface PlacedState {
  status: string
  layer: number
  /** Place within the layer, from the left. */
  column: number
  /** How many stand in the layer. */
  of: number
  /** Actions that leave the thing in this state. */
  stays: string[]
}

/** A line between neighbouring layers. */
export interface StraightLine {
  from: string
  to: string
  actions: string[]
}

/** A line by a lane at the side, from one or more states to one. Lane 0 is nearest. */
export interface LaneLine {
  from: string[]
  to: string
  actions: string[]
  side: 'left' | 'right'
  lane: number
}

export interface LifecyclePicture {
  states: PlacedState[]
  straight: StraightLine[]
  lanes: LaneLine[]
  layers: number
  lanesLeft: number
  lanesRight: number
}

type Table = Record<string, Record<string, string | null>>

/** The moves of a lifecycle table, in its order. */
export function movesOf(lifecycle: Table): Move[] {
  return Object.entries(lifecycle).flatMap(([from, actions]) =>
    Object.entries(actions).flatMap(([action, to]) => (to === null ? [] : [{ from, action, to }])),
  )
}

export function layOut(lifecycle: Table): LifecyclePicture {
  const statuses = Object.keys(lifecycle)
  const moves = movesOf(lifecycle)
  const between = moves.filter((move) => move.from !== move.to)
  const backward = findBackward(statuses, between)
  const layer = layersOf(
    statuses,
    between.filter((move) => !backward.has(move)),
  )
  const states = placeStates(statuses, layer, moves, between)
  const isNext = (move: Move) => !backward.has(move) && (layer.get(move.to) ?? 0) - (layer.get(move.from) ?? 0) === 1
  const lanes = shareLanes(
    between.filter((move) => !isNext(move)),
    layer,
    backward,
  )
  const count = (side: LaneLine['side']) =>
    Math.max(0, ...lanes.filter((line) => line.side === side).map((line) => line.lane + 1))
  return {
    states,
    straight: joinStraight(between.filter(isNext)),
    lanes,
    layers: Math.max(...layer.values()) + 1,
    lanesLeft: count('left'),
    lanesRight: count('right'),
  }
}

/** Moves that lead to a state one has come through: found by going down every way, in the table's order. */
function findBackward(statuses: readonly string[], moves: readonly Move[]): Set<Move> {
  const backward = new Set<Move>()
  const done = new Set<string>()
  const under = new Set<string>()
  const visit = (status: string): void => {
    if (done.has(status)) return
    under.add(status)
    for (const move of moves.filter((each) => each.from === status)) {
      if (under.has(move.to)) backward.add(move)
      else visit(move.to)
    }
    under.delete(status)
    done.add(status)
  }
  for (const status of statuses) visit(status)
  return backward
}

/** Each state one layer below the lowest that leads to it. */
function layersOf(statuses: readonly string[], forward: readonly Move[]): Map<string, number> {
  const layer = new Map<string, number>()
  const depth = (status: string): number => {
    const known = layer.get(status)
    if (known !== undefined) return known
    const above = forward.filter((move) => move.to === status).map((move) => depth(move.from) + 1)
    const own = Math.max(0, ...above)
    layer.set(status, own)
    return own
  }
  for (const status of statuses) depth(status)
  return layer
}

function placeStates(
  statuses: readonly string[],
  layer: ReadonlyMap<string, number>,
  moves: readonly Move[],
  between: readonly Move[],
): PlacedState[] {
  const ways = (status: string) => between.filter((move) => move.from === status).length
  return [...Map.groupBy(statuses, (status) => layer.get(status) ?? 0)].flatMap(([at, inLayer]) =>
    // Those that lead on stand to the left, where the way goes down; ends stand to the right.
    inLayer
      .toSorted((a, b) => Math.min(1, ways(b)) - Math.min(1, ways(a)))
      .map((status, column) => ({
        status,
        layer: at,
        column,
        of: inLayer.length,
        stays: moves.filter((move) => move.from === status && move.to === status).map((move) => move.action),
      })),
  )
}

function joinStraight(moves: readonly Move[]): StraightLine[] {
  return [...Map.groupBy(moves, (move) => `${move.from}>${move.to}`).values()].flatMap((same) =>
    same[0] ? [{ from: same[0].from, to: same[0].to, actions: same.map((move) => move.action) }] : [],
  )
}

function shareLanes(moves: readonly Move[], layer: ReadonlyMap<string, number>, backward: ReadonlySet<Move>): LaneLine[] {
  const taken = { left: [] as [number, number][][], right: [] as [number, number][][] }
  const groups = [...Map.groupBy(moves, (move) => `${move.action}>${move.to}>${backward.has(move) ? 'left' : 'right'}`).values()]
  const lines = groups.flatMap((group) => {
    const [first] = group
    if (!first) return []
    const from = group.map((move) => move.from)
    const heights = [...from, first.to].map((status) => layer.get(status) ?? 0)
    const side = backward.has(first) ? ('left' as const) : ('right' as const)
    return [
      {
        from,
        to: first.to,
        actions: [first.action],
        side,
        lane: 0,
        span: [Math.min(...heights), Math.max(...heights)] as [number, number],
      },
    ]
  })
  // Short ones nearest, so that longer ones go around them.
  for (const line of lines.toSorted((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))) {
    const side = taken[line.side]
    const free = side.findIndex((spans) => spans.every(([top, bottom]) => line.span[1] < top || line.span[0] > bottom))
    line.lane = free === -1 ? side.length : free
    ;(side[line.lane] ??= []).push(line.span)
  }
  return lines.map(({ from, to, actions, side, lane }) => ({ from, to, actions, side, lane }))
}
