import type { Field, SchemeDefinition } from '../../model.ts'

/** Which facts the rules of a scheme may read: those that are always there, and one for each of its answers. */

const always = [
  'today',
  ...['kind', 'number', 'form', 'inVoluntaryRegister', 'municipality', 'bankrupt', 'deleted', 'registered', 'age'].map(
    (each) => `applicant.${each}`,
  ),
  'municipality.number',
  'application.part',
  ...['income', 'cost', 'own'].map((each) => `budget.${each}`),
  'amount.applied',
  'amount.calculated',
  ...['applications', 'awards'].flatMap((list) => [
    `earlier.${list}`,
    ...['year', 'scheme', 'appliedOre', 'grantedOre'].map((each) => `earlier.${list}.${each}`),
  ]),
  'earlier.overdueReports',
  'earlier.sameRound',
  'round.opens',
  'round.closes',
]

/** Every fact path that an expression in this definition may name. */
export function factNames(definition: SchemeDefinition): Set<string> {
  const fields = definition.form.pages.flatMap((page) => page.fields)
  return new Set([...always, ...fields.flatMap(pathsOf), ...definition.amount.steps.map((step) => `step.${step.key}`)])
}

/** The same for expressions in the report's form, which may also read what the application answered. */
export function reportFactNames(definition: SchemeDefinition): Set<string> {
  return new Set([...factNames(definition), ...(definition.report?.fields ?? []).flatMap(pathsOf)])
}

const parts: Partial<Record<Field['type'], string[]>> = {
  period: ['from', 'to'],
  person: ['name', 'number'],
  organisation: ['name', 'number', 'form', 'municipality', 'inVoluntaryRegister', 'bankrupt', 'deleted', 'registered'],
  address: ['street', 'postcode', 'place'],
}

function pathsOf(field: Field): string[] {
  const own = `answer.${field.key}`
  if (field.type === 'table') return [own, ...field.fields.map((column) => `${own}.${column.key}`)]
  return [own, ...(parts[field.type] ?? []).map((part) => `${own}.${part}`)]
}
