import type { Aggregation, Boxed, Formal, HitPolicy, Table } from './model.ts'
import { DmnProblem } from './problem.ts'
import { childNamed, childrenNamed, textNamed, type Element } from './xml.ts'

/** The boxed expression among an element's children, if there is one. @throws DmnProblem */
export function boxedIn(element: Element | undefined): Boxed | undefined {
  const found = element?.children.find(({ name }) => Object.hasOwn(READERS, name))
  return found && readBoxed(found)
}

function readBoxed(element: Element): Boxed {
  const read = READERS[element.name]
  if (!read) throw new DmnProblem(`${element.name} is no expression`, `line ${element.line}`)
  return { line: element.line, typeRef: element.attributes['typeRef'], ...read(element) } as Boxed
}

type Reader = (element: Element) => Partial<Boxed>

const READERS: Record<string, Reader> = {
  literalExpression: (e) => ({
    kind: 'literal',
    text: childNamed(e, 'text')?.text.trim() ?? '',
    language: e.attributes['expressionLanguage'] ?? '',
  }),
  context: (e) => ({
    kind: 'context',
    entries: childrenNamed(e, 'contextEntry').map((entry) => ({ variable: formalIn(entry), value: boxedIn(entry) })),
  }),
  invocation: (e) => ({
    kind: 'invocation',
    called: boxedIn(e),
    bindings: childrenNamed(e, 'binding').map((one) => ({
      name: childNamed(one, 'parameter')?.attributes['name'] ?? '',
      typeRef: childNamed(one, 'parameter')?.attributes['typeRef'],
      value: boxedIn(one),
    })),
  }),
  functionDefinition: (e) => ({
    kind: 'function',
    language: e.attributes['kind'] ?? 'FEEL',
    params: formalsIn(e),
    body: boxedIn(e),
  }),
  encapsulatedLogic: (e) => READERS['functionDefinition']?.(e) ?? {},
  relation: (e) => ({
    kind: 'relation',
    columns: childrenNamed(e, 'column').map(formal),
    rows: childrenNamed(e, 'row').map((row) => row.children.filter(isBoxed).map(readBoxed)),
  }),
  list: (e) => ({ kind: 'list', items: e.children.filter(isBoxed).map(readBoxed) }),
  conditional: (e) => ({
    kind: 'if',
    condition: boxedIn(childNamed(e, 'if')),
    then: boxedIn(childNamed(e, 'then')),
    otherwise: boxedIn(childNamed(e, 'else')),
  }),
  filter: (e) => ({ kind: 'filter', list: boxedIn(childNamed(e, 'in')), match: boxedIn(childNamed(e, 'match')) }),
  for: loop('for', 'return'),
  some: loop('some', 'satisfies'),
  every: loop('every', 'satisfies'),
  decisionTable: (e) => ({ kind: 'table', ...readTable(e) }),
}

const isBoxed = (element: Element): boolean => Object.hasOwn(READERS, element.name)

function loop(kind: 'for' | 'some' | 'every', body: string): Reader {
  return (e) => ({
    kind,
    variable: e.attributes['iteratorVariable'] ?? '',
    source: boxedIn(childNamed(e, 'in')),
    body: boxedIn(childNamed(e, body)),
  })
}

const formal = (element: Element): Formal => ({
  name: element.attributes['name'] ?? '',
  typeRef: element.attributes['typeRef'] ?? textNamed(element, 'typeRef'),
})

/** The `variable` of an element. */
export function formalIn(element: Element): Formal | undefined {
  const variable = childNamed(element, 'variable')
  return variable && formal(variable)
}

/** The `formalParameter`s of an element. */
export function formalsIn(element: Element): Formal[] {
  return childrenNamed(element, 'formalParameter').map(formal)
}

/** What a table's oldest files write in another way. */
const POLICIES: readonly string[] = [
  'UNIQUE',
  'FIRST',
  'PRIORITY',
  'ANY',
  'COLLECT',
  'RULE ORDER',
  'OUTPUT ORDER',
] satisfies HitPolicy[]

function readTable(e: Element): Table {
  const hitPolicy = (e.attributes['hitPolicy'] ?? 'UNIQUE').replace('_', ' ')
  const aggregation = e.attributes['aggregation']
  if (!POLICIES.includes(hitPolicy)) throw new DmnProblem(`there is no hit policy ${hitPolicy}`, `line ${e.line}`)
  if (aggregation && !['SUM', 'COUNT', 'MIN', 'MAX'].includes(aggregation))
    throw new DmnProblem(`there is no aggregation ${aggregation}`, `line ${e.line}`)
  const text = (element: Element | undefined): string => (element && textNamed(element, 'text')) ?? ''
  const inputs = childrenNamed(e, 'input').map((one) => {
    const expression = childNamed(one, 'inputExpression')
    return {
      expression: text(expression),
      typeRef: expression?.attributes['typeRef'],
      allowed: text(childNamed(one, 'inputValues')) || undefined,
    }
  })
  const outputs = childrenNamed(e, 'output').map((one) => ({
    name: one.attributes['name'],
    typeRef: one.attributes['typeRef'],
    allowed: text(childNamed(one, 'outputValues')) || undefined,
    fallback: text(childNamed(one, 'defaultOutputEntry')) || undefined,
  }))
  const rules = childrenNamed(e, 'rule').map((rule) => {
    const made = {
      tests: childrenNamed(rule, 'inputEntry').map(text),
      results: childrenNamed(rule, 'outputEntry').map((one) => ({ text: text(one), typeRef: one.attributes['typeRef'] })),
    }
    if (made.tests.length !== inputs.length || made.results.length !== outputs.length)
      throw new DmnProblem('a rule has another number of cells than the table', `line ${rule.line}`)
    return made
  })
  return { hitPolicy: hitPolicy as HitPolicy, aggregation: aggregation as Aggregation | undefined, inputs, outputs, rules }
}
