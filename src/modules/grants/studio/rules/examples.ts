import { asBudget, asksNothing, isRecord, listFields } from '../../application/rules/fields.ts'
import { SchemeExample, type Answer, type Answers, type EffectiveDefinition } from '../../model.ts'
import { diceOf, inventAnswer, type Around } from './invent-values.ts'
import type { DraftDocument, Op } from './ops.ts'

/** The invented applications of a document while it is being written. */

/** Those that can be read; what is not one is told of by the checks of the document. */
export function examplesIn(document: DraftDocument): SchemeExample[] {
  const list = document['examples']
  if (!Array.isArray(list)) return []
  return list.flatMap((each) => {
    const read = SchemeExample.safeParse(each)
    return read.success ? [read.data] : []
  })
}

/** What puts more of them last, each with a key that none has; in one step, so that one undo takes them away again. */
export function addExamples(document: DraftDocument, more: readonly Omit<SchemeExample, 'key'>[]): Op[] {
  const taken = new Set(keysOf(document))
  let last = keysOf(document).at(-1)
  let n = 1
  return more.map((each) => {
    while (taken.has(`e${n}`)) n++
    const key = `e${n}`
    taken.add(key)
    const op: Op = { do: 'insert', list: 'examples', ...(last === undefined ? {} : { after: last }), item: { key, ...each } }
    last = key
    return op
  })
}

/** What takes one away; the list goes with its last. */
export function removeExample(document: DraftDocument, key: string): Op[] {
  const list = document['examples']
  if (!Array.isArray(list)) return []
  const item: unknown = list.find((each) => isRecord(each) && each['key'] === key)
  if (item === undefined) return []
  return [list.length === 1 ? { do: 'set', path: 'examples', before: list } : { do: 'remove', path: `examples[${key}]`, item }]
}

function keysOf(document: DraftDocument): string[] {
  const list = document['examples']
  return Array.isArray(list) ? list.flatMap((each) => (isRecord(each) ? [String(each['key'])] : [])) : []
}

/**
 * Answers that somebody filled in, as an example may hold them: classified ones are invented instead, since the example goes with
 * the scheme's file; what could not be read, and files, are left out.
 */
export function keptAnswers(definition: EffectiveDefinition, answers: Answers, around: Around): SchemeExample['answers'] {
  const dice = diceOf(1)
  const kept: Record<string, unknown> = {}
  for (const { field } of listFields(definition)) {
    const answer = answers[field.key]
    if (answer === undefined || asksNothing(field) || field.type === 'calculated') continue
    const classified = field.classified || (field.type === 'table' && field.fields.some((column) => column.classified))
    if (classified || field.type === 'file') kept[field.key] = inventAnswer(field, dice, around)
    else kept[field.key] = field.type === 'budget' ? readBudget(answer) : answer
  }
  const one = SchemeExample.shape.answers
  return Object.assign(
    {},
    ...Object.entries(kept).map(([key, answer]) => {
      const read = one.safeParse({ [key]: answer })
      return read.success ? read.data : {}
    }),
  ) as SchemeExample['answers']
}

function readBudget(answer: Answer): unknown {
  const { lines, volunteerHours } = asBudget(answer)
  return {
    lines: lines
      .filter(({ typed }) => typed === undefined)
      .map(({ side, category, label, ore }) => ({ side, category, label, ore })),
    ...(volunteerHours === undefined ? {} : { volunteerHours }),
  }
}
