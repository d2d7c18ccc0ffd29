import { namesUsed } from '#platform/feel/index.ts'
import type { EffectiveDefinition, Field, SchemeDefinition } from '../../model.ts'
import { planSpans } from '../../payment/rules/plan-spans.ts'
import { outsideBody } from './decided-outside.ts'
import { factNames, reportFactNames } from './fact-names.ts'
import { forPart, placeInPart, sharesMoney } from './for-part.ts'
import { refuseSteps } from './steps.ts'
import { takesOrganisations } from './who-may-apply.ts'

/** Whether a scheme definition hangs together: every expression can be read, every name and key it points at is there. */

/** One fault, where it is, and the data its sentence needs (texts/definition.ts). */
export interface DefinitionProblem {
  /** Place in the document: "form.pages.2.fields.0.showIf". */
  path: string
  key:
    | 'expression'
    | 'twice'
    | 'noSuchField'
    | 'wrongFieldType'
    | 'noSuchUnit'
    | 'noSuchDistrict'
    | 'sharesNot100'
    | 'spanNot100'
    | 'weightsNot100'
    | 'lastBandHasLimit'
    | 'bandsNotRising'
    | 'bodyMissing'
    | 'outsideAlone'
    | 'outsidePays'
    | 'closesBeforeOpens'
    | 'potsOverRound'
    | 'blankText'
    | 'limitsCross'
    | 'noApplicants'
    | 'notClassified'
    | 'noSuchPart'
    | 'noPotToShare'
    | 'sharedUnlike'
    | 'step'
  data: Record<string, string | number>
}

/** What the municipality has that a definition may point at. */
export interface Surroundings {
  units: ReadonlySet<string>
  districts: ReadonlySet<string>
}

/** Every fault in a definition that its schema cannot see; empty when it can be published. */
export function checkDefinition(definition: SchemeDefinition, around: Surroundings): DefinitionProblem[] {
  return [
    ...blankTexts(definition),
    ...inEachPart(definition, (each) => [...expressions(each), ...keys(each), ...references(each), ...money(each)]),
    ...twice('parts', definition.parts ?? []),
    ...rounds(definition, around),
    ...authority(definition, around),
    ...refuseSteps(definition).map(({ key, step, after = '', law }) =>
      problem('steps', 'step', { refusal: key, step, after, law }),
    ),
  ]
}

/** What must hang together in the definition as it goes for every part; each fault once, where it stands in the document. */
function inEachPart(
  definition: SchemeDefinition,
  check: (definition: EffectiveDefinition) => DefinitionProblem[],
): DefinitionProblem[] {
  if (!definition.parts) return check(forPart(definition, null))
  const found = definition.parts.flatMap((part, p) =>
    check(forPart(definition, part.key)).map((each) => ({ ...each, path: placeInPart(definition, p, each.path) })),
  )
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()]
}

function problem(path: string, key: DefinitionProblem['key'], data: DefinitionProblem['data'] = {}): DefinitionProblem {
  return { path, key, data }
}

const languages = new Set(['nb', 'nn', 'en'])

function blankTexts(value: unknown, path: string[] = []): DefinitionProblem[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, each]) => {
    const here = [...path, key]
    if (languages.has(key) && typeof each === 'string') return each.trim() === '' ? [problem(here.join('.'), 'blankText')] : []
    return blankTexts(each, here)
  })
}

interface Placed {
  path: string
  field: Field
}

function formFields(definition: SchemeDefinition): Placed[] {
  return definition.form.pages.flatMap((page, p) =>
    page.fields.map((field, f) => ({ path: `form.pages.${p}.fields.${f}`, field })),
  )
}

function reportFields(definition: SchemeDefinition): Placed[] {
  return (definition.report?.fields ?? []).map((field, f) => ({ path: `report.fields.${f}`, field }))
}

function expressions(definition: SchemeDefinition): DefinitionProblem[] {
  const inForm = [
    ...definition.form.pages.flatMap((page, p) => (page.showIf ? [[`form.pages.${p}.showIf`, page.showIf] as const] : [])),
    ...formFields(definition).flatMap(expressionsOf),
    ...definition.rules.map((rule, r) => [`rules.${r}.when`, rule.when] as const),
    ...definition.amount.steps.map((step, s) => [`amount.steps.${s}.value`, step.value] as const),
    ...(definition.amount.allocation?.method === 'per-point'
      ? [['amount.allocation.points', definition.amount.allocation.points] as const]
      : []),
  ]
  const inReport = reportFields(definition).flatMap(expressionsOf)
  return [...faults(inForm, factNames(definition)), ...faults(inReport, reportFactNames(definition))]
}

function expressionsOf({ path, field }: Placed): (readonly [string, string])[] {
  const own: [string, string | undefined][] = [
    ['showIf', field.showIf],
    ['requiredIf', field.requiredIf],
    ...field.checks.map((check, c): [string, string] => [`checks.${c}.when`, check.when]),
    ...(field.type === 'date'
      ? ([
          ['earliest', field.earliest],
          ['latest', field.latest],
        ] as [string, string | undefined][])
      : []),
    ...(field.type === 'calculated' ? ([['value', field.value]] as [string, string][]) : []),
  ]
  const columns =
    field.type === 'table'
      ? field.fields.flatMap((column, c) => expressionsOf({ path: `${path}.fields.${c}`, field: column }))
      : []
  return [...own.flatMap(([name, text]) => (text ? [[`${path}.${name}`, text] as const] : [])), ...columns]
}

function faults(all: readonly (readonly [string, string])[], known: ReadonlySet<string>): DefinitionProblem[] {
  return all.flatMap(([path, expression]) =>
    namesUsed(expression, known).problems.map((each) =>
      problem(path, 'expression', { expression, why: each.key, word: each.word ?? '' }),
    ),
  )
}

function keys(definition: SchemeDefinition): DefinitionProblem[] {
  const fields = formFields(definition)
  const lists: [string, readonly { key: string }[]][] = [
    ['form.pages', definition.form.pages],
    ['form fields', fields.map((each) => each.field)],
    ['report.fields', definition.report?.fields ?? []],
    ['rules', definition.rules],
    ['rounds', definition.rounds],
    ['amount.steps', definition.amount.steps],
    ['assessment.criteria', definition.assessment.criteria],
    ['authority', definition.authority],
    ['conditions', definition.conditions],
    ['payment.plan', definition.payment.plan],
    ['standardReasons', definition.standardReasons],
    ...definition.rounds.map((round, r): [string, readonly { key: string }[]] => [`rounds.${r}.pots`, round.pots]),
    ...[...fields, ...reportFields(definition)].flatMap(({ path, field }): [string, readonly { key: string }[]][] => {
      if (field.type === 'oneOf' || field.type === 'severalOf') return [[`${path}.options`, field.options]]
      if (field.type === 'budget') return [[`${path}.categories`, field.categories]]
      return field.type === 'table' ? [[`${path}.fields`, field.fields]] : []
    }),
  ]
  return lists.flatMap(([path, list]) => twice(path, list))
}

function twice(path: string, list: readonly { key: string }[]): DefinitionProblem[] {
  const seen = new Set<string>()
  return list.flatMap(({ key }) => (seen.has(key) ? [problem(path, 'twice', { key })] : (seen.add(key), [])))
}

function references(definition: SchemeDefinition): DefinitionProblem[] {
  const form = new Map(formFields(definition).map(({ field }) => [field.key, field]))
  const points = (path: string, key: string | undefined, ...types: Field['type'][]): DefinitionProblem[] => {
    if (key === undefined) return []
    const found = form.get(key)
    if (!found) return [problem(path, 'noSuchField', { field: key })]
    return types.includes(found.type)
      ? []
      : [problem(path, 'wrongFieldType', { field: key, type: found.type, wanted: types.join(', ') })]
  }
  const due = definition.report?.due
  const open = formFields(definition).filter(({ field }) => field.type === 'bankAccount' && !field.classified)
  return [
    ...points('amount.askedIn', definition.amount.askedIn, 'amount'),
    ...points('nomination.person', definition.nomination?.person, 'person', 'organisation'),
    ...points('nomination.email', definition.nomination?.email, 'shortText'),
    ...points('notice.field', definition.notice?.field, 'date', 'period'),
    ...points('form.casePerDistrict', definition.form.casePerDistrict, 'district'),
    ...points('payment.accountField', definition.payment.accountField, 'bankAccount'),
    ...(due?.kind === 'days-after-answer' ? points('report.due.field', due.field, 'date', 'period') : []),
    ...open.map(({ path }) => problem(path, 'notClassified')),
    ...(takesOrganisations(definition.applicants) || definition.applicants.persons
      ? []
      : [problem('applicants', 'noApplicants')]),
  ]
}

function money(definition: SchemeDefinition): DefinitionProblem[] {
  const { plan } = definition.payment
  const { criteria } = definition.assessment
  const { minOre, maxOre } = definition.amount
  const weight = criteria.reduce((sum, each) => sum + each.weight, 0)
  return [
    ...(outsideBody(definition) ? [] : planSpans(plan)).flatMap(({ span, plan: paid }) => {
      const sum = paid.reduce((all, each) => all + each.sharePercent, 0)
      if (Math.abs(sum - 100) <= 0.01) return []
      const isAll = span.aboveOre === undefined && span.upToOre === undefined
      return [isAll ? problem('payment.plan', 'sharesNot100', { sum }) : problem('payment.plan', 'spanNot100', { sum, ...span })]
    }),
    ...plan.flatMap(({ aboveOre, upToOre }, i) =>
      aboveOre !== undefined && upToOre !== undefined && aboveOre >= upToOre
        ? [problem(`payment.plan.${i}.upToOre`, 'limitsCross')]
        : [],
    ),
    ...(criteria.length > 0 && Math.abs(weight - 100) > 0.01
      ? [problem('assessment.criteria', 'weightsNot100', { sum: weight })]
      : []),
    ...(minOre !== undefined && maxOre !== undefined && minOre > maxOre ? [problem('amount', 'limitsCross')] : []),
  ]
}

function rounds(definition: SchemeDefinition, around: Surroundings): DefinitionProblem[] {
  return definition.rounds.flatMap((round, r) => {
    const path = `rounds.${r}`
    const pots = round.pots.reduce((sum, pot) => sum + pot.ore, 0)
    return [
      ...(round.closes !== undefined && round.closes < round.opens ? [problem(`${path}.closes`, 'closesBeforeOpens')] : []),
      ...(round.potOre !== undefined && pots > round.potOre ? [problem(`${path}.pots`, 'potsOverRound')] : []),
      ...round.pots.flatMap((pot, p) =>
        pot.district !== undefined && !around.districts.has(pot.district)
          ? [problem(`${path}.pots.${p}.district`, 'noSuchDistrict', { district: pot.district })]
          : [],
      ),
      ...round.pots.flatMap((pot, p) =>
        pot.part !== undefined && !definition.parts?.some((part) => part.key === pot.part)
          ? [problem(`${path}.pots.${p}.part`, 'noSuchPart', { part: pot.part })]
          : [],
      ),
      ...(sharesMoney(definition) && round.potOre === undefined && round.pots.length === 0
        ? [problem(`${path}.potOre`, 'noPotToShare')]
        : []),
      ...(sharedUnlike(definition, round) ? [problem(`${path}.pots`, 'sharedUnlike')] : []),
    ]
  })
}

/** Parts that share in different ways, or not at all, cannot draw on the same money: then each has a pot of its own. */
function sharedUnlike(definition: SchemeDefinition, round: SchemeDefinition['rounds'][number]): boolean {
  if (!definition.parts || !sharesMoney(definition)) return false
  const unbound = definition.parts.filter((part) => !round.pots.some((pot) => pot.part === part.key))
  return new Set(unbound.map((part) => (part.amount ?? definition.amount).allocation?.method ?? '')).size > 1
}

function authority(definition: SchemeDefinition, around: Surroundings): DefinitionProblem[] {
  const unit = around.units.has(definition.unit) ? [] : [problem('unit', 'noSuchUnit', { unit: definition.unit })]
  const bands = definition.authority.flatMap((band, b) => {
    const path = `authority.${b}`
    const isLast = b === definition.authority.length - 1
    const before = definition.authority[b - 1]?.upToOre
    return [
      ...(isLast && band.upToOre !== undefined ? [problem(`${path}.upToOre`, 'lastBandHasLimit')] : []),
      ...(!isLast && (band.upToOre === undefined || (before !== undefined && band.upToOre <= before))
        ? [problem(`${path}.upToOre`, 'bandsNotRising')]
        : []),
      ...(band.decidedBy === 'external' && definition.authority.length > 1 ? [problem(`${path}.decidedBy`, 'outsideAlone')] : []),
      ...(band.decidedBy === 'body' && !band.body ? [problem(`${path}.body`, 'bodyMissing')] : []),
      ...(band.body && !around.units.has(band.body) ? [problem(`${path}.body`, 'noSuchUnit', { unit: band.body })] : []),
    ]
  })
  return [...unit, ...bands, ...paidOutside(definition)]
}

/** What an outside body decides it pays and follows up itself: the municipality promises and demands nothing. */
function paidOutside(definition: SchemeDefinition): DefinitionProblem[] {
  if (!outsideBody(definition)) return []
  const { acceptance, payment, report, parts = [] } = definition
  return [
    ...(acceptance.needed ? [problem('acceptance.needed', 'outsidePays')] : []),
    ...(payment.plan.length > 0 ? [problem('payment.plan', 'outsidePays')] : []),
    ...(report ? [problem('report', 'outsidePays')] : []),
    ...parts.flatMap((part, p) => (part.report ? [problem(`parts.${p}.report`, 'outsidePays')] : [])),
  ]
}
