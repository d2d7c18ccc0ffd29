import type { Text3 } from '#platform/texts/texts.ts'
import { factTypes, type FactType } from './fact-types.ts'
import type { PlacedField } from './fields-in.ts'
import type { TestKind } from './menu-condition.ts'
import { isRecord } from './paths.ts'
import { isText3 } from './texts3.ts'

/** The facts that conditions may be made of by menus: what each is, and what may be asked about it. */

export type FactGroup = 'answers' | 'applicant' | 'money' | 'earlier' | 'round'

export interface FactChoice {
  path: string
  group: FactGroup
  type: FactType
  /** Amounts are typed in kroner and kept in øre. */
  money: boolean
  tests: readonly TestKind[]
  /** The question's own words, where it is an answer; the key of an amount step. */
  label?: Partial<Text3>
  /** Which part of a compound answer: 'from', 'postcode'. */
  part?: string
  options: readonly FactOption[]
  /** A table's columns, each with a value in every row; only formulas can reach them. */
  columns: readonly { key: string; label?: Partial<Text3>; options: readonly FactOption[] }[]
}

interface FactOption {
  value: string
  label?: Partial<Text3>
}

const groups: Record<string, FactGroup> = {
  answer: 'answers',
  applicant: 'applicant',
  application: 'answers',
  municipality: 'applicant',
  budget: 'money',
  amount: 'money',
  step: 'money',
  earlier: 'earlier',
  round: 'round',
}

/** In the order they are met in the document; questions inside tables are left out: they have no single answer. */
export function factChoices(document: unknown, inReport = false): FactChoice[] {
  const types = factTypes(document, inReport)
  return [...types].flatMap(([path, type]) => {
    const tests = testsFor(type)
    const [top = ''] = path.split('.')
    const group = groups[top]
    // Columns of lists have no single value: they are written, never chosen.
    if (!group || tests.length === 0 || type.field?.table || /^earlier\.(applications|awards)\./.test(path)) return []
    const own = type.field
    const label = own && isText3(own.field['label']) ? own.field['label'] : top === 'step' ? stepLabel(document, path) : undefined
    const part = own && path !== `answer.${own.key}` ? path.split('.').at(-1) : undefined
    return [
      {
        path,
        group,
        type,
        money: isMoney(path, type),
        tests,
        ...(label ? { label } : {}),
        ...(part ? { part } : {}),
        options: optionsOf(type),
        columns: own?.type === 'table' ? columnsOf(types, own) : [],
      },
    ]
  })
}

function optionsOf({ options, field }: FactType): FactOption[] {
  return (options ?? []).map((value) => ({ value, ...optionLabel(field, value) }))
}

function columnsOf(types: ReadonlyMap<string, FactType>, table: PlacedField): FactChoice['columns'] {
  return [...types].flatMap(([path, type]) => {
    const column = type.field
    if (column?.table?.path !== table.path || path !== `answer.${table.key}.${column.key}`) return []
    const label = column.field['label']
    return [{ key: column.key, ...(isText3(label) ? { label } : {}), options: optionsOf(type) }]
  })
}

function testsFor(type: FactType): TestKind[] {
  switch (type.kind) {
    case 'boolean':
      return ['yes', 'no', 'given', 'missing']
    case 'number':
    case 'date':
      return ['atLeast', 'more', 'atMost', 'less', 'equal', 'different', 'given', 'missing']
    case 'string':
      return ['equal', 'different', 'given', 'missing']
    case 'list':
      return type.chosen ? ['includes', 'excludes', 'given', 'missing'] : type.field ? ['given', 'missing'] : []
    default:
      return []
  }
}

function isMoney(path: string, { field }: FactType): boolean {
  if (field) return field.type === 'amount' || (field.type === 'calculated' && field.field['format'] === 'amount')
  return /^(budget|amount|step)\./.test(path)
}

function stepLabel(document: unknown, path: string): Partial<Text3> | undefined {
  const amount = isRecord(document) ? document['amount'] : undefined
  const steps: unknown[] = isRecord(amount) && Array.isArray(amount['steps']) ? amount['steps'] : []
  const step = steps.find((each) => isRecord(each) && `step.${String(each['key'])}` === path)
  return isRecord(step) && isText3(step['label']) ? step['label'] : undefined
}

function optionLabel(field: PlacedField | undefined, value: string): { label?: Partial<Text3> } {
  const options: unknown[] = Array.isArray(field?.field['options']) ? field.field['options'] : []
  const option = options.find((each) => isRecord(each) && each['key'] === value)
  return isRecord(option) && isText3(option['label']) ? { label: option['label'] } : {}
}
