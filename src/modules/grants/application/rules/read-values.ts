import { parseKr } from '#platform/money.ts'
import type { Answer, PlainField } from '../../model.ts'
import { parseDate } from './dates.ts'
import { compactDigits, parseNumber } from './numbers.ts'
import type { FieldValues } from './field-values.ts'

/** What was typed in one field, as its type understands it. What cannot be read stays as the text that was typed. */
export function readValue(field: PlainField, name: string, form: FieldValues): Answer | undefined {
  const text = form.text(name)
  switch (field.type) {
    case 'shortText':
      return text.replaceAll('\n', ' ') || undefined
    case 'longText':
      return text || undefined
    case 'number':
    case 'percentage':
      return text.trim() === '' ? undefined : (parseNumber(text.replace(/%\s*$/, '')) ?? text)
    case 'amount':
      return text.trim() === '' ? undefined : (parseKr(text) ?? text)
    case 'date':
      return text.trim() === '' ? undefined : (parseDate(text) ?? text)
    case 'period':
      return parts({ from: readDay(form.text(`${name}.from`)), to: readDay(form.text(`${name}.to`)) }) as Answer | undefined
    case 'yesNo':
      return text === 'yes' ? true : text === 'no' ? false : text || undefined
    case 'declaration':
      return text !== '' ? true : undefined
    case 'oneOf':
      return text || undefined
    case 'severalOf':
      return many(form.all(name))
    case 'district':
      return field.several ? many(form.all(name)) : text || undefined
    case 'person':
      return parts({ name: form.text(`${name}.name`) }) as Answer | undefined
    case 'organisation':
      return parts({ name: form.text(`${name}.name`), number: readDigits(form.text(`${name}.number`)) }) as Answer | undefined
    case 'address':
      return parts({
        street: form.text(`${name}.street`),
        postcode: readDigits(form.text(`${name}.postcode`)),
        place: form.text(`${name}.place`),
      }) as Answer | undefined
    case 'bankAccount':
      return text.trim() === '' ? undefined : readDigits(text)
    case 'budget':
    case 'file':
    case 'calculated':
    case 'info':
    case 'section':
      return undefined
  }
}

function readDay(text: string): string {
  return parseDate(text) ?? text
}

/** Digits written in groups are put together; anything else is kept as it was typed. */
function readDigits(text: string): string {
  const compact = compactDigits(text)
  return /^\d+$/.test(compact) ? compact : text
}

function parts<T extends Record<string, string>>(all: T): T | undefined {
  return Object.values(all).some((part) => part.trim() !== '') ? all : undefined
}

function many(values: string[]): string[] | undefined {
  const chosen = [...new Set(values.filter(Boolean))]
  return chosen.length > 0 ? chosen : undefined
}
