import type { Text3 } from '#platform/texts/texts.ts'
import { place, type Column } from './asking.ts'
import { askInfo, readable } from './content.ts'
import { bothFeel, type Draft, type DraftPage, type NewField } from './form-draft.ts'
import { addHeading, underHeading } from './headings.ts'
import type { Item } from './import-report.ts'
import { sameInAll } from './languages.ts'
import { placeRows } from './rows.ts'
import { CannotImport, importLimits, isLoose, looseOf, textOf, wholeOf, type Loose } from './source.ts'
import type { Named } from './webform-asking.ts'
import { askWebform } from './webform-questions.ts'
import { calculateWebform } from './webform-sums.ts'
import { stateWebform } from './webform-states.ts'

export interface WebformAt {
  draft: Draft
  path: string
  /** The heading it stands under. */
  titled: Text3
  /** A text of an element with its translations: "#title", or "#options/key" for a choice. */
  words: (key: string, property: string, said: unknown) => unknown
}

export const layouts: ReadonlySet<string> = new Set(
  'webform_wizard_page webform_card container details fieldset webform_section webform_flexbox webform_table webform_table_row webform_group'.split(
    ' ',
  ),
)
const pages = new Set(['webform_wizard_page', 'webform_card'])
const headed = new Set(['webform_wizard_page', 'webform_card', 'details', 'fieldset', 'webform_section', 'webform_table_row'])
export const contents: ReadonlySet<string> = new Set(
  'webform_markup processed_text webform_message webform_more html_tag item label markup webform_help'.split(' '),
)
export const nothing: ReadonlySet<string> = new Set(
  'webform_actions actions webform_horizontal_rule webform_submission_information webform_submission_navigation'.split(' '),
)

type Entry = [key: string, element: Loose]

function elementsOf(parent: Loose): Entry[] {
  return Object.entries(parent).flatMap(([key, element]): Entry[] =>
    key.startsWith('#') || !isLoose(element) ? [] : [[key, element]],
  )
}

/** Wizard pages and cards are pages; what stands outside them stands on a page of its own. */
export function readWebformPages(at: WebformAt, elements: Loose, title: Text3): void {
  const { draft } = at
  let open: DraftPage | undefined
  for (const [key, element] of elementsOf(elements)) {
    if (!pages.has(textOf(element['#type']) ?? '')) {
      const fields = (open ??= draft.page(title)).fields
      readAll({ ...at, titled: open.title }, fields, [[key, element]])
      continue
    }
    open = undefined
    const said = draft.say(at.words(key, '#title', element['#title']))?.text ?? sameInAll(readable(key))
    const page = draft.page(said, draft.say(at.words(key, '#description', element['#description']))?.text)
    readAll(deeper({ ...at, titled: said }, key), page.fields, elementsOf(element))
    stateWebform(at, key, element, {
      show: (feel) => {
        page.showIf = bothFeel(page.showIf, feel) ?? feel
      },
    })
  }
}

function deeper(at: WebformAt, key: string): WebformAt {
  const path = `${at.path}/${key}`
  if (path.split('/').length > importLimits.depth)
    throw new CannotImport(path.slice(0, 200), `nested more than ${importLimits.depth} levels deep`)
  return { ...at, path }
}

function readAll(at: WebformAt, fields: NewField[], entries: readonly Entry[]): void {
  underHeading(at.draft, fields, at.titled, entries, ([key, element]) => readElement(deeper(at, key), fields, key, element))
}

function readElement(at: WebformAt, fields: NewField[], key: string, element: Loose): void {
  const type = textOf(element['#type']) ?? ''
  const before = fields.length
  if (nothing.has(type)) return
  if (type === '' || layouts.has(type)) readGroup(at, fields, key, element, type)
  else if (contents.has(type)) readText(at, fields, key, element, type)
  else readInput(at, fields, key, element, type)
  const made = fields.slice(before)
  stateWebform(at, key, element, {
    show: (feel) => {
      for (const field of made) field.showIf = bothFeel(feel, field.showIf) ?? feel
    },
    need: (feel) => {
      for (const field of made)
        if (field.type !== 'info' && field.type !== 'section' && field.type !== 'calculated')
          field.requiredIf = bothFeel(field.requiredIf, feel) ?? feel
    },
  })
}

function readGroup(at: WebformAt, fields: NewField[], key: string, element: Loose, type: string): void {
  const { draft } = at
  const hides = element['#title_display'] === 'invisible' || element['#title_display'] === 'none'
  const title = headed.has(type) && !hides ? draft.say(at.words(key, '#title', element['#title']))?.text : undefined
  const help = draft.say(at.words(key, '#description', element['#description']))?.text
  if (title || help) addHeading(draft, fields, key, title ?? at.titled, help)
  readAll(title ? { ...at, titled: title } : at, fields, elementsOf(element))
}

function readText(at: WebformAt, fields: NewField[], key: string, element: Loose, type: string): void {
  const { draft } = at
  const noted: Item = {
    loss: (what, why) => draft.note(what, 'A text', why),
    drop: (what, why) => draft.note(what, 'A text', why),
  }
  const property = ['#markup', '#text', '#message_message', '#more', '#value', '#description', '#help'].find(
    (each) => textOf(element[each]) !== undefined,
  )
  const title =
    type === 'item' || type === 'label' || type === 'webform_more'
      ? at.words(key, '#title', element['#title'] ?? element['#more_title'])
      : undefined
  const info = askInfo(draft, title, property && at.words(key, property, element[property]), noted, at.path)
  if (info) draft.add(fields, key, info)
}

/** Only some kinds of users may fill it in, and those who apply are not among them. */
function forStaff(element: Loose): boolean {
  const roles = element['#access_create_roles']
  return Array.isArray(roles) && !roles.includes('anonymous') && !roles.includes('authenticated')
}

function readInput(at: WebformAt, fields: NewField[], key: string, element: Loose, type: string): void {
  const { draft } = at
  const item = draft.item('fields', at.path)
  if (element['#access'] === false) return item.drop(at.path, 'Nobody may see it in the old form.')
  if (element['#private'] === true || forStaff(element))
    return item.drop(at.path, 'Only staff saw it in the old form; what staff note stands in the case.')
  if (type === 'webform_computed_twig' || type === 'webform_computed_token')
    return calculateWebform(at, fields, key, element, item)
  const asked = askWebform(at, key, element, item)
  if (!asked) return item.drop(at.path, `Torg has no question of the kind "${type}".`)
  if (asked.kind === 'dropped') return item.drop(at.path, asked.why)
  if (element['#prepopulate'] === true) draft.preset(key)
  if (element['#default_value'] !== undefined && element['#default_value'] !== '') draft.preset(key)
  const inside = looseOf(element['#element'])
  if (type === 'webform_custom_composite') return readComposite(at, fields, key, element, inside)
  if (asked.kind === 'rows') return placeMany(at, fields, key, element, asked.parts, item)
  for (const { name, question, showIf } of asked.parts) {
    const field = place(draft, fields, name, question, item)
    if (showIf) draft.later(() => showPart(draft, field, showIf))
  }
}

function showPart(draft: Draft, field: NewField, showIf: NonNullable<Named['showIf']>): void {
  const written = draft.feel(showIf, { loss: () => undefined, drop: () => undefined }, field.key)
  if (written) field.showIf = written
}

/** The same questions as many times as one likes, or as the old form allows. */
function placeMany(at: WebformAt, fields: NewField[], key: string, element: Loose, parts: readonly Named[], item: Item): void {
  const columns = parts.map(({ name, question }): Column => ({ name, question, item }))
  placeHeaded(at, fields, key, element, columns, item)
}

function placeHeaded(
  at: WebformAt,
  fields: NewField[],
  key: string,
  element: Loose,
  columns: readonly Column[],
  item: Item,
): void {
  const { draft } = at
  const label = draft.say(at.words(key, '#title', element['#title']))?.text ?? sameInAll(readable(key))
  const help = draft.say(at.words(key, '#description', element['#description']))?.text
  const most = wholeOf(element['#multiple'])
  const least = wholeOf(element['#multiple__min_items'])
  const head = { label, ...(help ? { help } : {}), required: element['#required'] === true, least, most }
  placeRows(draft, fields, key, head, columns, { item, path: at.path })
}

/** A composite of one's own: its parts are columns, or questions side by side when there is only one row. */
function readComposite(at: WebformAt, fields: NewField[], key: string, element: Loose, inside: Loose): void {
  const { draft } = at
  const columns = elementsOf(inside).flatMap(([name, part]): Column[] => {
    const here = deeper(at, name)
    const type = textOf(part['#type']) ?? ''
    if (nothing.has(type) || contents.has(type) || layouts.has(type)) return []
    const item = draft.item('fields', here.path)
    if (type.startsWith('webform_computed'))
      draft.item('calculations', here.path).drop(here.path, 'A condition or a sum in a row of a table cannot be brought in.')
    const asked = part['#access'] === false ? undefined : askWebform(here, name, part, item)
    if (!asked || asked.kind !== 'questions' || asked.parts.length === 0) {
      item.drop(
        here.path,
        asked?.kind === 'dropped' ? asked.why : `A part of the kind "${type}" cannot stand in a row of a table.`,
      )
      return []
    }
    stateWebform(here, name, part, {})
    return asked.parts.map((each) => ({ name: each.name, question: each.question, item }))
  })
  const whole: Item = { loss: (what, why) => draft.note(what, what, why), drop: (what, why) => draft.note(what, what, why) }
  if (element['#multiple'] === false || element['#multiple'] === 1) {
    for (const { name, question, item } of columns) place(draft, fields, `${key}.${name}`, question, item)
    return
  }
  placeHeaded(at, fields, key, element, columns, whole)
}
