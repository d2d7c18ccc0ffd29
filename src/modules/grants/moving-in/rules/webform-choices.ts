import type { Text3 } from '#platform/texts/texts.ts'
import { aloneCheck, askChoice, askText, type Choice, type Question } from './asking.ts'
import { compare, read, value, type Expr } from './expression.ts'
import { joined, sameInAll } from './languages.ts'
import { isLoose, looseOf, textOf, wholeOf, type Loose } from './source.ts'
import type { AskedWebform, At, Named, WebformAsking } from './webform-asking.ts'

/** Choices, also in groups; "Label -- description" as both. */
export function choicesOf(at: At, key: string, options: unknown, property = '#options', before = ''): Choice[] {
  return Object.entries(looseOf(options)).flatMap(([name, said]): Choice[] => {
    if (isLoose(said)) return choicesOf(at, key, said, `${property}/${name}`, `${before}${name}: `)
    const written = at.draft.say(at.words(key, `${property}/${name}`, String(said)))?.text ?? sameInAll(name || '–')
    const shown = (text: string) => `${before}${text.replace(' -- ', ' – ')}`
    return [{ value: name, label: { nb: shown(written.nb), nn: shown(written.nn), en: shown(written.en) } }]
  })
}

const noneOfThem: Text3 = { nb: 'Ingen', nn: 'Ingen', en: 'None' }
/** The list that comes with Webform and most forms use. */
const yesNo: Choice[] = [
  { value: 'Yes', label: { nb: 'Ja', nn: 'Ja', en: 'Yes' } },
  { value: 'No', label: { nb: 'Nei', nn: 'Nei', en: 'No' } },
]

export function choice({ at, key, element, item, common }: WebformAsking, several: boolean): Question {
  const options = element['#options'] ?? looseOf(element['#images'])
  const choices = options === 'yes_no' ? yesNo : choicesOf(at, key, options)
  if (choices.length === 0) {
    item.loss(at.path, typeof options === 'string' ? listElsewhere(options) : 'There are no choices: it is asked for as a text.')
    return askText(common, {})
  }
  if ((textOf(element['#type']) ?? '').endsWith('_other'))
    choices.push({
      value: '_other_',
      label: at.draft.say(at.words(key, '#other__option_label', element['#other__option_label']))?.text ?? {
        nb: 'Annet',
        nn: 'Anna',
        en: 'Other',
      },
    })
  const none: Choice | undefined =
    several && element['#options_none'] === true
      ? {
          value: textOf(element['#options_none_value']) ?? 'none',
          label: at.draft.say(at.words(key, '#options_none_text', element['#options_none_text']))?.text ?? noneOfThem,
        }
      : undefined
  const max = wholeOf(element['#multiple'])
  const question = askChoice(common, none ? [...choices, none] : choices, {
    several,
    ...(max !== undefined && max > 1 ? { max } : {}),
  })
  return none ? { ...question, checks: [...(question.checks ?? []), aloneCheck(none)] } : question
}

function listElsewhere(name: string): string {
  return `The choices are a list of the old service ("${name}"): the answer is asked for as a text.`
}

/** What "other" is, asked for when it is chosen. */
export function otherPart({ at, key, element, common }: WebformAsking, question: Question): Named[] {
  const label = at.draft.say(at.words(key, '#other__title', element['#other__title'] ?? element['#other__placeholder']))?.text
  const several = question.asked.type === 'severalOf'
  const showIf: Expr = several
    ? { op: 'contains', list: read(key), item: value('_other_') }
    : compare(read(key), '=', value('_other_'))
  const said = label ?? { nb: `${common.label.nb}: annet`, nn: `${common.label.nn}: anna`, en: `${common.label.en}: other` }
  return [
    {
      name: `${key}.other`,
      question: askText({ label: said, required: true }, { max: wholeOf(element['#other__maxlength']) }),
      showIf,
    },
  ]
}

/** Statements with the same answers: one question for each. */
export function likert({ at, key, element, item, common }: WebformAsking): AskedWebform {
  const answers = choicesOf(at, key, element['#answers'], '#answers')
  const statements = choicesOf(at, key, element['#questions'], '#questions')
  const named = element['#answers']
  if ((answers.length === 0 && typeof named !== 'string') || statements.length === 0)
    return { kind: 'dropped', why: 'It has no statements or no answers.' }
  if (typeof named === 'string') item.loss(at.path, listElsewhere(named))
  return {
    kind: 'questions',
    parts: statements.map((each) => ({
      name: `${key}.${each.value}`,
      question:
        answers.length === 0
          ? askText({ ...common, label: joined(common.label, each.label, ': ') ?? each.label }, {})
          : askChoice({ ...common, label: joined(common.label, each.label, ': ') ?? each.label }, answers),
    })),
  }
}

export function manyOf(element: Loose): boolean {
  return element['#multiple'] !== undefined && element['#multiple'] !== false && element['#multiple'] !== 1
}
