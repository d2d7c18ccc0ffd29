import { MIDNIGHT_UTC } from './calendar.ts'
import { conforms, typeText } from './types.ts'
import { isFunction, isList, kindOf, type DateValue, type FunctionValue, type Run, type Type, type Value } from './values.ts'

/**
 * The value as the type wants it: itself where it fits, the only item of a list, a list of the one value, a date's
 * midnight; null, with a note, where it does not fit.
 */
export function coerce(value: Value, type: Type | undefined, run: Run, name?: string): Value {
  if (type === undefined || value === null) return value
  if (type.kind === 'named') return coerce(value, type.find(), run, name ?? type.name)
  if (type.kind === 'function' && isFunction(value)) return typed(value, type)
  if (conforms(value, type)) return value
  if (isList(value) && value.length === 1 && conforms(value[0] ?? null, type)) return value[0] ?? null
  if (!isList(value) && conforms([value], type)) return [value]
  if (kindOf(value) === 'date') {
    const moment: Value = { kind: 'moment', date: value as DateValue, time: MIDNIGHT_UTC }
    if (conforms(moment, type)) return moment
  }
  return run.note(`a ${kindOf(value)} is not ${name ?? typeText(type)}`)
}

/** The function with its arguments and its result brought to what a function's type says of them. */
function typed(value: FunctionValue, { params, result }: Extract<Type, { kind: 'function' }>): FunctionValue {
  const plain = result.kind === 'any'
  return {
    ...value,
    ...(plain ? {} : { result }),
    call(args, run, form) {
      const given = args.map((arg, index) => coerce(arg, params?.[index], run))
      return coerce(value.call(given, run, form), plain ? undefined : result, run)
    },
  }
}
