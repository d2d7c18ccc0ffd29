import { say } from './check-texts.ts'
import { and, cannot, compare, hindrances, not, or, read, value, type Expr } from './expression.ts'
import { addCheck, type Draft, type DraftPage, type NewField } from './form-draft.ts'
import type { Item } from './import-report.ts'
import { joined } from './languages.ts'
import { readScript } from './read-script.ts'
import { looseList, looseOf, textOf, wholeOf, type Loose } from './source.ts'
import { readIds, type ById } from './xgov-linear.ts'
import { writeCondition } from './write-feel.ts'

/** The form's conditions, by name: each is counted once, however many pages use it. */
export interface XgovConditions {
  /** What a condition says; one nobody has defined is something that cannot be said. */
  expression: (name: string) => Expr
  /** FEEL of an expression made of the conditions `used`; where it fails, they are dropped and undefined comes back. */
  write: (expr: Expr, used: readonly string[], path: string) => string | undefined
  /** Lets an answer that leads to a page that ends the application not be sent. */
  stop: (source: string | undefined, feel: string, page: DraftPage) => void
  /** Reports those that no page uses. */
  close: () => void
}

export function readConditions(draft: Draft, form: Loose): XgovConditions {
  const sources = new Map(looseList(form['conditions']).map((each) => [textOf(each['name'] ?? each['id']) ?? '', each]))
  const byId = readIds(looseList(form['pages']), looseList(form['lists']))
  const items = new Map<string, Item>()
  for (const name of sources.keys()) items.set(name, draft.item('conditions', `conditions/${name}`))
  const ready = new Map<string, Expr>()
  const used = new Set<string>()
  const shown = (name: string) => `${textOf(sources.get(name)?.['displayName']) ?? ''} (${name})`
  const expression = (name: string, open: readonly string[] = []): Expr => {
    const known = ready.get(name)
    if (known) return known
    const source = sources.get(name)
    if (!source) return cannot(`the condition "${name}" is not defined`)
    if (open.includes(name)) return cannot(`the condition "${name}" refers to itself`)
    const refer = (other: string) => expression(other, [...open, name])
    const made = Array.isArray(source['items']) ? listed(source, refer, byId) : modelled(source['value'], refer)
    ready.set(name, made)
    return made
  }
  const itemOf = (name: string) => {
    const known = items.get(name) ?? draft.item('conditions', `conditions/${name}`)
    items.set(name, known)
    return known
  }
  const problems = new Map<string, string | undefined>()
  const problemOf = (name: string) => {
    if (!problems.has(name)) problems.set(name, problem(draft, expression(name)))
    return problems.get(name)
  }
  return {
    expression,
    write(expr, names, path) {
      for (const name of names) {
        used.add(name)
        const why = problemOf(name)
        if (why)
          itemOf(name).drop(
            `conditions/${name}: ${shown(name)}`,
            `It cannot be said in Torg: ${why}. What it governs (${path}) is always shown.`,
          )
      }
      const written = writeCondition(expr, { answerOf: draft.answerOf })
      if ('feel' in written) return written.feel
      for (const name of names) {
        if (problemOf(name)) continue
        itemOf(name).loss(
          path,
          `Together with the other conditions on the way it cannot be said: ${written.why}. The page is always shown.`,
        )
      }
      return undefined
    },
    stop(source, feel, page) {
      const field = draft.pages
        .flatMap((each) => each.fields)
        .find((each) => `answer.${each.key}` === draft.answerOf(source ?? '')?.path)
      const words = page.fields.find((each) => each.type === 'info')
      const message = joined(page.title, words?.help ?? words?.label, ': ') ?? page.title
      if (field) addCheck(field as NewField, `not(${feel})`, message.nb.length < 2000 ? message : say.fixed)
      else draft.note('', page.title.en, 'The page ends the application in the old form; here it can still be sent.')
    },
    close() {
      for (const name of sources.keys()) {
        if (used.has(name)) continue
        const expr = expression(name)
        // It counts as carried: without it the form asks just what it asked before.
        const feel = writeCondition(expr, { answerOf: draft.answerOf })
        const reads = 'feel' in feel ? `In Torg it reads: ${feel.feel}` : `It could not be used either: ${feel.why}.`
        draft.note(`conditions/${name}`, shown(name), `Nothing in the form uses it, so nothing is lost without it. ${reads}`)
      }
    },
  }
}

function problem(draft: Draft, expr: Expr): string | undefined {
  const [hindrance] = hindrances(expr)
  if (hindrance) return hindrance
  const written = writeCondition(expr, { answerOf: draft.answerOf })
  return 'why' in written ? written.why : undefined
}

type Refer = (name: string) => Expr

function modelled(source: unknown, refer: Refer): Expr {
  if (typeof source === 'string') return readScript(source, { resolve: (path) => read(path.at(-1) ?? '') })
  return grouped(looseList(looseOf(source)['conditions']), refer, 0)
}

/** The newer kind: a list of tests, all of which or any of which must be true, naming questions and choices by id. */
function listed(source: Loose, refer: Refer, byId: ById): Expr {
  const parts = looseList(source['items']).map((item): Expr => {
    const other = textOf(item['conditionId'])
    if (other !== undefined) return refer(other)
    const self = byId.question(textOf(item['componentId']) ?? '')
    const operator = textOf(item['operator'])?.trim().toLowerCase()
    if (!self || operator === undefined) return cannot('the condition names no question')
    const wanted = looseOf(item['value'])
    if (item['type'] === 'RelativeDate' || 'period' in wanted) return relative(self, operator, wanted)
    const chosen = byId.choice(textOf(wanted['listId']) ?? '', textOf(wanted['itemId']) ?? '')
    const text = 'itemId' in wanted ? chosen : textOf(item['value'])
    return text === undefined ? cannot('the condition is not understood') : compared(self, operator, text, '')
  })
  if (parts.length === 0) return cannot('the condition is empty')
  return textOf(source['coordinator'])?.toLowerCase() === 'or' ? or(...parts) : and(...parts)
}

/** "a and b or c" is "(a and b) or c", as the form builder groups them. */
function grouped(parts: readonly Loose[], refer: Refer, depth: number): Expr {
  if (depth > 30) return cannot('the condition is nested too deeply')
  if (parts.length === 0) return cannot('the condition is empty')
  const groups: Expr[][] = []
  for (const [index, part] of parts.entries()) {
    const expr = single(part, refer, depth)
    const last = groups.at(-1)
    if (index === 0 || !last || textOf(part['coordinator'])?.toLowerCase() === 'or') groups.push([expr])
    else last.push(expr)
  }
  return or(...groups.map((group) => and(...group)))
}

function single(part: Loose, refer: Refer, depth: number): Expr {
  if (Array.isArray(part['conditions'])) return grouped(looseList(part['conditions']), refer, depth + 1)
  const name = textOf(part['conditionName'])
  if (name !== undefined) return refer(name)
  const field = textOf(looseOf(part['field'])['name'])
  const operator = textOf(part['operator'])?.trim().toLowerCase()
  if (field === undefined || operator === undefined) return cannot('the condition names no question')
  const self = read(field.split('.').at(-1) ?? field)
  const wanted = looseOf(part['value'])
  const type = textOf(looseOf(part['field'])['type']) ?? ''
  if ('timePeriod' in wanted || 'period' in wanted) return relative(self, operator, wanted)
  const text = textOf(wanted['value']) ?? textOf(part['value']) ?? ''
  return compared(self, operator, text, type)
}

function compared(self: Expr, operator: string, text: string, type: string): Expr {
  switch (operator) {
    case 'is':
      return compare(self, '=', value(text))
    case 'is not':
      return compare(self, '!=', value(text))
    case 'contains':
      return { op: 'contains', list: self, item: value(text) }
    case 'does not contain':
      return not({ op: 'contains', list: self, item: value(text) })
    case 'is at least':
      return compare(self, '>=', value(text))
    case 'is at most':
      return compare(self, '<=', value(text))
    case 'is less than':
    case 'is before':
      return compare(self, '<', value(text))
    case 'is more than':
    case 'is after':
      return compare(self, '>', value(text))
    case 'is longer than':
    case 'is shorter than':
    case 'has length': {
      const sign = operator === 'has length' ? '=' : operator === 'is longer than' ? '>' : '<'
      return compare({ op: 'length', of: self }, sign, value(Number(text) || 0))
    }
    default:
      return cannot(`the comparison "${operator}" of ${type || 'a question'} is not known`)
  }
}

/** "is at least 3 years in the past" */
function relative(self: Expr, operator: string, wanted: Loose): Expr {
  const unit = textOf(wanted['timeUnit'] ?? wanted['unit'])
  const period = wholeOf(wanted['timePeriod'] ?? wanted['period'])
  const past = textOf(wanted['direction'])?.includes('past') === true
  if (period === undefined || wanted['timeOnly'] === true || (unit !== 'days' && unit !== 'months' && unit !== 'years'))
    return cannot('a time of day is compared, and Torg asks for days')
  const day: Expr = { op: 'today', plus: past ? -period : period, unit }
  const signs: Record<string, ['<=' | '>=' | '>' | '<', '<=' | '>=' | '>' | '<']> = {
    'is at least': ['<=', '>='],
    'is at most': ['>=', '<='],
    'is less than': ['>', '<'],
    'is more than': ['<', '>'],
  }
  const pair = Object.hasOwn(signs, operator) ? signs[operator] : undefined
  return pair ? compare(self, past ? pair[0] : pair[1], day) : cannot(`the comparison "${operator}" of days is not known`)
}
