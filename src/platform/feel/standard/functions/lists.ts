import { all, any, equal, order } from '../compare.ts'
import { callWith } from '../call.ts'
import { isList, type FunctionValue, type Run, type Value } from '../values.ts'
import { define, defineOver } from './spec.ts'

type List = readonly Value[]
const same = (a: Value, b: Value): boolean => equal(a, b) === true
const truths = (list: List): (boolean | null)[] => list.map((item) => (typeof item === 'boolean' ? item : null))

function distinct(list: List, run: Run): Value[] {
  const kept: Value[] = []
  for (const item of list) {
    run.spend(kept.length)
    if (!kept.some((other) => same(item, other))) kept.push(item)
  }
  return kept
}

function flat(list: List, run: Run): Value[] {
  run.spend(list.length)
  return list.flatMap((item) => (isList(item) ? flat(item, run) : [item]))
}

/** The index of a place counted from 1, or from the end; undefined when there is no such place. */
function place(list: List, position: number): number | undefined {
  const at = position < 0 ? list.length + position : position - 1
  return Number.isInteger(position) && position !== 0 && at >= 0 && at < list.length ? at : undefined
}

function sublist(list: List, start: number, length: number | undefined): Value {
  const from = place(list, start)
  if (from === undefined || (length !== undefined && (length < 0 || from + length > list.length))) return null
  return list.slice(from, length === undefined ? undefined : from + length)
}

function sorted(list: List, before: Value, run: Run): Value {
  run.spend(list.length * 16)
  if (before !== null)
    return list.toSorted((a, b) => (callWith(before, [a, b], run) === true ? -1 : callWith(before, [b, a], run) === true ? 1 : 0))
  if (list.some((item) => order(item, list[0] ?? null) === null)) return run.note('the values have no order')
  return list.toSorted((a, b) => order(a, b) ?? 0)
}

const at =
  (call: (list: List, index: number, item: Value) => Value) =>
  ([list, position, item = null]: [List, number, Value?]): Value => {
    const index = place(list, position)
    return index === undefined ? null : call(list, index, item)
  }

/** Several lists; a single value is a list of itself. */
const overLists = (call: (items: Value[], run: Run) => Value): FunctionValue => ({
  ...defineOver(() => null),
  call: (args, run) =>
    args.includes(null) || args.length === 0
      ? run.note('lists are needed')
      : call(
          args.flatMap((one) => (isList(one) ? one : [one])),
          run,
        ),
})

export const LIST_FUNCTIONS: Record<string, FunctionValue> = {
  count: define(['list: list', ([list]: [List]) => list.length]),
  'list contains': define(['list: list, element: any', ([list, item]: [List, Value]) => list.some((other) => same(other, item))]),
  all: defineOver((list) => all(truths(list))),
  any: defineOver((list) => any(truths(list))),
  sublist: define([
    'list: list, start position: number, length?: number',
    ([list, start, length]: [List, number, number?]) => sublist(list, start, length),
  ]),
  append: {
    kind: 'function',
    signatures: [[{ name: 'list' }, { name: 'item' }]],
    variadic: true,
    call: ([list = null, ...items], run) =>
      list === null || items.length === 0
        ? run.note('append takes a list and items')
        : [...(isList(list) ? list : [list]), ...items],
  },
  concatenate: overLists((items) => items),
  union: overLists(distinct),
  'insert before': define([
    'list: list, position: number, newItem: any',
    at((list, index, item) => list.toSpliced(index, 0, item)),
  ]),
  remove: define(['list: list, position: number', at((list, index) => list.toSpliced(index, 1))]),
  'list replace': define(
    ['list: list, position: number, newItem: any', at((list, index, item) => list.with(index, item))],
    [
      'list: list, match: function, newItem: any',
      ([list, match, item]: [List, Value, Value], run) => {
        const found = list.map((other) => callWith(match, [other, item], run))
        return found.every((one) => typeof one === 'boolean')
          ? list.map((other, index) => (found[index] === true ? item : other))
          : null
      },
    ],
  ),
  reverse: define(['list: list', ([list]: [List]) => list.toReversed()]),
  'index of': define([
    'list: list, match: any',
    ([list, item]: [List, Value]) => list.flatMap((other, index) => (same(other, item) ? [index + 1] : [])),
  ]),
  'distinct values': define(['list: list', ([list]: [List], run) => distinct(list, run)]),
  flatten: define(['list: list', ([list]: [List], run) => flat(list, run)]),
  sort: define(['list: list, precedes?: function', ([list, before]: [List, Value?], run) => sorted(list, before ?? null, run)]),
}
