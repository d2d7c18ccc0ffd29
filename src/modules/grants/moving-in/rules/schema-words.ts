import type { Text3 } from '#platform/texts/texts.ts'
import { readable } from './content.ts'
import type { Draft } from './form-draft.ts'
import type { Item } from './import-report.ts'
import { joined, sameInAll } from './languages.ts'
import type { SchemaNode } from './schema-node.ts'
import { isLoose, looseOf, own, textOf } from './source.ts'

/** The texts of a JSON Schema form: written where they stand, or named there and written in translation files. */
export interface SchemaWords {
  /** A text by what stands in the schema; undefined when it is a name that no file has a text for. */
  find: (said: unknown) => { text: Text3; lost: string[] } | undefined
  /** The same, with the name in words where there is no text. */
  findOrName: (said: unknown, name: string) => { text: Text3; lost: string[] }
  label: (node: SchemaNode, item?: Item) => Text3
  help: (node: SchemaNode, item?: Item) => Text3 | undefined
  /** Tells once which texts are only named. */
  close: () => void
}

export function schemaWords(draft: Draft, files: readonly unknown[]): SchemaWords {
  const texts = new Map<string, unknown>()
  for (const file of files) collect(texts, file)
  const unwritten = new Set<string>()
  const find = (said: unknown) => {
    const name = textOf(said)
    if (name === undefined) return isLoose(said) ? draft.say(said) : undefined
    const known = texts.get(name)
    if (known !== undefined) return draft.say(known)
    if (!isName(name) || texts.size === 0) return draft.say(name)
    unwritten.add(name)
    return undefined
  }
  const findOrName = (said: unknown, name: string) => find(said) ?? { text: sameInAll(readable(textOf(said) ?? name)), lost: [] }
  const losses = (item: Item | undefined, node: SchemaNode, lost: readonly string[]) => {
    for (const each of lost) item?.loss(node.path.join('/'), `The text has ${each} in it, which is not brought in.`)
  }
  return {
    find,
    findOrName,
    label(node, item) {
      const options = looseOf(node.look['ui:options'])
      const said =
        node.look['ui:title'] ?? options['title'] ?? node.schema['title'] ?? looseOf(node.look['ui:options'])['tooltipLabel']
      const { text, lost } = findOrName(said, node.path.at(-1) ?? '')
      losses(item, node, lost)
      return text
    },
    help(node, item) {
      const options = looseOf(node.look['ui:options'])
      const parts = [
        node.look['ui:description'] ?? options['description'] ?? node.schema['description'],
        options['tooltipText'],
        node.look['ui:help'] ?? options['help'],
        node.look['ui:placeholder'] ?? options['placeholder'],
      ]
      let help: Text3 | undefined
      for (const part of parts) {
        const said = textOf(part) === undefined && !isLoose(part) ? undefined : find(part)
        if (!said) continue
        losses(item, node, said.lost)
        help = joined(help, said.text)
      }
      return help
    },
    close() {
      if (unwritten.size === 0) return
      draft.note(
        '',
        `${unwritten.size} texts are only named, not written, in these files`,
        `Labels are the names in words, and help texts are missing. Give the file with the shared translations along: ${[...unwritten].join(', ')}`,
      )
    },
  }
}

/** "purpose.title" is a name; "Purpose" and "Purpose of the grant." are texts. */
function isName(text: string): boolean {
  return /^[\w-]+(\.[\w-]+)+$/.test(text) || /^[a-z]+_[a-z_]+$/.test(text)
}

/** Either {name: {en, fi}} or {en: {name: text}}, also one level down under "translations". */
function collect(texts: Map<string, unknown>, file: unknown): void {
  const all = looseOf(isLoose(looseOf(file)['translations']) ? looseOf(file)['translations'] : file)
  const entries = Object.entries(all)
  const byLanguage = entries.length > 0 && entries.every(([code, part]) => /^[a-z]{2,3}([-_]\w+)?$/i.test(code) && isLoose(part))
  if (!byLanguage) {
    for (const [name, said] of entries) if (!texts.has(name)) texts.set(name, said)
    return
  }
  for (const [code, part] of entries)
    for (const [name, said] of Object.entries(flat(looseOf(part)))) {
      const known = looseOf(texts.get(name))
      if (own(known, code) === undefined) texts.set(name, { ...known, [code]: said })
    }
}

function flat(part: Record<string, unknown>, before = '', depth = 0): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const [name, said] of Object.entries(part)) {
    if (isLoose(said) && depth < 10) Object.assign(found, flat(said, `${before}${name}.`, depth + 1))
    else found[before + name] = said
  }
  return found
}
