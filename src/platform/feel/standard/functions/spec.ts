import { isFunction, isList, kindOf, type FunctionValue, type Parameter, type Run, type Value } from '../values.ts'

type Call = (args: never, run: Run) => Value

/** One way to call a function: `'string: string, start position: number, length?: number'`, and what it does. */
type Overload = readonly [parameters: string, call: Call]

interface Taken extends Parameter {
  takes: readonly string[]
}

/**
 * A function of the language. Of its overloads the first is called whose parameters the arguments fit; none: null.
 * Types are the kinds of values, `any`, or several with `|`; null fits only where it is named. A list of one is taken
 * for its item where no list is wanted, and the other way.
 */
export function define(...overloads: readonly Overload[]): FunctionValue {
  const made = overloads.map(([parameters, call]) => ({ parameters: readParameters(parameters), call }))
  return {
    kind: 'function',
    signatures: made.map(({ parameters }) => parameters),
    call(args, run, form) {
      const named = form === undefined ? undefined : namesOf(made[form]?.parameters ?? [])
      for (const { parameters, call } of made) {
        if (named !== undefined && named !== namesOf(parameters)) continue
        const taken = take(parameters, args)
        if (taken) return call(taken as never, run)
      }
      return run.note('the values do not fit the function')
    },
  }
}

const namesOf = (parameters: readonly Taken[]): string => parameters.map(({ name }) => name).join(', ')

/** A function over any number of values, or over one list of them. */
export function defineOver(call: (items: readonly Value[], run: Run) => Value, name = 'list'): FunctionValue {
  return {
    kind: 'function',
    signatures: [[{ name }]],
    variadic: true,
    call(args, run) {
      const [only] = args
      const items = args.length === 1 && isList(only ?? null) ? (only as readonly Value[]) : args
      run.spend(items.length)
      if (args.length === 0 || (args.length === 1 && only === null)) return run.note('the function needs values')
      return call(items, run)
    },
  }
}

function readParameters(text: string): Taken[] {
  if (text === '') return []
  return text.split(', ').map((one) => {
    const [name = '', takes = 'any'] = one.split(': ')
    return { name: name.replace('?', ''), takes: takes.split('|'), ...(name.endsWith('?') ? { optional: true } : {}) }
  })
}

function take(parameters: readonly Taken[], args: readonly Value[]): Value[] | undefined {
  if (args.length > parameters.length) return undefined
  const taken: Value[] = []
  for (const [index, { takes, optional }] of parameters.entries()) {
    const arg = args[index]
    if (arg === undefined && !optional) return undefined
    if (arg === undefined) break
    const fitting = fit(arg, takes)
    if (fitting === undefined) return undefined
    taken.push(fitting)
  }
  return taken
}

function fit(value: Value, takes: readonly string[]): Value | undefined {
  if (takes.includes('any') || takes.includes(kindOf(value))) return value
  if (value === null) return undefined
  if (isList(value) && value.length === 1) {
    const [only] = value
    return only !== undefined && takes.includes(kindOf(only)) ? only : undefined
  }
  return takes.includes('list') && !isFunction(value) ? [value] : undefined
}
