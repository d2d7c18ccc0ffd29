import { and, cannot, compare, not, or, read, value, yes, never, type Expr, type Sign } from './expression.ts'
import type { Draft } from './form-draft.ts'
import { nodeAt, resolveReference, type Growing, type SchemaNode } from './schema-node.ts'
import { isLoose, listOf, looseOf, numberOf, own, textOf, type Loose } from './source.ts'
import { writeCondition, type Feel } from './write-feel.ts'

/** A test as FEEL. It is true or false also of what is not answered, as the standard has it. */
export function writeTest(draft: Pick<Draft, 'answerOf'>, expr: Expr): Feel {
  return writeCondition(expr, { answerOf: draft.answerOf, emptyCounts: true })
}

/**
 * A schema used as a test ("if") as an expression. As the standard says, a property that is not there passes its test unless it is
 * required; where the property has a default, the form starts with that.
 */
export function conditionOf(growing: Growing, node: SchemaNode, schema: unknown): Expr {
  return test(growing, node.path, schema, 0)
}

function test(growing: Growing, path: readonly string[], schema: unknown, depth: number): Expr {
  if (depth > 40) return cannot('the condition is nested too deeply')
  if (schema === true || schema === undefined) return yes
  if (schema === false) return never
  if (!isLoose(schema)) return cannot('the condition is not a schema')
  const inner = (sub: unknown, at: readonly string[] = path) => test(growing, at, sub, depth + 1)
  const parts: Expr[] = []
  const reference = textOf(schema['$ref'])
  if (reference !== undefined) {
    const target = resolveReference(growing.root, reference)
    parts.push('why' in target ? cannot(target.why) : inner(target.found))
  }
  const required = new Set(listOf(schema['required']).map((each) => textOf(each) ?? ''))
  const properties = looseOf(schema['properties'])
  for (const [name, sub] of Object.entries(properties)) {
    const at = [...path, name]
    const said = inner(sub, at)
    const isGroup = (nodeAt(growing.top, at)?.children.size ?? 0) > 0
    parts.push(required.has(name) || isGroup ? said : orAbsent(growing, at, sub, said))
  }
  for (const name of required) {
    if (name === '' || Object.hasOwn(properties, name)) continue
    const isGroup = (nodeAt(growing.top, [...path, name])?.children.size ?? 0) > 0
    if (!isGroup) parts.push({ op: 'filled', of: read([...path, name].join('.')) })
  }
  parts.push(...answerTests(path, schema))
  if (schema['not'] !== undefined) parts.push(not(inner(schema['not'])))
  for (const sub of listOf(schema['allOf'])) parts.push(inner(sub))
  for (const word of ['anyOf', 'oneOf'] as const) {
    const subs = listOf(schema[word])
    if (subs.length > 0) parts.push(or(...subs.map((sub) => inner(sub))))
  }
  return and(...parts)
}

/** True also while nothing is there; a default that passes or fails the test settles what "nothing" means. */
function orAbsent(growing: Growing, at: readonly string[], sub: unknown, said: Expr): Expr {
  const start = nodeAt(growing.top, at)?.schema['default']
  const wanted = looseOf(sub)
  if (start !== undefined) {
    const passes =
      'const' in wanted
        ? wanted['const'] === start
        : Array.isArray(wanted['enum'])
          ? (wanted['enum'] as unknown[]).includes(start)
          : undefined
    if (passes === false) return said
  }
  return or(said, not({ op: 'filled', of: read(at.join('.')) }))
}

/** The test of one answer. */
function answerTests(path: readonly string[], schema: Loose): Expr[] {
  const self = read(path.join('.'))
  const parts: Expr[] = []
  if ('const' in schema) parts.push(isConstant(self, schema['const']))
  if (Array.isArray(schema['enum'])) parts.push(or(...(schema['enum'] as unknown[]).map((each) => isConstant(self, each))))
  const number = (word: string, sign: Sign, of: Expr = self) => {
    const limit = numberOf(own(schema, word))
    if (limit !== undefined) parts.push(compare(of, sign, value(limit)))
  }
  number('minimum', '>=')
  number('maximum', '<=')
  number('exclusiveMinimum', schema['exclusiveMinimum'] === true ? '>=' : '>')
  number('exclusiveMaximum', schema['exclusiveMaximum'] === true ? '<=' : '<')
  number('minLength', '>=', { op: 'length', of: self })
  number('maxLength', '<=', { op: 'length', of: self })
  number('minItems', '>=', { op: 'length', of: self })
  number('maxItems', '<=', { op: 'length', of: self })
  const pattern = textOf(schema['pattern'])
  if (pattern !== undefined) parts.push({ op: 'matches', of: self, pattern })
  const contains = looseOf(schema['contains'])
  if ('const' in contains) parts.push(contained(self, contains['const']))
  else if (Array.isArray(contains['enum']))
    parts.push(or(...(contains['enum'] as unknown[]).map((each) => contained(self, each))))
  else if ('contains' in schema) parts.push(cannot('a list is searched for something that is not a fixed value'))
  for (const word of [
    'patternProperties',
    'propertyNames',
    'dependentSchemas',
    'dependentRequired',
    'multipleOf',
    'uniqueItems',
    'if',
  ])
    if (word in schema) parts.push(cannot(`"${word}" in a condition`))
  return parts
}

function isConstant(self: Expr, wanted: unknown): Expr {
  if (wanted === null) return not({ op: 'filled', of: self })
  return typeof wanted === 'string' || typeof wanted === 'number' || typeof wanted === 'boolean'
    ? compare(self, '=', value(wanted))
    : cannot('an answer is compared with a list or an object')
}

function contained(self: Expr, wanted: unknown): Expr {
  return typeof wanted === 'string' || typeof wanted === 'number'
    ? { op: 'contains', list: self, item: value(wanted) }
    : cannot('a list is searched for a list or an object')
}
