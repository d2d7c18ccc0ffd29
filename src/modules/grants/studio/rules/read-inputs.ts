import { parseKr } from '#platform/money.ts'
import { isDay } from '#platform/time.ts'
import { markOf } from '../../application/rules/merge.ts'
import type { Answer } from '../../model.ts'
import { factChoices } from './fact-choices.ts'
import { byPattern, patternOf, type Input, type Leaf, type Posted } from './inputs.ts'
import type { Clash, DraftDocument, Op } from './ops.ts'
import { valueAt } from './paths.ts'
import { readCondition } from './read-condition.ts'

/** The hidden field that says which value of a place the page was drawn with. */
export function seenName(path: string): string {
  return `_seen:${path}`
}

/** A short mark of a value; the same for nothing and for an empty text. */
export function markValue(value: unknown): string {
  return value === undefined || value === null || value === '' ? '0' : markOf(value as Answer)
}

/** What stands at a place, as its input compares it: of a shape only which one it is. */
export function comparable(input: Leaf, value: unknown): unknown {
  if (input.kind === 'shape') return input.choices.find((choice) => choice.is(value))?.value
  if (input.kind === 'check') return value === true
  // Which are chosen, not in what order.
  if (input.kind === 'several') return Array.isArray(value) ? value.map(String).toSorted() : []
  return value
}

/**
 * What was written on a page, as ops on the document as it is now. What others have changed meanwhile stays; a place changed in
 * both is a clash. What cannot be read as what it should be is kept as it was typed.
 * @param here where a place of the page is now; undefined when it is gone
 * @param except a place that is about to be removed: nothing in it is read
 */
export function readInputs(
  inputs: readonly Input[],
  posted: Posted,
  document: DraftDocument,
  here: (path: string) => string | undefined,
  except?: string,
): { ops: Op[]; clashes: Clash[] } {
  const known = byPattern(inputs)
  const ops: Op[] = []
  const clashes: Clash[] = []
  for (const name of posted.names()) {
    const place = name.startsWith('_seen:') ? name.slice(6) : undefined
    const input = place === undefined ? undefined : known.get(patternOf(place))
    if (place === undefined || !input || input.kind === 'list') continue
    if (except !== undefined && place.startsWith(except)) continue
    const typed =
      input.kind === 'condition'
        ? readCondition(place, posted, factChoices(document, input.inReport), input.use, valueAt(document, here(place) ?? place))
        : readOne(input, place, posted)
    const mark = markValue(input.kind === 'several' ? comparable(input, typed) : typed)
    const seen = posted.text(name)
    if (mark === seen) continue
    const path = here(place)
    const now = path === undefined ? undefined : valueAt(document, path)
    const nowMark = markValue(comparable(input, now))
    if (mark === nowMark && path !== undefined) continue
    const after = input.kind === 'shape' ? input.choices.find((choice) => choice.value === typed)?.make() : typed
    const op: Op = {
      do: 'set',
      path: path ?? place,
      ...(now === undefined ? {} : { before: now }),
      ...(after === undefined ? {} : { after }),
    }
    if (path === undefined) clashes.push({ op, reason: 'gone' })
    else if (seen === nowMark) ops.push(op)
    else clashes.push({ op, reason: 'changed', ...(now === undefined ? {} : { now }) })
  }
  return { ops, clashes }
}

/** The value of one input, from what was posted at its place. */
function readOne(input: Leaf, name: string, posted: Posted): unknown {
  const text = posted.text(name)
  switch (input.kind) {
    case 'text3':
      return input.lines === 1 ? text.replace(/\s*\n\s*/g, ' ') : text
    case 'number':
      return readNumber(text)
    case 'amount':
      return text.trim() === '' ? undefined : (parseKr(text) ?? text)
    case 'date':
      return text.trim() === '' ? undefined : isDay(text.trim()) ? text.trim() : text
    case 'check':
      return posted.has(name)
    case 'several':
      if (input.optional && posted.all(name).length === 0) return undefined
      return input.numbers ? posted.all(name).map(Number) : posted.all(name)
    case 'select':
      return text === '' ? undefined : input.numbers ? readNumber(text) : text
    default:
      return text.trim() === '' ? undefined : text.trim()
  }
}

function readNumber(text: string): unknown {
  const compact = text.replace(/\s/g, '')
  if (compact === '') return undefined
  return /^-?\d{1,9}(?:[.,]\d{1,6})?$/.test(compact) ? Number(compact.replace(',', '.')) : text
}
