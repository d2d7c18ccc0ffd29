import type { Text3 } from '#platform/texts/texts.ts'
import { place, type Column } from './asking.ts'
import { askInfo, readable } from './content.ts'
import { bothFeel, type Draft, type DraftPage, type NewField } from './form-draft.ts'
import { showFormIo } from './form-io-conditions.ts'
import type { Asked } from './form-io-asking.ts'
import { isInput, questionsOf } from './form-io-questions.ts'
import { addHeading, underHeading } from './headings.ts'
import type { Item } from './import-report.ts'
import { sameInAll } from './languages.ts'
import { placeRows } from './rows.ts'
import { CannotImport, importLimits, isLoose, listOf, looseList, looseOf, textOf, wholeOf, type Loose } from './source.ts'

export interface FormIoAt {
  draft: Draft
  translate: (said: unknown) => unknown
  path: string
  /** Keys of the containers that the answers lie in. */
  data: readonly string[]
  /** The heading it stands under. */
  titled: Text3
}

/** A wizard's panels are its pages; else the panels at the top are, where the form has nothing else there. */
export function readLayout(at: FormIoAt, components: readonly Loose[], wizard: boolean, title: Text3): void {
  const { draft } = at
  const panels = components.filter((each) => each['type'] === 'panel')
  const buttons = components.filter((each) => each['type'] === 'button')
  const paged = wizard || (panels.length > 1 && panels.length + buttons.length === components.length)
  if (!paged) return readInto({ ...at, titled: title }, draft.page(title).fields, components)
  let page: DraftPage | undefined
  for (const component of components) {
    if (component['type'] !== 'panel') {
      page ??= draft.page(title)
      readInto({ ...at, titled: title }, page.fields, [component])
      continue
    }
    const said = draft.say(at.translate(component['title'] ?? component['label']))?.text
    page = draft.page(said ?? sameInAll(readable(textOf(component['key']) ?? 'page')))
    readInto({ ...deeper(at, component), titled: page.title }, page.fields, inside(component))
    const made = page
    if (textOf(component['nextPage']) !== undefined)
      draft
        .item('conditions', `components/${textOf(component['key']) ?? ''}/nextPage`)
        .drop('nextPage', 'Which page comes next is worked out by a script; here the pages come in order.')
    showFormIo(at, component, (feel) => {
      made.showIf = bothFeel(made.showIf, feel) ?? feel
    })
  }
}

function deeper(at: FormIoAt, component: Loose, data = at.data): FormIoAt {
  const path = `${at.path}/${textOf(component['key']) ?? textOf(component['type']) ?? ''}`
  if (path.split('/').length > importLimits.depth)
    throw new CannotImport(path.slice(0, 200), `nested more than ${importLimits.depth} levels deep`)
  return { ...at, path, data }
}

/** The components in a component: in columns, in the cells of a table, or as they are. */
function inside(component: Loose): Loose[] {
  if (component['type'] === 'columns') return looseList(component['columns']).flatMap((column) => looseList(column['components']))
  if (component['type'] === 'table')
    return listOf(component['rows']).flatMap((row) =>
      listOf(row).flatMap((cell) => (isLoose(cell) ? looseList(cell['components']) : [])),
    )
  return looseList(component['components'])
}

const headed = new Set(['panel', 'fieldset', 'container', 'details'])
const layouts = new Set(['panel', 'fieldset', 'well', 'columns', 'table', 'tabs', 'container', 'details', 'dynamicWizard'])
const texts = new Set(['content', 'htmlelement'])
const grids = new Set(['datagrid', 'editgrid', 'datatable'])

function readInto(at: FormIoAt, fields: NewField[], components: readonly Loose[]): void {
  underHeading(at.draft, fields, at.titled, components, (component) => readComponent(at, fields, component))
}

function readComponent(at: FormIoAt, fields: NewField[], component: Loose): void {
  const type = textOf(component['type']) ?? ''
  const before = fields.length
  if (layouts.has(type)) readGroup(at, fields, component, type)
  else if (texts.has(type)) readText(at, fields, component)
  else if (grids.has(type)) readGrid(at, fields, component)
  else readInput(at, fields, component)
  const made = fields.slice(before)
  showFormIo(
    at,
    component,
    (feel) => {
      for (const field of made) field.showIf = bothFeel(feel, field.showIf) ?? feel
    },
    (feel) => {
      const [asked] = made
      if (asked && asked.type !== 'info' && asked.type !== 'section')
        asked.requiredIf = asked.requiredIf ? `(${asked.requiredIf}) or (${feel})` : feel
    },
  )
}

function readGroup(at: FormIoAt, fields: NewField[], component: Loose, type: string): void {
  const { draft } = at
  const key = textOf(component['key'])
  const isData = type === 'container' || (component['tree'] === true && type !== 'datagrid')
  const within = deeper(at, component, isData && key ? [...at.data, key] : at.data)
  if (isInput(component)) draft.item('fields', within.path)
  if (type === 'tabs') {
    for (const tab of looseList(component['components'])) {
      const title = draft.say(at.translate(tab['label']))?.text
      if (title) addHeading(draft, fields, textOf(tab['key']) ?? 'tab', title)
      readInto(title ? { ...within, titled: title } : within, fields, looseList(tab['components']))
    }
    return
  }
  const said = component['legend'] ?? component['title'] ?? component['label']
  const hides = component['hideLabel'] === true || !headed.has(type)
  const title = hides ? undefined : draft.say(at.translate(said))?.text
  if (title)
    addHeading(
      draft,
      fields,
      textOf(component['key']) ?? type,
      title,
      draft.say(at.translate(component['tooltip'] ?? component['description']))?.text,
    )
  readInto(title ? { ...within, titled: title } : within, fields, inside(component))
}

function readText(at: FormIoAt, fields: NewField[], component: Loose): void {
  const { draft } = at
  const path = `${at.path}/${textOf(component['key']) ?? 'content'}`
  const noted: Item = {
    loss: (what, why) => draft.note(what, 'A text', why),
    drop: (what, why) => draft.note(what, 'A text', why),
  }
  const info = askInfo(draft, undefined, at.translate(component['html'] ?? component['content']), noted, path)
  if (info) draft.add(fields, textOf(component['key']) ?? 'content', info)
}

function nameOf(at: FormIoAt, component: Loose): string {
  return [...at.data, textOf(component['key']) ?? textOf(component['type']) ?? 'field'].join('.')
}

function readInput(at: FormIoAt, fields: NewField[], component: Loose): void {
  const { draft } = at
  const name = nameOf(at, component)
  const path = `${at.path}/${textOf(component['key']) ?? ''}`
  const item: Item = isInput(component) ? draft.item('fields', path) : silent(draft)
  const asked = questionsOf(at, component, { name, path, item })
  const known = asked ?? []
  for (const each of known) place(draft, fields, each.name, each.question, item)
  for (const each of known) each.settle?.(fields.find((field) => `answer.${field.key}` === draft.answerOf(each.name)?.path))
  // What is not known as a question may hold others; what is left out takes with it what it holds.
  if (!asked) readInto(deeper(at, component), fields, inside(component))
  else if (asked.length === 0) dropAll(deeper(at, component), inside(component), 'What it lies in cannot be brought in.')
}

function silent(draft: Draft): Item {
  return { loss: (what, why) => draft.note(what, what, why), drop: (what, why) => draft.note(what, what, why) }
}

/** Rows of the same questions. */
function readGrid(at: FormIoAt, fields: NewField[], component: Loose): void {
  const { draft } = at
  const name = nameOf(at, component)
  const within = deeper(at, component)
  const whole = isInput(component) ? draft.item('fields', within.path) : silent(draft)
  const validate = looseOf(component['validate'])
  const columns = gridColumns(within, inside(component))
  const label = draft.say(at.translate(component['label']))?.text ?? sameInAll(readable(textOf(component['key']) ?? ''))
  const help = draft.say(at.translate(component['description'] ?? component['tooltip']))?.text
  const min = wholeOf(validate['minLength'])
  const max = wholeOf(validate['maxLength'])
  const head = { label, ...(help ? { help } : {}), required: validate['required'] === true, least: min, most: max }
  placeRows(draft, fields, name, head, columns, { item: whole, path: within.path })
}

function gridColumns(at: FormIoAt, components: readonly Loose[]): Column[] {
  return components.flatMap((component): Column[] => {
    const type = textOf(component['type']) ?? ''
    const within = deeper(at, component)
    if (texts.has(type)) {
      at.draft.note(within.path, 'A text in the rows of a table', 'It is not shown: a row holds questions only.')
      return []
    }
    if (layouts.has(type)) {
      if (isInput(component)) at.draft.item('fields', within.path)
      return gridColumns(within, inside(component))
    }
    const item: Item = isInput(component) ? at.draft.item('fields', within.path) : silent(at.draft)
    if (grids.has(type)) {
      item.drop(within.path, 'A table inside a row of a table cannot be brought in.')
      dropAll(within, inside(component), 'It lies in a table inside a row of a table.')
      return []
    }
    showFormIo(at, component, (feel) => showColumn(at, component, feel))
    const asked: Asked[] =
      questionsOf(at, component, { name: textOf(component['key']) ?? type, path: within.path, item, inRow: true }) ?? []
    return asked.map((each) => ({ name: each.name, question: each.question, item }))
  })
}

/** A column is shown or not for all rows at once. */
function showColumn(at: FormIoAt, component: Loose, feel: string): void {
  const known = at.draft.answerOf(textOf(component['key']) ?? '')
  const table = at.draft.pages.flatMap((page) => page.fields).find((field) => field.key === known?.table)
  if (table?.type !== 'table') return
  for (const column of table.fields) if (column.key === known?.column) column.showIf = feel
}

function dropAll(at: FormIoAt, components: readonly Loose[], why: string): void {
  for (const component of components) {
    const within = deeper(at, component)
    if (isInput(component)) at.draft.item('fields', within.path).drop(within.path, why)
    dropAll(within, inside(component), why)
  }
}
