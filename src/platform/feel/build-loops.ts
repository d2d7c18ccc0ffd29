import { FeelFailure } from './failure.ts'
import type { Run, Step } from './functions/spec.ts'
import { LIMITS } from './limits.ts'
import { truthOf, type Truth } from './operators.ts'
import { isUnknown, typeOf, unknownOf, type RangeValue, type Unknown, type Value } from './values.ts'

/** One variable of a loop, ready to run. */
export interface Loop {
  slot: number
  source: Step
  until: Step | undefined
}

function whole(value: Value): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw new FeelFailure('type', 'a loop counts whole numbers')
}

function counted(from: Value, to: Value, startIn = true, endIn = true): number[] {
  const [start, end] = [whole(from), whole(to)]
  const size = Math.abs(end - start) + 1
  if (size > LIMITS.list) throw new FeelFailure('too-large', 'the range is too long')
  const all = Array.from({ length: size }, (_none, index) => (start <= end ? start + index : start - index))
  return all.slice(startIn ? 0 : 1, endIn ? undefined : -1)
}

function itemsOf(loop: Loop, run: Run): readonly Value[] | Unknown {
  const source = loop.source(run)
  const until = loop.until?.(run)
  if (isUnknown(source) || (until !== undefined && isUnknown(until))) return unknownOf(source, until ?? 0)
  if (until !== undefined) return counted(source, until)
  if (Array.isArray(source)) return source as readonly Value[]
  if (typeOf(source) !== 'range') throw new FeelFailure('type', `a ${typeOf(source)} cannot be gone through`)
  const range = source as RangeValue
  if (isUnknown(range.start) || isUnknown(range.end)) return unknownOf(range.start, range.end)
  return counted(range.start, range.end, range.startIn, range.endIn)
}

/** Calls `each` for every combination; `each` returns true to stop. Returns what is unknown about the sources. */
function walk(loops: readonly Loop[], cost: number, run: Run, each: () => boolean): Unknown | undefined {
  let gap: Unknown | undefined
  const go = (depth: number): boolean => {
    const loop = loops[depth]
    if (!loop) {
      run.spend(cost)
      return each()
    }
    const items = itemsOf(loop, run)
    if (!Array.isArray(items)) {
      gap = gap ? unknownOf(gap, items as Unknown) : (items as Unknown)
      return false
    }
    for (const item of items as readonly Value[]) {
      run.spend(1)
      run.slots[loop.slot] = item
      if (go(depth + 1)) return true
    }
    return false
  }
  return go(0) ? undefined : gap
}

/** `for … return …`: a list, never longer than the limit; unknown when what it goes through is. */
export function buildFor(loops: readonly Loop[], step: Step, cost: number): Step {
  return (run) => {
    const made: Value[] = []
    const gap = walk(loops, cost, run, () => {
      made.push(step(run))
      if (made.length > LIMITS.list) throw new FeelFailure('too-large', 'the list is too long')
      return false
    })
    return gap ?? made
  }
}

/** `some` is true by one, `every` false by one, whatever else is unknown. */
export function buildQuantified(decisive: boolean, loops: readonly Loop[], step: Step, cost: number): Step {
  return (run) => {
    let open: Unknown | undefined
    let settled = false
    const gap = walk(loops, cost, run, () => {
      const truth: Truth = truthOf(step(run))
      if (typeof truth === 'object') open = open ? unknownOf(open, truth) : truth
      settled = truth === decisive
      return settled
    })
    if (settled) return decisive
    if (gap || open) return unknownOf(gap ?? null, open ?? null)
    return !decisive
  }
}

/** `list[test]`: the items that pass; unknown as a whole when it is unknown whether one passes. */
export function buildFilter(base: Step, at: { slot: number; listSlot: number }, keep: Step, cost: number): Step {
  return (run) => {
    const list = base(run)
    if (isUnknown(list)) return unknownOf(list)
    if (!Array.isArray(list)) throw new FeelFailure('type', `a ${typeOf(list)} has no items`)
    const items = list as readonly Value[]
    // the list has a slot too, so that a bare word can ask whether it is a column
    run.slots[at.listSlot] = items
    const kept: Value[] = []
    let open: Unknown | undefined
    for (const item of items) {
      run.spend(cost + 1)
      run.slots[at.slot] = item
      const result = keep(run)
      if (typeof result === 'number')
        throw new FeelFailure('type', 'write the place as a number, or a test that is true or false')
      const truth = truthOf(result)
      if (truth === true) kept.push(item)
      else if (typeof truth === 'object') open = open ? unknownOf(open, truth) : truth
    }
    return open ?? kept
  }
}
