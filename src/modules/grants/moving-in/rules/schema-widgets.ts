import type { Text3 } from '#platform/texts/texts.ts'
import { askText, place, type Common } from './asking.ts'
import { askFile } from './ask-file.ts'
import { and, compare, not, or, read, value, type Expr } from './expression.ts'
import { addCheck, type Draft, type NewField } from './form-draft.ts'
import type { Item } from './import-report.ts'
import type { SchemaNode } from './schema-node.ts'
import { isMoney } from './schema-limits.ts'
import { askLeaf, typeOf } from './schema-questions.ts'
import type { SchemaWords } from './schema-words.ts'
import { listOf, looseList, looseOf, textOf, wholeOf, type Loose } from './source.ts'
import { writeCalculation, writeCondition } from './write-feel.ts'

/** The fields that Helsinki's forms draw themselves ("ui:field"): files, sums, the table of subventions, the year, texts. */
interface At {
  draft: Draft
  words: SchemaWords
  settings: Loose
  askedIn?: string
}

/** What is drawn as a whole, whatever it holds. All else that a form draws itself is read as any other. */
export const drawnFields: ReadonlySet<string> = new Set([
  'atvFile',
  'computedSum',
  'subventionSum',
  'subventionTable',
  'actingYear',
  'textParagraph',
])

/** Undefined when it is no such field; then it is read as any other. */
export function placeWidget(at: At, fields: NewField[], node: SchemaNode): NewField[] | undefined {
  switch (node.look['ui:field']) {
    case 'atvFile':
      return placeFile(at, fields, node)
    case 'computedSum':
    case 'subventionSum':
      return placeSum(at, fields, node)
    case 'subventionTable':
      return placeSubventions(at, fields, node)
    case 'actingYear':
      return placeYear(at, fields, node)
    default:
      return undefined
  }
}

const later: Text3 = { nb: 'Ettersendes', nn: 'Blir ettersend', en: 'Will be sent later' }
const elsewhere: Text3 = { nb: 'Er med i et annet vedlegg', nn: 'Er med i eit anna vedlegg', en: 'Is part of another attachment' }
const insteadOf: Text3 = {
  nb: 'Hvis du ikke legger ved filen nå',
  nn: 'Dersom du ikkje legg ved fila no',
  en: 'If you do not attach the file now',
}
const description: Text3 = { nb: 'Beskrivelse av vedlegget', nn: 'Skildring av vedlegget', en: 'Description of the attachment' }
/** Torg keeps these itself about every file. */
const kept = new Set(['file_id', 'fileName', 'fileType', 'integrationID', 'isNewAttachment', 'size', 'href', 'files', 'file'])

/** A file with what can be said instead of it. Its parts are counted, as every leaf is. */
function placeFile(at: At, fields: NewField[], node: SchemaNode): NewField[] {
  const { draft, words } = at
  const name = node.path.join('.')
  const path = node.path.join('/')
  const parts = [...node.children.keys()]
  const items = new Map([...node.children].map(([part, child]) => [part, countLeaves(draft, child)]))
  const whole = items.get('fileName') ?? items.get('integrationID') ?? [...items.values()][0] ?? draft.item('fields', path)
  const help = words.help(node)
  const common: Common = { label: words.label(node), ...(help ? { help } : {}) }
  const simple = node.look['misc:variant'] === 'simple'
  const must = node.look['misc:required'] === true || (node.required.op === 'value' && node.required.value === true)
  const status = ['isDeliveredLater', 'isIncludedInOtherFile'].filter((part) => parts.includes(part) && !simple)
  const question = askFile(
    { ...common, ...(must && status.length === 0 ? { required: true } : {}) },
    { several: String(node.look['misc:multiple']) === 'true' },
    { item: whole, path },
  )
  const file = place(draft, fields, name, question, whole)
  const made: NewField[] = [file]
  if (parts.includes('description')) {
    const words3: Text3 = {
      nb: `${description.nb}: ${common.label.nb}`,
      nn: `${description.nn}: ${common.label.nn}`,
      en: `${description.en}: ${common.label.en}`,
    }
    made.push(place(draft, fields, `${name}.description`, askText({ label: words3 }, {}), items.get('description') ?? whole))
  }
  if (status.length > 0) {
    const options = status.map((part) => ({ key: part, label: part === 'isDeliveredLater' ? later : elsewhere }))
    const label: Text3 = {
      nb: `${insteadOf.nb}: ${common.label.nb}`,
      nn: `${insteadOf.nn}: ${common.label.nn}`,
      en: `${insteadOf.en}: ${common.label.en}`,
    }
    const said = draft.add(fields, `${name}.status`, { type: 'severalOf', label, options })
    for (const part of status)
      draft.know(`${name}.${part}`, { path: `answer.${said.key}`, type: 'severalOf', options: new Map([['true', part]]) })
    if (must) file.requiredIf = `answer.${said.key} = null`
    made.push(said)
  }
  if (simple && parts.includes('isDeliveredLater'))
    draft.note(
      '',
      'Attachments without a choice',
      'The plain kind of attachment never asks whether the file comes later or lies in another.',
    )
  for (const part of parts)
    if (!kept.has(part) && !['description', 'isDeliveredLater', 'isIncludedInOtherFile'].includes(part))
      items.get(part)?.drop(`${path}/${part}`, 'This part of an attachment is not known.')
  return made
}

/** Every leaf of it is counted; the last one stands for it. */
function countLeaves(draft: Draft, node: SchemaNode): Item {
  const inside = [...node.children.values(), ...(node.items?.children.values() ?? [])]
  return inside.length === 0
    ? draft.item('fields', node.path.join('/'))
    : (inside.map((each) => countLeaves(draft, each)).at(-1) ?? draft.item('fields', node.path.join('/')))
}

/** A sum of other answers, worked out as one writes. */
function placeSum(at: At, fields: NewField[], node: SchemaNode): NewField[] {
  const { draft, words } = at
  const name = node.path.join('.')
  const path = node.path.join('/')
  const item = draft.item('fields', path)
  const sum = draft.item('calculations', path)
  const options = looseOf(node.look['ui:options'])
  const sources = listOf(options['sourceFields']).flatMap((each) => textOf(each) ?? [])
  if (sources.length === 0) sources.push([...node.path.slice(0, -1), 'subventions'].join('.'))
  const label = words.label(node)
  const money = options['sourceShape'] === 'subvention' || node.look['ui:field'] === 'subventionSum' || isMoney(node, label)
  const help = words.help(node)
  const field = draft.add(
    fields,
    name,
    { type: 'calculated', label, ...(help ? { help } : {}), value: '0', format: money ? 'amount' : 'number' },
    { type: money ? 'amount' : 'number', emptyIs: 0 },
  )
  if (options['hidden'] === true || node.look['ui:widget'] === 'hidden')
    draft.note(path, label.en, 'The sum was hidden in the old form; here it is shown.')
  draft.later(() => {
    const parts = sources.flatMap((source) => sumParts(at, source))
    const expr: Expr = { op: 'call', name: 'sum', of: parts.map((part) => ({ op: 'default', of: read(part), other: value(0) })) }
    const written = writeCalculation(expr, { answerOf: draft.answerOf })
    if ('feel' in written && field.type === 'calculated') {
      field.value = written.feel
      field.format = written.format
    } else if ('why' in written) {
      item.loss(path, 'Its sum is not worked out.')
      sum.drop(path, `It cannot be said in Torg: ${written.why}.`)
    }
  })
  return [field]
}

const sums = new WeakMap<Draft, Map<string, string[]>>()

function sumParts(at: At, source: string): string[] {
  return sums.get(at.draft)?.get(source) ?? [source]
}

/** One amount for each subvention; what is asked for when there is only one. */
function placeSubventions(at: At, fields: NewField[], node: SchemaNode): NewField[] {
  const { draft, words } = at
  const name = node.path.join('.')
  const path = node.path.join('/')
  const item = draft.item('fields', path)
  const options = looseList(node.schema['options'])
  const title = words.label(node, item)
  const help = words.help(node, item)
  if (options.length === 0) {
    item.drop(path, 'The table has no subventions in it.')
    return []
  }
  const made = options.map((option, index): NewField => {
    const id = textOf(option['id']) ?? String(index)
    const label = words.find(option['label'])?.text ?? (options.length === 1 ? title : words.findOrName(option['label'], id).text)
    return draft.add(fields, `${name}.${id}`, { type: 'amount', label, ...(index === 0 && help ? { help } : {}) }, { emptyIs: 0 })
  })
  const ids = options.map((option, index) => `${name}.${textOf(option['id']) ?? String(index)}`)
  const known = sums.get(draft) ?? new Map<string, string[]>()
  sums.set(draft, known.set(name, ids))
  if (made.length === 1 && made[0]) at.askedIn ??= made[0].key
  else
    draft.note(
      'amount',
      title.en,
      `The form asks for ${made.length} amounts; which of them is the amount applied for is for the scheme to say.`,
    )
  const looks = looseOf(node.look['ui:options'])
  if (looks['useSingleSubvention'] === true) draft.later(() => onlyOne(draft, made, ids, path))
  const start = looseOf(looks['startGrant'])
  if (textOf(start['controlledBy'])) draft.later(() => startGrant(draft, made, ids, start, path))
  return made
}

function onlyOne(draft: Draft, made: readonly NewField[], ids: readonly string[], path: string): void {
  const message: Text3 = {
    nb: 'Søk bare om ett av beløpene.',
    nn: 'Søk berre om eitt av beløpa.',
    en: 'Apply for only one of the amounts.',
  }
  for (const [index, field] of made.entries()) {
    const others = ids.filter((_, other) => other !== index).map((id) => compare(read(id), '=', value(0)))
    if (others.length === 0) return
    const written = writeCondition(or(compare(read(ids[index] ?? ''), '=', value(0)), and(...others)), {
      answerOf: draft.answerOf,
    })
    if ('feel' in written) addCheck(field, written.feel, message)
    else draft.note(path, 'Only one of the amounts', `It is not checked: ${written.why}.`)
  }
}

/** A box that fixes one of the amounts: the amount is checked, and not filled in. */
function startGrant(draft: Draft, made: readonly NewField[], ids: readonly string[], start: Loose, path: string): void {
  const item = draft.item('calculations', `${path}/startGrant`)
  const amount = wholeOf(start['valueWhenTrue'])
  const id = ids.find((each) => each.endsWith(`.${textOf(start['subventionId']) ?? ''}`))
  const field = made[ids.indexOf(id ?? '')]
  if (amount === undefined || !id || !field)
    return item.drop(`${path}/startGrant`, 'The amount that it fixes is not in the table.')
  const expr = or(
    not(compare(read(textOf(start['controlledBy']) ?? ''), '=', value(true))),
    compare(read(id), '=', value(amount)),
  )
  const written = writeCondition(expr, { answerOf: draft.answerOf })
  if ('why' in written) return item.drop(`${path}/startGrant`, `It cannot be said in Torg: ${written.why}.`)
  addCheck(field, written.feel, {
    nb: `Beløpet må være ${amount} kroner.`,
    nn: `Beløpet må vere ${amount} kroner.`,
    en: `The amount must be NOK ${amount}.`,
  })
  item.loss(`${path}/startGrant`, 'The amount is checked; the old form filled it in.')
}

/** The year it is for, among those the settings name. */
function placeYear(at: At, fields: NewField[], node: SchemaNode): NewField[] {
  const { draft, words } = at
  const item = draft.item('fields', node.path.join('/'))
  const years = listOf(at.settings['acting_years']).flatMap((each) => wholeOf(each) ?? [])
  if (years.length === 0) {
    const question = askLeaf({ node, item, path: node.path.join('/'), words })
    item.loss(node.path.join('/'), 'The years to choose among are not in the files: any text can be written.')
    return question && typeOf(node.schema) ? [place(draft, fields, node.path.join('.'), question, item)] : []
  }
  const help = words.help(node, item)
  const common: Common = { label: words.label(node, item), ...(help ? { help } : {}) }
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const asked = { type: 'number' as const, ...common, min: first, max: last }
  return [place(draft, fields, node.path.join('.'), { asked }, item)]
}
