import { isRecord } from './paths.ts'
import { formFieldsIn, optionsOf, reportFieldsIn, type PlacedField } from './fields-in.ts'

/** What is known of each fact before anyone has answered: its type, and the values it may have. */

export type Kind = 'boolean' | 'number' | 'string' | 'date' | 'instant' | 'duration' | 'list' | 'context' | 'range' | 'any'

export interface FactType {
  kind: Kind
  /** All values a text, or an item of a list of texts, may have. */
  options?: readonly string[]
  /** A list's items are one of the options each, no two alike. */
  chosen?: boolean
  min?: number
  max?: number
  /** Whole numbers only. */
  whole?: boolean
  /** The question it is the answer to. */
  field?: PlacedField
}

/** The types of all facts by their path: `answer.members`, `applicant.age`. In the report's form also the report's own answers. */
export function factTypes(document: unknown, inReport = false): Map<string, FactType> {
  const types = new Map<string, FactType>(Object.entries(always))
  const applicants = isRecord(document) && isRecord(document['applicants']) ? document['applicants'] : {}
  const kinds = [
    ...(applicants['persons'] === true ? ['person'] : []),
    ...(applicants['organisations'] === true ? ['organisation'] : []),
  ]
  // Only the two kinds that every scheme knows are counted up; a scheme that opens for others as well is not narrowed.
  const others = Object.entries(applicants).some(
    ([name, value]) => !['persons', 'organisations'].includes(name) && Boolean(value),
  )
  types.set('applicant.kind', { kind: 'string', ...(kinds.length > 0 && !others ? { options: kinds } : {}) })
  const parts = partKeys(document)
  types.set('application.part', { kind: 'string', ...(parts.length > 0 ? { options: parts } : {}) })
  for (const step of stepKeys(document)) types.set(`step.${step}`, { kind: 'number', whole: true })
  for (const field of formFieldsIn(document)) addField(types, field)
  if (inReport) for (const field of reportFieldsIn(document)) addField(types, field)
  return types
}

const ore: FactType = { kind: 'number', min: 0, whole: true }
const count: FactType = { kind: 'number', min: 0, whole: true }
const rowsOfCases = (list: string): Record<string, FactType> => ({
  [`earlier.${list}`]: { kind: 'list' },
  [`earlier.${list}.year`]: { kind: 'number', whole: true },
  [`earlier.${list}.scheme`]: { kind: 'string' },
  [`earlier.${list}.appliedOre`]: ore,
  [`earlier.${list}.grantedOre`]: ore,
})
const always: Record<string, FactType> = {
  today: { kind: 'date' },
  'applicant.number': { kind: 'string' },
  'applicant.form': { kind: 'string' },
  'applicant.inVoluntaryRegister': { kind: 'boolean' },
  'applicant.municipality': { kind: 'string' },
  'applicant.bankrupt': { kind: 'boolean' },
  'applicant.deleted': { kind: 'boolean' },
  'applicant.registered': { kind: 'boolean' },
  'applicant.age': { kind: 'number', min: 0, max: 130, whole: true },
  'municipality.number': { kind: 'string' },
  'budget.income': ore,
  'budget.cost': ore,
  'budget.own': ore,
  'amount.applied': ore,
  'amount.calculated': ore,
  'earlier.overdueReports': count,
  'earlier.sameRound': count,
  'round.opens': { kind: 'date' },
  'round.closes': { kind: 'date' },
  ...rowsOfCases('applications'),
  ...rowsOfCases('awards'),
}

function addField(types: Map<string, FactType>, placed: PlacedField): void {
  if (placed.type === 'section' || placed.type === 'info' || placed.key === '') return
  const path = placed.table ? `answer.${placed.table.key}.${placed.key}` : `answer.${placed.key}`
  types.set(path, typeOfField(placed))
  for (const [part, kind] of Object.entries(partsOfType[placed.type] ?? {})) types.set(`${path}.${part}`, { kind, field: placed })
}

const person = { name: 'string', number: 'string' } as const
const partsOfType: Record<string, Record<string, Kind>> = {
  period: { from: 'date', to: 'date' },
  person,
  organisation: {
    ...person,
    form: 'string',
    municipality: 'string',
    inVoluntaryRegister: 'boolean',
    bankrupt: 'boolean',
    deleted: 'boolean',
    registered: 'boolean',
  },
  address: { street: 'string', postcode: 'string', place: 'string' },
}

function typeOfField(placed: PlacedField): FactType {
  const { field } = placed
  switch (placed.type) {
    case 'number':
      return { kind: 'number', field: placed, whole: (field['decimals'] ?? 0) === 0, ...limits(field['min'], field['max']) }
    case 'percentage':
      return { kind: 'number', field: placed, ...limits(field['min'] ?? 0, field['max'] ?? 100) }
    case 'amount':
      return { kind: 'number', field: placed, whole: true, ...limits(field['minOre'] ?? 0, field['maxOre']) }
    case 'calculated':
      return { kind: 'number', field: placed }
    case 'yesNo':
    case 'declaration':
      return { kind: 'boolean', field: placed }
    case 'date':
      return { kind: 'date', field: placed }
    case 'oneOf':
      return { kind: 'string', field: placed, options: optionsOf(placed) }
    case 'severalOf':
      return { kind: 'list', field: placed, options: optionsOf(placed), chosen: true }
    case 'district':
      return { kind: field['several'] === true ? 'list' : 'string', field: placed }
    case 'table':
    case 'file':
      return { kind: 'list', field: placed }
    case 'shortText':
    case 'longText':
    case 'bankAccount':
      return { kind: 'string', field: placed }
    case 'period':
    case 'person':
    case 'organisation':
    case 'address':
      return { kind: 'context', field: placed }
    default:
      return { kind: 'any', field: placed }
  }
}

function limits(min: unknown, max: unknown): { min?: number; max?: number } {
  return { ...(typeof min === 'number' ? { min } : {}), ...(typeof max === 'number' ? { max } : {}) }
}

/** Keys of the amount's steps, the common ones and those of the parts. */
function stepKeys(document: unknown): string[] {
  return [document, ...listIn(document, 'parts')].flatMap((each) => keysIn(isRecord(each) ? each['amount'] : undefined, 'steps'))
}

/** A definition as it goes for one part knows the others no more: it has all options or none. */
function partKeys(document: unknown): string[] {
  return keysIn(document, 'parts')
}

function keysIn(value: unknown, name: string): string[] {
  return listIn(value, name).flatMap((each) => (isRecord(each) && typeof each['key'] === 'string' ? [each['key']] : []))
}

function listIn(value: unknown, name: string): unknown[] {
  const list = isRecord(value) ? value[name] : undefined
  return Array.isArray(list) ? (list as unknown[]) : []
}
