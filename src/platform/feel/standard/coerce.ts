import { MIDNIGHT_UTC } from './calendar.ts'
import { conforms, typeText } from './types.ts'
import { isList, kindOf, type DateValue, type Run, type Type, type Value } from './values.ts'

/**
 * The value as the type wants it: itself where it fits, the only item of a list, a list of the one value, a date's
 * midnight; null, with a note, where it does not fit.
 */
export function coerce(value: Value, type: Type | undefined, run: Run): Value {
  if (type === undefined || value === null || conforms(value, type)) return value
  if (isList(value) && value.length === 1 && conforms(value[0] ?? null, type)) return value[0] ?? null
  if (!isList(value) && conforms([value], type)) return [value]
  if (kindOf(value) === 'date') {
    const moment: Value = { kind: 'moment', date: value as DateValue, time: MIDNIGHT_UTC }
    if (conforms(moment, type)) return moment
  }
  return run.note(`a ${kindOf(value)} is not ${typeText(type)}`)
}
