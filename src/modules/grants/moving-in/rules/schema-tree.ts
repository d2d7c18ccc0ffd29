import { and, compare, never, not, or, read, value, yes, type Expr } from './expression.ts'
import type { Tally } from './import-report.ts'
import { readAlternatives } from './schema-alternatives.ts'
import { conditionOf } from './schema-conditions.ts'
import { newNode, note, ofRow, resolveReference, type Growing, type SchemaNode, type Where } from './schema-node.ts'
import { CannotImport, importLimits, isLoose, listOf, looseOf, own, textOf, type Loose } from './source.ts'

/** The whole tree. @throws CannotImport when it has too many parts */
export function growTree(root: Loose, look: Loose, tally: Tally): Growing {
  const top = newNode([], look)
  const growing: Growing = { root, tally, top, count: 0, conditions: [] }
  grow(growing, top, root, yes, { refs: [], inRow: false })
  settleRequired(top)
  return growing
}

function grow(growing: Growing, node: SchemaNode, raw: unknown, when: Expr, where: Where): void {
  growing.count += 1
  if (growing.count > 20_000)
    throw new CannotImport(node.path.join('/'), 'the schema has too many parts when its references are followed')
  if (node.path.length > importLimits.depth)
    throw new CannotImport(node.path.slice(0, 5).join('/'), `nested more than ${importLimits.depth} levels deep`)
  if (!isLoose(raw)) return
  addKeywords(node, raw, when)
  const reference = textOf(raw['$ref']) ?? textOf(raw['$dynamicRef'])
  if (reference !== undefined) follow(growing, node, reference, when, where)
  addProperties(growing, node, raw, when, where)
  addItems(growing, node, raw, when, where)
  for (const part of listOf(raw['allOf'])) grow(growing, node, part, when, where)
  addIf(growing, node, raw, when, where)
  addDependencies(growing, node, raw, when, where)
  readAlternatives(growing, node, raw, when, where, grow)
  for (const word of ['patternProperties', 'propertyNames', 'unevaluatedProperties'])
    if (isLoose(raw[word]) && Object.keys(raw[word]).length > 0) freeKeys(growing, node, word)
  if (isLoose(raw['additionalProperties'])) freeKeys(growing, node, 'additionalProperties')
}

function freeKeys(growing: Growing, node: SchemaNode, word: string): void {
  const path = node.path.join('/')
  growing.tally
    .item('fields', `${path}/${word}`)
    .drop(`${path}/${word}`, 'Answers under names the applicant makes up cannot be asked for.')
}

function follow(growing: Growing, node: SchemaNode, reference: string, when: Expr, where: Where): void {
  if (where.refs.includes(reference)) {
    node.closed = `the reference "${reference}" goes round in a circle`
    return
  }
  const target = resolveReference(growing.root, reference)
  if ('why' in target) node.closed = target.why
  else grow(growing, node, target.found, when, { ...where, refs: [...where.refs, reference] })
}

const structural = new Set(
  '$ref $dynamicRef $defs definitions properties items prefixItems additionalItems allOf anyOf oneOf if then else dependencies dependentRequired dependentSchemas required $schema $id id $comment patternProperties additionalProperties propertyNames unevaluatedProperties'.split(
    ' ',
  ),
)

/** What stands nearest counts first: a title beside a reference goes before the title it refers to. */
function addKeywords(node: SchemaNode, raw: Loose, when: Expr): void {
  const fresh: Loose = {}
  for (const [word, said] of Object.entries(raw)) {
    if (structural.has(word)) continue
    const known = own(node.schema, word)
    if (known === undefined) fresh[word] = said
    else if (JSON.stringify(known) !== JSON.stringify(said)) fresh[word] = said
  }
  if (when.op === 'value' && when.value === true) node.schema = { ...fresh, ...node.schema }
  else if (Object.keys(fresh).length > 0) {
    const plain = Object.fromEntries(Object.entries(fresh).filter(([word]) => annotations.has(word)))
    const demands = Object.fromEntries(Object.entries(fresh).filter(([word]) => !annotations.has(word)))
    node.schema = { ...plain, ...node.schema }
    if (Object.keys(demands).length > 0) node.demands.push({ when, schema: demands })
  }
}

const annotations = new Set(['title', 'description', 'type', 'default', 'examples', 'format', 'enumNames'])

function addProperties(growing: Growing, node: SchemaNode, raw: Loose, when: Expr, where: Where): void {
  for (const [name, sub] of Object.entries(looseOf(raw['properties']))) {
    const known = node.children.get(name)
    if (known) {
      known.shown = or(known.shown, when)
      grow(growing, known, sub, when, where)
      continue
    }
    if (sub === false) continue
    const child = newNode([...node.path, name], own(node.look, name), when)
    node.children.set(name, child)
    grow(growing, child, sub, yes, where)
  }
  for (const name of listOf(raw['required'])) {
    const asked = textOf(name)
    if (asked !== undefined) node.requiredBy.set(asked, or(node.requiredBy.get(asked) ?? never, when))
  }
}

function addItems(growing: Growing, node: SchemaNode, raw: Loose, when: Expr, where: Where): void {
  const tuple = Array.isArray(raw['prefixItems']) ? raw['prefixItems'] : Array.isArray(raw['items']) ? raw['items'] : undefined
  const look = node.look['items']
  // "items: [X], additionalItems: X" is a list of X as well.
  const rest = raw['additionalItems'] ?? (Array.isArray(raw['prefixItems']) ? raw['items'] : undefined)
  if (tuple && isLoose(rest) && Object.keys(rest).length > 0) {
    node.items ??= newNode([...node.path], Array.isArray(look) ? (look as unknown[])[0] : look)
    grow(growing, node.items, rest, yes, { ...where, inRow: true })
    return
  }
  if (tuple && !node.tuple) {
    node.tuple = (tuple as unknown[]).map((each, index) => {
      const part = newNode([...node.path, String(index)], Array.isArray(look) ? (look as unknown[])[index] : look)
      grow(growing, part, each, yes, where)
      return part
    })
  }
  if (isLoose(raw['items'])) {
    node.items ??= newNode([...node.path], look)
    grow(growing, node.items, raw['items'], yes, { ...where, inRow: true })
  }
}

function addIf(growing: Growing, node: SchemaNode, raw: Loose, when: Expr, where: Where): void {
  if (!('if' in raw)) return
  const test = testOf(growing, node, raw['if'], where)
  note(growing, node, test, 'if')
  if (raw['then'] !== undefined) grow(growing, node, raw['then'], and(when, test), where)
  if (raw['else'] !== undefined) grow(growing, node, raw['else'], and(when, not(test)), where)
}

function testOf(growing: Growing, node: SchemaNode, schema: unknown, where: Where): Expr {
  return ofRow(where, conditionOf(growing, node, schema))
}

function addDependencies(growing: Growing, node: SchemaNode, raw: Loose, when: Expr, where: Where): void {
  const all = { ...looseOf(raw['dependencies']), ...looseOf(raw['dependentRequired']), ...looseOf(raw['dependentSchemas']) }
  for (const [name, sub] of Object.entries(all)) {
    const self = read([...node.path, name].join('.'))
    const child = node.children.get(name)
    // A box that is not ticked is there in the data all the same.
    const there: Expr =
      child?.schema['type'] === 'boolean' && !isAlternatives(sub) ? compare(self, '=', value(true)) : { op: 'filled', of: self }
    const test = ofRow(where, there)
    if (Array.isArray(sub)) {
      note(growing, node, test, `dependencies/${name}`)
      for (const each of sub as unknown[]) {
        const asked = textOf(each)
        if (asked !== undefined) node.requiredBy.set(asked, or(node.requiredBy.get(asked) ?? never, and(when, test)))
      }
    } else if (isAlternatives(sub)) grow(growing, node, sub, when, where)
    else {
      note(growing, node, test, `dependencies/${name}`)
      grow(growing, node, sub, and(when, test), where)
    }
  }
}

/** A dependency that only says what follows from each answer: its branches are conditions of their own. */
function isAlternatives(sub: unknown): boolean {
  return isLoose(sub) && Array.isArray(sub['oneOf']) && !('properties' in sub)
}

function settleRequired(node: SchemaNode): void {
  for (const [name, when] of node.requiredBy) {
    const child = node.children.get(name)
    if (child) child.required = or(child.required, when)
  }
  for (const child of [...node.children.values(), ...(node.tuple ?? []), ...(node.items ? [node.items] : [])])
    settleRequired(child)
}
