import type { Field, EffectiveDefinition } from '../../model.ts'
import { stops, advises, type Finding } from './findings.ts'

/** What is sound by itself but does not go together: money, steps, authority, report and what becomes public. */

export function checkTogether(definition: EffectiveDefinition): Finding[] {
  return [
    ...amounts(definition),
    ...authority(definition),
    ...payment(definition),
    ...questions(definition),
    ...limits(definition),
    ...followUp(definition),
    ...publicity(definition),
  ]
}

/** The form's questions, in the whole scheme. */
function formFields(definition: EffectiveDefinition): { path: string; field: Field; hidden: boolean }[] {
  return definition.form.pages.flatMap((page) =>
    page.fields.map((field) => ({
      path: `form.pages[${page.key}].fields[${field.key}]`,
      field,
      hidden: field.showIf !== undefined || page.showIf !== undefined,
    })),
  )
}

function hasBudget(definition: EffectiveDefinition): boolean {
  return formFields(definition).some(({ field }) => field.type === 'budget')
}

function amounts(definition: EffectiveDefinition): Finding[] {
  const { amount, rounds } = definition
  const computed = amount.steps.length > 0 || amount.allocation !== undefined
  const perRound = rounds.flatMap((round): Finding[] => {
    const path = `rounds[${round.key}].potOre`
    if (round.potOre === undefined || round.potOre === 0) return []
    const at = { round: round.title, potOre: round.potOre }
    return [
      ...(amount.maxOre !== undefined && amount.maxOre > round.potOre
        ? [advises('maxOverPot', path, { ...at, ore: amount.maxOre })]
        : []),
      ...(amount.minOre !== undefined && amount.minOre > round.potOre
        ? [stops('minOverPot', path, { ...at, ore: amount.minOre })]
        : []),
    ]
  })
  return [
    ...(amount.askedIn === undefined && !computed ? [stops('noAmount', 'amount.askedIn')] : []),
    ...(amount.maxShareOfCost !== undefined && !hasBudget(definition)
      ? [stops('shareNeedsBudget', 'amount.maxShareOfCost', { percent: amount.maxShareOfCost })]
      : []),
    ...perRound,
  ]
}

function authority(definition: EffectiveDefinition): Finding[] {
  const { maxOre } = definition.amount
  return definition.authority.flatMap((band, index): Finding[] => {
    const path = `authority[${band.key}]`
    const below = definition.authority[index - 1]?.upToOre
    return [
      ...(band.decidedBy === 'delegated' && band.roles.length === 0
        ? [stops('bandWithoutRoles', `${path}.roles`, { name: band.title })]
        : []),
      ...(maxOre !== undefined && below !== undefined && below >= maxOre
        ? [advises('bandNeverUsed', path, { name: band.title, ore: maxOre })]
        : []),
    ]
  })
}

function payment(definition: EffectiveDefinition): Finding[] {
  const { maxOre } = definition.amount
  return definition.payment.plan.flatMap((part): Finding[] => {
    const path = `payment.plan[${part.key}].releaseOn`
    const name = { name: part.title }
    return [
      ...(part.releaseOn === 'report-approved' && !definition.report ? [stops('paidAfterReportWithoutReport', path, name)] : []),
      ...(part.releaseOn === 'accepted' && !definition.acceptance.needed
        ? [advises('paidAfterAcceptanceWithoutAcceptance', path, name)]
        : []),
      ...(maxOre !== undefined && part.aboveOre !== undefined && part.aboveOre >= maxOre
        ? [advises('instalmentNeverUsed', `payment.plan[${part.key}].aboveOre`, { ...name, ore: maxOre })]
        : []),
    ]
  })
}

/** What the case work reads from an answer must be asked of everyone, and answered. */
function questions(definition: EffectiveDefinition): Finding[] {
  const due = definition.report?.due
  const read: [path: string, key: string | undefined][] = [
    ['amount.askedIn', definition.amount.askedIn],
    ['notice.field', definition.notice?.field],
    ['nomination.person', definition.nomination?.person],
    ['nomination.email', definition.nomination?.email],
    ['payment.accountField', definition.payment.accountField],
    ['form.casePerDistrict', definition.form.casePerDistrict],
    ['report.due.field', due?.kind === 'days-after-answer' ? due.field : undefined],
  ]
  const fields = new Map(formFields(definition).map((each) => [each.field.key, each]))
  return read.flatMap(([path, key]): Finding[] => {
    const found = key === undefined ? undefined : fields.get(key)
    if (!found) return []
    const params = { name: found.field.label, key: found.field.key }
    if (found.hidden) return [advises('mayBeHidden', path, params)]
    return found.field.required || found.field.requiredIf !== undefined ? [] : [advises('mayBeUnanswered', path, params)]
  })
}

/** A question whose limits leave no answer that may be sent. */
function limits(definition: EffectiveDefinition): Finding[] {
  const all = [
    ...formFields(definition),
    ...(definition.report?.fields ?? []).map((field) => ({ path: `report.fields[${field.key}]`, field })),
  ].flatMap(({ path, field }): { path: string; field: Field }[] => [
    { path, field },
    ...(field.type === 'table' ? field.fields.map((column) => ({ path: `${path}.fields[${column.key}]`, field: column })) : []),
  ])
  return all.flatMap(({ path, field }) => {
    const crossed =
      (field.type === 'number' && (field.min ?? 0) > (field.max ?? Number.POSITIVE_INFINITY)) ||
      (field.type === 'percentage' && field.min > field.max) ||
      (field.type === 'amount' && (field.minOre ?? 0) > (field.maxOre ?? Number.POSITIVE_INFINITY)) ||
      (field.type === 'table' && field.minRows > field.maxRows)
    return crossed ? [stops('limitsLeaveNothing', path, { name: field.label, key: field.key })] : []
  })
}

function followUp(definition: EffectiveDefinition): Finding[] {
  const { report, amount, assessment } = definition
  const conditions = definition.conditions.flatMap((condition) =>
    condition.dueDays === undefined && /\b(innen|senest|frist)\b/iu.test(condition.text.nb)
      ? [advises('conditionWithoutDay', `conditions[${condition.key}].dueDays`, { text: condition.text })]
      : [],
  )
  return [
    ...(report && report.fields.length === 0 && !report.accountsAgainstBudget
      ? [stops('reportAsksNothing', 'report.fields')]
      : []),
    ...(report?.accountsAgainstBudget && !hasBudget(definition)
      ? [advises('accountsNeedBudget', 'report.accountsAgainstBudget')]
      : []),
    ...(report?.auditorFromOre !== undefined && amount.maxOre !== undefined && report.auditorFromOre > amount.maxOre
      ? [advises('auditorNeverAsked', 'report.auditorFromOre', { ore: report.auditorFromOre, maxOre: amount.maxOre })]
      : []),
    ...(assessment.assessors > 1 && assessment.criteria.length === 0
      ? [advises('assessorsWithoutCriteria', 'assessment.criteria', { assessors: assessment.assessors })]
      : []),
    ...conditions,
  ]
}

function publicity(definition: EffectiveDefinition): Finding[] {
  const { publicity: shown, retentionYears, applicants } = definition
  return [
    ...(applicants.persons && shown.persons === 'name' ? [advises('personsNamed', 'publicity.persons')] : []),
    ...(shown.years > retentionYears
      ? [advises('publishedLongerThanKept', 'publicity.years', { years: shown.years, kept: retentionYears })]
      : []),
  ]
}
