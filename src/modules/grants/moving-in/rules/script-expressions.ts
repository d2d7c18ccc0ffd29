import { and, cannot, compare, never, not, or, value, yes, type Expr, type Sign } from './expression.ts'
import { callScript } from './script-calls.ts'
import { isSign, NotRead, peek, take, want, type Reader } from './script-reader.ts'

/** A choice between true and false is the test itself. */
export function picked(test: Expr, first: Expr, second: Expr): Expr {
  const is = (expr: Expr, wanted: boolean | null) => expr.op === 'value' && expr.value === wanted
  if (is(first, true) && (is(second, false) || is(second, null))) return test
  if ((is(first, false) || is(first, null)) && is(second, true)) return not(test)
  return { op: 'if', test, yes: first, no: second }
}

export function expression(reader: Reader): Expr {
  reader.depth += 1
  if (reader.depth > 60) throw new NotRead('the script is nested too deeply')
  const test = either(reader)
  const result = take(reader, '?') ? ternary(reader, test) : test
  reader.depth -= 1
  return result
}

function ternary(reader: Reader, test: Expr): Expr {
  const first = expression(reader)
  want(reader, ':')
  return picked(test, first, expression(reader))
}

function either(reader: Reader): Expr {
  let left = both(reader)
  for (;;) {
    if (take(reader, '??')) left = { op: 'default', of: left, other: both(reader) }
    else if (take(reader, '||') || take(reader, 'or')) {
      const right = both(reader)
      // "x || 0" is a value that is there for the missing one.
      left =
        right.op === 'value' && typeof right.value !== 'boolean' ? { op: 'default', of: left, other: right } : or(left, right)
    } else return left
  }
}

function both(reader: Reader): Expr {
  let left = negated(reader)
  while (take(reader, '&&') || take(reader, 'and')) left = and(left, negated(reader))
  return left
}

function negated(reader: Reader): Expr {
  if (take(reader, 'not')) return not(negated(reader))
  return compared(reader)
}

const comparisons: Record<string, Sign> = {
  '===': '=',
  '==': '=',
  '!==': '!=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

function compared(reader: Reader): Expr {
  const left = sum(reader)
  if (take(reader, 'in')) return { op: 'contains', list: sum(reader), item: left }
  const sign = reader.tokens[reader.at]?.kind === 'sign' ? comparisons[peek(reader)] : undefined
  if (!sign) return left
  reader.at += 1
  return found(left, sign, sum(reader))
}

/** "list.indexOf(x) > -1" says that it is there. */
function found(left: Expr, sign: Sign, right: Expr): Expr {
  if (left.op !== 'contains' || right.op !== 'value') return compare(left, sign, right)
  const there = `${sign}${String(right.value)}`
  if (there === '>-1' || there === '!=-1' || there === '>=0') return left
  if (there === '=-1' || there === '<0') return not(left)
  return typeof right.value === 'boolean'
    ? (sign === '=') === right.value
      ? left
      : not(left)
    : cannot('the place in a list is asked for')
}

function sum(reader: Reader): Expr {
  let left = product(reader)
  for (;;) {
    const sign = isSign(reader, '+') ? '+' : isSign(reader, '-') ? '-' : undefined
    if (!sign) return left
    reader.at += 1
    left = { op: 'math', sign, left, right: product(reader) }
  }
}

function product(reader: Reader): Expr {
  let left = unary(reader)
  for (;;) {
    const sign = (['*', '/', '%'] as const).find((each) => isSign(reader, each))
    if (!sign) return left
    reader.at += 1
    left = { op: 'math', sign, left, right: unary(reader) }
  }
}

function unary(reader: Reader): Expr {
  if (take(reader, '!')) return not(truth(unary(reader)))
  if (take(reader, '+')) return unary(reader)
  if (take(reader, '-')) {
    const of = unary(reader)
    return of.op === 'value' && typeof of.value === 'number'
      ? value(-of.value)
      : { op: 'math', sign: '-', left: value(0), right: of }
  }
  return postfix(reader)
}

function truth(expr: Expr): Expr {
  return expr.op === 'value' ? value(Boolean(expr.value)) : expr
}

/** A thing and what follows it: members, calls, filters. */
function postfix(reader: Reader): Expr {
  let path: string[] | undefined
  let of: Expr
  const token = reader.tokens[reader.at]
  if (!token) throw new NotRead('the script ends too early')
  reader.at += 1
  if (token.kind === 'number') of = value(Number(token.text))
  else if (token.kind === 'text') of = value(token.text)
  else if (token.kind === 'pattern')
    of = {
      op: 'matches',
      of: value(null),
      pattern: token.text,
      ...(token.flags ? { flags: token.flags.replace(/[^ims]/g, '') } : {}),
    }
  else if (token.kind === 'sign' && token.text === '(') {
    of = expression(reader)
    want(reader, ')')
  } else if (token.kind === 'sign' && token.text === '[') of = { op: 'list', of: items(reader, ']') }
  else if (token.kind === 'name') {
    const word = words.get(token.text)
    if (word) of = word
    else {
      path = [token.text]
      of = value(null)
    }
  } else throw new NotRead(`the script has "${token.text}" in a place that is not understood`)
  const here = () => (path ? resolved(reader, path) : of)
  for (;;) {
    if (take(reader, '.') || take(reader, '?.')) {
      const name = reader.tokens[reader.at]
      if (name?.kind !== 'name') throw new NotRead('a name is missing after a dot')
      reader.at += 1
      if (take(reader, '(')) {
        of = callScript(name.text, here(), items(reader, ')'), path?.join('.'))
        path = undefined
      } else if (name.text === 'length') {
        of = { op: 'length', of: here() }
        path = undefined
      } else if (path) path.push(name.text)
      else throw new NotRead(`a part "${name.text}" of a value is asked for`)
    } else if (
      isSign(reader, '[') &&
      path &&
      reader.tokens[reader.at + 1]?.kind === 'text' &&
      reader.tokens[reader.at + 2]?.text === ']'
    ) {
      path.push(reader.tokens[reader.at + 1]?.text ?? '')
      reader.at += 3
    } else if (isSign(reader, '(') && path) {
      reader.at += 1
      of = callScript(path.join('.'), undefined, items(reader, ')'), undefined)
      path = undefined
    } else if (isSign(reader, '|')) {
      reader.at += 1
      const filter = reader.tokens[reader.at]
      reader.at += 1
      of = callScript(`|${filter?.text ?? ''}`, here(), take(reader, '(') ? items(reader, ')') : [], undefined)
      path = undefined
    } else return here()
  }
}

const words = new Map<string, Expr>([
  ['true', yes],
  ['false', never],
  ['null', value(null)],
  ['undefined', value(null)],
  ['none', value(null)],
  ['NaN', value(null)],
])

function resolved(reader: Reader, path: string[]): Expr {
  const [first] = path
  if (path.length === 1 && first !== undefined) {
    const known = reader.known.get(first)
    if (known) return known
  }
  return reader.names.resolve(path)
}

function items(reader: Reader, close: ')' | ']'): Expr[] {
  const list: Expr[] = []
  while (!take(reader, close)) {
    if (list.length > 200) throw new NotRead('a list is too long')
    list.push(expression(reader))
    if (!isSign(reader, close)) want(reader, ',')
  }
  return list
}
