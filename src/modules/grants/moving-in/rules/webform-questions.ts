import { askEmail, askPhone, askText, askTime, askWeb, type Common, type Question } from './asking.ts'
import { wordsOf } from './content.ts'
import type { Item } from './import-report.ts'
import { joined } from './languages.ts'
import { textOf, type Loose } from './source.ts'
import type { AskedWebform, At, WebformAsking } from './webform-asking.ts'
import { choice, likert, manyOf, otherPart } from './webform-choices.ts'
import { day, file, moment, number, text, tick } from './webform-measures.ts'
import { compositeParts } from './webform-composites.ts'
import { textChecks } from './webform-limits.ts'

/** An element that takes an answer; undefined for a kind that is not known. */
export function askWebform(at: At, key: string, element: Loose, item: Item): AskedWebform | undefined {
  const type = textOf(element['#type']) ?? ''
  const why = Object.hasOwn(dropped, type)
    ? dropped[type]
    : type.startsWith('webform_entity_') || type === 'entity_autocomplete' || type === 'webform_term_select'
      ? 'It chooses among records of the old service.'
      : undefined
  if (why !== undefined) return { kind: 'dropped', why }
  const common = commonOf(at, key, element, item)
  const asking: WebformAsking = { at, key, element, item, common }
  if (type === 'webform_likert') return likert(asking)
  const composite = compositeParts(at, key, element, item, common)
  if (composite)
    return element['#multiple'] !== undefined && element['#multiple'] !== false && element['#multiple'] !== 1
      ? { kind: 'rows', parts: composite.map((part) => ({ ...part, name: part.name.replace(`${key}.`, '') })) }
      : { kind: 'questions', parts: composite }
  const ask = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (!ask) return undefined
  if (type === 'webform_custom_composite') return { kind: 'questions', parts: [] }
  const question = ask(asking)
  question.checks = [...(question.checks ?? []), ...textChecks(at, key, element, item, at.path)]
  if (element['#readonly'] === true || element['#disabled'] === true)
    item.loss(at.path, 'It was locked in the old form; here it can be answered.')
  const other = type.endsWith('_other') ? otherPart(asking, question) : []
  const many = element['#multiple'] !== undefined && element['#multiple'] !== false && element['#multiple'] !== 1
  if (many && !ownMultiple.has(type))
    return { kind: 'rows', parts: [{ name: 'value', question: { ...question, asked: { ...question.asked, required: true } } }] }
  return { kind: 'questions', parts: [{ name: key, question }, ...other] }
}

const ownMultiple = new Set([
  'select',
  'webform_select_other',
  'checkboxes',
  'webform_checkboxes_other',
  'tableselect',
  'webform_tableselect_sort',
  'managed_file',
  'webform_document_file',
  'webform_image_file',
  'webform_audio_file',
  'webform_video_file',
  'webform_image_select',
  'webform_buttons',
  'webform_entity_select',
  'email_multiple',
  'webform_email_multiple',
  'webform_custom_composite',
])

const dropped: Record<string, string> = {
  hidden: 'It is a hidden value that nobody fills in.',
  value: 'It is a hidden value that nobody fills in.',
  webform_variant: 'It is a hidden value that nobody fills in.',
  password: 'Passwords are not asked for: people log in.',
  password_confirm: 'Passwords are not asked for: people log in.',
  captcha: 'People log in, so nothing is needed to tell them from robots.',
  webform_location_geocomplete: 'A map is not asked for.',
  webform_location_places: 'A map is not asked for.',
  webform_mapping: 'A mapping of one list on another cannot be asked for.',
  webform_table_sort: 'A list put in order by the applicant cannot be asked for.',
  webform_audio_file: 'Sound cannot be attached.',
  webform_video_file: 'Film cannot be attached.',
  color: 'Colours are not asked for.',
}

function commonOf(at: At, key: string, element: Loose, item: Item): Common {
  const words = (property: string) => at.words(key, property, element[property])
  const { label, help } = wordsOf(at.draft, item, at.path, key, words('#title'), words('#description'))
  const more = ['#help', '#more', '#placeholder', '#field_prefix'].reduce(
    (all, property) => joined(all, at.draft.say(words(property))?.text),
    help,
  )
  return { label, ...(more ? { help: more } : {}), ...(element['#required'] === true ? { required: true } : {}) }
}

const kinds: Record<string, (asking: WebformAsking) => Question> = {
  textfield: (asking) => text(asking, false),
  search: (asking) => text(asking, false),
  machine_name: (asking) => text(asking, false),
  webform_autocomplete: (asking) => {
    asking.item.loss(asking.at.path, 'Suggestions while writing are not shown.')
    return text(asking, false)
  },
  textarea: (asking) => text(asking, true),
  webform_codemirror: (asking) => text(asking, true),
  text_format: (asking) => {
    asking.item.loss(asking.at.path, 'The text is written without bold, lists and the like.')
    return text(asking, true)
  },
  email: ({ common }) => askEmail(common),
  webform_email_confirm: ({ common }) => askEmail(common),
  webform_email_multiple: ({ common, item, at }) => {
    item.loss(at.path, 'Several addresses with commas are asked for as a text.')
    return askText(common, {})
  },
  tel: ({ common }) => askPhone(common),
  url: ({ common }) => askWeb(common),
  number,
  range: number,
  webform_rating: number,
  webform_scale: number,
  checkbox: tick,
  webform_toggle: tick,
  webform_terms_of_service: ({ at, key, element, common }) => {
    const terms = at.draft.say(at.words(key, '#terms_content', element['#terms_content']))?.text
    return { asked: { type: 'declaration', ...common, required: true, statement: terms ?? common.label } }
  },
  webform_signature: ({ common, item, at }) => {
    item.loss(at.path, 'A drawn signature becomes a declaration: who sends is known by the login.')
    return { asked: { type: 'declaration', ...common, statement: common.label } }
  },
  date: day,
  webform_jqueryui_date: day,
  datelist: (asking) => moment(asking),
  datetime: (asking) => moment(asking),
  webform_time: ({ common, element, item, at }) => {
    item.loss(at.path, 'A time of day is asked for as a text like 09:30.')
    for (const limit of ['#time_min', '#time_max', '#min', '#max'].flatMap((word) => textOf(element[word]) ?? []))
      item.loss(at.path, `The limit "${limit}" of the time is not checked.`)
    return askTime(common)
  },
  radios: (asking) => choice(asking, false),
  webform_radios_other: (asking) => choice(asking, false),
  webform_buttons: (asking) => choice(asking, asking.element['#multiple'] === true),
  webform_buttons_other: (asking) => choice(asking, false),
  webform_image_select: (asking) => {
    asking.item.loss(asking.at.path, 'The pictures of the choices are not brought in.')
    return choice(asking, manyOf(asking.element))
  },
  select: (asking) => choice(asking, manyOf(asking.element)),
  webform_select_other: (asking) => choice(asking, manyOf(asking.element)),
  checkboxes: (asking) => choice(asking, true),
  webform_checkboxes_other: (asking) => choice(asking, true),
  webform_toggles: (asking) => choice(asking, true),
  tableselect: (asking) => choice(asking, asking.element['#multiple'] !== false),
  webform_tableselect_sort: (asking) => {
    asking.item.loss(asking.at.path, 'The order of the choices is not asked for.')
    return choice(asking, true)
  },
  language_select: (asking) => text(asking, false),
  managed_file: file,
  webform_document_file: file,
  webform_image_file: file,
  webform_custom_composite: ({ common }) => ({ asked: { type: 'info', label: common.label } }),
}
