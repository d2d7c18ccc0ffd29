import { and, cannot, compare, never, not, or, read, value, yes, type Expr, type Sign } from './expression.ts'
import type { Draft } from './form-draft.ts'
import { readJsonLogic } from './json-logic.ts'
import { readScript } from './read-script.ts'
import { isLoose, looseList, looseOf, textOf, type Loose } from './source.ts'
import { writeCondition } from './write-feel.ts'

interface At {
  draft: Draft
  path: string
  data: readonly string[]
}

/** What of a component goes under conditions: that it is shown, and through "logic" also that it must be answered. */
export function showFormIo(at: At, component: Loose, show: (feel: string) => void, need?: (feel: string) => void): void {
  const path = `${at.path}/${textOf(component['key']) ?? textOf(component['type']) ?? ''}`
  const names = (parts: string[]) => answerNamed(at, parts)
  const told = (word: string, make: () => Expr, use: (feel: string) => void) => {
    const item = at.draft.item('conditions', `${path}/${word}`)
    at.draft.later(() => {
      const written = writeCondition(make(), { answerOf: at.draft.answerOf, emptyCounts: true })
      if ('feel' in written) use(written.feel)
      else item.drop(`${path}/${word}`, `It cannot be said in Torg: ${written.why}.`)
    })
  }
  const conditional = looseOf(component['conditional'])
  if (isSimple(conditional)) told('conditional', () => simple(at, conditional), show)
  if (isLoose(conditional['json']) && Object.keys(conditional['json']).length > 0)
    told('conditional/json', () => readJsonLogic(conditional['json'], names), show)
  const script = textOf(component['customConditional'])
  if (script !== undefined)
    told('customConditional', () => readScript(script, { resolve: names, target: 'show', initial: yes }), show)
  for (const [index, logic] of looseList(component['logic']).entries()) {
    const trigger = () => triggered(at, looseOf(logic['trigger']))
    for (const action of looseList(logic['actions'])) {
      const what = textOf(looseOf(action['property'])['value'])
      const state = action['state'] === true || action['state'] === 'true'
      const word = `logic/${index}`
      // "Not hidden" changes nothing about what is not hidden.
      if (action['type'] === 'property' && what === 'hidden' && !state && component['hidden'] !== true)
        told(
          word,
          () => value(true),
          () => undefined,
        )
      else if (action['type'] === 'property' && what === 'hidden') told(word, () => (state ? not(trigger()) : trigger()), show)
      else if (action['type'] === 'property' && what === 'validate.required' && need)
        told(word, () => (state ? trigger() : not(trigger())), need)
      else
        at.draft
          .item('conditions', `${path}/${word}`)
          .drop(
            `${path}/${word}`,
            `What it does (${textOf(action['name']) ?? what ?? textOf(action['type']) ?? ''}) is neither to show nor to require.`,
          )
    }
  }
}

function isSimple(conditional: Loose): boolean {
  return textOf(conditional['when']) !== undefined || looseList(conditional['conditions']).length > 0
}

function triggered(at: At, trigger: Loose): Expr {
  switch (trigger['type']) {
    case 'simple':
      return simple(at, looseOf(trigger['simple']))
    case 'json':
      return readJsonLogic(trigger['json'], (parts) => answerNamed(at, parts))
    case 'javascript':
      return readScript(textOf(trigger['javascript']) ?? '', {
        resolve: (parts) => answerNamed(at, parts),
        target: 'result',
        initial: never,
      })
    default:
      return cannot(`it waits for something else than an answer (${textOf(trigger['type']) ?? ''})`)
  }
}

function simple(at: At, conditional: Loose): Expr {
  const parts = looseList(conditional['conditions'])
  const show = String(conditional['show'])
  // The older kind shows only where it says so; the newer one unless it says not.
  const shown = parts.length > 0 ? !['false', 'null', '', '0'].includes(show) : show === 'true'
  const exprs = parts.map((part) =>
    operation(
      answerNamed(at, (textOf(part['component']) ?? '').split('.')),
      textOf(part['operator']) ?? 'isEqual',
      part['value'],
    ),
  )
  const when = textOf(conditional['when'])
  const all =
    parts.length > 0
      ? conditional['conjunction'] === 'any'
        ? or(...exprs)
        : and(...exprs)
      : isEqual(answerNamed(at, (when ?? '').split('.')), conditional['eq'])
  return shown ? all : not(all)
}

function isEqual(self: Expr, wanted: unknown): Expr {
  if (typeof wanted === 'object' && wanted !== null) return cannot('an answer is compared with a list or an object')
  // Several choices "equal" one of them when it is among them.
  return self.op === 'contains'
    ? String(wanted) === 'false'
      ? not(self)
      : self
    : compare(self, '=', value((wanted ?? '') as string | number | boolean))
}

const ordered: Record<string, Sign> = {
  lessThan: '<',
  greaterThan: '>',
  lessThanOrEqual: '<=',
  greaterThanOrEqual: '>=',
  dateLessThan: '<',
  dateGreaterThan: '>',
  dateLessThanOrEqual: '<=',
  dateGreaterThanOrEqual: '>=',
}

function operation(self: Expr, operator: string, wanted: unknown): Expr {
  const said = typeof wanted === 'string' || typeof wanted === 'number' || typeof wanted === 'boolean' ? value(wanted) : value('')
  if (Object.hasOwn(ordered, operator)) return compare(self, ordered[operator] ?? '=', said)
  switch (operator) {
    case 'isEqual':
    case 'isDateEqual':
      return isEqual(self, wanted)
    case 'isNotEqual':
    case 'isNotDateEqual':
      return not(isEqual(self, wanted))
    case 'isEmpty':
      return not({ op: 'filled', of: self })
    case 'isNotEmpty':
      return { op: 'filled', of: self }
    case 'includes':
      return { op: 'contains', list: self, item: said }
    case 'notIncludes':
      return not({ op: 'contains', list: self, item: said })
    case 'startsWith':
      return { op: 'starts', of: self, part: said }
    case 'endsWith':
      return { op: 'ends', of: self, part: said }
    default:
      return cannot(`the comparison "${operator}" is not known`)
  }
}

/** "data.place.city", "row.city", "city": the answer of that name, or that a choice is ticked ("data.languages.nn"). */
export function answerNamed(at: At, parts: string[], self?: string): Expr {
  const [first, ...rest] = parts
  if (self !== undefined && parts.length === 1 && (first === 'value' || first === 'input')) return read(self)
  const inData = first === 'data' || first === 'row' || (first === 'submission' && rest[0] === 'data') || first === 'rootData'
  const path = inData ? (first === 'submission' ? rest.slice(1) : rest) : parts
  if (inData && path.length === 0) return cannot('it reads all answers at once')
  const names = [path.join('.'), [...at.data, ...path].join('.'), path.at(-1) ?? '']
  const [whole, near, last] = names
  for (const name of [whole, near]) if (name !== undefined && at.draft.answerOf(name)) return read(name)
  const parent = path.slice(0, -1).join('.')
  const chosen = path.at(-1) ?? ''
  for (const name of [parent, [...at.data, parent].join('.')]) {
    const answer = parent === '' ? undefined : at.draft.answerOf(name)
    if (answer?.type === 'severalOf' && answer.options?.has(chosen))
      return { op: 'contains', list: read(name), item: value(chosen) }
  }
  if (last !== undefined && at.draft.answerOf(last)) return read(last)
  return read(whole ?? '')
}
