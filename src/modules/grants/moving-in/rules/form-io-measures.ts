import { plainSteps, stepCheck, type Common, type Question } from './asking.ts'
import type { FormIoAsking } from './form-io-asking.ts'
import { sameInAll } from './languages.ts'
import { oreLimits } from './ore-limits.ts'
import { feelDay, looseOf, numberOf, textOf, wholeOf, type Loose } from './source.ts'

export function number({ common, component, validate }: FormIoAsking): Question {
  if (/^(kr|nok|€|£|\$)\.?,?-?$/i.test((textOf(component['prefix']) ?? textOf(component['suffix']) ?? '').trim()))
    return money(common, validate)
  const [min, max] = [numberOf(validate['min']), numberOf(validate['max'])]
  const limit = wholeOf(component['decimalLimit'])
  const whole = validate['integer'] === true || (textOf(component['type']) ?? '').toLowerCase() === 'integer'
  const step = numberOf(validate['step'])
  const unit = textOf(component['suffix']) ?? textOf(component['prefix'])
  return {
    asked: {
      type: 'number',
      ...common,
      decimals: whole || step === 1 ? 0 : Math.min(4, Math.max(0, limit ?? 4)),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(unit === undefined ? {} : { unit: sameInAll(unit) }),
    },
    checks: step !== undefined && step > 0 && !plainSteps.has(step) ? [stepCheck(step)] : [],
  }
}

export function money(common: Common, validate: Loose): Question {
  const [min, max] = [numberOf(validate['min']), numberOf(validate['max'])]
  if ((min ?? 0) < 0)
    return {
      asked: {
        type: 'number',
        ...common,
        decimals: 2,
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        unit: sameInAll('kr'),
      },
    }
  return {
    asked: {
      type: 'amount',
      ...common,
      ...oreLimits(min, max),
    },
  }
}

export function day({ common, component, here }: Pick<FormIoAsking, 'common' | 'component' | 'here'>): Question {
  const picker = looseOf(component['datePicker'])
  const limit = (said: unknown): string | undefined => {
    const written = textOf(said)
    if (written === undefined) return undefined
    const date = feelDay(/^\d{4}-\d{2}-\d{2}/.exec(written)?.[0])
    if (date) return date
    if (/^moment\(\)$/.test(written.trim())) return 'today'
    here.item.loss(here.path, `The limit "${written}" of the date is not checked.`)
    return undefined
  }
  if (picker['disableWeekends'] === true || picker['disableWeekdays'] === true || textOf(picker['disable']) !== undefined)
    here.item.loss(here.path, 'That only some days of the week can be chosen is not checked.')
  const years = looseOf(looseOf(component['fields'])['year'])
  const [first, last] = [wholeOf(years['minYear'] ?? component['minYear']), wholeOf(years['maxYear'] ?? component['maxYear'])]
  const earliest = limit(picker['minDate'] ?? component['minDate']) ?? (first ? feelDay(`${first}-01-01`) : undefined)
  const latest = limit(picker['maxDate'] ?? component['maxDate']) ?? (last ? feelDay(`${last}-12-31`) : undefined)
  return { asked: { type: 'date', ...common, ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) } }
}

export function megabytesOf(size: string | undefined): number | undefined {
  const found = /^\s*(\d+(?:\.\d+)?)\s*(B|KB|MB|GB)?\s*$/i.exec(size ?? '')
  if (!found) return undefined
  const factor = { B: 1e-6, KB: 1e-3, MB: 1, GB: 1000 }[(found[2] ?? 'MB').toUpperCase()] ?? 1
  return Math.max(1, Number(found[1]) * factor)
}
