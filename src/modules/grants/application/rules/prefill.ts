import type { Answers, SchemeDefinition } from '../../model.ts'
import { listFields } from './fields.ts'
import { isBankAccount } from './numbers.ts'

/** What a new draft begins with from what is known already: nobody should type what the register has. */

export interface KnownFacts {
  person: { name: string; email: string | null }
  /** Only for those with a confirmed mandate. */
  organisation?: {
    name: string
    number: string | null
    address: string | null
    postcode: string | null
    place: string | null
    bankAccount: string | null
  }
}

/** Answers to the first question of each kind that the facts answer: the first organisation asked about is the applicant. */
export function prefill(definition: SchemeDefinition, known: KnownFacts): Answers {
  const answers: Answers = {}
  const filled = new Set<string>()
  for (const { field } of listFields(definition)) {
    const { organisation } = known
    if (filled.has(field.type)) continue
    if (field.type === 'organisation' && organisation) {
      answers[field.key] = { name: organisation.name, ...(organisation.number ? { number: organisation.number } : {}) }
    } else if (field.type === 'address' && organisation?.address && organisation.postcode && organisation.place) {
      answers[field.key] = { street: organisation.address, postcode: organisation.postcode, place: organisation.place }
    } else if (field.type === 'bankAccount' && organisation?.bankAccount && isBankAccount(organisation.bankAccount)) {
      answers[field.key] = organisation.bankAccount
    } else if (field.type === 'person' && field.key.startsWith('contact')) {
      answers[field.key] = { name: known.person.name }
    } else if (field.type === 'shortText' && field.key === 'contactEmail' && known.person.email) {
      answers[field.key] = known.person.email
    } else continue
    filled.add(field.type)
  }
  return answers
}
