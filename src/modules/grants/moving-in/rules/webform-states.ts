import { and, cannot, compare, not, or, read, value, type Expr } from './expression.ts'
import type { Draft } from './form-draft.ts'
import { isLoose, listOf, looseOf, numberOf, textOf, type Loose } from './source.ts'
import { writeCondition } from './write-feel.ts'

interface Uses {
  show?: (feel: string) => void
  need?: (feel: string) => void
}

/** An element's "#states": when it is shown and when it must be answered. Each state is counted as a condition. */
export function stateWebform(at: { draft: Draft; path: string }, key: string, element: Loose, uses: Uses): void {
  const { draft } = at
  const path = at.path.endsWith(`/${key}`) ? at.path : `${at.path}/${key}`
  for (const [state, conditions] of Object.entries(looseOf(element['#states']))) {
    const item = draft.item('conditions', `${path}/#states/${state}`)
    const what = effects[state.replace(/-slide$/, '')]
    const use = what?.on === 'show' ? uses.show : what?.on === 'need' ? uses.need : undefined
    if (!what || !use) {
      item.drop(
        `${path}/#states/${state}`,
        what ? 'It cannot be said of a part of a table.' : (reasons[state] ?? `The state "${state}" is not known.`),
      )
      continue
    }
    draft.later(() => {
      const expr = readStates(draft, conditions, 0)
      const written = writeCondition(what.when ? expr : not(expr), { answerOf: draft.answerOf, emptyCounts: true })
      if ('feel' in written) use(written.feel)
      else item.drop(`${path}/#states/${state}`, `It cannot be said in Torg: ${written.why}.`)
    })
  }
}

const effects: Record<string, { on: 'show' | 'need'; when: boolean } | undefined> = {
  visible: { on: 'show', when: true },
  invisible: { on: 'show', when: false },
  required: { on: 'need', when: true },
  optional: { on: 'need', when: false },
}
const locked = 'A question is never locked: it can be answered as long as it is shown.'
const folded = 'Parts of a form are not folded.'
const ticked = 'An answer is never changed by another answer.'
const reasons: Record<string, string> = {
  disabled: locked,
  enabled: locked,
  readonly: locked,
  'read-only': locked,
  readwrite: locked,
  'read-write': locked,
  expanded: folded,
  collapsed: folded,
  checked: ticked,
  unchecked: ticked,
}

/** All of a mapping's; of a list, joined by the words that stand between. */
function readStates(draft: Draft, conditions: unknown, depth: number): Expr {
  if (depth > 20) return cannot('the condition is nested too deeply')
  if (Array.isArray(conditions)) {
    const parts = (conditions as unknown[])
      .filter((each) => typeof each !== 'string')
      .map((each) => readStates(draft, each, depth + 1))
    const words = new Set(
      (conditions as unknown[]).filter((each): each is string => typeof each === 'string').map((each) => each.toLowerCase()),
    )
    if (words.has('xor')) return exactlyOne(parts)
    return words.has('and') && !words.has('or') ? and(...parts) : or(...parts)
  }
  const entries = Object.entries(looseOf(conditions))
  if (entries.length === 0) return cannot('the condition is empty')
  // A sequence may also be written as a mapping of numbers: {0: {…}, 1: or, 2: {…}}.
  if (entries.every(([key]) => /^\d+$/.test(key)))
    return readStates(
      draft,
      entries.map(([, each]) => each),
      depth + 1,
    )
  return and(
    ...entries.map(([selector, trigger]) =>
      isLoose(trigger) ? triggered(draft, selector, trigger) : cannot('the condition is not understood'),
    ),
  )
}

function exactlyOne(parts: Expr[]): Expr {
  return or(...parts.map((part, index) => and(part, ...parts.filter((_, other) => other !== index).map(not))))
}

function triggered(draft: Draft, selector: string, trigger: Loose): Expr {
  const name = /name\s*=\s*\\?["']?([^"'\\\]]+(?:\[[^\]"']*\])*)\\?["']?\s*\]\s*$/.exec(selector)?.[1]
  if (name === undefined) return cannot(`it looks at "${selector}", which is no question`)
  const parts = name.replace(/\]/g, '').split('[')
  const self = answerOf(draft, parts)
  return and(...Object.entries(trigger).map(([word, wanted]) => one(draft, parts, self, word, wanted)))
}

/** "kind", "choices[a]", "place[city]", "kind[select]", "files[plan]", "kinds[]". */
function answerOf(draft: Draft, parts: readonly string[]): Expr {
  const [first = '', second] = parts
  if (first === 'files' && second) return read(second)
  if (
    second === undefined ||
    second === '' ||
    second === 'select' ||
    second === 'radios' ||
    second === 'checkboxes' ||
    second === 'buttons'
  )
    return read(first)
  if (second === 'other') return read(`${first}.other`)
  const whole = draft.answerOf(first)
  if (whole?.type === 'severalOf')
    return { op: 'contains', list: read(first), item: value(second === 'checkboxes' ? (parts[2] ?? '') : second) }
  if (/^\d+$/.test(second)) return cannot('it looks at one row of a table')
  return draft.answerOf(`${first}.${second}`) ? read(`${first}.${second}`) : read(first)
}

function one(draft: Draft, parts: readonly string[], self: Expr, word: string, wanted: unknown): Expr {
  switch (word) {
    case 'checked':
    case 'unchecked': {
      const ticked_ = self.op === 'contains' ? self : compare(self, '=', value(true))
      return (word === 'checked') === (wanted !== false) ? ticked_ : not(ticked_)
    }
    case 'filled':
    case 'empty':
      return (word === 'filled') === (wanted !== false) ? { op: 'filled', of: self } : not({ op: 'filled', of: self })
    case 'value':
      return valued(draft, parts, self, wanted)
    case '!value':
      return not(valued(draft, parts, self, wanted))
    default:
      return cannot(`the test "${word}" is not known`)
  }
}

function valued(draft: Draft, parts: readonly string[], self: Expr, wanted: unknown): Expr {
  if (isLoose(wanted)) return and(...Object.entries(wanted).map(([word, limit]) => limited(draft, parts, self, word, limit)))
  if (Array.isArray(wanted)) return or(...listOf(wanted).map((each) => valued(draft, parts, self, each)))
  if (self.op === 'contains') return textOf(wanted) === undefined || wanted === '0' || wanted === 0 ? not(self) : self
  if (draft.answerOf(self.op === 'read' ? self.source : '')?.type === 'severalOf')
    return { op: 'contains', list: self, item: value(String(wanted)) }
  return compare(self, '=', value((wanted ?? '') as string | number | boolean))
}

function limited(draft: Draft, parts: readonly string[], self: Expr, word: string, limit: unknown): Expr {
  const number = numberOf(limit)
  const said = number === undefined ? value(textOf(limit) ?? '') : value(number)
  switch (word) {
    case 'pattern':
      return { op: 'matches', of: self, pattern: textOf(limit) ?? '' }
    case '!pattern':
      return not({ op: 'matches', of: self, pattern: textOf(limit) ?? '' })
    case 'less':
      return compare(self, '<', said)
    case 'less_equal':
      return compare(self, '<=', said)
    case 'greater':
      return compare(self, '>', said)
    case 'greater_equal':
      return compare(self, '>=', said)
    case 'between':
    case '!between': {
      const [low, high] = (textOf(limit) ?? '').split(':').map((each) => numberOf(each))
      if (low === undefined && high === undefined) return cannot('the limits are not numbers')
      const inside = and(
        ...(low === undefined ? [] : [compare(self, '>=', value(low))]),
        ...(high === undefined ? [] : [compare(self, '<=', value(high))]),
      )
      return word === 'between' ? inside : not(inside)
    }
    case 'value':
      return valued(draft, parts, self, limit)
    default:
      return cannot(`the test "${word}" is not known`)
  }
}
