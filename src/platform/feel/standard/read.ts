import { childAt, childrenOfRaw, nameOf, spanOf, stringOf, type Raw } from '../syntax.ts'
import { FeelProblem } from '../failure.ts'
import { arithmetic, negative, type Sign } from './arithmetic.ts'
import { callNamed, callWith } from './call.ts'
import { all, any, compare, isIn, negate, openRange, type Truth } from './compare.ts'
import { FUNCTIONS } from './functions/index.ts'
import { propertyOf } from './properties.ts'
import { readContext, readFilter, readFor, readFunction, readQuantified, typeAt } from './read-scopes.ts'
import { find, plainName, type Reader, type Step } from './scope.ts'
import { isInstance } from './types.ts'
import { limitedText, numberOr, type Comparison, type Value } from './values.ts'

const truthOf = (value: Value): Truth => (typeof value === 'boolean' ? value : null)

/** One node of the grammar as a step. @throws FeelProblem for what is not FEEL */
export function readNode(reader: Reader, raw: Raw): Step {
  const children = childrenOfRaw(raw)
  const child = (index: number): Step => reader.read(childAt(children, index, raw))
  const textAt = (one: Raw): string => reader.text.slice(one.from, one.to)
  switch (raw.name) {
    case 'Expression':
    case 'PositiveUnaryTest':
    case 'IterationContext':
    case 'FunctionBody':
      return child(0)
    case 'NumericLiteral':
      return constant(numberOr(Number(textAt(raw).replaceAll(/\s/g, ''))))
    case 'StringLiteral':
      return constant(stringOf(reader.text, raw, true))
    case 'BooleanLiteral':
      return constant(textAt(raw) === 'true')
    case 'null':
      return constant(null)
    case '?':
      return (scope, run) => find(scope, '?') ?? run.note('there is no value under test')
    case 'ParenthesizedExpression':
      return child(1)
    case 'VariableName':
      return readName(nameOf(reader.text, raw))
    case 'SpecialFunctionName':
    case 'DateTimeConstructor':
      return constant(FUNCTIONS.get(nameOf(reader.text, raw)) ?? null)
    case 'AtLiteral':
      return literal(child(0))
    case 'DateTimeLiteral':
    case 'FunctionInvocation':
      return children.length === 1 ? child(0) : readCall(reader, children, raw)
    case 'PathExpression': {
      const base = child(0)
      const key = nameOf(reader.text, childAt(children, 2, raw))
      return (scope, run) => propertyOf(base(scope, run), key, run)
    }
    case 'Conjunction':
    case 'Disjunction': {
      const [left, right] = [child(0), child(2)]
      const join = raw.name === 'Conjunction' ? all : any
      return (scope, run) => join([truthOf(left(scope, run)), truthOf(right(scope, run))])
    }
    case 'ArithmeticExpression':
      return readArithmetic(reader, children, raw)
    case 'Comparison':
      return readComparison(reader, children, raw)
    case 'InstanceOfExpression': {
      const value = child(0)
      const type = typeAt(reader, childAt(children, 3, raw))
      return (scope, run) => isInstance(value(scope, run), type)
    }
    case 'IfExpression': {
      const [condition, then, other] = [child(1), child(3), child(5)]
      return (scope, run) => (condition(scope, run) === true ? then(scope, run) : other(scope, run))
    }
    case 'ForExpression':
      return readFor(reader, children, raw)
    case 'QuantifiedExpression':
      return readQuantified(reader, children, raw)
    case 'FilterExpression':
      return readFilter(reader, children, raw)
    case 'FunctionDefinition':
      return readFunction(reader, children, raw)
    case 'Context':
      return readContext(reader, children.slice(1, -1))
    case 'List': {
      const items = children.slice(1, -1).map((one) => reader.read(one))
      return (scope, run) => {
        run.spend(items.length)
        return items.map((item) => item(scope, run))
      }
    }
    case 'SimplePositiveUnaryTest':
      return children.length === 1 ? child(0) : readOpenRange(textAt(childAt(children, 0, raw)) as Comparison, child(1))
    case 'Interval':
      return readInterval(
        child(1),
        child(3),
        textAt(childAt(children, 0, raw)) === '[',
        textAt(childAt(children, 4, raw)) === ']',
      )
  }
  throw new FeelProblem('unsupported', `${raw.name} cannot stand here`, spanOf(raw), textAt(raw).slice(0, 40))
}

function constant(value: Value): Step {
  return () => value
}

function literal(text: Step): Step {
  const at = FUNCTIONS.get('@') ?? null
  return (scope, run) => callWith(at, [text(scope, run)], run)
}

function readName(name: string): Step {
  const builtin = FUNCTIONS.get(plainName(name))
  return (scope, run) => {
    const value = find(scope, name)
    if (value !== undefined) return value
    return builtin ?? run.note(`there is no "${name}"`)
  }
}

function readCall(reader: Reader, children: readonly Raw[], raw: Raw): Step {
  const target = reader.read(childAt(children, 0, raw))
  const given = children.find((one) => one.name.endsWith('Parameters'))
  if (given?.name === 'NamedParameters') {
    const named = childrenOfRaw(given).map((one) => {
      const [key, value] = childrenOfRaw(one)
      return [nameOf(reader.text, key ?? one), reader.read(value ?? one)] as const
    })
    return (scope, run) => callNamed(target(scope, run), new Map(named.map(([key, value]) => [key, value(scope, run)])), run)
  }
  const args = (given ? childrenOfRaw(given) : []).map((one) => reader.read(one))
  return (scope, run) =>
    callWith(
      target(scope, run),
      args.map((arg) => arg(scope, run)),
      run,
    )
}

function readArithmetic(reader: Reader, children: readonly Raw[], raw: Raw): Step {
  if (children.length === 2) {
    const value = reader.read(childAt(children, 1, raw))
    return (scope, run) => negative(value(scope, run)) ?? run.note('only numbers and durations can be negative')
  }
  const [left, right] = [reader.read(childAt(children, 0, raw)), reader.read(childAt(children, 2, raw))]
  const operator = childAt(children, 1, raw)
  const text = reader.text.slice(operator.from, operator.to)
  const sign = (text === '^' ? '**' : text) as Sign
  return (scope, run) => {
    const made = arithmetic(sign, left(scope, run), right(scope, run), run)
    return typeof made === 'string' ? limitedText(made, run) : made
  }
}

function readComparison(reader: Reader, children: readonly Raw[], raw: Raw): Step {
  const value = reader.read(childAt(children, 0, raw))
  const operator = childAt(children, 1, raw)
  const right = (index: number): Step => reader.read(childAt(children, index, raw))
  if (operator.name === 'between') {
    const [low, high] = [right(2), right(4)]
    return (scope, run) => {
      const at = value(scope, run)
      return all([compare('>=', at, low(scope, run)), compare('<=', at, high(scope, run))])
    }
  }
  if (operator.name === 'in') {
    const tests = children
      .slice(2)
      .flatMap((one) => (one.name === 'PositiveUnaryTests' ? childrenOfRaw(one) : one.name === 'PositiveUnaryTest' ? [one] : []))
      .map((one) => readTest(reader, one))
    return (scope, run) => {
      const at = value(scope, run)
      return any(tests.map((test) => test(at)(scope, run) as Truth))
    }
  }
  const other = right(2)
  const sign = reader.text.slice(operator.from, operator.to)
  return (scope, run) =>
    compare(sign, value(scope, run), other(scope, run)) ?? run.note(`the two sides of ${sign} are of different kinds`)
}

/** `= x` and `!= x` as tests are comparisons; everything else is a value that the tested one must be in. */
export function readTest(reader: Reader, raw: Raw): (value: Value) => Step {
  const inner = raw.name === 'PositiveUnaryTest' ? childAt(childrenOfRaw(raw), 0, raw) : raw
  const plain = inner.name === 'ParenthesizedExpression' ? (childrenOfRaw(inner)[1] ?? inner) : inner
  const [operator, operand] = plain.name === 'SimplePositiveUnaryTest' ? childrenOfRaw(plain) : []
  const sign = operator?.name === 'CompareOp' ? reader.text.slice(operator.from, operator.to) : ''
  if (operand && sign !== '') {
    const other = reader.read(operand)
    return (value) => (scope, run) => compare(sign, value, other(scope, run))
  }
  const test = reader.read(inner)
  return (value) => (scope, run) => isIn(value, test(scope, run))
}

function readOpenRange(sign: Comparison, end: Step): Step {
  return (scope, run) => {
    const value = end(scope, run)
    return value === null ? run.note('a range needs an end') : openRange(sign, value)
  }
}

function readInterval(start: Step, end: Step, startIn: boolean, endIn: boolean): Step {
  return (scope, run) => {
    const [low, high] = [start(scope, run), end(scope, run)]
    return { kind: 'range', start: low, end: high, startIn, endIn }
  }
}

/** A whole cell of tests: `-`, `a, b`, `not(a, b)`; the value under test is `?`. */
export function readTests(reader: Reader, raw: Raw): Step {
  const children = childrenOfRaw(raw)
  if (children[0]?.name === 'Wildcard') return () => true
  const negated = children[0]?.name === 'not'
  const found = children.find((one) => one.name === 'PositiveUnaryTests')
  const tests = (found ? childrenOfRaw(found) : []).map((one) => readCellTest(reader, one))
  return (scope, run) => {
    const truth = any(tests.map((test) => test(scope, run)))
    return negated ? negate(truth) : truth
  }
}

/** A test of a cell: true by itself when it speaks of `?`, otherwise what the value must be, or be in. */
function readCellTest(reader: Reader, raw: Raw): (...at: Parameters<Step>) => Truth {
  const test = readTest(reader, raw)
  const inner = childrenOfRaw(raw)[0] ?? raw
  const itself = speaksOfInput(inner) ? reader.read(inner) : undefined
  const condition = CONDITIONS.has(inner.name) ? reader.read(inner) : undefined
  return (scope, run) => {
    const value = find(scope, '?') ?? null
    if (itself) {
      const result = itself(scope, run)
      return typeof result === 'boolean' ? result : isIn(value, result)
    }
    const truth = test(value)(scope, run) as Truth
    // a condition on other names is its own answer, whatever the value under test is
    return truth === null && condition && typeof value !== 'boolean' ? truthOf(condition(scope, run)) : truth
  }
}

const CONDITIONS = new Set(['Comparison', 'Conjunction', 'Disjunction', 'QuantifiedExpression', 'FunctionInvocation'])

function speaksOfInput(raw: Raw): boolean {
  return raw.name === '?' || childrenOfRaw(raw).some(speaksOfInput)
}
