import { and, compare, not, or, read, value, yes, type Expr } from './expression.ts'
import { newNode, note, ofRow, resolveReference, type Grow, type Growing, type SchemaNode, type Where } from './schema-node.ts'
import { CannotImport, isLoose, listOf, looseOf, own, textOf, type Loose } from './source.ts'

const MOST_BRANCHES = 500

/** "oneOf" and "anyOf": choices with names, a kind that may be empty, shapes that follow from an answer, or shapes to choose among. */
export function readAlternatives(growing: Growing, node: SchemaNode, raw: Loose, when: Expr, where: Where, grow: Grow): void {
  for (const word of ['oneOf', 'anyOf'] as const) {
    const branches = listOf(raw[word])
    if (branches.length === 0) continue
    if (branches.length > MOST_BRANCHES)
      throw new CannotImport([...node.path, word].join('/'), `more than ${MOST_BRANCHES} alternatives`)
    const known = branches.map((branch) => dereferenced(growing, branch))
    const fork: Fork = { growing, node, branches: known, when, where, word, grow }
    if (known.every(isConstant)) addChoices(node, known)
    else if (known.every((branch) => onlyKeys(branch, ['required', 'title', 'description', '$comment']))) addEither(fork)
    else if (!known.some((branch) => 'properties' in branch || 'if' in branch || 'allOf' in branch || 'oneOf' in branch))
      addKinds(fork)
    else addShapes(fork)
  }
}

interface Fork {
  growing: Growing
  node: SchemaNode
  branches: readonly Loose[]
  when: Expr
  where: Where
  word: string
  grow: Grow
}

function dereferenced(growing: Growing, branch: unknown): Loose {
  const schema = looseOf(branch)
  const reference = textOf(schema['$ref'])
  if (reference === undefined) return schema
  const target = resolveReference(growing.root, reference)
  if ('why' in target || !isLoose(target.found)) return schema
  // A reference back to the whole is left for the one that follows references and sees circles.
  return '$ref' in target.found || reference === '#'
    ? schema
    : { ...target.found, ...Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$ref')) }
}

function onlyKeys(branch: Loose, keys: readonly string[]): boolean {
  return Array.isArray(branch['required']) && Object.keys(branch).every((key) => keys.includes(key))
}

function isConstant(branch: Loose): boolean {
  return 'const' in branch || (Array.isArray(branch['enum']) && branch['enum'].length === 1)
}

/** Choices with a title each. */
function addChoices(node: SchemaNode, branches: readonly Loose[]): void {
  const values = branches.map((branch) => ('const' in branch ? branch['const'] : listOf(branch['enum'])[0]))
  node.schema = {
    ...node.schema,
    enum: values,
    enumNames: branches.map((branch, index) => branch['title'] ?? branch['description'] ?? values[index]),
  }
}

/** At least one of some answers must be there. */
function addEither({ growing, node, branches, when, where, word }: Fork): void {
  const self = (name: unknown): Expr => ({ op: 'filled', of: read([...node.path, textOf(name) ?? ''].join('.')) })
  const given = branches.map((branch) => and(...listOf(branch['required']).map(self)))
  for (const [index, branch] of branches.entries()) {
    const others = given.filter((_, other) => other !== index)
    const test = ofRow(where, not(or(...others)))
    note(growing, node, test, `${word}/${index}`)
    for (const name of listOf(branch['required'])) {
      const key = textOf(name) ?? ''
      node.requiredBy.set(key, or(node.requiredBy.get(key) ?? value(false), and(when, test)))
    }
  }
  if (word === 'oneOf')
    growing.tally.note(
      [...node.path, word].join('/'),
      'Exactly one of them',
      'At least one is asked for; that there is no more than one is not checked.',
    )
}

/** One answer that may be of several kinds: the first that is not empty is asked for. */
function addKinds({ growing, node, branches, when, where, word, grow }: Fork): void {
  const filled = branches.filter((branch) => branch['type'] !== 'null')
  const [first, ...more] = filled
  if (!first) return
  const choices = filled.find((branch) => Array.isArray(branch['enum']))
  grow(growing, node, choices ?? first, when, where)
  if (more.length > 0)
    growing.tally.note([...node.path, word].join('/'), 'The answer may be of several kinds', 'The first of them is asked for.')
  if (more.length > 0) node.schema = { ...node.schema, 'torg:oneKind': true }
}

/** Questions that come up with one shape and not with another. */
function addShapes(fork: Fork): void {
  const { growing, node, branches, when, where, word, grow } = fork
  const deciding = decider(branches)
  if (deciding === undefined) return addChosen(fork)
  const place = [...node.path, deciding]
  if (!node.children.has(deciding)) {
    const child = newNode(place, own(node.look, deciding), when)
    const names = branches.flatMap((branch) => valuesOf(branch, deciding).map((each) => branch['title'] ?? each))
    const first = looseOf(own(looseOf(branches[0]?.['properties']), deciding))
    node.children.set(deciding, child)
    const { const: _constant, enum: _values, ...rest } = first
    child.schema = { ...rest, enum: branches.flatMap((branch) => valuesOf(branch, deciding)), enumNames: names }
    child.required = yes
  }
  for (const [index, branch] of branches.entries()) {
    const self = read(place.join('.'))
    const tests = valuesOf(branch, deciding).map((each) => compare(self, '=', value(each)))
    const test = ofRow(where, or(...tests))
    note(growing, node, test, `${word}/${index}`)
    const properties = Object.fromEntries(Object.entries(looseOf(branch['properties'])).filter(([name]) => name !== deciding))
    const { title: _title, description: _description, ...rest } = branch
    grow(
      growing,
      node,
      { ...rest, properties, required: listOf(branch['required']).filter((name) => name !== deciding) },
      and(when, test),
      where,
    )
  }
}

/** The property that every branch gives a fixed value. */
function decider(branches: readonly Loose[]): string | undefined {
  const [first] = branches
  return Object.keys(looseOf(first?.['properties'])).find((name) => branches.every((branch) => valuesOf(branch, name).length > 0))
}

function valuesOf(branch: Loose, name: string): (string | number | boolean)[] {
  const schema = looseOf(own(looseOf(branch['properties']), name))
  const values = 'const' in schema ? [schema['const']] : listOf(schema['enum'])
  return values.filter(
    (each): each is string | number | boolean =>
      typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean',
  )
}

/** Nothing in the data says which shape it is: the form asks, as the source's form does. */
function addChosen({ growing, node, branches, when, where, word, grow }: Fork): void {
  const name = `${word}${node.children.has(word) ? String(node.children.size) : ''}`
  const place = [...node.path, name]
  const child = newNode(place, undefined, when)
  child.made = true
  child.required = yes
  const names = branches.map((branch, index) => branch['title'] ?? branch['description'] ?? `${index + 1}`)
  child.schema = {
    type: 'string',
    title: node.schema['title'] ?? 'Velg',
    enum: branches.map((_, index) => String(index)),
    enumNames: names,
  }
  node.children.set(name, child)
  for (const [index, branch] of branches.entries()) {
    const test = ofRow(where, compare(read(place.join('.')), '=', value(String(index))))
    note(growing, node, test, `${word}/${index}`)
    const { title: _title, description: _description, type: _type, ...rest } = branch
    grow(growing, node, rest, and(when, test), where)
  }
}
