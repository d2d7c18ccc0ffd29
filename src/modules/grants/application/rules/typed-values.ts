import { typedKr } from '#platform/money.ts'
import type { Answer, PlainField } from '../../model.ts'
import { partsOf } from './fields.ts'
import { writeNumber } from './numbers.ts'

/**
 * What a browser would send for an answer: the opposite of readValue, as pairs of input name and value. For answers in a row that
 * are not asked for now, and are kept for when they are.
 */
export function typedValues(field: PlainField, name: string, answer: Answer | undefined): [string, string][] {
  if (answer === undefined || answer === null) return []
  if (answer === true) return [[name, field.type === 'declaration' ? 'on' : 'yes']]
  if (answer === false) return [[name, 'no']]
  if (typeof answer === 'string') return [[name, answer]]
  if (typeof answer === 'number') return [[name, field.type === 'amount' ? kroner(answer) : writeNumber(answer)]]
  if (Array.isArray(answer)) return answer.flatMap((each) => (typeof each === 'string' ? [[name, each] as [string, string]] : []))
  const parts = Object.entries(partsOf(answer) ?? {})
  return parts.flatMap(([part, text]) => (typeof text === 'string' ? [[`${name}.${part}`, text] as [string, string]] : []))
}

function kroner(ore: number): string {
  return ore < 0 ? `-${typedKr(-ore)}` : typedKr(ore)
}
