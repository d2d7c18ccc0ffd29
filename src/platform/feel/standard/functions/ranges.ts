import { openRange, order } from '../compare.ts'
import { numberOr, type FunctionValue, type RangeValue, type Value } from '../values.ts'
import { atLiteral } from './dates.ts'
import { define } from './spec.ts'

type Side = 'start' | 'end'
type Test = (a: RangeValue, b: RangeValue) => boolean | null

const POINT = 'number|string|date|time|moment|months|span'

/** A point is the range from itself to itself. */
const asRange = (value: Value): RangeValue =>
  value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'range'
    ? value
    : { kind: 'range', start: value, end: value, startIn: true, endIn: true }

/** Which of two ends lies first; an open end lies beyond everything. */
function ends(a: RangeValue, aSide: Side, b: RangeValue, bSide: Side): number {
  const [x, y] = [a[aSide], b[bSide]]
  if (x === null || y === null) {
    const far = (value: Value, side: Side): number => (value !== null ? 0 : side === 'start' ? -1 : 1)
    return far(x, aSide) - far(y, bSide)
  }
  const by = order(x, y)
  if (by === null) throw new Incomparable()
  return by
}

class Incomparable extends Error {}

const before: Test = (a, b) => {
  const by = ends(a, 'end', b, 'start')
  return by < 0 || (by === 0 && !(a.endIn && b.startIn))
}
const meets: Test = (a, b) => a.endIn && b.startIn && ends(a, 'end', b, 'start') === 0
const overlaps: Test = (a, b) => !before(a, b) && !before(b, a)
const overlapsBefore: Test = (a, b) => {
  const [start, end] = [ends(a, 'start', b, 'start'), ends(a, 'end', b, 'end')]
  return (
    (start < 0 || (start === 0 && a.startIn && !b.startIn)) && !before(a, b) && (end < 0 || (end === 0 && (!a.endIn || b.endIn)))
  )
}
const overlapsAfter: Test = (a, b) => {
  const [start, end] = [ends(b, 'start', a, 'start'), ends(b, 'end', a, 'end')]
  return (
    (start < 0 || (start === 0 && b.startIn && !a.startIn)) && !before(b, a) && (end < 0 || (end === 0 && (!b.endIn || a.endIn)))
  )
}
const finishes: Test = (a, b) => {
  const start = ends(a, 'start', b, 'start')
  return a.endIn === b.endIn && ends(a, 'end', b, 'end') === 0 && (start > 0 || (start === 0 && (!a.startIn || b.startIn)))
}
const starts: Test = (a, b) => {
  const end = ends(a, 'end', b, 'end')
  return a.startIn === b.startIn && ends(a, 'start', b, 'start') === 0 && (end < 0 || (end === 0 && (!a.endIn || b.endIn)))
}
const includes: Test = (a, b) => {
  const [start, end] = [ends(a, 'start', b, 'start'), ends(a, 'end', b, 'end')]
  return (start < 0 || (start === 0 && (a.startIn || !b.startIn))) && (end > 0 || (end === 0 && (a.endIn || !b.endIn)))
}
const coincides: Test = (a, b) =>
  a.startIn === b.startIn && a.endIn === b.endIn && ends(a, 'start', b, 'start') === 0 && ends(a, 'end', b, 'end') === 0

const turned =
  (test: Test): Test =>
  (a, b) =>
    test(b, a)

/** @param forms which of point and range may stand where: 'pp', 'pr', 'rp', 'rr' */
function relation(test: Test, forms: string): FunctionValue {
  const call = ([a, b]: [Value, Value]): Value => {
    try {
      return test(asRange(a), asRange(b))
    } catch (error) {
      if (error instanceof Incomparable) return null
      throw error
    }
  }
  const side = (letter: string | undefined, index: number): string =>
    letter === 'p' ? `point${index}: ${POINT}` : `range${index}: range`
  // named arguments say which of the two is meant without a number when there is only one of them
  return define(
    ...forms.split(' ').map((form): [string, typeof call] => {
      const names = [side(form[0], 1), side(form[1], 2)]
      const plain = form[0] === form[1] ? names : names.map((name) => name.replace(/\d/, ''))
      return [plain.join(', '), call]
    }),
  )
}

function endpoint(text: string): Value | undefined {
  if (text === '') return null
  if (/^-?(\d+(\.\d+)?|\.\d+)$/.test(text)) return numberOr(Number(text))
  const string = /^"((?:[^"\\]|\\.)*)"$/.exec(text)
  if (string) return string[1]?.replaceAll(/\\(.)/g, '$1')
  const temporal = /^(?:@|(date|time|date and time|duration)\s*\(\s*)"([^"]*)"(\s*\))?$/.exec(text)
  return (temporal && (temporal[1] === undefined) === (temporal[3] === undefined) && atLiteral(temporal[2] ?? '')) || undefined
}

/** "[1..5)" as a range; the ends are literals of one kind, one of them may be left out where its bracket is open. */
function readRange(text: string): Value {
  const found = /^\s*([[(\]])\s*(.*?)\s*\.\.\s*(.*?)\s*([\])[])\s*$/s.exec(text)
  if (!found) return null
  const [start, end] = [endpoint(found[2] ?? ''), endpoint(found[3] ?? '')]
  const [startIn, endIn] = [found[1] === '[', found[4] === ']']
  if (start === undefined || end === undefined) return null
  if (start === null) return end === null || startIn ? null : openRange(endIn ? '<=' : '<', end)
  if (end === null) return endIn ? null : openRange(startIn ? '>=' : '>', start)
  const by = order(start, end)
  return by === null || by > 0 ? null : { kind: 'range', start, end, startIn, endIn }
}

export const RANGE_FUNCTIONS: Record<string, FunctionValue> = {
  before: relation(before, 'pp pr rp rr'),
  after: relation(turned(before), 'pp pr rp rr'),
  meets: relation(meets, 'rr'),
  'met by': relation(turned(meets), 'rr'),
  overlaps: relation(overlaps, 'rr'),
  'overlaps before': relation(overlapsBefore, 'rr'),
  'overlaps after': relation(overlapsAfter, 'rr'),
  finishes: relation((a, b) => (a.start === a.end ? b.endIn && ends(a, 'end', b, 'end') === 0 : finishes(a, b)), 'pr rr'),
  'finished by': relation((a, b) => (b.start === b.end ? a.endIn && ends(a, 'end', b, 'end') === 0 : finishes(b, a)), 'rp rr'),
  includes: relation(includes, 'rp rr'),
  during: relation(turned(includes), 'pr rr'),
  starts: relation((a, b) => (a.start === a.end ? b.startIn && ends(a, 'start', b, 'start') === 0 : starts(a, b)), 'pr rr'),
  'started by': relation((a, b) => (b.start === b.end ? a.startIn && ends(a, 'start', b, 'start') === 0 : starts(b, a)), 'rp rr'),
  coincides: relation(coincides, 'pp rr'),
  range: define(['from: string', ([text]: [string]) => readRange(text)]),
}
