import type { Text3 } from '#platform/texts/texts.ts'
import { place, placeTable, type Column, type Question } from './asking.ts'
import { say } from './check-texts.ts'
import { askInfo, readable } from './content.ts'
import { compare, read } from './expression.ts'
import { addCheck, bothFeel, type Draft, type NewField } from './form-draft.ts'
import type { Item } from './import-report.ts'
import { looseList, looseOf, textOf, type Loose } from './source.ts'
import { aliasColumn } from './rows.ts'
import type { XgovConditions } from './xgov-conditions.ts'
import { itemsOf, type ListItem } from './xgov-lists.ts'
import { addressTypes, askAddress, askPoint, pointTypes } from './xgov-address.ts'
import { askXgov, commonOf, contentTypes } from './xgov-questions.ts'
import { writeCondition } from './write-feel.ts'

/** The components of a page, as questions and texts. Every component is counted, also those inside others. */
export interface ComponentsAround {
  path: string
  lists: ReadonlyMap<string, ListItem[]>
  conditions: XgovConditions
}

export function readComponents(draft: Draft, fields: NewField[], components: readonly Loose[], around: ComponentsAround): void {
  for (const [index, component] of components.entries()) {
    const name = textOf(component['name']) ?? `${around.path}-${index}`
    const path = `${around.path}/${name}`
    const item = once(draft, component, path)
    const made = readComponent(draft, fields, component, { ...around, name, item, path })
    const condition = textOf(looseOf(component['options'])['condition'])
    if (condition !== undefined) draft.later(() => showOn(draft, made, condition, { ...around, path }))
  }
}

const counted = new WeakMap<Draft, WeakSet<Loose>>()

/** What follows the choices of a list is asked wherever the list is used, and is one thing in the source all the same. */
function once(draft: Draft, component: Loose, path: string): Item {
  const known = counted.get(draft) ?? new WeakSet()
  counted.set(draft, known)
  if (known.has(component)) return { loss: () => undefined, drop: () => undefined }
  known.add(component)
  return draft.item('fields', path)
}

interface At extends ComponentsAround {
  name: string
  item: Item
}

function readComponent(draft: Draft, fields: NewField[], component: Loose, at: At): NewField[] {
  const type = textOf(component['type']) ?? ''
  const { name, item, path } = at
  if (type === 'MultiInputField') return readTable(draft, fields, component, at)
  if (contentTypes.has(type)) {
    const info = askInfo(draft, component['title'], contentOf(component, at), item, path)
    if (!info) {
      draft.note(path, `${type} without text`, 'There is nothing to show.')
      return []
    }
    return [draft.add(fields, name, info)]
  }
  const parts = askParts(draft, component, at)
  if (parts) return parts.map((part) => place(draft, fields, `${name}.${part.name}`, part.question, item))
  const question = askXgov(draft, component, at)
  if (!question) {
    item.drop(path, noQuestion(type))
    return []
  }
  const field = place(draft, fields, name, question, item)
  const followers = (itemsOf(component, at.lists) ?? []).flatMap((choice) => followChoice(draft, fields, choice, at))
  return [field, ...followers]
}

/** Kinds that are several questions here. */
function askParts(draft: Draft, component: Loose, at: At): { name: string; question: Question }[] | undefined {
  const type = textOf(component['type']) ?? ''
  if (addressTypes.has(type)) return askAddress(commonOf(draft, component, at))
  return pointTypes.has(type) ? askPoint(type, commonOf(draft, component, at)) : undefined
}

function noQuestion(type: string): string {
  if (type === 'HiddenField') return 'It is a hidden value that nobody fills in.'
  if (type === 'PaymentField') return 'Torg takes no payment from applicants.'
  return `Torg has no question of the kind "${type}".`
}

/** Components that come up with a choice. */
function followChoice(draft: Draft, fields: NewField[], choice: ListItem, at: At): NewField[] {
  if (choice.condition !== undefined) {
    draft
      .item('conditions', `${at.path}/${choice.value}`)
      .drop(`${at.path}: ${choice.value}`, 'A single choice cannot be shown on a condition: it is always there.')
  }
  if (choice.components.length === 0) return []
  const before = fields.length
  readComponents(draft, fields, choice.components, { ...at, path: `${at.path}/${choice.value}` })
  const followers = fields.slice(before)
  const item = draft.item('conditions', `${at.path}/${choice.value}`)
  draft.later(() => {
    const several = draft.answerOf(at.name)?.type === 'severalOf'
    const self = read(at.name)
    const expr = several
      ? ({ op: 'contains', list: self, item: { op: 'value', value: choice.value } } as const)
      : compare(self, '=', { op: 'value', value: choice.value })
    const feel = draft.feel(expr, item, `${at.path}: ${choice.value}`)
    if (feel) for (const field of followers) field.showIf = bothFeel(feel, field.showIf)
  })
  return followers
}

function showOn(
  draft: Draft,
  made: readonly NewField[],
  condition: string,
  at: { path: string; conditions: XgovConditions },
): void {
  const feel = at.conditions.write(at.conditions.expression(condition), [condition], at.path)
  if (!feel) return
  for (const field of made) {
    const showIf = bothFeel(feel, field.showIf)
    if (showIf) field.showIf = showIf
  }
  if (made.length === 0) draft.note(at.path, condition, 'What it governs was not brought in.')
}

function contentOf(component: Loose, at: At): unknown {
  const items = itemsOf(component, at.lists)
  const content = textOf(component['content'])
  if (content !== undefined && component['type'] === 'Markdown') return fromMarkdown(content)
  if (!items || content !== undefined) return component['content'] ?? component['hint']
  const lines = items.map((each) => [textOf(each.text), textOf(each.description)].filter(Boolean).join(': '))
  return [textOf(component['hint']), ...lines.map((line) => `• ${line}`)].filter(Boolean).join('\n')
}

/** Markdown's commonest signs as lines of text. */
function fromMarkdown(text: string): string {
  return text
    .replace(/^ {0,3}#{1,6} +/gm, '')
    .replace(/^ {0,3}[*+-] +/gm, '• ')
    .replace(/\*\*|__/g, '')
    .replace(/\[([^\]\n]{1,500})\]\((https?:[^)\s]{1,500})\)/g, '$1 ($2)')
}

function readTable(draft: Draft, fields: NewField[], component: Loose, at: At): NewField[] {
  const children = looseList(component['children'])
  const columns = children.flatMap((child, index): Column[] => {
    const name = textOf(child['name']) ?? `column-${index}`
    return readColumn(draft, child, { ...at, name, path: `${at.path}/${name}`, item: draft.item('fields', `${at.path}/${name}`) })
  })
  const options = looseOf(component['options'])
  const words = { title: draft.say(component['title']), hint: draft.say(component['hint']) }
  const label = words.title?.text ?? plainLabel(at.name)
  const table = placeTable(
    draft,
    fields,
    at.name,
    { label, ...(words.hint ? { help: words.hint.text } : {}), required: options['required'] !== false },
    columns,
  )
  if (!table) at.item.drop(at.path, 'None of its columns can be brought in.')
  for (const column of columns) aliasColumn(draft, at.name, column.name)
  return table ? [table] : []
}

function readColumn(draft: Draft, child: Loose, at: At): Column[] {
  const parts = askParts(draft, child, at)
  if (parts) return parts.map((part) => ({ name: `${at.name}.${part.name}`, question: part.question, item: at.item }))
  const question = askXgov(draft, child, at)
  if (!question) {
    at.item.drop(at.path, noQuestion(textOf(child['type']) ?? ''))
    return []
  }
  for (const choice of itemsOf(child, at.lists) ?? []) {
    if (choice.components.length > 0)
      dropComponents(
        draft,
        choice.components,
        `${at.path}/${choice.value}`,
        'What comes up with a choice cannot stand in a row of a table.',
      )
  }
  return [{ name: at.name, question, item: at.item }]
}

/** How often a page is asked: as many times as the answer of this name says, or between limits. */
export interface Repeat {
  count?: string
  rowTitle?: unknown
  min?: number
  max?: number
}

/** A page that is asked several times becomes a table; where a number says how many times, with that many rows. */
export function readRepeated(
  draft: Draft,
  fields: NewField[],
  components: readonly Loose[],
  around: ComponentsAround & { title: Text3; repeat: Repeat },
): void {
  const columns: Column[] = []
  const contents: Loose[] = []
  for (const [index, component] of components.entries()) {
    if (contentTypes.has(textOf(component['type']) ?? '')) {
      contents.push(component)
      continue
    }
    const name = textOf(component['name']) ?? `column-${index}`
    const path = `pages${around.path}/${name}`
    columns.push(...readColumn(draft, component, { ...around, name, path, item: draft.item('fields', path) }))
  }
  readComponents(draft, fields, contents, { ...around, path: `pages${around.path}` })
  const name = `repeated ${around.path}`
  const { count, rowTitle, min, max } = around.repeat
  const head = { label: around.title, rowTitle: draft.say(rowTitle)?.text ?? around.title, required: true }
  const limits = { ...(min === undefined ? {} : { minRows: min }), ...(max === undefined ? {} : { maxRows: max }) }
  const table = placeTable(draft, fields, name, { ...head, ...limits }, columns)
  if (!table) return
  for (const column of columns) aliasColumn(draft, name, column.name)
  if (count === undefined) return
  const item = draft.item('conditions', `pages${around.path}/repeatField`)
  draft.later(() => {
    const expr = compare({ op: 'length', of: read(name) }, '=', read(count.split('.').at(-1) ?? count))
    const written = writeCondition(expr, { answerOf: draft.answerOf })
    if ('feel' in written) addCheck(table, written.feel, say.rowsLike(around.title))
    else item.drop(`pages${around.path}`, `The number of rows cannot be held against the answer: ${written.why}.`)
  })
}

/** Components that do not come along, each with those inside it. */
export function dropComponents(draft: Draft, components: readonly Loose[], path: string, why: string): void {
  for (const [index, component] of components.entries()) {
    const here = `${path}/${textOf(component['name']) ?? String(index)}`
    draft.item('fields', here).drop(here, why)
    dropComponents(draft, looseList(component['children']), here, why)
  }
}

function plainLabel(name: string): Text3 {
  const text = readable(name)
  return { nb: text, nn: text, en: text }
}
