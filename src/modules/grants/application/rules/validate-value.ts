import { isDay } from '#platform/time.ts'
import type { Answer, PlainField } from '../../model.ts'
import { partsOf } from './fields.ts'
import { decimalsOf, isBankAccount, isOrganisationNumber, isPostcode } from './numbers.ts'
import type { Known, Problem } from './problem.ts'

/** One given answer against its type and limits. Whether it may be empty is judged before. */
export function validateValue(
  field: PlainField,
  name: string,
  answer: Answer | undefined,
  known: Known,
  limits: { earliest?: string; latest?: string },
): Problem[] {
  const problem = (key: Problem['key'], data?: Problem['data'], part = ''): Problem[] => [
    { field: field.key, name: part ? `${name}.${part}` : name, key, ...(data ? { data } : {}) },
  ]
  const parts = partsOf(answer) ?? {}
  const text = (part: string) => String(parts[part] ?? '').trim()
  switch (field.type) {
    case 'shortText':
    case 'longText':
      return lengthOf(answer) > field.maxLength ? problem('tooLong', { most: field.maxLength, now: lengthOf(answer) }) : []
    case 'number': {
      if (typeof answer !== 'number') return problem('notNumber')
      if (decimalsOf(answer) > field.decimals) return problem('decimals', { decimals: field.decimals })
      return range(answer, field.min, field.max, problem)
    }
    case 'percentage':
      if (typeof answer !== 'number') return problem('notNumber')
      return range(answer, field.min, field.max, problem)
    case 'amount':
      if (typeof answer !== 'number') return problem('notAmount')
      if (answer < 0) return problem('negative')
      if (field.minOre !== undefined && answer < field.minOre) return problem('amountTooSmall', { least: field.minOre })
      return field.maxOre !== undefined && answer > field.maxOre ? problem('amountTooLarge', { most: field.maxOre }) : []
    case 'date':
      if (typeof answer !== 'string' || !isDay(answer)) return problem('notDate')
      if (limits.earliest && answer < limits.earliest) return problem('dateTooEarly', { day: limits.earliest })
      return limits.latest && answer > limits.latest ? problem('dateTooLate', { day: limits.latest }) : []
    case 'period': {
      const bad = (['from', 'to'] as const).flatMap((part) =>
        text(part) === ''
          ? problem('requiredPart', undefined, part)
          : isDay(text(part))
            ? []
            : problem('notDate', undefined, part),
      )
      return bad.length > 0 || text('from') <= text('to') ? bad : problem('periodBackwards', undefined, 'to')
    }
    case 'yesNo':
      return typeof answer === 'boolean' ? [] : problem('unknownChoice')
    case 'declaration':
      return answer === true ? [] : problem('requiredDeclaration')
    case 'oneOf':
      return field.options.some((option) => option.key === answer) ? [] : problem('unknownChoice')
    case 'severalOf': {
      const chosen = Array.isArray(answer) ? answer : []
      if (chosen.some((each) => !field.options.some((option) => option.key === each))) return problem('unknownChoice')
      return field.atMost !== undefined && chosen.length > field.atMost ? problem('tooManyChoices', { most: field.atMost }) : []
    }
    case 'district': {
      const chosen = Array.isArray(answer) ? answer : [answer]
      return chosen.every((each) => typeof each === 'string' && known.districts.includes(each)) ? [] : problem('unknownChoice')
    }
    case 'person':
      return text('name') === '' ? problem('requiredPart', undefined, 'name') : tooLong(text('name'), 200, problem, 'name')
    case 'organisation': {
      const named = text('name') === '' ? problem('requiredPart', undefined, 'name') : tooLong(text('name'), 300, problem, 'name')
      const numbered =
        text('number') === '' || isOrganisationNumber(text('number')) ? [] : problem('badOrganisationNumber', undefined, 'number')
      return [...named, ...numbered]
    }
    case 'address':
      return [
        ...(text('street') === ''
          ? problem('requiredPart', undefined, 'street')
          : tooLong(text('street'), 200, problem, 'street')),
        ...(isPostcode(text('postcode')) ? [] : problem('badPostcode', undefined, 'postcode')),
        ...(text('place') === '' ? problem('requiredPart', undefined, 'place') : tooLong(text('place'), 100, problem, 'place')),
      ]
    case 'bankAccount':
      return typeof answer === 'string' && isBankAccount(answer) ? [] : problem('badAccount')
    case 'file':
      return Array.isArray(answer) && answer.length > field.maxFiles ? problem('tooManyFiles', { most: field.maxFiles }) : []
    case 'budget':
    case 'calculated':
    case 'info':
    case 'section':
      return []
  }
}

type Say = (key: Problem['key'], data?: Problem['data'], part?: string) => Problem[]

function range(value: number, min: number | undefined, max: number | undefined, problem: Say): Problem[] {
  if (min !== undefined && value < min) return problem('tooSmall', { least: min })
  return max !== undefined && value > max ? problem('tooLarge', { most: max }) : []
}

function tooLong(text: string, most: number, problem: Say, part: string): Problem[] {
  const now = lengthOf(text)
  return now > most ? problem('tooLong', { most, now }, part) : []
}

/** Characters as people count them: an emoji is one. */
export function lengthOf(answer: Answer | undefined): number {
  return typeof answer === 'string' ? [...answer].length : 0
}
