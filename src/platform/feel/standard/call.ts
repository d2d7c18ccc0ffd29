import { coerce } from './coerce.ts'
import { isList, type FunctionValue, type Parameter, type Run, type Value } from './values.ts'

/** Calls a function with its arguments in their places. */
export function callWith(target: Value, args: readonly Value[], run: Run): Value {
  const called = functionOf(target)
  if (!called) return run.note('what is called is not a function')
  run.spend(1 + args.length)
  if (called.variadic) return run.within(() => called.call(args, run))
  const signature = called.signatures.find((one) => args.length >= needed(one) && args.length <= one.length)
  if (!signature) return run.note(`a function was given ${args.length} values`)
  return run.within(() => called.call(args, run))
}

/** Calls a function with its arguments by name. */
export function callNamed(target: Value, given: ReadonlyMap<string, Value>, run: Run): Value {
  const called = functionOf(target)
  if (!called) return run.note('what is called is not a function')
  for (const [form, signature] of called.signatures.entries()) {
    const names = signature.map(({ name }) => name)
    if ([...given.keys()].some((name) => !names.includes(name))) continue
    if (signature.some(({ name, optional }) => !optional && !given.has(name))) continue
    const args = names.map((name) => given.get(name))
    while (args.length > 0 && args.at(-1) === undefined) args.pop()
    const values = args.map((arg) => arg ?? null)
    run.spend(1 + values.length)
    return run.within(() => called.call(values, run, form))
  }
  return run.note(`a function was given other names: ${[...given.keys()].join(', ')}`)
}

function functionOf(target: Value): FunctionValue | undefined {
  const only = isList(target) && target.length === 1 ? (target[0] ?? null) : target
  return typeof only === 'object' && only !== null && 'kind' in only && only.kind === 'function' ? only : undefined
}

function needed(signature: readonly Parameter[]): number {
  return signature.filter(({ optional }) => !optional).length
}

/** A function whose body is FEEL or DMN; arguments that do not fit their types become null. */
export function makeFunction(
  params: readonly Parameter[],
  result: Parameter['type'],
  body: (names: Map<string, Value>, run: Run) => Value,
): FunctionValue {
  return {
    kind: 'function',
    signatures: [params],
    ...(result ? { result } : {}),
    call(args, run) {
      const names = new Map(params.map(({ name, type }, index) => [name, coerce(args[index] ?? null, type, run)]))
      return coerce(body(names, run), result, run)
    },
  }
}
