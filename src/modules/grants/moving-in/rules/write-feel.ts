import { formLimits } from '../../model.ts'
import { namesUsed, PROBLEM_TEXTS } from '#platform/feel/index.ts'
import type { Expr, Sign } from './expression.ts'
import { listBool, quote, type Answered, type Writing } from './feel-answers.ts'
import { tamePatterns } from './tame-pattern.ts'
import { writeValue } from './write-value.ts'

/** Conditions in FEEL, with three values: what is not answered yet makes a condition unknown, and unknown shows nothing. */

export type Feel = { feel: string } | { why: string }

export interface FeelOptions {
  /** The answer behind a name of the source; undefined where the form has no such question. */
  answerOf: (source: string) => Answered | undefined
  /** An unanswered question counts as unequal to everything, as in JavaScript; else the condition waits for the answer. */
  emptyCounts?: boolean
  /** The table whose columns the check is about: the same goes for every row. */
  inTable?: string
}

/** A condition as FEEL, or why it cannot be said. */
export function writeCondition(expr: Expr, options: FeelOptions): Feel {
  return guarded(options, (writing) => {
    const text = bool(expr, false, writing)
    return writing.usesRow && options.inTable ? `every r in answer.${options.inTable} satisfies (${text})` : text
  })
}

/** A calculation as FEEL and what it gives, or why it cannot be said. */
export function writeCalculation(
  expr: Expr,
  options: FeelOptions,
): { feel: string; format: 'number' | 'amount' } | { why: string } {
  let format: 'number' | 'amount' = 'number'
  const result = guarded(options, (writing) => {
    const written = writeValue(expr, writing, bool)
    if (written.unit === 'amount') format = 'amount'
    else if (written.unit !== 'number') throw new Impossible('the result is not a number')
    return written.text
  })
  return 'why' in result ? result : { feel: result.feel, format }
}

class Impossible extends Error {
  override name = 'Impossible'
}

function guarded(options: FeelOptions, write: (writing: Writing) => string): Feel {
  const fail = (why: string): never => {
    throw new Impossible(why)
  }
  const writing: Writing = {
    answerOf: options.answerOf,
    emptyCounts: options.emptyCounts ?? false,
    ...(options.inTable === undefined ? {} : { inTable: options.inTable }),
    usesRow: false,
    fail,
  }
  try {
    const feel = write(writing)
    if (feel.length > formLimits.expression) return { why: 'the expression is too long' }
    const [problem] = namesUsed(feel).problems
    return problem ? { why: feelFault(problem) } : { feel }
  } catch (error) {
    if (error instanceof Impossible) return { why: error.message }
    throw error
  }
}

/** As the studio says it of an expression that is typed there, without the full stop. */
function feelFault({ key, word }: { key: keyof typeof PROBLEM_TEXTS; word?: string }): string {
  const why = PROBLEM_TEXTS[key].en.replace(/\.$/, '')
  return word === undefined ? why : `${why} (${word})`
}

const opposite: Record<Sign, Sign> = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' }

/** Negation is carried inwards, so that "not" never stands before something unknown. */
function bool(expr: Expr, negated: boolean, writing: Writing): string {
  switch (expr.op) {
    case 'value':
      return String(Boolean(expr.value) !== negated)
    case 'cannot':
      return writing.fail(expr.why)
    case 'not':
      return bool(expr.of, !negated, writing)
    case 'and':
    case 'or': {
      const word = (expr.op === 'and') !== negated ? ' and ' : ' or '
      return `(${expr.of.map((each) => bool(each, negated, writing)).join(word)})`
    }
    case 'compare':
      return compared(expr, negated, writing)
    case 'filled':
      return filled(expr.of, negated, writing)
    case 'contains':
      return contained(expr.list, expr.item, negated, writing)
    case 'starts':
    case 'ends': {
      const of = writeValue(expr.of, writing, bool)
      const part = writeValue(expr.part, writing, bool)
      if (of.unit !== 'text' || part.unit !== 'text') return writing.fail('only the start or end of a text can be compared')
      return guardEmpty(of.answer, `${expr.op} with(${of.text}, ${part.text})`, negated, writing)
    }
    case 'matches': {
      return matched(expr, negated, writing)
    }
    case 'if':
      return `(if ${bool(expr.test, false, writing)} then ${bool(expr.yes, negated, writing)} else ${bool(expr.no, negated, writing)})`
    case 'read':
      return truthy(expr, negated, writing)
    case 'default':
      if (expr.other.op === 'value' && !expr.other.value) return bool(expr.of, negated, writing)
      return truthy(expr, negated, writing)
    case 'list':
    case 'today':
      return String(!negated)
    case 'length':
    case 'words':
    case 'math':
    case 'call':
      return truthy(expr, negated, writing)
  }
}

function matched(expr: Extract<Expr, { op: 'matches' }>, negated: boolean, writing: Writing): string {
  const of = writeValue(expr.of, writing, bool)
  const flags = expr.flags ? `, ${quote(expr.flags)}` : ''
  if (of.unit === 'text') return guardEmpty(of.answer, matchText(of.text, expr.pattern, flags), negated, writing)
  if (of.unit !== 'number' && of.unit !== 'amount') return writing.fail('only a text can be held against a pattern')
  // A number that was typed as a text: its decimal mark may be either.
  const pattern = expr.pattern.replace(/,(?![^[{]*[\]}])/g, '[,.]')
  const written = of.unit === 'amount' ? `string(${of.text} / 100)` : `string(${of.text})`
  return guardEmpty(of.answer, matchText(written, pattern, flags), negated, writing)
}

function matchText(text: string, pattern: string, flags: string): string {
  const parts = tamePatterns(pattern).map((each) => `matches(${text}, ${quote(each, true)}${flags})`)
  return parts.length === 1 ? (parts[0] ?? 'true') : `(${parts.join(' or ')})`
}

function truthy(expr: Expr, negated: boolean, writing: Writing): string {
  const { unit, text, answer } = writeValue(expr, writing, bool)
  if (unit === 'yesNo') {
    if (answer?.emptyIs === undefined && negated && writing.emptyCounts) return `(${text} = null or ${text} = false)`
    return `${text} = ${String(!negated)}`
  }
  if (unit === 'number' || unit === 'amount') return guardEmpty(answer, `${text} != 0`, negated, writing)
  return filled(expr, negated, writing)
}

function filled(of: Expr, negated: boolean, writing: Writing): string {
  const { text, answer, unit } = writeValue(of, writing, bool)
  if (!answer) return negated ? 'false' : 'true'
  if (answer.type === 'declaration' || (unit === 'yesNo' && answer.emptyIs !== undefined)) return `${text} = ${String(!negated)}`
  return negated ? `${text} = null` : `is defined(${text})`
}

function compared(expr: Extract<Expr, { op: 'compare' }>, negated: boolean, writing: Writing): string {
  const sign = negated ? opposite[expr.sign] : expr.sign
  if (isBlank(expr.right) && (sign === '=' || sign === '!=')) return filled(expr.left, sign === '=', writing)
  if (isBlank(expr.left) && (sign === '=' || sign === '!=')) return filled(expr.right, sign === '=', writing)
  const left = writeValue(expr.left, writing, bool, expr.right)
  const right = writeValue(expr.right, writing, bool, expr.left)
  if (left.noSuchOption ?? right.noSuchOption) return writing.fail(left.noSuchOption ?? right.noSuchOption ?? '')
  if (left.unit === 'text' && sign !== '=' && sign !== '!=') return writing.fail('texts have no order')
  if (left.unit === 'choices' || right.unit === 'choices') return listBool(left, right, sign, writing)
  if (left.unit !== right.unit) {
    if (left.unit === 'number' && right.unit === 'amount')
      return fact(`${left.text} * 100 ${sign} ${right.text}`, [left.answer, right.answer], { sign, negated }, writing)
    if (left.unit === 'amount' && right.unit === 'number')
      return fact(`${left.text} ${sign} ${right.text} * 100`, [left.answer, right.answer], { sign, negated }, writing)
    return writing.fail(`a ${left.unit} is compared with a ${right.unit}`)
  }
  if ((left.unit === 'yesNo' || left.unit === 'choice') && sign !== '=' && sign !== '!=')
    return writing.fail('a choice has no order')
  return fact(`${left.text} ${sign} ${right.text}`, [left.answer, right.answer], { sign, negated }, writing)
}

/**
 * In JavaScript an empty answer is unequal to everything, and neither more nor less than anything, so that the opposite holds: that
 * is said on purpose, since FEEL calls it unknown.
 */
function fact(
  text: string,
  answers: (Answered | undefined)[],
  { sign, negated }: { sign: Sign; negated: boolean },
  writing: Writing,
): string {
  const open = answers.filter(
    (each): each is Answered => each !== undefined && each.emptyIs === undefined && each.type !== 'declaration',
  )
  const holdsWhenEmpty = sign === '!=' || (negated && sign !== '=')
  if (!writing.emptyCounts || !holdsWhenEmpty || open.length === 0) return text
  const empty = open.map((each) => `${each.path} = null`)
  // Two that are both empty are equal.
  if (sign === '!=' && open.length > 1) return `((${empty.join(') != (')}) or ${text})`
  return `(${empty.join(' or ')} or ${text})`
}

function contained(list: Expr, item: Expr, negated: boolean, writing: Writing): string {
  if (list.op === 'list') {
    const parts = list.of.map((each): Expr => ({ op: 'compare', sign: '=', left: item, right: each }))
    return bool({ op: 'or', of: parts }, negated, writing)
  }
  const left = writeValue(list, writing, bool, item)
  const right = writeValue(item, writing, bool, list)
  if (left.noSuchOption ?? right.noSuchOption) return writing.fail(left.noSuchOption ?? right.noSuchOption ?? '')
  if (left.unit === 'choices') return listBool(left, right, negated ? '!=' : '=', writing)
  if (left.unit === 'choice') return bool({ op: 'compare', sign: '=', left: list, right: item }, negated, writing)
  if (left.unit === 'text' && right.unit === 'text')
    return guardEmpty(left.answer, `contains(${left.text}, ${right.text})`, negated, writing)
  return writing.fail(`a ${left.unit} does not contain anything`)
}

function guardEmpty(answer: Answered | undefined, text: string, negated: boolean, writing: Writing): string {
  if (!negated) return text
  return writing.emptyCounts && answer && answer.emptyIs === undefined
    ? `(${answer.path} = null or not(${text}))`
    : `not(${text})`
}

function isBlank(expr: Expr): boolean {
  return expr.op === 'value' && (expr.value === '' || expr.value === null)
}
