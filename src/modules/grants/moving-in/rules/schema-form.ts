import type { Text3 } from '#platform/texts/texts.ts'
import { place, placeTable, type Column, type Question } from './asking.ts'
import { and, same, yes, type Expr } from './expression.ts'
import type { Draft, NewField } from './form-draft.ts'
import type { Item } from './import-report.ts'
import { inOrder } from './schema-order.ts'
import type { Growing, SchemaNode } from './schema-node.ts'
import type { LeafAt } from './schema-limits.ts'
import { askFiles, askLeaf, askSeveral, isFile, typeOf } from './schema-questions.ts'
import { drawnFields, placeWidget } from './schema-widgets.ts'
import type { SchemaWords } from './schema-words.ts'
import { textOf, wholeOf, type Loose } from './source.ts'
import { writeTest } from './schema-conditions.ts'

export interface SchemaAt {
  draft: Draft
  words: SchemaWords
  settings: Loose
  growing: Growing
  /** The question that asks for the amount, when the form has one. */
  askedIn?: string
}

/** How a part of the tree stands on its page. */
export interface Standing {
  /** The heading that its questions stand under. */
  titled: Text3
  /** Conditions of groups without a heading, which their questions must carry themselves. */
  over?: Expr
  /** Conditions that its heading already stands for. */
  headed?: Expr
}

export function isGroup(node: SchemaNode): boolean {
  return node.children.size > 0 && !drawnFields.has(textOf(node.look['ui:field']) ?? '')
}

/** The questions of a group, those of groups within it under headings of their own. */
export function placeNode(at: SchemaAt, fields: NewField[], node: SchemaNode, standing: Standing): void {
  let away = false
  for (const child of inOrder(node)) {
    if (!isGroup(child)) {
      // After a group within, the heading of this one is said again: a section goes on to the next.
      if (away) head(at, fields, standing.titled, undefined, standing.headed)
      away = false
      placeLeaf(at, fields, child, standing)
      continue
    }
    const said = at.words.find(child.look['ui:title'] ?? child.schema['title'])
    const title = said?.text ?? (child.schema['title'] === undefined ? undefined : at.words.label(child))
    const help = at.words.help(child)
    if (!title && !help) {
      placeNode(at, fields, child, { ...standing, over: and(standing.over ?? yes, child.shown) })
      continue
    }
    const headed = and(standing.headed ?? yes, standing.over ?? yes, child.shown)
    head(at, fields, title ?? at.words.label(child), help, headed)
    placeNode(at, fields, child, { titled: title ?? at.words.label(child), headed })
    away = true
  }
}

function head(at: SchemaAt, fields: NewField[], said: Text3, help: Text3 | undefined, shown: Expr | undefined): void {
  const { draft } = at
  const before = fields.at(-1)
  let title = said
  // A heading with nothing but a heading under it is said together with it.
  if (before?.type === 'section' && before.help === undefined) {
    fields.pop()
    const both = (lang: 'nb' | 'nn' | 'en') =>
      before.label[lang] === said[lang] ? said[lang] : `${before.label[lang]} – ${said[lang]}`
    title = { nb: both('nb'), nn: both('nn'), en: both('en') }
  }
  const section = draft.add(fields, `heading ${title.en}`, { type: 'section', label: title, ...(help ? { help } : {}) })
  if (shown) showOn(draft, section, shown)
}

/** A condition that cannot be said is told where it is counted; here the question is just always shown. */
export function showOn(draft: Draft, field: NewField, shown: Expr): void {
  if (shown.op === 'value' && shown.value === true) return
  draft.later(() => {
    const written = writeTest(draft, shown)
    if ('feel' in written) field.showIf = written.feel
  })
}

function placeLeaf(at: SchemaAt, fields: NewField[], node: SchemaNode, standing: Standing): void {
  const { draft } = at
  const made = placeWidget(at, fields, node) ?? placePlain(at, fields, node)
  const shown = and(standing.over ?? yes, node.shown)
  for (const field of made) {
    if (!(shown.op === 'value' && shown.value === true)) showOn(draft, field, shown)
    if (field.required !== true) requireOn(draft, field, node)
  }
}

function placePlain(at: SchemaAt, fields: NewField[], node: SchemaNode): NewField[] {
  const { draft, words } = at
  const path = node.path.join('/')
  const name = node.path.join('.')
  if (node.tuple) return placeTuple(at, fields, node)
  if (node.look['ui:field'] === 'textParagraph') return placeText(at, fields, node)
  // A group without questions is a heading with a text, not an answer.
  if (typeOf(node.schema) === 'object' && !node.items && node.closed === undefined) return placeEmpty(at, fields, node)
  const files = node.items && isFile(node.items)
  if (node.items && !files && (node.items.children.size > 0 || !isChoiceList(node))) return placeList(at, fields, node)
  const leaf = node.items ?? node
  const item = node.made ? silent : draft.item('fields', path)
  const place_: LeafAt = { node: leaf, item, path, words }
  const question = files ? askFiles(place_, node) : node.items ? askSeveral(place_, node) : askLeaf(place_)
  if (!question) return []
  const start = node.schema['default']
  if (start !== undefined && start !== '' && start !== null) draft.preset(name)
  return [place(draft, fields, name, question, item)]
}

function placeText(at: SchemaAt, fields: NewField[], node: SchemaNode): NewField[] {
  const { draft, words } = at
  draft.item('fields', node.path.join('/'))
  const help = words.help(node)
  return [draft.add(fields, node.path.join('.'), { type: 'info', label: words.label(node), ...(help ? { help } : {}) })]
}

function placeEmpty(at: SchemaAt, fields: NewField[], node: SchemaNode): NewField[] {
  if (node.schema['title'] === undefined && node.schema['description'] === undefined) return []
  const help = at.words.help(node)
  return [at.draft.add(fields, node.path.join('.'), { type: 'info', label: at.words.label(node), ...(help ? { help } : {}) })]
}

const silent: Item = { loss: () => undefined, drop: () => undefined }

function isChoiceList(node: SchemaNode): boolean {
  return Array.isArray(node.items?.schema['enum'])
}

/** Must be answered always, or under a condition; where it is only shown under that condition, always when shown. */
function requireOn(draft: Draft, field: NewField, node: SchemaNode): void {
  if (field.type === 'info' || field.type === 'section' || field.type === 'calculated') return
  const { required, shown } = node
  if (required.op === 'value') {
    if (required.value === true) field.required = true
    return
  }
  if (same(required, shown)) {
    field.required = true
    return
  }
  draft.later(() => {
    const written = writeTest(draft, required)
    if ('feel' in written) field.requiredIf = written.feel
  })
}

/** A list of fixed places: each is a question or a text of its own. */
function placeTuple(at: SchemaAt, fields: NewField[], node: SchemaNode): NewField[] {
  const { draft, words } = at
  const title = words.find(node.schema['title'])?.text
  return (node.tuple ?? []).flatMap((part, index): NewField[] => {
    const path = part.path.join('/')
    if (part.children.size > 0) {
      dropLeaves(draft, part, 'A fixed place in a list that holds several questions cannot be brought in.')
      return []
    }
    const item = draft.item('fields', path)
    const isText =
      typeOf(part.schema) === 'null' || (Object.keys(part.schema).length === 0 && node.look['ui:field'] === 'textParagraph')
    if (!isText) {
      const question = askLeaf({ node: part, item, path, words })
      return question ? [place(draft, fields, part.path.join('.'), question, item)] : []
    }
    const said = words.find(part.schema['title'] ?? part.schema['description'])
    for (const each of said?.lost ?? []) item.loss(path, `The text has ${each} in it, which is not brought in.`)
    const first = index === 0 ? title : undefined
    const label =
      first ??
      said?.text ??
      (part.schema['title'] === undefined && !title
        ? undefined
        : words.findOrName(part.schema['title'] ?? node.schema['title'], 'text').text)
    if (!label) {
      draft.note(path, 'A text without words', 'There is nothing to show.')
      return []
    }
    return [draft.add(fields, part.path.join('.'), { type: 'info', label, ...(first && said ? { help: said.text } : {}) })]
  })
}

/** Every leaf of it is counted, and left out. */
function dropLeaves(draft: Draft, node: SchemaNode, why: string): void {
  const inside = [...node.children.values(), ...(node.items?.children.values() ?? []), ...(node.tuple ?? [])]
  for (const each of inside) dropLeaves(draft, each, why)
  const path = node.path.join('/')
  if (inside.length === 0) draft.item('fields', path).drop(path, why)
}

/** A list of groups or of single answers: a table, one row for each. */
function placeList(at: SchemaAt, fields: NewField[], node: SchemaNode): NewField[] {
  const { draft, words } = at
  const { items } = node
  if (!items) return []
  const name = node.path.join('.')
  const columns: Column[] = items.children.size > 0 ? columnsOf(at, items, []) : singleColumn(at, node, items)
  const min = wholeOf(node.schema['minItems'])
  const max = wholeOf(node.schema['maxItems'])
  const help = words.help(node)
  const said = node.schema['title'] ?? node.look['ui:title']
  const label = said === undefined && items.schema['title'] !== undefined ? words.label(items) : words.label(node)
  const table = placeTable(
    draft,
    fields,
    name,
    {
      label,
      ...(help ? { help } : {}),
      ...(items.schema['title'] === undefined ? {} : { rowTitle: words.label(items) }),
      // Fewer than so many rows are only wrong where there must be any: the schema lets the whole list be left out.
      ...(min !== undefined && node.required.op === 'value' && node.required.value === true ? { minRows: min } : {}),
      ...(max === undefined ? {} : { maxRows: max }),
    },
    columns,
  )
  if (max !== undefined && max > 100) draft.note(node.path.join('/'), `At most ${max} rows`, 'A table takes at most 100 rows.')
  return table ? [table] : []
}

function singleColumn(at: SchemaAt, node: SchemaNode, items: SchemaNode): Column[] {
  const path = node.path.join('/')
  const item = at.draft.item('fields', path)
  if (items.items || items.tuple) {
    item.drop(path, 'A list of lists cannot be brought in.')
    return []
  }
  const shown: SchemaNode = { ...items, schema: { title: node.schema['title'], ...items.schema } }
  const question = askLeaf({ node: shown, item, path, words: at.words })
  return question ? [{ name: 'value', question: { ...question, asked: { ...question.asked, required: true } }, item }] : []
}

/** The answers of a row, those of groups within it side by side. */
function columnsOf(at: SchemaAt, node: SchemaNode, before: readonly string[]): Column[] {
  return inOrder(node).flatMap((child): Column[] => {
    const name = [...before, child.path.at(-1) ?? ''].join('.')
    const path = child.path.join('/')
    if (child.children.size > 0) return columnsOf(at, child, [...before, child.path.at(-1) ?? ''])
    if (child.tuple || (child.items && !isChoiceList(child))) {
      dropLeaves(at.draft, child, 'A list inside a row of a table cannot be brought in.')
      return []
    }
    const item = at.draft.item('fields', path)
    const leaf: LeafAt = { node: child.items ?? child, item, path, words: at.words }
    const question: Question | undefined = child.items ? askSeveral(leaf, child) : askLeaf(leaf)
    if (!question) return []
    const must = child.required.op === 'value' && child.required.value === true && question.asked.type !== 'info'
    return [{ name, item, question: must ? { ...question, asked: { ...question.asked, required: true } } : question }]
  })
}
