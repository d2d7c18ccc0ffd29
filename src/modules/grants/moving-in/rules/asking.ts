import type { Text3 } from '#platform/texts/texts.ts'
import { formLimits } from '../../model.ts'
import { say } from './check-texts.ts'
import { compare, not, or, read, value, type Expr } from './expression.ts'
import type { Answered } from './feel-answers.ts'
import { addCheck, type Asked, type Draft, type NewField } from './form-draft.ts'
import type { Item } from './import-report.ts'
import { keyMaker } from './make-keys.ts'
import { writeCondition } from './write-feel.ts'

/** A question as read from the source, before it stands in the form or in a table. */
export interface Question {
  asked: Asked
  answered?: Partial<Answered>
  checks?: Demand[]
}

/** What an answer must fulfil: false shows the message. */
export interface Demand {
  when: (self: Expr) => Expr
  message: Text3
}

/** What all kinds of questions share. */
export interface Common {
  label: Text3
  help?: Text3
  required?: boolean
}

const emailPattern = '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$'
const phonePattern = '^[0-9 ()+.-]{4,25}$'
const webPattern = '^[^\\s/.][^\\s]*\\.[^\\s]{2,}$'
const monthPattern = '^(0?[1-9]|1[0-2])[ ./-]?[0-9]{4}$'
const timePattern = '^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$'
const momentPattern = '^[0-3]?[0-9][./][01]?[0-9][./][0-9]{4} ([01]?[0-9]|2[0-3])[:.][0-5][0-9]$'

export function patterned(common: Common, pattern: string, message: Text3): Question {
  return {
    asked: { type: 'shortText', ...common },
    checks: [{ when: (self) => ({ op: 'matches', of: self, pattern }), message }],
  }
}

const asText = (question: Question): Question => ({ ...question, answered: { asText: true } })

export const askEmail = (common: Common): Question => patterned(common, emailPattern, say.email)
export const askPhone = (common: Common): Question => patterned(common, phonePattern, say.phone)
export const askWeb = (common: Common): Question => patterned(common, webPattern, say.web)
export const askMonth = (common: Common): Question => asText(patterned(common, monthPattern, say.month))
export const askTime = (common: Common): Question => asText(patterned(common, timePattern, say.time))
export const askMoment = (common: Common): Question => asText(patterned(common, momentPattern, say.moment))

/** A text with its limits: on one line where it fits there, else over several. */
export function askText(common: Common, limits: { long?: boolean; min?: number; max?: number; words?: number }): Question {
  const { min, max, words } = limits
  const long = limits.long === true || (max ?? 0) > 500
  const most = long ? 20_000 : 500
  const maxLength = max === undefined || max < 1 ? most : Math.min(Math.ceil(max), most)
  const checks: Demand[] = []
  if (min !== undefined && min > 0)
    checks.push({ when: (self) => compare({ op: 'length', of: self }, '>=', value(min)), message: say.tooShort(min) })
  if (words !== undefined && words > 0)
    checks.push({ when: (self) => compare({ op: 'words', of: self }, '<=', value(words)), message: say.words(words) })
  return { asked: { type: long ? 'longText' : 'shortText', ...common, maxLength }, checks }
}

export interface Choice {
  value: string
  label: Text3
}

/** One choice or several. Values of the source become keys; the first of two with the same value counts. */
export function askChoice(
  common: Common,
  choices: readonly Choice[],
  limits: { several?: boolean; min?: number; max?: number } = {},
): Question {
  const key = keyMaker()
  const options = new Map<string, string>()
  const list = choices.flatMap((choice) => {
    if (options.has(choice.value)) return []
    const made = key(choice.value, 'option')
    options.set(choice.value, made)
    return [{ key: made, label: choice.label }]
  })
  const several = limits.several === true || list.length < 2
  const atMost = several && limits.several !== true ? 1 : limits.max
  const checks: Demand[] =
    limits.min !== undefined && limits.min > 1
      ? [
          {
            when: (self) => compare({ op: 'length', of: self }, '>=', value(limits.min ?? 1)),
            message: say.chooseAtLeast(limits.min),
          },
        ]
      : []
  const asked: Asked = several
    ? {
        type: 'severalOf',
        ...common,
        options: list,
        ...(atMost !== undefined && atMost >= 1 ? { atMost: Math.floor(atMost) } : {}),
      }
    : { type: 'oneOf', ...common, options: list }
  return { asked, answered: { options }, checks }
}

/** The number must come in steps, counted from a start. */
export function stepCheck(step: number, from = 0): Demand {
  const above = (self: Expr): Expr => (from === 0 ? self : { op: 'math', sign: '-', left: self, right: value(from) })
  return {
    when: (self) => compare({ op: 'math', sign: '%', left: above(self), right: value(step) }, '=', value(0)),
    message: say.steps(step),
  }
}

/** Steps that are decimals, which a question has by itself. */
export const plainSteps: ReadonlySet<number> = new Set([1, 0.1, 0.01, 0.001, 0.0001])

export function decimalsOf(step: number): number {
  return Math.min(4, (String(step).split('.')[1] ?? '').length)
}

/** One of the choices shuts the others out. */
export function aloneCheck(choice: Choice): Demand {
  return {
    when: (self) =>
      or(not({ op: 'contains', list: self, item: value(choice.value) }), compare({ op: 'length', of: self }, '<=', value(1))),
    message: say.chooseAlone(choice.label),
  }
}

/** Its own checks know it as the text it is here. */
function ownAnswer({ answered }: Question): Partial<Answered> {
  return { ...answered, asText: false }
}

/** Puts a question in the form. Its checks are written when all questions are known; one that cannot be said is a loss. */
export function place(draft: Draft, fields: NewField[], name: string, question: Question, item: Item): NewField {
  const field = draft.add(fields, name, question.asked, question.answered)
  writeChecks(
    draft,
    field,
    question,
    { source: name, self: { path: `answer.${field.key}`, type: field.type, ...ownAnswer(question) } },
    item,
  )
  return field
}

export interface Column {
  name: string
  question: Question
  item: Item
}

/** A table of rows. Columns are known by "name.column"; more than it can hold, and kinds it cannot hold, are dropped. */
export function placeTable(
  draft: Draft,
  fields: NewField[],
  name: string,
  head: Common & { rowTitle?: Text3; minRows?: number; maxRows?: number },
  columns: readonly Column[],
): NewField | undefined {
  const held = columns.filter(({ question, item, name: column }) => {
    const { type } = question.asked
    const fits = type !== 'file' && type !== 'budget' && type !== 'section' && type !== 'table'
    if (!fits) item.drop(`${name}.${column}`, `a row of a table cannot hold a question of the kind ${type}`)
    return fits
  })
  for (const { item, name: column } of held.slice(formLimits.columns))
    item.drop(`${name}.${column}`, `a table has at most ${formLimits.columns} columns`)
  const kept = held.slice(0, formLimits.columns)
  if (kept.length === 0) return undefined
  const key = keyMaker()
  const made = kept.map(({ name: column, question }) => ({ key: key(column), ...question.asked }) as NewField)
  const { label, help, required } = head
  const minRows = Math.min(formLimits.rows, Math.max(0, head.minRows ?? 0))
  const maxRows = Math.min(formLimits.rows, Math.max(1, minRows, head.maxRows ?? 50))
  const table = draft.add(fields, name, {
    type: 'table',
    label,
    ...(help ? { help } : {}),
    ...(required ? { required } : {}),
    rowTitle: head.rowTitle ?? label,
    minRows,
    maxRows,
    fields: made as never,
  })
  for (const [index, { name: column, question, item }] of kept.entries()) {
    const field = made[index]
    if (!field) continue
    const self: Answered = {
      path: `answer.${table.key}.${field.key}`,
      type: field.type,
      ...question.answered,
      table: table.key,
      column: field.key,
    }
    draft.know(`${name}.${column}`, self)
    writeChecks(
      draft,
      field,
      question,
      { source: `${name}.${column}`, self: { ...self, asText: false }, inTable: table.key },
      item,
    )
  }
  return table
}

function writeChecks(
  draft: Draft,
  field: NewField,
  question: Question,
  place_: { source: string; self: Answered; inTable?: string },
  item: Item,
): void {
  const { source, self, inTable } = place_
  draft.later(() => {
    for (const { when, message } of question.checks ?? []) {
      const demand = when(read(source))
      const written = writeCondition(inTable ? or(not({ op: 'filled', of: read(source) }), demand) : demand, {
        answerOf: (name) => (name === source ? self : draft.answerOf(name)),
        ...(inTable ? { inTable } : {}),
      })
      if ('feel' in written) addCheck(field, written.feel, message)
      else item.loss(`${source}: ${message.en}`, `The demand cannot be checked: ${written.why}.`)
    }
  })
}
