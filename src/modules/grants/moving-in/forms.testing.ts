import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { FormFile } from './form-files.ts'
import { isLoose, listOf, looseList, looseOf, textOf } from './rules/source.ts'

/** For tests: the forms in fixtures/, and counters that know nothing of the readers. */

const folder = path.join(import.meta.dirname, 'fixtures/forms')

export function fixture(name: string): FormFile {
  return { name, bytes: readFileSync(path.join(folder, name)) }
}

export function allFixtures(): FormFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => fixture(path.relative(folder, path.join(each.parentPath, each.name))))
}

export function jsonFile(name: string, value: unknown): FormFile {
  return { name, bytes: Buffer.from(JSON.stringify(value)) }
}

/** XGov: every component, also those in components and those that come up with a choice. */
export function countXgov(source: unknown): number {
  const form = looseOf(source)
  const count = (components: unknown): number => looseList(components).reduce((sum, each) => sum + 1 + count(each['children']), 0)
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

/** JSON Schema: every leaf, by its place in the data; references followed, branches laid together. */
export function countSchemaLeaves(root: unknown): number {
  const inner = new Set<string>()
  const leaves = new Set<string>()
  const look = (raw: unknown, at: string, depth: number): void => {
    const schema = looseOf(raw)
    if (depth > 30) return
    const reference = textOf(schema['$ref'])
    if (reference)
      look(
        reference
          .slice(2)
          .split('/')
          .reduce<unknown>((part, name) => looseOf(part)[name], root),
        at,
        depth + 1,
      )
    for (const word of ['allOf', 'anyOf', 'oneOf']) for (const part of listOf(schema[word])) look(part, at, depth + 1)
    for (const word of ['then', 'else']) if (schema[word]) look(schema[word], at, depth + 1)
    for (const part of Object.values(looseOf(schema['dependencies']))) if (isLoose(part)) look(part, at, depth + 1)
    for (const [name, part] of Object.entries(looseOf(schema['properties']))) {
      inner.add(at)
      leaves.add(`${at}/${name}`)
      look(part, `${at}/${name}`, depth + 1)
    }
    const items = schema['items']
    if (Array.isArray(items)) {
      inner.add(at)
      for (const [index, part] of (items as unknown[]).entries()) {
        leaves.add(`${at}/${index}`)
        look(part, `${at}/${index}`, depth + 1)
      }
    } else if (isLoose(items)) look(items, at, depth + 1)
  }
  look(root, '', 0)
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
  'webform_wizard_page webform_card container details fieldset webform_section webform_flexbox webform_markup webform_actions item'.split(
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
