import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { FormFile } from './form-files.ts'
import { isLoose, listOf, looseList, looseOf, textOf } from './rules/source.ts'

/** For tests: the forms in fixtures/, and counters that know nothing of the readers. */

const folder = path.join(import.meta.dirname, 'fixtures/forms')

export function fixture(name: string, from = folder): FormFile {
  return { name, bytes: readFileSync(path.join(from, name)) }
}

/** Forms with one of each of what their formats have. */
export function everyConstruct(): FormFile[] {
  return allFixtures(path.join(import.meta.dirname, 'fixtures/every'))
}

export function allFixtures(from = folder): FormFile[] {
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => fixture(path.relative(from, path.join(each.parentPath, each.name)), from))
}

export function jsonFile(name: string, value: unknown): FormFile {
  return { name, bytes: Buffer.from(JSON.stringify(value)) }
}

/** XGov: every component, also those in components and those that come up with a choice. */
export function countXgov(source: unknown): number {
  const form = looseOf(source)
  const count = (components: unknown): number =>
    looseList(components).reduce((sum, each) => {
      const { items, valueChildren } = looseOf(each['values'])
      const following = [...looseList(items), ...looseList(valueChildren)].map((choice) => count(choice['children']))
      return sum + 1 + count(each['children']) + following.reduce((all, some) => all + some, 0)
    }, 0)
  const used = new Set(
    JSON.stringify(form['pages'])
      .match(/"list":"[^"]*"/g)
      ?.map((each) => each.slice(8, -1)),
  )
  const inLists = looseList(form['lists'])
    .filter((list) => used.has(String(list['name'])))
    .flatMap((list) => looseList(list['items']))
    .reduce((sum, item) => sum + count(looseOf(item['conditional'])['components']), 0)
  return looseList(form['pages']).reduce((sum, page) => sum + count(page['components']), 0) + inLists
}

/** JSON Schema: every leaf, by its place in the data; references followed once, branches laid together. */
export function countSchemaLeaves(root: unknown): number {
  const inner = new Set<string>()
  const leaves = new Set<string>()
  const look = (raw: unknown, at: string, refs: readonly string[]): void => {
    const schema = looseOf(raw)
    const reference = textOf(schema['$ref'])
    if (reference && !refs.includes(reference)) {
      const parts = reference.slice(2).split('/')
      look(
        parts.reduce<unknown>((part, name) => looseOf(part)[name], root),
        at,
        [...refs, reference],
      )
    }
    const place = (name: string, part: unknown) => {
      if (part === false) return
      inner.add(at)
      leaves.add(`${at}/${name}`)
      look(part, `${at}/${name}`, refs)
    }
    for (const word of ['allOf', 'anyOf', 'oneOf']) for (const part of listOf(schema[word])) look(part, at, refs)
    for (const word of ['then', 'else']) if (schema[word]) look(schema[word], at, refs)
    for (const word of ['dependencies', 'dependentSchemas'])
      for (const part of Object.values(looseOf(schema[word]))) if (isLoose(part)) look(part, at, refs)
    for (const [name, part] of Object.entries(looseOf(schema['properties']))) place(name, part)
    const items = schema['items']
    for (const [index, part] of [...listOf(schema['prefixItems']), ...listOf(items)].entries()) place(String(index), part)
    if (isLoose(items)) look(items, at, refs)
  }
  look(root, '', [])
  return [...leaves].filter((leaf) => !inner.has(leaf)).length
}

/** Form.io: every component that says it is an input. */
export function countFormIo(source: unknown): number {
  if (Array.isArray(source)) return (source as unknown[]).reduce<number>((sum, each) => sum + countFormIo(each), 0)
  if (!isLoose(source)) return 0
  const here = source['input'] === true && typeof source['type'] === 'string' ? 1 : 0
  return here + ['components', 'columns', 'rows'].reduce((sum, word) => sum + countFormIo(source[word]), 0)
}

const noInput = new Set(
  'webform_wizard_page webform_card container details fieldset webform_section webform_flexbox webform_table webform_table_row webform_markup webform_message webform_actions item'.split(
    ' ',
  ),
)

/** Webform: every element with a type that is no layout, no text and no button; of a composite, its parts too. */
export function countWebform(text: string): number {
  const outer = looseOf(parse(text))
  const elements = typeof outer['elements'] === 'string' ? (parse(outer['elements']) as unknown) : outer['elements']
  const count = (raw: unknown): number =>
    Object.entries(looseOf(raw)).reduce((sum, [key, element]) => {
      if (key.startsWith('#') || !isLoose(element)) return sum
      const type = textOf(element['#type'])
      return sum + (type !== undefined && !noInput.has(type) ? 1 : 0) + count(element) + count(element['#element'])
    }, 0)
  return count(elements)
}
