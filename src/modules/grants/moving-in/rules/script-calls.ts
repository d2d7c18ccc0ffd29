import { cannot, compare, not, value, type Expr, type Named } from './expression.ts'

/** The functions that forms' scripts use, as expressions; one that is not among them cannot be brought in. */
export function callScript(name: string, on: Expr | undefined, given: Expr[], path: string | undefined): Expr {
  const [first, second] = given
  if (on && path !== undefined && outer.has(path)) return called(`${path}.${name}`, given)
  if (!on) return called(name, given)
  if (on.op === 'matches' && on.of.op === 'value' && name === 'test' && first) return { ...on, of: first }
  switch (name) {
    case 'includes':
    case 'contains':
      return first ? { op: 'contains', list: on, item: first } : cannot('nothing is looked for')
    case 'indexOf':
      return first ? { op: 'contains', list: on, item: first } : cannot('nothing is looked for')
    case 'startsWith':
      return first ? { op: 'starts', of: on, part: first } : cannot('nothing is looked for')
    case 'endsWith':
      return first ? { op: 'ends', of: on, part: first } : cannot('nothing is looked for')
    case 'match':
      return first?.op === 'matches' ? { ...first, of: on } : cannot('a pattern that is worked out')
    case 'trim':
    case 'toString':
    case 'toFixed':
    case 'valueOf':
      return on
    case '|default':
      return { op: 'default', of: on, other: first ?? value(0) }
    case '|number_format':
    case '|trim':
    case '|raw':
    case '|e':
    case '|escape':
      return on
    case '|round':
      return second?.op === 'value'
        ? { op: 'call', name: second.value === 'floor' ? 'floor' : second.value === 'ceil' ? 'ceil' : 'round', of: [on] }
        : { op: 'call', name: 'round', of: [on] }
    case '|abs':
      return { op: 'call', name: 'abs', of: [on] }
    case '|length':
      return { op: 'length', of: on }
    default:
      return cannot(`the function "${name.replace(/^\|/, '')}" is not one that can be brought in`)
  }
}

const outer = new Set(['Math', '_', 'utils', 'Number', 'String', 'Boolean', 'JSON', 'Date', 'moment', 'Object', 'Array', 'util'])

const sums: Record<string, Named> = {
  'Math.max': 'max',
  'Math.min': 'min',
  'Math.abs': 'abs',
  'Math.round': 'round',
  'Math.floor': 'floor',
  'Math.ceil': 'ceil',
  '_.sum': 'sum',
  '_.max': 'max',
  '_.min': 'min',
  '_.round': 'round',
  '_.floor': 'floor',
  '_.ceil': 'ceil',
  sum: 'sum',
  max: 'max',
  min: 'min',
  abs: 'abs',
  round: 'round',
  floor: 'floor',
  ceil: 'ceil',
}

function called(name: string, given: Expr[]): Expr {
  const [first, second] = given
  if (!first) return cannot(`the function "${name}" without anything in it`)
  if (Object.hasOwn(sums, name)) return { op: 'call', name: sums[name] ?? 'sum', of: given }
  switch (name) {
    case 'Number':
    case 'parseFloat':
    case 'String':
    case 'Boolean':
    case 'toNumber':
    case '_.toNumber':
    case '_.trim':
      return first
    case 'parseInt':
      return { op: 'call', name: 'floor', of: [first] }
    case '_.includes':
    case '_.contains':
      return second ? { op: 'contains', list: first, item: second } : cannot('nothing is looked for')
    case '_.isEmpty':
    case '_.isNil':
    case '_.isUndefined':
    case '_.isNull':
      return not({ op: 'filled', of: first })
    case '_.sumBy':
    case '_.meanBy':
      if (name === '_.sumBy' && first.op === 'read' && second?.op === 'value')
        return { op: 'call', name: 'sum', of: [{ op: 'read', source: `${first.source}.${String(second.value)}` }] }
      return cannot(`the function "${name}" is not one that can be brought in`)
    case '_.startsWith':
      return second ? { op: 'starts', of: first, part: second } : cannot('nothing is looked for')
    case '_.endsWith':
      return second ? { op: 'ends', of: first, part: second } : cannot('nothing is looked for')
    case '_.isEqual':
      return second ? compare(first, '=', second) : cannot('nothing is compared')
    case 'isNaN':
    case 'isNan':
      return not({ op: 'filled', of: first })
    case 'length':
    case '_.size':
      return { op: 'length', of: first }
    case 'dateForComparison':
      return sinceToday(first, second)
    default:
      return cannot(`the function "${name}" is not one that can be brought in`)
  }
}

function sinceToday(plus: Expr, unit: Expr | undefined): Expr {
  const count = plus.op === 'value' ? Number(plus.value) : Number.NaN
  const name = unit?.op === 'value' ? String(unit.value) : ''
  if (!Number.isSafeInteger(count) || (name !== 'days' && name !== 'weeks' && name !== 'months' && name !== 'years'))
    return cannot('a time that is not whole days, weeks, months or years from today')
  return { op: 'today', plus: count, unit: name }
}
