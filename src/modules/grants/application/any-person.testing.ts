import fc from 'fast-check'
import { anyTyped } from '../any-form.testing.ts'
import type { Answers, SchemeDefinition } from '../model.ts'
import { canonicalJson } from '../scheme/rules/canonical.ts'
import { asBudget, asRows, listFields } from './rules/fields.ts'

/** For tests: anybody who fills in a form, and what of their answers has a meaning. */

export interface AnyPerson {
  words: readonly string[]
  numbers: readonly number[]
}
export const anyPerson: fc.Arbitrary<AnyPerson> = fc.record({
  words: fc.array(anyTyped, { minLength: 12, maxLength: 12 }),
  numbers: fc.array(fc.nat(255), { minLength: 7, maxLength: 7 }),
})
const days = ['', '2026-11-10', '2027-05-01', '2026-11-12']

/** The same person answers the same at the same place. */
export const choices = (who: AnyPerson) => (name: string) => {
  const n = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7)
  const number = who.numbers[n % who.numbers.length] ?? 0
  return { text: who.words[n % who.words.length] ?? '', day: days[number % days.length] ?? '', n: number }
}

/** Answers with what has no meaning left out: the order of budget lines, and rows and tables with nothing in them. */
export function meaning(definition: SchemeDefinition, answers: Answers): Record<string, unknown> {
  const kinds = new Map(listFields(definition).map(({ field }) => [field.key, field.type]))
  const kept: Record<string, unknown> = {}
  for (const [key, answer] of Object.entries(answers)) {
    const rows = asRows(answer).filter((row) => Object.keys(row).length > 0)
    if (kinds.get(key) === 'budget')
      kept[key] = { ...asBudget(answer), lines: asBudget(answer).lines.map(canonicalJson).toSorted() }
    else if (kinds.get(key) !== 'table') kept[key] = answer
    else if (rows.length > 0) kept[key] = rows
  }
  return kept
}

/** Holds for so many; says with which seed it does not. */
export async function holds<T>(property: fc.IAsyncProperty<T>, numRuns: number): Promise<void> {
  const found = await fc.check(property, { numRuns, endOnFailure: true })
  if (found.failed) throw new Error(`does not hold with the seed ${found.seed}`, { cause: found.errorInstance })
}
