import { FeelFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { allOf, anyOf, equal, isIn, order, truthOf } from '../operators.ts';
import type { Value } from '../values.ts';
import { define, type FunctionSpec, type Run } from './spec.ts';

type List = readonly Value[];
const LIST = [['list', 'list']] as const;

function limited(list: Value[]): Value[] {
  if (list.length > LIMITS.list) throw new FeelFailure('too-large', 'the list is too long');
  return list;
}

function flat(list: List, run: Run): Value[] {
  run.spend(list.length);
  return limited(list.flatMap((item) => (Array.isArray(item) ? flat(item, run) : [item])));
}

function distinct(list: List, run: Run): Value[] {
  const kept: Value[] = [];
  for (const item of list) {
    run.spend(kept.length + 1);
    if (!kept.some((other) => equal(item, other) === true)) kept.push(item);
  }
  return kept;
}

function place(list: List, position: number): number {
  if (!Number.isInteger(position) || position === 0) throw new FeelFailure('bad-argument', 'positions start at 1');
  return position < 0 ? Math.max(0, list.length + position) : position - 1;
}

export const LIST_FUNCTIONS: Record<string, FunctionSpec> = {
  count: define<[List]>(LIST, ([list]) => list.length, { takesGaps: true }),
  'list contains': define<[List, Value]>(
    [...LIST, ['element', 'any']],
    ([list, item], run) => {
      run.spend(list.length);
      return isIn(item, list);
    },
    { takesGaps: true },
  ),
  all: define<List>([['list', 'any']], (list) => allOf(list.map(truthOf)), { variadic: true, takesGaps: true, takesUnknown: true }),
  any: define<List>([['list', 'any']], (list) => anyOf(list.map(truthOf)), { variadic: true, takesGaps: true, takesUnknown: true }),
  sublist: define<[List, number, number?]>([...LIST, ['start position', 'number'], ['length', 'number?']], ([list, start, length]) => {
    const from = place(list, start);
    return list.slice(from, length === undefined ? undefined : from + Math.max(0, length));
  }, { takesGaps: true }),
  concatenate: define<List>([['list', 'list']], (lists, run) => {
    const all = limited((lists as readonly List[]).flat() as Value[]);
    run.spend(all.length);
    return all;
  }, { variadic: true, takesGaps: true }),
  reverse: define<[List]>(LIST, ([list]) => list.toReversed(), { takesGaps: true }),
  flatten: define<[List]>(LIST, ([list], run) => flat(list, run), { takesGaps: true }),
  'distinct values': define<[List]>(LIST, ([list], run) => distinct(list, run)),
  'index of': define<[List, Value]>([...LIST, ['match', 'any']], ([list, item], run) => {
    run.spend(list.length);
    return list.flatMap((other, index) => (equal(other, item) === true ? [index + 1] : []));
  }),
  /** Numbers, texts or dates in rising order. */
  sort: define<[List]>(LIST, ([list], run) => {
    run.spend(list.length * 16);
    return list.toSorted(order);
  }),
};
