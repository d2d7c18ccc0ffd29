import type { Answer, Answers, SchemeDefinition } from '../../model.ts'
import { isEmpty, listFields } from './fields.ts'
import { markOf } from './merge.ts'

/** "Same as last year": a new application begins with what the last one said, and shows what has been changed since. */

/**
 * What is taken along: answers the scheme lets be copied, to fields that still exist. Files never are: last year's accounts are not
 * this year's.
 */
export function copyAnswers(definition: SchemeDefinition, earlier: Answers): Answers {
  const copied: Answers = {}
  for (const { field } of listFields(definition)) {
    if (!field.copied || field.type === 'file' || field.type === 'declaration' || field.type === 'calculated') continue
    const answer = earlier[field.key]
    if (answer !== undefined && !isEmpty(field, answer)) copied[field.key] = answer
  }
  return copied
}

export type CopyMark = 'copied' | 'changed' | undefined

/** Whether an answer still is what it was in the earlier application. Fields that were not taken along have no mark. */
export function copyMark(
  definition: SchemeDefinition,
  key: string,
  now: Answer | undefined,
  earlier: Answers | undefined,
): CopyMark {
  if (!earlier) return undefined
  const before = copyAnswers(definition, earlier)[key]
  if (before === undefined) return undefined
  return markOf(before) === markOf(now) ? 'copied' : 'changed'
}
