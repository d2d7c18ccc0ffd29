import { coerce } from './coerce.ts'
import { isList, type FunctionValue, type Parameter, type Run, type Value } from './values.ts'

/** Calls a function with its arguments in their places. */
export function callWith(target: Value, args: readonly Value[], run: Run): Value {
  const called = functionOf(target)
  if (!called) return run.note('what is called is not a function')
  run.spend(weigh(args))
  if (called.variadic) return run.within(() => called.call(args, run))
  const signature = called.signatures.find((one) => args.length >= needed(one) && args.length <= one.length)
  if (!signature) return run.note(`a function was given ${args.length} values`)
  return run.within(() => called.call(args, run))
}

/** Calls a function with its arguments by name; where two of its forms have the same names, their order tells which. */
export function callNamed(target: Value, given: ReadonlyMap<string, Value>, run: Run): Value {
  const called = functionOf(target)
  if (!called) return run.note('what is called is not a function')
  const names = [...given.keys()]
  const fitting = [...called.signatures.entries()].filter(
    ([, signature]) =>
      names.every((name) => signature.some((param) => param.name === name)) &&
      signature.every(({ name, optional }) => optional || given.has(name)),
  )
  const inOrder = fitting.find(([, signature]) => names.every((name, index) => signature[index]?.name === name))
  const [form, signature] = inOrder ?? fitting[0] ?? []
  if (!signature) return run.note(`a function was given other names: ${names.join(', ')}`)
  const args = signature.map(({ name }) => given.get(name))
  while (args.length > 0 && args.at(-1) === undefined) args.pop()
  const values = args.map((arg) => arg ?? null)
  run.spend(weigh(values))
  return run.within(() => called.call(values, run, form))
}

/** Work is counted before it is done: a list by its items, a text by every eighth character. */
function weigh(args: readonly Value[]): number {
  return args.reduce<number>(
    (sum, arg) => sum + 1 + (typeof arg === 'string' ? arg.length >> 3 : isList(arg) ? arg.length : 0),
    1,
  )
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
