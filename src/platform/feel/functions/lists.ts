import { FeelFailure } from '../failure.ts'
import { LIMITS } from '../limits.ts'
import { allOf, anyOf, equal, isIn, order, truthOf } from '../operators.ts'
import { unknownOf, type Value } from '../values.ts'
import { define, type FunctionSpec, type Run } from './spec.ts'

type List = readonly Value[]
const LIST = [['list', 'list']] as const

function limited(list: Value[]): Value[] {
  if (list.length > LIMITS.list) throw new FeelFailure('too-large', 'the list is too long')
  return list
}

function flat(list: List, run: Run): Value[] {
  run.spend(list.length)
  return limited(list.flatMap((item) => (Array.isArray(item) ? flat(item, run) : [item])))
}

function distinct(list: List, run: Run): Value {
  const kept: Value[] = []
  for (const item of list) {
    run.spend(kept.length + 1)
    const known = anyOf(kept.map((other) => equal(item, other, run.spend)))
    if (typeof known === 'object') return known
    if (!known) kept.push(item)
  }
  return kept
}

function place(list: List, position: number): number {
  if (!Number.isInteger(position) || position === 0) throw new FeelFailure('bad-argument', 'positions start at 1')
  return position < 0 ? Math.max(0, list.length + position) : position - 1
}

export const LIST_FUNCTIONS: Record<string, FunctionSpec> = {
  count: define<[List]>(LIST, ([list]) => list.length, { takesGaps: true }),
  'list contains': define<[List, Value]>([...LIST, ['element', 'any']], ([list, item], run) => isIn(item, list, run.spend), {
    takesGaps: true,
  }),
  all: define<List>([['list', 'any']], (list) => allOf(list.map(truthOf)), {
    variadic: true,
    takesGaps: true,
    takesUnknown: true,
  }),
  any: define<List>([['list', 'any']], (list) => anyOf(list.map(truthOf)), {
    variadic: true,
    takesGaps: true,
    takesUnknown: true,
  }),
  sublist: define<[List, number, number?]>(
    [...LIST, ['start position', 'number'], ['length', 'number?']],
    ([list, start, length]) => {
      const from = place(list, start)
      return list.slice(from, length === undefined ? undefined : from + Math.max(0, length))
    },
    { takesGaps: true },
  ),
  concatenate: define<List>([['list', 'list']], (lists) => limited((lists as readonly List[]).flat() as Value[]), {
    variadic: true,
    takesGaps: true,
  }),
  reverse: define<[List]>(LIST, ([list]) => list.toReversed(), { takesGaps: true }),
  flatten: define<[List]>(LIST, ([list], run) => flat(list, run), { takesGaps: true }),
  'distinct values': define<[List]>(LIST, ([list], run) => distinct(list, run)),
  'index of': define<[List, Value]>([...LIST, ['match', 'any']], ([list, item], run) => {
    const same = list.map((other) => equal(other, item, run.spend))
    const open = same.filter((one) => typeof one === 'object')
    return open.length > 0 ? unknownOf(...open) : same.flatMap((one, index) => (one ? [index + 1] : []))
  }),
  /** Numbers, texts or dates in rising order. */
  sort: define<[List]>(LIST, ([list], run) => {
    run.spend(list.length * 16)
    return list.toSorted((a, b) => {
      // long texts that begin alike are long to compare
      run.spend(1)
      return order(a, b)
    })
  }),
}
