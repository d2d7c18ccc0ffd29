import { isLoose, looseOf } from './source.ts'

/** Which files make up which form. */

/** As it came from the reader of files. */
export type ReadFile = { name: string } & (
  | { kind: 'value'; format: 'json' | 'yaml'; value: unknown }
  | { kind: 'sheet'; rows: SheetRow[] }
  | { kind: 'refused'; path: string; why: string }
)
export interface SheetRow {
  row: number
  cells: (string | number | boolean | Date | null)[]
}

export interface SchemaFiles {
  schema: unknown
  look?: unknown
  /** Nearest first: the form's own translations, then those it shares with others. */
  translations: unknown[]
  settings?: unknown
}

export interface WebformFiles {
  source: unknown
  /** By language code. */
  translations: { language: string; source: unknown }[]
  /** Lists of choices that forms name, by their names. */
  optionSets: ReadonlyMap<string, unknown>
}

export type FormGroup = { file: string } & (
  | ({ kind: 'json-schema' } & SchemaFiles)
  | ({ kind: 'webform' } & WebformFiles)
  | { kind: 'json'; value: unknown }
  | { kind: 'sheet'; rows: SheetRow[] }
  | { kind: 'refused'; path: string; why: string }
)

const roles: [role: Role, name: RegExp][] = [
  ['look', /^(.*?)[-._]?ui-?schema\.json$/i],
  ['translation', /^(.*?)[-._]?(default)?translations?\.json$/i],
  ['settings', /^(.*?)[-._]?settings\.json$/i],
  ['schema', /^(.*?)[-._]?schema\.json$/i],
]
type Role = 'schema' | 'look' | 'translation' | 'settings'

interface Part {
  folder: string
  stem: string
  role: Role | undefined
  file: Extract<ReadFile, { kind: 'value' }>
}

/** The forms in a heap of files, in the order of their names. */
export function groupFormFiles(files: readonly ReadFile[]): FormGroup[] {
  const groups: FormGroup[] = []
  const json: Part[] = []
  const yaml: Extract<ReadFile, { kind: 'value' }>[] = []
  for (const file of files) {
    if (file.kind === 'refused') groups.push({ kind: 'refused', file: file.name, path: file.path, why: file.why })
    else if (file.kind === 'sheet') groups.push({ kind: 'sheet', file: file.name, rows: file.rows })
    else if (file.format === 'yaml') yaml.push(file)
    else json.push(partOf(file))
  }
  groups.push(...schemas(json), ...webforms(yaml))
  return groups.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}

function partOf(file: Part['file']): Part {
  const at = file.name.lastIndexOf('/')
  const [folder, base] = [at < 0 ? '' : file.name.slice(0, at), file.name.slice(at + 1)]
  for (const [role, pattern] of roles) {
    const found = pattern.exec(base)
    if (found && (role !== 'schema' || looksLikeSchema(file.value)))
      return { folder, stem: (found[1] ?? '').toLowerCase(), role, file }
  }
  return { folder, stem: base.replace(/\.\w+$/, '').toLowerCase(), role: undefined, file }
}

function looksLikeSchema(value: unknown): boolean {
  const schema = looseOf(value)
  return ['properties', '$ref', 'allOf', 'oneOf', 'anyOf', '$schema'].some((key) => key in schema) || schema['type'] === 'object'
}

function schemas(parts: readonly Part[]): FormGroup[] {
  const taken = new Set<Part>()
  const groups: FormGroup[] = []
  const beside = (schema: Part, role: Role) =>
    parts.filter((part) => part.role === role && part.folder === schema.folder && (part.stem === schema.stem || part.stem === ''))
  for (const part of parts) {
    const wrapped = looseOf(part.file.value)
    const isWrapped = part.role === undefined && isLoose(wrapped['schema']) && looksLikeSchema(wrapped['schema'])
    const isPlain =
      part.role === undefined &&
      !isLoose(wrapped['schema']) &&
      !Array.isArray(wrapped['components']) &&
      !Array.isArray(wrapped['pages']) &&
      looksLikeSchema(wrapped)
    if (part.role !== 'schema' && !isWrapped && !isPlain) continue
    taken.add(part)
    const near = [...beside(part, 'translation')]
    const shared = parts.filter(
      (each) =>
        each.role === 'translation' &&
        part.folder.startsWith(each.folder === '' ? '' : `${each.folder}/`) &&
        each.folder !== part.folder &&
        !hasSchema(parts, each),
    )
    const look = beside(part, 'look')[0]
    const settings = beside(part, 'settings')[0]
    for (const each of [...near, ...shared, ...(look ? [look] : []), ...(settings ? [settings] : [])]) taken.add(each)
    groups.push({
      kind: 'json-schema',
      file: part.role === 'schema' && part.stem === '' && part.folder !== '' ? part.folder : part.file.name,
      schema: isWrapped ? wrapped['schema'] : part.file.value,
      look: isWrapped ? (wrapped['uiSchema'] ?? wrapped['uischema']) : look?.file.value,
      translations: [
        ...(isWrapped && wrapped['translations'] ? [{ translations: wrapped['translations'] }] : []),
        ...near.map((each) => each.file.value),
        ...shared.map((each) => each.file.value),
      ],
      ...(settings ? { settings: settings.file.value } : {}),
    })
  }
  for (const part of parts) {
    if (taken.has(part)) continue
    if (part.role === undefined || part.role === 'schema')
      groups.push({ kind: 'json', file: part.file.name, value: part.file.value })
    else
      groups.push({
        kind: 'refused',
        file: part.file.name,
        path: '',
        why: `it is the ${part.role} of a form whose schema.json is not beside it`,
      })
  }
  return groups
}

function hasSchema(parts: readonly Part[], other: Part): boolean {
  return parts.some(
    (part) => part.role === 'schema' && part.folder === other.folder && (part.stem === other.stem || other.stem === ''),
  )
}

const setName = /^webform\.webform_options\.(.+)\.ya?ml$/i

/** Drupal keeps translations as files of the same name in language/nb/ and so on. */
function webforms(files: readonly Extract<ReadFile, { kind: 'value' }>[]): FormGroup[] {
  const placed = files.map((file) => {
    const found = /(?:^|\/)language\/([a-z]{2,3}(?:-[a-z]+)?)\/([^/]+)$/i.exec(file.name)
    return {
      file,
      language: found?.[1]?.split('-')[0]?.toLowerCase(),
      base: found?.[2] ?? file.name.slice(file.name.lastIndexOf('/') + 1),
    }
  })
  const own = placed.filter((each) => each.language === undefined)
  const isSet = ({ base }: { base: string }) => setName.test(base)
  const optionSets = new Map(
    own.filter(isSet).map(({ file, base }) => [setName.exec(base)?.[1] ?? '', looseOf(file.value)['options']]),
  )
  const forms = own.filter((each) => !isSet(each))
  // Lists without a form that could use them are refused as the forms they are not.
  const mains = forms.length > 0 ? forms : own
  const used = new Set<unknown>()
  const groups = mains.map(({ file, base }): FormGroup => {
    const others = placed.filter((each) => each.language !== undefined && each.base === base)
    for (const each of others) used.add(each)
    return {
      kind: 'webform',
      file: file.name,
      source: file.value,
      optionSets,
      translations: others.map((each) => ({ language: each.language ?? '', source: each.file.value })),
    }
  })
  const lone = placed.filter((each) => each.language !== undefined && !used.has(each))
  return [
    ...groups,
    ...lone.map(({ file }): FormGroup => ({
      kind: 'refused',
      file: file.name,
      path: '',
      why: 'it is the translation of a form that is not among the files',
    })),
  ]
}
