import type { Expr } from './expression.ts'
import { feelDay } from './source.ts'
import { quote, unitOf, type Answered, type Written, type Writing } from './feel-answers.ts'

type Bool = (expr: Expr, negated: boolean, writing: Writing) => string

/** A value in FEEL with what it is; `beside` is what it is compared with, which settles what a literal means. */
export function writeValue(expr: Expr, writing: Writing, bool: Bool, beside?: Expr): Written {
  switch (expr.op) {
    case 'value':
      return literal(expr.value, beside && answerIn(beside, writing), writing)
    case 'read':
      return answered(expr.source, writing)
    case 'default': {
      const first = writeValue(expr.of, writing, bool, beside)
      const other = writeValue(expr.other, writing, bool, expr.of)
      if (first.answer?.emptyIs !== undefined) return first
      return { text: `with default(${first.text}, ${other.text})`, unit: first.unit }
    }
    case 'length': {
      const of = writeValue(expr.of, writing, bool)
      if (of.unit === 'text') return { text: `string length(${of.text})`, unit: 'number', ...about(of) }
      if (of.unit === 'list' || of.unit === 'choices') return { text: `count(with default(${of.text}, []))`, unit: 'number' }
      return writing.fail(`a ${of.unit} has no length`)
    }
    case 'words': {
      const of = writeValue(expr.of, writing, bool)
      return of.unit === 'text'
        ? { text: `count(split(${of.text}, "\\s+"))`, unit: 'number', ...about(of) }
        : writing.fail(`a ${of.unit} has no words`)
    }
    case 'math':
      return math(expr, writing, bool)
    case 'call':
      return called(expr, writing, bool)
    case 'if': {
      const yes = writeValue(expr.yes, writing, bool, expr.no)
      const no = writeValue(expr.no, writing, bool, expr.yes)
      const [first, second] = alike(yes, no, writing)
      return { text: `(if ${bool(expr.test, false, writing)} then ${first.text} else ${second.text})`, unit: first.unit }
    }
    case 'today': {
      if (expr.plus === 0) return { text: 'today', unit: 'date' }
      const [name, count] =
        expr.unit === 'days' || expr.unit === 'weeks'
          ? ['days', expr.unit === 'weeks' ? 7 : 1]
          : ['months', expr.unit === 'years' ? 12 : 1]
      return { text: `add ${name}(today, ${expr.plus * count})`, unit: 'date' }
    }
    case 'cannot':
      return writing.fail(expr.why)
    case 'list':
      return writing.fail('a list stands where a single value is wanted')
    default:
      return { text: `(${bool(expr, false, writing)})`, unit: 'yesNo' }
  }
}

function about(of: Written): { answer?: Answered } {
  return of.answer ? { answer: of.answer } : {}
}

function answered(source: string, writing: Writing): Written {
  const answer = writing.answerOf(source)
  if (!answer) return writing.fail(`it asks about "${source}", which is no question of this form`)
  const unit = answer.asText ? 'other' : unitOf[answer.type]
  if (answer.table !== undefined && answer.table !== writing.inTable) return { text: answer.path, unit: 'list', answer }
  let path = answer.path
  if (answer.table !== undefined) {
    writing.usesRow = true
    path = `r.${answer.column ?? ''}`
  }
  const here = { ...answer, path }
  const text =
    answer.emptyIs === undefined
      ? path
      : `with default(${path}, ${answer.type === 'amount' ? `kr(${String(answer.emptyIs)})` : String(answer.emptyIs)})`
  return { text, unit, answer: here }
}

function answerIn(beside: Expr, writing: Writing): Answered | undefined {
  if (beside.op === 'read') return writing.answerOf(beside.source)
  if (beside.op === 'default') return answerIn(beside.of, writing)
  if (beside.op === 'math') return answerIn(beside.left, writing) ?? answerIn(beside.right, writing)
  return undefined
}

function literal(value: string | number | boolean | null, answer: Answered | undefined, writing: Writing): Written {
  const unit = answer ? unitOf[answer.type] : undefined
  if ((unit === 'choice' || unit === 'choices') && value !== null) {
    const key = answer?.options?.get(String(value))
    return key === undefined
      ? { text: 'null', unit: 'choice', noSuchOption: `it asks for "${String(value)}", which is none of the question's options` }
      : { text: quote(key), unit: 'choice' }
  }
  if (unit === 'yesNo' && value !== null) {
    const meant = truth.get(String(value).trim().toLowerCase())
    return meant === undefined ? writing.fail(`"${String(value)}" is neither yes nor no`) : { text: String(meant), unit: 'yesNo' }
  }
  if (unit === 'date' && typeof value === 'string') {
    const day = feelDay(/^\d{4}-\d{2}-\d{2}/.exec(value)?.[0])
    return day ? { text: day, unit: 'date' } : writing.fail(`"${value}" is no date`)
  }
  if ((unit === 'number' || unit === 'amount') && typeof value === 'string') {
    const number = /^\s*-?\d{1,15}([.,]\d{1,6})?\s*$/.test(value) ? Number(value.trim().replace(',', '.')) : undefined
    return number === undefined ? writing.fail(`"${value}" is no number`) : numeral(number, unit)
  }
  if (typeof value === 'number') return unit === 'text' ? { text: quote(String(value)), unit: 'text' } : numeral(value, unit)
  if (typeof value === 'boolean') return { text: String(value), unit: 'yesNo' }
  return value === null ? { text: 'null', unit: 'other' } : { text: quote(value), unit: 'text' }
}

function numeral(value: number, unit: string | undefined): Written {
  const text = Number.isFinite(value) && Math.abs(value) < 1e15 ? plain(value) : '0'
  return unit === 'amount' ? { text: `kr(${text})`, unit: 'amount' } : { text, unit: 'number' }
}

function plain(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text
}

const truth = new Map([
  ['true', true],
  ['yes', true],
  ['ja', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['nei', false],
  ['0', false],
])

function math(expr: Extract<Expr, { op: 'math' }>, writing: Writing, bool: Bool): Written {
  const factor = expr.sign === '*' || expr.sign === '/' || expr.sign === '%'
  const left = writeValue(expr.left, writing, bool, factor ? undefined : expr.right)
  const right = writeValue(expr.right, writing, bool, factor ? undefined : expr.left)
  for (const side of [left, right])
    if (side.unit !== 'number' && side.unit !== 'amount') writing.fail(`a ${side.unit} is used in a sum`)
  if (!factor) {
    const [first, second] = alike(left, right, writing)
    return { text: `(${first.text} ${expr.sign} ${second.text})`, unit: first.unit }
  }
  if (expr.sign === '%') {
    if (left.unit !== right.unit) writing.fail('the rest of a division between an amount and a number')
    return { text: `modulo(${left.text}, ${right.text})`, unit: left.unit }
  }
  if (right.unit === 'amount' && (left.unit === 'amount') === (expr.sign === '*')) writing.fail('amounts are multiplied')
  if (left.unit === 'number' && right.unit === 'amount' && expr.sign === '/') writing.fail('a number is divided by an amount')
  const amounts = [left, right].filter((side) => side.unit === 'amount').length
  return { text: `(${left.text} ${expr.sign} ${right.text})`, unit: amounts === 1 ? 'amount' : 'number' }
}

/** Both as amounts when one is: a plain number beside an amount is kroner. */
function alike(left: Written, right: Written, writing: Writing): [Written, Written] {
  if (left.unit === right.unit) return [left, right]
  const kroner = (side: Written): Written => ({
    text: /^-?[\d.]+$/.test(side.text) ? `kr(${side.text})` : `${side.text} * 100`,
    unit: 'amount',
  })
  if (left.unit === 'amount' && right.unit === 'number') return [left, kroner(right)]
  if (left.unit === 'number' && right.unit === 'amount') return [kroner(left), right]
  return writing.fail(`a ${left.unit} and a ${right.unit} are put together`)
}

const rounding = { round: 'round half up', floor: 'round down', ceil: 'round up' } as const

function called(expr: Extract<Expr, { op: 'call' }>, writing: Writing, bool: Bool): Written {
  const parts = expr.of.flatMap((each) => (each.op === 'list' ? each.of : [each])).map((each) => writeValue(each, writing, bool))
  const [first] = parts
  if (!first) return { text: '0', unit: 'number' }
  if (expr.name === 'abs') return { text: `abs(${first.text})`, unit: first.unit }
  if (expr.name === 'round' || expr.name === 'floor' || expr.name === 'ceil') {
    if (first.unit === 'number') return { text: `${rounding[expr.name]}(${first.text}, 0)`, unit: 'number' }
    return first.unit === 'amount'
      ? { text: `(${rounding[expr.name]}(${first.text} / 100, 0) * 100)`, unit: 'amount' }
      : writing.fail(`a ${first.unit} is rounded`)
  }
  if (parts.length === 1 && first.unit === 'list' && first.answer?.column !== undefined)
    return column(expr.name, first.answer, writing)
  if (parts.some((each) => each.unit !== 'number' && each.unit !== 'amount'))
    return writing.fail('something that is no number is summed')
  const unit = parts.some((each) => each.unit === 'amount') ? 'amount' : 'number'
  const wanted: Written = { text: '0', unit }
  const items = parts.map((each) => (each.unit === unit ? each : alike(each, wanted, writing)[0]).text)
  return { text: `${expr.name}([${items.join(', ')}])`, unit }
}

/** A table's column put together over its rows; a row that lacks it counts as 0 in a sum. */
function column(name: string, answer: Answered, writing: Writing): Written {
  const unit = unitOf[answer.type]
  if (unit !== 'number' && unit !== 'amount') return writing.fail('a column that is no number is summed')
  const rows = `for r in answer.${answer.table ?? ''} return with default(r.${answer.column ?? ''}, 0)`
  return { text: `with default(${name}(${rows}), 0)`, unit }
}
