import type { Demand } from './asking.ts'
import { say } from './check-texts.ts'
import type { Draft } from './form-draft.ts'
import type { Item } from './import-report.ts'
import { feelDay, textOf, wholeOf, type Loose } from './source.ts'
import { compare, value } from './expression.ts'
import { maskPattern } from './mask-pattern.ts'

/** A day's limit as PHP writes it ("today", "+2 weeks", "2026-01-01") in FEEL. */
export function dayLimit(said: unknown, item: Item, path: string): string | undefined {
  const text = textOf(said)?.trim().toLowerCase()
  if (text === undefined) return undefined
  if (text === 'today' || text === 'now') return 'today'
  if (text === 'tomorrow') return 'add days(today, 1)'
  if (text === 'yesterday') return 'add days(today, -1)'
  const day = /^(\d{4}-\d{2}-\d{2})$/.exec(text)?.[1]
  const written = feelDay(day)
  if (written) return written
  const found = /^(?:today\s+|now\s+)?([+-]?)\s*(\d{1,4})\s*(day|week|month|year)s?(\s+ago)?$/.exec(text)
  if (found) {
    const count = Number(found[2]) * (found[1] === '-' || found[4] ? -1 : 1)
    if (found[3] === 'day' || found[3] === 'week') return `add days(today, ${count * (found[3] === 'week' ? 7 : 1)})`
    return `add months(today, ${count * (found[3] === 'year' ? 12 : 1)})`
  }
  item.loss(path, `The limit "${text}" of the date is not checked.`)
  return undefined
}

/** Patterns, masks and the like, that any text may have. */
export function textChecks(
  at: { draft: Draft; words: (key: string, property: string, said: unknown) => unknown },
  key: string,
  element: Loose,
  item: Item,
  path: string,
): Demand[] {
  const demands: Demand[] = []
  const pattern = textOf(element['#pattern'])
  const message = at.draft.say(at.words(key, '#pattern_error', element['#pattern_error']))?.text ?? say.pattern
  if (pattern !== undefined)
    demands.push({
      when: (self) => ({ op: 'matches', of: self, pattern: `^(?:${pattern})$`.replace(/^\^\(\?:([^|]*)\)\$$/, '^$1$') }),
      message,
    })
  const mask = textOf(element['#input_mask'])
  if (mask !== undefined && !mask.includes("'")) {
    const made = maskPattern(mask)
    demands.push({ when: (self) => ({ op: 'matches', of: self, pattern: made }), message })
  } else if (mask !== undefined) item.loss(path, 'The mask of the answer is not checked.')
  if (element['#unique'] === true) item.loss(path, 'That nobody else has given the same answer is not checked.')
  const least = wholeOf(element['#minlength_multiple'])
  if (least !== undefined)
    demands.push({ when: (self) => compare({ op: 'length', of: self }, '>=', value(least)), message: say.chooseAtLeast(least) })
  return demands
}
