import { addDays, osloDate } from '#platform/time.ts'
import { rulesOf } from '#src/modules/grants/application/rules/checks.ts'
import { listFields } from '#src/modules/grants/application/rules/fields.ts'
import { workOutForm } from '#src/modules/grants/application/rules/form-state.ts'
import { validateForm } from '#src/modules/grants/application/rules/validate.ts'
import type { Draft } from '#src/modules/grants/application/queries/get-draft.ts'
import type { Answer, Answers, Field, PlainField, SchemeDefinition } from '#src/modules/grants/model.ts'

/** What is known of an applicant that any form may ask for. */
export interface Filler {
  contact: string
  email: string
  account: string
  district: string
  sentAt: Date
}

/**
 * Answers a form the way somebody who means it would: what the story says first, the rest by the kind of question, until the form's
 * own validation has nothing to say. Returns the answers and the file questions that need a file. Throws when it cannot.
 */
export function fillForm(draft: Draft, story: Answers, filler: Filler): { answers: Answers; files: string[] } {
  const { definition } = draft
  const answers: Answers = { ...draft.answers, ...story }
  const files = new Set<string>()
  for (let round = 0; round < 6; round++) {
    const around = { ...draft.around, earlier: { applications: [], awards: [], overdueReports: 0, sameRound: 0 } }
    const withFiles = { ...answers, ...Object.fromEntries([...files].map((key) => [key, ['file']])) }
    const state = workOutForm(definition, withFiles, around, rulesOf(definition))
    const problems = validateForm(definition, withFiles, state, { districts: draft.districts.map((each) => each.key) })
    if (problems.length === 0) return { answers, files: [...files] }
    for (const problem of problems) {
      const found = listFields(definition).find(({ field }) => field.key === problem.field)
      if (!found || !problem.key.startsWith('required')) {
        throw new Error(
          `${definition.slug}: ${problem.name} ${problem.key} ${problem.message?.nb ?? ''} ${JSON.stringify(story)}`,
        )
      }
      if (found.field.type === 'file') files.add(found.field.key)
      else answers[found.field.key] = defaultAnswer(found.field, filler, definition)
    }
  }
  throw new Error(`${definition.slug}: the form cannot be filled in`)
}

/** An answer that fits the kind of question. */
export function defaultAnswer(field: Field | PlainField, filler: Filler, definition?: SchemeDefinition): Answer {
  const day = osloDate(filler.sentAt)
  switch (field.type) {
    case 'shortText':
      return /email|epost/i.test(field.key)
        ? filler.email
        : /phone/i.test(field.key)
          ? '00 00 12 34'
          : field.label.nb.replace('?', '')
    case 'longText':
      return 'Vi viser til budsjettet og det som står ellers i søknaden.'
    case 'number':
      return Math.max(field.min ?? 0, Math.min(field.max ?? 40, 40))
    case 'percentage':
      return 20
    case 'amount':
      return field.minOre ?? 1_000_000
    case 'date':
      return addDays(day, 60)
    case 'period':
      return { from: addDays(day, 60), to: addDays(day, 240) }
    case 'yesNo':
      return false
    case 'oneOf':
    case 'severalOf': {
      const key = field.options[0]?.key ?? ''
      return field.type === 'oneOf' ? key : [key]
    }
    case 'person':
    case 'organisation':
      return { name: filler.contact }
    case 'address':
      return { street: 'Storgata 4', postcode: '0001', place: 'Fjordvik' }
    case 'district':
      return field.several ? [filler.district] : filler.district
    case 'bankAccount':
      return filler.account
    case 'declaration':
      return true
    case 'budget':
    case 'table':
    case 'calculated':
    case 'file':
    case 'info':
    case 'section':
      throw new Error(`${definition?.slug ?? ''} ${field.key}: a ${field.type} is not made up; the story must say`)
  }
}

/** A budget that adds up: cost lines by share of the whole, and as income what is not applied for. Lines go by their categories' names. */
export function budgetOf(input: {
  costOre: number
  appliedOre: number
  costs: Record<string, number>
  incomes: Record<string, number>
}): Answer {
  const split = (whole: number, shares: Record<string, number>, side: 'income' | 'cost') => {
    const sum = Object.values(shares).reduce((total, share) => total + share, 0)
    const keys = Object.keys(shares)
    let left = whole
    return keys.map((category, index) => {
      const ore = index === keys.length - 1 ? left : Math.round((whole * (shares[category] ?? 0)) / sum / 10_000) * 10_000
      left -= ore
      return { side, category, label: '', ore }
    })
  }
  return {
    lines: [...split(input.costOre, input.costs, 'cost'), ...split(input.costOre - input.appliedOre, input.incomes, 'income')],
  }
}
