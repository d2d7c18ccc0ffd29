import type { SchemeDefinition } from '../../model.ts'
import { takesOrganisations } from './who-may-apply.ts'

/** Which schemes fit what a person is looking for. */

export interface SchemeFilter {
  /** Words that must all be found, in any language the scheme is written in. */
  words: string
  category?: SchemeDefinition['category']
  applicant?: 'organisation' | 'person'
  when?: 'open' | 'soon'
}

type When = 'open' | 'rolling' | 'soon' | 'closed' | 'named'

export function fitsFilter(definition: SchemeDefinition, when: When, filter: SchemeFilter): boolean {
  if (filter.category && definition.category !== filter.category) return false
  if (filter.applicant === 'organisation' && !takesOrganisations(definition.applicants)) return false
  if (filter.applicant === 'person' && !definition.applicants.persons) return false
  if (filter.when === 'open' && when !== 'open' && when !== 'rolling') return false
  if (filter.when === 'soon' && when !== 'soon') return false
  const text = searchText(definition)
  return fold(filter.words)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => text.includes(word))
}

const texts = new WeakMap<SchemeDefinition, string>()

/** Everything a person might remember a scheme by. Definitions never change, so it is put together once. */
function searchText(definition: SchemeDefinition): string {
  let text = texts.get(definition)
  if (text === undefined) {
    const { title, summary, purpose, targetGroup, whoCanApply, whatIsGiven } = definition
    text = fold([title, summary, purpose, targetGroup, whoCanApply, whatIsGiven].flatMap((each) => Object.values(each)).join(' '))
    texts.set(definition, text)
  }
  return text
}

function fold(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('nb')
}
