import type { Text3 } from '#platform/texts/texts.ts'
import {
  askChoice,
  askEmail,
  askMoment,
  askPhone,
  askText,
  askTime,
  askWeb,
  type Choice,
  type Common,
  type Question,
} from './asking.ts'
import { askFile } from './ask-file.ts'
import { say } from './check-texts.ts'
import type { Item } from './import-report.ts'
import { isMoney, notOne, notOneOf, number, underConditions, type LeafAt } from './schema-limits.ts'
import type { SchemaNode } from './schema-node.ts'
import { listOf, looseOf, textOf, wholeOf, type Loose } from './source.ts'

/** A leaf of the schema as a question. Undefined when there is nothing to ask; then the item is dropped with the reason. */
export function askLeaf(at: LeafAt): Question | undefined {
  const { node, item, path, words } = at
  const schema = node.schema
  if (node.closed !== undefined) return dropped(item, path, `${node.closed}.`)
  if (isHidden(node)) return dropped(item, path, 'It is a hidden value that nobody fills in.')
  const common: Common = { label: words.label(node, item), ...helped(words.help(node, item)) }
  const question = byShape(at, common)
  if (!question) return undefined
  for (const word of ['contains', 'not', 'contentEncoding', 'minContains'])
    if (word in schema && !(word === 'not' && notOne(schema))) item.loss(path, `The demand "${word}" is not checked.`)
  if (isLocked(node)) item.loss(path, 'It was locked in the old form; here it can be answered.')
  if (schema['torg:oneKind'] === true) item.loss(path, 'The answer may be of several kinds; the first of them is asked for.')
  const demands = [...(question.checks ?? []), ...notOneOf(schema), ...underConditions(node)]
  return { ...question, checks: demands }
}

function isLocked({ schema, look }: SchemaNode): boolean {
  const options = looseOf(look['ui:options'])
  return [schema['readOnly'], look['ui:readonly'], look['ui:disabled'], options['readonly'], options['disabled']].includes(true)
}

export function isHidden(node: SchemaNode): boolean {
  return node.look['ui:widget'] === 'hidden' || looseOf(node.look['ui:options'])['widget'] === 'hidden'
}

function helped(help: Text3 | undefined): { help?: Text3 } {
  return help ? { help } : {}
}

function dropped(item: Item, path: string, why: string): undefined {
  item.drop(path, why)
  return undefined
}

/** The kind of answer; of several, the first that is not "nothing". */
export function typeOf(schema: Loose): string | undefined {
  const types = Array.isArray(schema['type']) ? (schema['type'] as unknown[]) : [schema['type']]
  return textOf(types.find((each) => each !== 'null') ?? types[0])
}

function byShape(at: LeafAt, common: Common): Question | undefined {
  const { node, item, path } = at
  const { schema } = node
  if ('const' in schema && !Array.isArray(schema['enum'])) return fixed(at, common)
  if (Array.isArray(schema['enum'])) return choice(at, common, schema['enum'] as unknown[], false)
  const type = typeOf(schema)
  switch (type) {
    case 'string':
      return text(at, common)
    case 'integer':
    case 'number':
      return number(at, common, type === 'integer')
    case 'boolean':
      return { asked: { type: 'yesNo', ...common } }
    case 'null':
      return { asked: { type: 'info', label: common.label, ...helped(common.help) } }
    case 'array':
      item.loss(path, 'The schema does not say what the list holds: it is asked for as a text.')
      return askText(common, { long: true })
    case 'object':
      return dropped(item, path, 'It is an object without properties: there is nothing to ask.')
    case undefined:
      if (Object.keys(schema).length === 0) return dropped(item, path, 'The schema says nothing about it.')
      item.loss(path, 'The schema does not say what kind of answer it is: it is asked for as a text.')
      return askText(common, { long: true })
    default:
      return dropped(item, path, `The kind "${type}" is not known.`)
  }
}

function fixed({ node, item, path }: LeafAt, common: Common): Question | undefined {
  if (node.schema['const'] === true) return { asked: { type: 'declaration', ...common, statement: common.help ?? common.label } }
  return dropped(item, path, 'It is a fixed value that nobody fills in.')
}

/** Choices: of yes and no, of one, or of several. */
function choice(
  at: LeafAt,
  common: Common,
  values: readonly unknown[],
  several: boolean,
  limits: { min?: number; max?: number } = {},
): Question {
  const { node, words, item, path } = at
  const known = values.filter((each) => each !== null)
  const names = listOf(node.look['ui:enumNames'] ?? looseOf(node.look['ui:options'])['enumNames'] ?? node.schema['enumNames'])
  const plainYesNo = names.every(
    (name) => name === undefined || /^(boolean\.)?(yes|no|ja|nei|true|false|kyll[äa]|ei|nej)$/i.test(textOf(name) ?? ''),
  )
  if (!several && known.length > 0 && known.every((each) => typeof each === 'boolean')) {
    if (known.length === 1) {
      if (known[0] === true) return { asked: { type: 'declaration', ...common, statement: common.help ?? common.label } }
      item.loss(path, 'Only "no" is allowed.')
    }
    if (plainYesNo) return { asked: { type: 'yesNo', ...common } }
  }
  const hidden = new Set(listOf(node.look['ui:enumDisabled']).map((each) => String(each)))
  if (hidden.size > 0) item.loss(path, 'Some choices are shown and cannot be chosen in the old form; they are left out.')
  const choices = known.flatMap((each, index): Choice[] => {
    const written = typeof each === 'object' ? JSON.stringify(each) : String(each)
    if (hidden.has(written)) return []
    return [{ value: written, label: words.findOrName(names[index] ?? each, written).text }]
  })
  if (choices.length === 0) {
    item.loss(path, 'There are no choices: it is asked for as a text.')
    return askText(common, {})
  }
  const question = askChoice(common, choices, { several, ...limits })
  // A condition may ask for a choice that nobody can make: it is never so.
  const options = new Map([...(question.answered?.options ?? []), ...[...hidden].map((each): [string, string] => [each, each])])
  return { ...question, answered: { ...question.answered, options } }
}

function text(at: LeafAt, common: Common): Question {
  const { node, item, path } = at
  const { schema, look } = node
  const options = looseOf(look['ui:options'])
  const widget = textOf(look['ui:widget']) ?? textOf(options['widget']) ?? ''
  const format = textOf(schema['format']) ?? textOf(options['inputType']) ?? (formats.has(widget) ? widget : '')
  const most = [wholeOf(schema['maxLength']), wholeOf(look['misc:max-length'])].filter((each) => each !== undefined)
  const limits = {
    long: widget === 'textarea',
    min: wholeOf(schema['minLength']),
    max: most.length > 0 ? Math.min(...most) : undefined,
  }
  const question = byFormat(format, common, limits, at)
  const pattern = textOf(schema['pattern'])
  if (pattern !== undefined)
    question.checks = [
      ...(question.checks ?? []),
      { when: (self) => ({ op: 'matches', of: self, pattern }), message: say.pattern },
    ]
  if (widget === 'password') item.loss(path, 'What is written is not hidden while it is written.')
  return question
}

const formats = new Set([
  'email',
  'uri',
  'date',
  'date-time',
  'datetime',
  'time',
  'alt-date',
  'alt-datetime',
  'url',
  'tel',
  'file',
])

function byFormat(
  format: string,
  common: Common,
  limits: { long: boolean; min: number | undefined; max: number | undefined },
  at: LeafAt,
): Question {
  switch (format) {
    case 'email':
    case 'idn-email':
      return askEmail(common)
    case 'uri':
    case 'url':
    case 'uri-reference':
    case 'iri':
      return askWeb(common)
    case 'tel':
    case 'phone':
      return askPhone(common)
    case 'date':
    case 'alt-date':
      return { asked: { type: 'date', ...common } }
    case 'date-time':
    case 'datetime':
    case 'alt-datetime':
      at.item.loss(at.path, 'Date and time are asked for as a text like 31.12.2027 09:30.')
      return askMoment(common)
    case 'time':
      at.item.loss(at.path, 'A time of day is asked for as a text like 09:30.')
      return askTime(common)
    case 'data-url':
    case 'file':
      return askFile(common, { accept: looseOf(at.node.look['ui:options'])['accept'] }, at)
    case 'decimal-number':
      return isMoney(at.node, common.label)
        ? { asked: { type: 'amount', ...common } }
        : { asked: { type: 'number', ...common, decimals: 4 } }
    default: {
      if (format !== '' && !quiet.has(format)) at.item.loss(at.path, `The format "${format}" is not checked.`)
      return askText(common, limits)
    }
  }
}

const quiet = new Set(['textarea', 'text', 'string', 'color', 'regex'])

export function isFile(node: SchemaNode): boolean {
  return node.schema['format'] === 'data-url' || node.look['ui:widget'] === 'file'
}

/** A list of files. */
export function askFiles(at: LeafAt, list: SchemaNode): Question {
  const common: Common = { label: at.words.label(list, at.item), ...helped(at.words.help(list, at.item)) }
  const [least, most] = [wholeOf(list.schema['minItems']), wholeOf(list.schema['maxItems'])]
  const { accept } = { ...looseOf(at.node.look['ui:options']), ...looseOf(list.look['ui:options']) }
  return askFile(common, { several: true, least, most, accept }, at)
}

/** A list of choices. */
export function askSeveral(at: LeafAt, list: SchemaNode): Question {
  const common: Common = { label: at.words.label(list, at.item), ...helped(at.words.help(list, at.item)) }
  const min = wholeOf(list.schema['minItems'])
  const max = wholeOf(list.schema['maxItems'])
  const shown: LeafAt = { ...at, node: { ...at.node, look: { ...list.look, ...at.node.look } } }
  return choice(shown, common, listOf(at.node.schema['enum']), true, {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  })
}
