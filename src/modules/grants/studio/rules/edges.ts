import { addDays, isDay } from '#platform/time.ts'
import { listFields } from '../../application/rules/fields.ts'
import type { Answer, EffectiveDefinition, Field } from '../../model.ts'
import { expressionsIn } from './expressions-in.ts'
import { factTypes } from './fact-types.ts'
import { usesOf, type Constant } from './fact-uses.ts'

/** Where a scheme's rules, conditions, formulas and limits turn: a value just below, at and just above each threshold. */

export interface Edge {
  field: Field
  value: Answer
}

/** No more than this of one question: a long list of options is not gone through. */
const OF_ONE = 8

export function edgesOf(definition: EffectiveDefinition, day: string): Edge[] {
  const constants = constantsOf(definition)
  return listFields(definition).flatMap(({ field }) => {
    const named = constants.get(`answer.${field.key}`)
    const asked = definition.amount.askedIn === field.key ? (constants.get('amount.applied') ?? []) : []
    const values = valuesOf(field, [...(named ?? []), ...asked], named !== undefined, definition, day)
    return [...new Set(values)].slice(0, OF_ONE).map((value) => ({ field, value }))
  })
}

/** What each fact is compared with, anywhere in the form, the rules and the formula; a fact only named has none. */
function constantsOf(definition: EffectiveDefinition): Map<string, Constant[]> {
  const types = factTypes(definition)
  const { form, rules, amount } = definition
  const found = new Map<string, Constant[]>()
  for (const { text } of expressionsIn({ form, rules, amount }))
    for (const [path, use] of usesOf(text, types) ?? []) found.set(path, [...(found.get(path) ?? []), ...use.constants])
  return found
}

function valuesOf(
  field: Field,
  constants: readonly Constant[],
  named: boolean,
  { amount }: EffectiveDefinition,
  day: string,
): Answer[] {
  const numbers = constants.filter((each) => typeof each === 'number')
  switch (field.type) {
    case 'number':
    case 'percentage':
      return within(around(numbers, 1), field.min, field.max)
    case 'amount': {
      const limits = [amount.minOre, amount.maxOre].filter((each) => each !== undefined && amount.askedIn === field.key)
      return within(around([...numbers, ...limits.filter((each) => each !== undefined)], 100), field.minOre ?? 0, field.maxOre)
    }
    case 'yesNo':
      return named ? [true, false] : []
    case 'oneOf':
      return named ? field.options.map(({ key }) => key) : []
    case 'severalOf':
      return named ? field.options.map(({ key }) => [key]) : []
    case 'date': {
      const days = constants.flatMap((each) => (typeof each === 'object' ? [each.date] : [])).filter(isDay)
      return [...days.flatMap((each) => [addDays(each, -1), each, addDays(each, 1)]), ...(named ? [addDays(day, 1)] : [])]
    }
    default:
      return []
  }
}

const around = (thresholds: readonly number[], step: number): number[] =>
  thresholds.flatMap((each) => [each - step, each, each + step]).filter(Number.isSafeInteger)

function within(values: readonly number[], min: number | undefined, max: number | undefined): number[] {
  const ends = [min, max].filter((each) => each !== undefined)
  return [...values, ...(values.length > 0 ? ends : [])].filter(
    (value) => (min === undefined || value >= min) && (max === undefined || value <= max),
  )
}
