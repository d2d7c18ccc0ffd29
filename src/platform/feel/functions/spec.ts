import { FeelFailure } from '../failure.ts'
import { isUnknown, typeOf, type TypeName, type Value } from '../values.ts'

/** What one run of one expression has at hand. */
export interface Run {
  readonly slots: Value[]
  /** the value of a fact by its name */
  fact(name: string): Value
  readonly today: Value
  readonly now: Value
  /** counts work; throws `too-large` when the expression has used its share */
  spend(steps: number): void
}

/** An expression made ready: given the facts of one run, its value. */
export type Step = (run: Run) => Value

/** A function that rules may call: pure, typed, and never handed anything it could change. */
export interface FunctionSpec {
  /** names for named arguments; the type each takes; `?` after the type when it may be left out */
  readonly params: readonly (readonly [name: string, type: TypeName | 'any' | `${TypeName | 'any'}?`])[]
  /** the last parameter may be repeated, or given once as a list */
  readonly variadic?: true
  /** receives unknown values itself; otherwise any unknown argument makes the answer unknown */
  readonly takesUnknown?: true
  /** looks into lists itself; otherwise an unknown item in a list argument makes the answer unknown */
  readonly takesGaps?: true
  call(args: readonly Value[], run: Run): Value
}

/** Types written out for a function's arguments, so that a body need not test again. */
export function define<const A extends readonly (Value | undefined)[]>(
  params: FunctionSpec['params'],
  call: (args: A, run: Run) => Value,
  more: Pick<FunctionSpec, 'variadic' | 'takesUnknown' | 'takesGaps'> = {},
): FunctionSpec {
  return { params, ...more, call: call as unknown as FunctionSpec['call'] }
}

/** Ends with `type` unless the argument is of the type the parameter takes. */
export function checkArgument(spec: FunctionSpec, index: number, value: Value): void {
  const param = spec.params[Math.min(index, spec.params.length - 1)]
  const wanted = param?.[1].replace('?', '')
  if (!param || wanted === 'any' || isUnknown(value)) return
  const got = typeOf(value)
  if (got !== wanted) throw new FeelFailure('type', `${param[0]} takes ${wanted}, not ${got}`)
}
