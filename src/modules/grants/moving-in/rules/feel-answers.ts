import type { FieldType } from '../../model.ts'
import type { Sign } from './expression.ts'

/** What the writer of FEEL knows of an imported question. */
export interface Answered {
  /** As the facts call it: "answer.members", "answer.costs.amount". */
  path: string
  type: FieldType
  /** The key an option has in the draft, by its value in the source. */
  options?: ReadonlyMap<string, string>
  /** What an unanswered question counts as in the source: a box that is not ticked is false, an empty sum 0. */
  emptyIs?: boolean | number
  /** It need not be answered. */
  optional?: boolean
  /** Asked for as a text here, and something else in the source: what it is compared with there does not fit. */
  asText?: boolean
  /** The table it is a column of. */
  table?: string
  column?: string
}

export interface Writing {
  answerOf: (source: string) => Answered | undefined
  emptyCounts: boolean
  inTable?: string
  /** Set when a column of the table at hand was read. */
  usesRow: boolean
  fail: (why: string) => never
}

export type FeelUnit = 'text' | 'number' | 'amount' | 'yesNo' | 'choice' | 'choices' | 'date' | 'list' | 'other'

export interface Written {
  text: string
  unit: FeelUnit
  answer?: Answered
  noSuchOption?: string
}

export const unitOf: Record<FieldType, FeelUnit> = {
  shortText: 'text',
  longText: 'text',
  bankAccount: 'text',
  number: 'number',
  percentage: 'number',
  amount: 'amount',
  calculated: 'number',
  date: 'date',
  period: 'other',
  yesNo: 'yesNo',
  declaration: 'yesNo',
  oneOf: 'choice',
  district: 'other',
  severalOf: 'choices',
  file: 'list',
  table: 'list',
  person: 'other',
  organisation: 'other',
  address: 'other',
  budget: 'other',
  info: 'other',
  section: 'other',
}

/** "Has chosen": the list of choices has this one. */
export function listBool(left: Written, right: Written, sign: Sign, writing: Writing): string {
  const [list, item] = left.unit === 'choices' ? [left, right] : [right, left]
  if (item.unit !== 'choice' && item.unit !== 'text') return writing.fail('choices are compared with something else')
  const text = `list contains(${list.text}, ${item.text})`
  if (sign === '=') return text
  if (sign !== '!=') return writing.fail('choices have no order')
  return writing.emptyCounts ? `(${list.text} = null or not(${text}))` : `not(${text})`
}

/** A text literal. A pattern's own backslashes stay as they are. */
export function quote(text: string, pattern = false): string {
  const safe = pattern
    ? text.replace(/(\\.)|"/g, (all: string, escaped?: string) => escaped ?? '\\"')
    : text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')
  return `"${safe.replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`
}
