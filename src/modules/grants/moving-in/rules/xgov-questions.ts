import {
  aloneCheck,
  askChoice,
  askEmail,
  askMoment,
  askMonth,
  askPhone,
  askText,
  askTime,
  askWeb,
  patterned,
  type Choice,
  type Common,
  type Question,
} from './asking.ts'
import { say } from './check-texts.ts'
import { wordsOf } from './content.ts'
import { compare, value } from './expression.ts'
import type { Draft } from './form-draft.ts'
import { askFile } from './ask-file.ts'
import type { Item } from './import-report.ts'
import { joined, sameInAll } from './languages.ts'
import { oreLimits } from './ore-limits.ts'
import { looseOf, numberOf, textOf, wholeOf, type Loose } from './source.ts'
import { itemsOf, type ListItem } from './xgov-lists.ts'

export const contentTypes: ReadonlySet<string> = new Set([
  'Para',
  'Html',
  'InsetText',
  'Details',
  'FlashCard',
  'List',
  'WarningText',
  'NotificationBanner',
  'Markdown',
  'ContentWithState',
])

interface At {
  name: string
  path: string
  item: Item
  lists: ReadonlyMap<string, ListItem[]>
}

/** A component as a question; undefined for a kind Torg has not. */
export function askXgov(draft: Draft, component: Loose, at: At): Question | undefined {
  const ask = Object.hasOwn(kinds, textOf(component['type']) ?? '') ? kinds[textOf(component['type']) ?? ''] : undefined
  if (!ask) return undefined
  const options = looseOf(component['options'])
  const common = commonOf(draft, component, at)
  const question = ask({ draft, component, options, schema: looseOf(component['schema']), common, at })
  const regex = textOf(looseOf(component['schema'])['regex'])
  if (regex !== undefined && question) {
    const message = draft.say(options['customValidationMessage'])?.text ?? say.pattern
    question.checks = [...(question.checks ?? []), { when: (self) => ({ op: 'matches', of: self, pattern: regex }), message }]
  }
  return question
}

/** Label, hint and whether it must be answered: unless it says no. */
export function commonOf(draft: Draft, component: Loose, at: At): Common {
  const words = wordsOf(draft, at.item, at.path, at.name, component['title'], component['hint'])
  return { ...words, ...(looseOf(component['options'])['required'] === false ? {} : { required: true }) }
}

interface Asking {
  draft: Draft
  component: Loose
  options: Loose
  schema: Loose
  common: Common
  at: At
}

const kinds: Record<string, (asking: Asking) => Question | undefined> = {
  TextField: ({ common, schema, options }) => text(common, schema, options, false),
  FreeTextField: ({ common, schema, options }) => text(common, schema, options, true),
  MultilineTextField: ({ common, schema, options }) => text(common, schema, options, true),
  EmailAddressField: ({ common }) => askEmail(common),
  TelephoneNumberField: ({ common }) => askPhone(common),
  WebsiteField: ({ common }) => askWeb(common),
  NationalInsuranceField: ({ common }) => patterned(common, '^[A-Za-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-Da-d]$', say.pattern),
  NumberField: number,
  YesNoField: ({ common }) => ({ asked: { type: 'yesNo', ...common } }),
  DateField: day,
  DatePartsField: day,
  DateTimeField: moment,
  DateTimePartsField: moment,
  TimeField: ({ common, at }) => {
    at.item.loss(at.path, 'A time of day is asked for as a text like 09:30.')
    return askTime(common)
  },
  MonthYearField: ({ common, at }) => {
    at.item.loss(at.path, 'A month is asked for as a text like 03.2027.')
    return askMonth(common)
  },
  RadiosField: (asking) => choice(asking, false),
  SelectField: (asking) => choice(asking, false),
  AutocompleteField: (asking) => choice(asking, false),
  CheckboxesField: (asking) => choice(asking, true),
  DeclarationField: ({ draft, component, common }) => ({
    asked: {
      type: 'declaration',
      ...common,
      statement:
        draft.say(component['content'])?.text ??
        draft.say(looseOf(component['options'])['declarationConfirmationLabel'])?.text ??
        common.label,
    },
  }),
  OsGridRefField: gridReference,
  NationalGridFieldNumberField: gridReference,
  FileUploadField: ({ common, options, schema, at }) =>
    askFile(
      common,
      {
        several: options['multiple'] === true,
        least: wholeOf(schema['min']),
        most: wholeOf(schema['max']) ?? wholeOf(schema['length']),
        accept: options['accept'] ?? options['acceptedFiles'],
      },
      at,
    ),
  ClientSideFileUploadField: ({ common, options, at }) => {
    const zone = looseOf(options['dropzoneConfig'])
    const least = wholeOf(options['minimumRequiredFiles'])
    return askFile(
      { ...common, required: least === undefined ? common.required === true : least > 0 },
      { most: wholeOf(zone['maxFiles']), least, megabytes: numberOf(zone['maxFilesize']), accept: zone['acceptedFiles'] },
      at,
    )
  },
}

function gridReference({ common, at }: Asking): Question {
  at.item.loss(at.path, 'That it is a British grid reference is not checked.')
  return askText(common, { max: 20 })
}

function text(common: Common, schema: Loose, options: Loose, long: boolean): Question {
  const exact = wholeOf(schema['length'])
  const question = askText(common, {
    long,
    min: wholeOf(schema['min']),
    max: exact ?? wholeOf(schema['max']) ?? wholeOf(options['maxLength']),
    words: wholeOf(options['maxWords']),
  })
  if (exact === undefined) return question
  const demand = {
    when: (self: Parameters<NonNullable<Question['checks']>[number]['when']>[0]) =>
      compare({ op: 'length', of: self }, '=', value(exact)),
    message: say.exactly(exact),
  }
  return { ...question, checks: [...(question.checks ?? []), demand] }
}

function number({ draft, common, schema, options }: Asking): Question {
  const [min, max] = [numberOf(schema['min']), numberOf(schema['max'])]
  const prefix = textOf(options['prefix'])
  const suffix = textOf(options['suffix'])
  const money = prefix !== undefined && /^[£€$]$|^(kr|nok)\.?$/i.test(prefix.trim())
  if (money && (min ?? 0) >= 0) {
    if (!/kr|nok/i.test(prefix))
      draft.note('', `Amounts in ${prefix.trim()} are now in kroner`, 'Torg counts in Norwegian kroner.')
    return {
      asked: {
        type: 'amount',
        ...common,
        ...oreLimits(min, max),
      },
    }
  }
  const precision = wholeOf(schema['precision'])
  const decimals = schema['integer'] === true ? 0 : Math.min(4, Math.max(0, precision ?? 4))
  const unit = [prefix, suffix].filter((each) => each !== undefined).join(' ')
  return {
    asked: {
      type: 'number',
      ...common,
      decimals,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(unit === '' ? {} : { unit: sameInAll(unit) }),
    },
  }
}

function day({ common, options }: Asking): Question {
  const [past, future] = [wholeOf(options['maxDaysInPast']), wholeOf(options['maxDaysInFuture'])]
  const from = (days: number) => (days === 0 ? 'today' : `add days(today, ${days})`)
  return {
    asked: {
      type: 'date',
      ...common,
      ...(past === undefined ? {} : { earliest: from(-past) }),
      ...(future === undefined ? {} : { latest: from(future) }),
    },
  }
}

function moment({ common, at }: Asking): Question {
  at.item.loss(at.path, 'Date and time are asked for as a text like 31.12.2027 09:30.')
  return askMoment(common)
}

function choice({ draft, component, options, common, at }: Asking, several: boolean): Question {
  const items = itemsOf(component, at.lists)
  if (!items || items.length === 0) {
    at.item.loss(
      at.path,
      `The list "${textOf(component['list']) ?? ''}" with its choices is not in the form: the answer is asked for as a text.`,
    )
    return askText(common, {})
  }
  const choices = items.map((each): Choice => {
    const words = draft.say(each.text)?.text ?? sameInAll(each.value || '–')
    return { value: each.value, label: joined(words, draft.say(each.description)?.text, ' – ') ?? words }
  })
  const question = askChoice(common, choices, { several })
  const alone = choices.find((each) => each.value === textOf(options['behaviourItemValue']))
  if (several && options['behaviour'] === 'exclusive' && alone) question.checks = [...(question.checks ?? []), aloneCheck(alone)]
  return question
}
