import { askEmail, askMoment, askPhone, askText, askTime, askWeb, patterned, type Common, type Question } from './asking.ts'
import { askFile } from './ask-file.ts'
import { say } from './check-texts.ts'
import { wordsOf } from './content.ts'
import type { Asked, At, FormIoAsking, Here } from './form-io-asking.ts'
import { choice, selectValues, survey } from './form-io-choices.ts'
import { day, megabytesOf, money, number } from './form-io-measures.ts'
import { maskPattern } from './mask-pattern.ts'
import { formIoChecks } from './form-io-checks.ts'
import { calculateFormIo, isCalculated } from './form-io-sums.ts'
import { joined } from './languages.ts'
import { looseList, looseOf, textOf, wholeOf, type Loose } from './source.ts'

const shapes = new Set('panel fieldset well columns table tabs content htmlelement details dynamicWizard'.split(' '))

/** What the format calls an input; where it does not say, all that is no layout. */
export function isInput(component: Loose): boolean {
  if (typeof component['input'] === 'boolean') return component['input']
  return !shapes.has(textOf(component['type']) ?? '')
}

/** Plain and "simple" kinds go by the same name: CHEFS calls them simpletextfield, simpleradios and so on. */
function kindOf(component: Loose): string {
  const type = (textOf(component['type']) ?? '').toLowerCase()
  const plain = type.replace(/^simple/, '').replace(/advanced$/, '')
  return (
    { radios: 'radio', checkboxes: 'selectboxes', phone: 'phonenumber', dropdown: 'select', uri: 'url', integer: 'number' }[
      plain
    ] ?? plain
  )
}

/** Undefined when the kind is unknown and may hold other components; an empty list when it is told as dropped. */
export function questionsOf(at: At, component: Loose, here: Here): Asked[] | undefined {
  const kind = kindOf(component)
  const { item, path } = here
  if (kind === 'button') return button(at, component, here)
  const reason = Object.hasOwn(dropped, kind) ? dropped[kind] : undefined
  if (reason !== undefined && !isCalculated(component)) {
    item.drop(path, reason)
    return []
  }
  if (kind === 'survey')
    return survey({ at, component, here, validate: looseOf(component['validate']), common: commonOf(at, component, here) })
  if (component['hidden'] === true && !isCalculated(component) && looseList(component['logic']).length === 0) {
    item.drop(path, 'It is hidden, and nobody fills it in.')
    return []
  }
  const common = commonOf(at, component, here)
  if (isCalculated(component) && here.inRow)
    at.draft
      .item('calculations', `${path}/calculateValue`)
      .drop(`${path}/calculateValue`, 'A condition or a sum in a row of a table cannot be brought in.')
  const calculated = isCalculated(component) && !here.inRow ? calculateFormIo(at, component, here, common) : undefined
  if (calculated) return [calculated]
  const ask = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (!ask) {
    if (Array.isArray(component['components'])) {
      item.drop(path, `The kind "${textOf(component['type']) ?? ''}" is not known; what is in it is brought in.`)
      return undefined
    }
    item.drop(path, `Torg has no question of the kind "${textOf(component['type']) ?? ''}".`)
    return []
  }
  const question = ask({ at, component, validate: looseOf(component['validate']), common, here })
  question.checks = [...(question.checks ?? []), ...formIoChecks(at, component, here)]
  if (component['disabled'] === true) item.loss(path, 'It was locked in the old form; here it can be answered.')
  const start = component['defaultValue']
  if (start !== undefined && start !== '' && start !== null && start !== false && !(typeof start === 'object'))
    at.draft.preset(here.name)
  if (textOf(component['customDefaultValue']) !== undefined) at.draft.preset(here.name)
  return component['multiple'] === true && !['select', 'file', 'selectboxes', 'tags'].includes(kind)
    ? several(here, question)
    : [{ name: here.name, question }]
}

/** The same question as many times as one likes. */
function several(here: Here, question: Question): Asked[] {
  if (here.inRow) {
    here.item.loss(here.path, 'Several answers in a row of a table: one can be given.')
    return [{ name: here.name, question }]
  }
  const { label, help, required } = question.asked
  const key = 'value'
  const column = { ...question.asked, key, required: true } as never
  const table: Question = {
    asked: {
      type: 'table',
      label,
      ...(help ? { help } : {}),
      ...(required ? { required } : {}),
      rowTitle: label,
      fields: [column],
    },
  }
  if ((question.checks ?? []).length > 0) here.item.loss(here.path, 'Limits of each of several answers are not checked.')
  return [{ name: here.name, question: table }]
}

const dropped: Record<string, string> = {
  hidden: 'It is a hidden value that nobody fills in.',
  password: 'Passwords are not asked for: people log in.',
  recaptcha: 'People log in, so nothing is needed to tell them from robots.',
  captcha: 'People log in, so nothing is needed to tell them from robots.',
  resource: 'It chooses among records of the old service.',
  form: 'A form inside the form lies in another file; bring it in by itself.',
  datasource: 'It fetches data from another service.',
  datamap: 'Answers under names the applicant makes up cannot be asked for.',
  tree: 'A tree of rows in rows cannot be asked for.',
  sketchpad: 'Drawings are not asked for; ask for a file instead.',
  location: 'A map is not asked for.',
  map: 'A map is not asked for.',
  custom: 'It is made for the old service.',
  reviewpage: 'Torg shows all answers before they are sent.',
  orgbook: 'It chooses among records of the old service.',
}

function button(at: At, component: Loose, { item, path }: Here): Asked[] {
  const action = textOf(component['action']) ?? 'submit'
  if (action === 'submit' || action === 'saveState')
    at.draft.note(path, textOf(component['label']) ?? 'Submit', 'Torg has its own button for sending.')
  else item.drop(path, `A button that does "${action}" is not brought in.`)
  return []
}

export function commonOf(at: At, component: Loose, here: Here): Common {
  const label = at.translate(component['label'] ?? component['title'])
  const words = wordsOf(
    at.draft,
    here.item,
    here.path,
    textOf(component['key']) ?? here.name,
    label,
    at.translate(component['description']),
  )
  const tip = at.draft.say(at.translate(component['tooltip']))?.text
  const example = at.draft.say(at.translate(component['placeholder']))?.text
  const help = joined(joined(words.help, tip), example)
  const required = looseOf(component['validate'])['required'] === true
  return { label: words.label, ...(help ? { help } : {}), ...(required ? { required } : {}) }
}

const kinds: Record<string, (asking: FormIoAsking) => Question> = {
  textfield: text(false),
  textarea: text(true),
  tags: ({ common, here }) => {
    here.item.loss(here.path, 'Tags are asked for as one text.')
    return askText(common, {})
  },
  email: ({ common }) => askEmail(common),
  phonenumber: ({ common }) => askPhone(common),
  url: ({ common }) => askWeb(common),
  iban: ({ common }) => patterned(common, '^[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]{8,40}$', say.pattern),
  bsn: ({ common }) => patterned(common, '^[0-9]{9}$', say.pattern),
  postcode: ({ common }) => patterned(common, '^[0-9]{4} ?[A-Za-z]{0,2}$', say.pattern),
  number,
  currency: ({ common, validate }) => money(common, validate),
  checkbox: ({ common }) =>
    common.required === true
      ? { asked: { type: 'declaration', ...common, statement: common.label } }
      : { asked: { type: 'yesNo', ...common }, answered: { emptyIs: false } },
  radio: (asking) => choice(asking, asking.component['values'], false),
  select: (asking) => choice(asking, selectValues(asking.component), asking.component['multiple'] === true),
  selectboxes: (asking) => choice(asking, asking.component['values'], true),
  date: day,
  day: ({ common, component, here }) => {
    const fields = looseOf(component['fields'])
    if (['day', 'month', 'year'].some((part) => looseOf(fields[part])['hide'] === true))
      here.item.loss(here.path, 'Only a part of the date was asked for; the whole is asked for here.')
    const required = ['day', 'month', 'year'].every((part) => looseOf(fields[part])['required'] === true)
    return day({ common: { ...common, ...(required ? { required } : {}) }, component, here })
  },
  datetime: (asking) => {
    if (asking.component['enableTime'] === false || /^[^Hhms]*$/.test(textOf(asking.component['format']) ?? 'H'))
      return day(asking)
    asking.here.item.loss(asking.here.path, 'Date and time are asked for as a text like 31.12.2027 09:30.')
    return askMoment(asking.common)
  },
  time: ({ common, here }) => {
    here.item.loss(here.path, 'A time of day is asked for as a text like 09:30.')
    return askTime(common)
  },
  address: ({ common }) => ({ asked: { type: 'address', ...common } }),
  addressnl: ({ common }) => ({ asked: { type: 'address', ...common } }),
  bcaddress: ({ common }) => ({ asked: { type: 'address', ...common } }),
  signature: ({ common, here }) => {
    here.item.loss(here.path, 'A drawn signature becomes a declaration: who sends is known by the login.')
    return { asked: { type: 'declaration', ...common, statement: common.label } }
  },
  file: ({ common, component, here, validate }) =>
    askFile(
      common,
      {
        several: component['multiple'] === true,
        most: wholeOf(validate['maxLength']) ?? wholeOf(component['maxNumberOfFiles']),
        least: wholeOf(validate['minLength']),
        megabytes: megabytesOf(textOf(component['fileMaxSize'])),
        accept: component['filePattern'],
      },
      here,
    ),
}

function text(long: boolean) {
  return ({ common, component, validate, here }: FormIoAsking): Question => {
    if (long && ['ckeditor', 'quill', 'ace'].includes(textOf(component['editor']) ?? ''))
      here.item.loss(here.path, 'The text is written without bold, lists and the like.')
    const question = askText(common, {
      long,
      min: wholeOf(validate['minLength']),
      max: wholeOf(validate['maxLength']),
      words: wholeOf(validate['maxWords']),
    })
    const mask = textOf(component['inputMask'])
    if (mask === undefined) return question
    const pattern = maskPattern(mask)
    return {
      ...question,
      checks: [...(question.checks ?? []), { when: (self) => ({ op: 'matches', of: self, pattern }), message: say.pattern }],
    }
  }
}
