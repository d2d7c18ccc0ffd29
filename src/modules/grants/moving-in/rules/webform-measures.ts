import { askFile } from './ask-file.ts'
import { askMoment, askText, decimalsOf, plainSteps, stepCheck, type Question } from './asking.ts'
import { say } from './check-texts.ts'
import { compare, value } from './expression.ts'
import { oreLimits } from './ore-limits.ts'
import { isLoose, looseOf, numberOf, textOf, wholeOf } from './source.ts'
import type { WebformAsking } from './webform-asking.ts'
import { dayLimit } from './webform-limits.ts'

export function text({ common, element }: WebformAsking, long: boolean): Question {
  const counter = textOf(element['#counter_type'])
  const most = wholeOf(element['#counter_maximum'])
  const least = wholeOf(element['#counter_minimum'])
  const characters = counter === 'character'
  const max = [wholeOf(element['#maxlength']), characters ? most : undefined].filter((each) => each !== undefined)
  const question = askText(common, {
    long,
    min: wholeOf(element['#minlength']) ?? (characters ? least : undefined),
    max: max.length > 0 ? Math.min(...max) : long ? undefined : 255,
    ...(counter === 'word' ? { words: most } : {}),
  })
  if (counter === 'word' && least !== undefined && least > 0)
    question.checks = [
      ...(question.checks ?? []),
      { when: (self) => compare({ op: 'words', of: self }, '>=', value(least)), message: say.fewWords(least) },
    ]
  return question
}

export function number({ at, key, common, element, item }: WebformAsking): Question {
  const type = textOf(element['#type'])
  const least = type === 'webform_scale' || type === 'webform_rating' || type === 'range' ? 0 : undefined
  const min = numberOf(element['#min']) ?? least
  const max =
    numberOf(element['#max']) ?? (type === 'range' ? 100 : type === 'webform_rating' || type === 'webform_scale' ? 5 : undefined)
  const step = element['#step'] === 'any' ? undefined : (numberOf(element['#step']) ?? 1)
  const unit = at.draft.say(at.words(key, '#field_suffix', element['#field_suffix']))?.text
  if (
    [textOf(element['#field_prefix']), textOf(element['#field_suffix'])].some((each) =>
      /^(kr|kroner|nok|€|£|\$)\.?,?-?$/i.test(each?.trim() ?? ''),
    ) &&
    (min ?? 0) >= 0
  ) {
    return {
      asked: {
        type: 'amount',
        ...common,
        ...oreLimits(min, max),
      },
    }
  }
  const decimals = step === undefined ? 4 : decimalsOf(step)
  const odd = step !== undefined && !plainSteps.has(step)
  if (step !== undefined && step <= 0) item.loss(at.path, 'The step is not checked.')
  return {
    asked: {
      type: 'number',
      ...common,
      decimals,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(unit ? { unit } : {}),
    },
    checks: odd && step > 0 ? [stepCheck(step, min)] : [],
  }
}

export function tick({ common }: WebformAsking): Question {
  return common.required === true
    ? { asked: { type: 'declaration', ...common, statement: common.label } }
    : { asked: { type: 'yesNo', ...common }, answered: { emptyIs: false } }
}

export function day({ at, common, element, item }: WebformAsking): Question {
  const earliest = dayLimit(element['#date_date_min'] ?? element['#date_min'] ?? element['#min'], item, at.path)
  const latest = dayLimit(element['#date_date_max'] ?? element['#date_max'] ?? element['#max'], item, at.path)
  const days = textOf(element['#date_days'])
  if (days !== undefined || isLoose(element['#date_days']))
    item.loss(at.path, 'That only some days of the week can be chosen is not checked.')
  return { asked: { type: 'date', ...common, ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) } }
}

export function moment(asking: WebformAsking): Question {
  const { item, at, common, element } = asking
  const parts = looseOf(element['#date_part_order'])
  const order = Array.isArray(element['#date_part_order'])
    ? (element['#date_part_order'] as unknown[]).map(String)
    : Object.values(parts).map(String)
  if (textOf(element['#date_time_element']) === 'none' || (order.length > 0 && !order.includes('hour'))) return day(asking)
  item.loss(at.path, 'Date and time are asked for as a text like 31.12.2027 09:30.')
  return askMoment(common)
}

export function file({ at, common, element, item }: WebformAsking): Question {
  const many = element['#multiple']
  return askFile(
    common,
    {
      several: many === true,
      most: wholeOf(many),
      megabytes: numberOf(element['#max_filesize']),
      accept: element['#file_extensions'],
    },
    { item, path: at.path },
  )
}
