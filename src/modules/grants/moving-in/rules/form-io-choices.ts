import { askChoice, askText, type Choice, type Question } from './asking.ts'
import type { Asked, FormIoAsking } from './form-io-asking.ts'
import { joined, sameInAll } from './languages.ts'
import { listOf, looseList, looseOf, textOf, wholeOf, type Loose } from './source.ts'

export function selectValues(component: Loose): unknown {
  const source = textOf(component['dataSrc']) ?? 'values'
  const data = looseOf(component['data'])
  if (source === 'json') return data['json']
  return source === 'values' ? (data['values'] ?? component['values']) : undefined
}

export function choice({ at, validate, common, here }: FormIoAsking, values: unknown, many: boolean): Question {
  const choices = listOf(typeof values === 'string' ? parsed(values) : values).flatMap((each): Choice[] => {
    const option = typeof each === 'object' ? looseOf(each) : { value: each, label: each }
    const written = textOf(option['value']) ?? textOf(option['id']) ?? textOf(option['label'])
    if (written === undefined) return []
    return [
      {
        value: written,
        label: at.draft.say(at.translate(option['label'] ?? option['name'] ?? written))?.text ?? sameInAll(written),
      },
    ]
  })
  if (choices.length === 0) {
    here.item.loss(here.path, 'The choices are fetched from elsewhere: the answer is asked for as a text.')
    return askText(common, {})
  }
  const min = wholeOf(validate['minSelectedCount'])
  const max = wholeOf(validate['maxSelectedCount'])
  return askChoice(common, choices, {
    several: many,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A table of statements with the same answers: one question for each statement. */
export function survey({ at, component, here, common }: FormIoAsking): Asked[] {
  const choices = looseList(component['values']).map((each): Choice => ({
    value: textOf(each['value']) ?? '',
    label: at.draft.say(at.translate(each['label']))?.text ?? sameInAll(textOf(each['value']) ?? '–'),
  }))
  const questions = looseList(component['questions'])
  if (choices.length === 0 || questions.length === 0) {
    here.item.drop(here.path, 'The survey has no statements or no answers.')
    return []
  }
  return questions.map((each) => {
    const name = textOf(each['value']) ?? ''
    const said = at.draft.say(at.translate(each['label']))?.text ?? sameInAll(name)
    const label = joined(common.label, said, ': ') ?? said
    return { name: `${here.name}.${name}`, question: askChoice({ ...common, label }, choices) }
  })
}
