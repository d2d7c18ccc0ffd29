import { checkArgument, type FunctionSpec, type Step } from './functions/spec.ts'
import { isUnknown, unknownOf, type Value } from './values.ts'

/** A call: types checked, and unknown unless the function itself knows what to do with unknown. */
export function buildCall(spec: FunctionSpec, args: readonly Step[]): Step {
  return (run) => {
    let values: readonly Value[] = args.map((arg) => arg(run))
    const [only] = values
    if (spec.variadic && values.length === 1 && Array.isArray(only) && spec.params[0]?.[1] === 'any')
      values = only as readonly Value[]
    run.spend(values.reduce<number>((sum, value) => sum + sizeOf(value), 1))
    if (!spec.takesUnknown) {
      const gaps = values.filter(isUnknown)
      if (gaps.length > 0) return unknownOf(...gaps)
    }
    for (const [index, value] of values.entries()) checkArgument(spec, index, value)
    if (!spec.takesGaps) {
      const gaps = values.flatMap((value) => (Array.isArray(value) ? value.filter(isUnknown) : []))
      if (gaps.length > 0) return unknownOf(...gaps)
    }
    return spec.call(values, run)
  }
}

/** Work is counted before it is done: a list by its items, a text by every eighth character. */
function sizeOf(value: Value): number {
  if (typeof value === 'string') return 1 + (value.length >> 3)
  return Array.isArray(value) ? 1 + value.length : 1
}
