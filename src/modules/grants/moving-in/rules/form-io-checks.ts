import type { Demand } from './asking.ts'
import { say } from './check-texts.ts'
import { compare, value, yes, type Expr } from './expression.ts'
import { answerNamed } from './form-io-conditions.ts'
import type { Draft } from './form-draft.ts'
import type { Item } from './import-report.ts'
import { readJsonLogic } from './json-logic.ts'
import { readScript } from './read-script.ts'
import { isLoose, looseOf, textOf, wholeOf, type Loose } from './source.ts'
import { writeCondition } from './write-feel.ts'

/** The demands of a component beyond its kind: patterns, words, and those written as small scripts. */
export function formIoChecks(
  at: { draft: Draft; translate: (said: unknown) => unknown; path: string; data: readonly string[] },
  component: Loose,
  here: { name: string; path: string; item: Item; inRow?: boolean },
): Demand[] {
  const validate = looseOf(component['validate'])
  const own = at.draft.say(at.translate(validate['customMessage']))?.text
  const demands: Demand[] = []
  const pattern = textOf(validate['pattern'])
  const message = at.draft.say(at.translate(validate['patternMessage'] ?? looseOf(component['errors'])['pattern']))?.text
  // The old form holds the whole answer against it.
  if (pattern !== undefined)
    demands.push({
      when: (self) => ({ op: 'matches', of: self, pattern: whole(pattern) }),
      message: message ?? own ?? say.pattern,
    })
  const words = wholeOf(validate['minWords'])
  if (words !== undefined && words > 0)
    demands.push({ when: (self) => compare({ op: 'words', of: self }, '>=', value(words)), message: own ?? say.fewWords(words) })
  if (validate['unique'] === true) here.item.loss(here.path, 'That nobody else has given the same answer is not checked.')
  const script = textOf(validate['custom'])
  const names = (parts: string[]) => answerNamed(at, parts, here.name)
  if (script !== undefined)
    scripted(at.draft, here, 'custom', () => readScript(script, { resolve: names, target: 'valid', initial: yes }), own)
  if (isLoose(validate['json']) && Object.keys(validate['json']).length > 0)
    scripted(at.draft, here, 'json', () => readJsonLogic(validate['json'], names), own)
  return demands
}

function whole(pattern: string): string {
  const starts = pattern.startsWith('^')
  const ends = pattern.endsWith('$') && !pattern.endsWith('\\$')
  if (starts && ends) return pattern
  return pattern.includes('|') ? `^(?:${pattern})$` : `${starts ? '' : '^'}${pattern}${ends ? '' : '$'}`
}

/** "valid = (input > 3) ? true : 'Too small'": a condition of its own, counted as one. */
function scripted(
  draft: Draft,
  here: { name: string; path: string },
  word: string,
  make: () => Expr,
  own: Demand['message'] | undefined,
): void {
  const item = draft.item('conditions', `${here.path}/validate/${word}`)
  // Other questions are named in it: it is read when they are all known.
  draft.later(() => {
    const { test, text } = split(make())
    const written = writeCondition(test, { answerOf: draft.answerOf })
    if ('why' in written) return item.drop(`${here.path}/validate/${word}`, `It cannot be said in Torg: ${written.why}.`)
    const message = draft.say(text)?.text ?? own ?? say.fixed
    const field = draft.pages
      .flatMap((page) => page.fields)
      .find((each) => `answer.${each.key}` === draft.answerOf(here.name)?.path)
    if (field) field.checks = [...(field.checks ?? []), { when: written.feel, message }]
    else item.drop(`${here.path}/validate/${word}`, 'A check that compares with other answers cannot stand in a row of a table.')
  })
}

function split(expr: Expr): { test: Expr; text: unknown } {
  if (expr.op !== 'if') return { test: expr, text: undefined }
  const message = (part: Expr) => (part.op === 'value' && typeof part.value === 'string' ? part.value : undefined)
  if (message(expr.no) !== undefined) return { test: expr.test, text: message(expr.no) }
  if (message(expr.yes) !== undefined) return { test: { op: 'not', of: expr.test }, text: message(expr.yes) }
  return { test: expr, text: undefined }
}
