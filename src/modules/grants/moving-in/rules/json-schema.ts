import { bothFeel, newDraft, type Draft, type ImportedForm, type ImportOptions } from './form-draft.ts'
import { finishForm } from './draft-scheme.ts'
import { readable } from './content.ts'
import type { SchemaFiles } from './group-files.ts'
import { hindrances } from './expression.ts'
import { sameInAll } from './languages.ts'
import { isGroup, placeNode, type SchemaAt } from './schema-form.ts'
import { inOrder } from './schema-order.ts'
import { writeTest } from './schema-conditions.ts'
import { growTree } from './schema-tree.ts'
import type { Growing, SchemaNode } from './schema-node.ts'
import { schemaWords } from './schema-words.ts'
import { CannotImport, isLoose, listOf, looseOf, textOf, type Loose } from './source.ts'

/**
 * Forms as JSON Schema with a UI schema (react-jsonschema-form) and translations beside: Helsinki's, and others of the kind. The
 * properties of the whole are pages when they are groups, and the groups in them are sections.
 * @throws CannotImport when it is no such form, or larger than a form can be
 */
export function importJsonSchema(file: string, files: SchemaFiles, options: ImportOptions): ImportedForm {
  if (!isLoose(files.schema)) throw new CannotImport('', 'the schema is not an object')
  const settings = looseOf(files.settings)
  const draft = newDraft('und')
  const words = schemaWords(draft, files.translations)
  const growing = growTree(files.schema, looseOf(files.look), draft)
  const at: SchemaAt = { draft, words, settings, growing }
  readPages(at)
  draft.later(() => tellConditions(draft, growing))
  draft.later(() => words.close())
  const id = idOf(file)
  const title = words.find(files.schema['title'])?.text ?? sameInAll(textOf(settings['title']) ?? readable(id))
  const summary = words.find(files.schema['description'])?.text
  return finishForm(
    draft,
    { file, format: 'JSON Schema', id, title, ...(summary ? { summary } : {}), ...fromSettings(draft, settings, at) },
    options,
  )
}

function readPages(at: SchemaAt): void {
  const { draft, words, growing } = at
  const { top } = growing
  const groups = [...top.children.values()]
  if (groups.length === 0) throw new CannotImport('properties', 'the schema has no properties')
  const paged = groups.filter(isGroup)
  if (paged.length === 0) {
    const page = draft.page(words.find(top.schema['title'])?.text ?? sameInAll('Søknad'))
    placeNode(at, page.fields, top, { titled: page.title })
    return
  }
  let loose: SchemaNode[] = []
  const flush = () => {
    if (loose.length === 0) return
    const page = draft.page(words.find(top.schema['title'])?.text ?? sameInAll('Søknad'))
    placeNode(
      at,
      page.fields,
      { ...top, children: new Map(loose.map((node) => [node.path.at(-1) ?? '', node])) },
      { titled: page.title },
    )
    loose = []
  }
  for (const node of inOrder(top)) {
    if (!isGroup(node)) {
      loose.push(node)
      continue
    }
    flush()
    const page = draft.page(words.label(node), words.help(node))
    placeNode(at, page.fields, node, { titled: page.title })
    draft.later(() => {
      const showIf = shownFeel(draft, node)
      if (showIf) page.showIf = bothFeel(page.showIf, showIf)
    })
  }
  flush()
}

/** The condition a node is shown under, where it has one that can be said. */
function shownFeel(draft: Draft, node: SchemaNode): string | undefined {
  if (node.shown.op === 'value' && node.shown.value === true) return undefined
  const written = writeTest(draft, node.shown)
  return 'feel' in written ? written.feel : undefined
}

/** Each condition is counted once: dropped when it cannot be said, whatever it governs. */
function tellConditions(draft: Draft, growing: Growing): void {
  for (const { item, path, expr } of growing.conditions) {
    const [hindrance] = hindrances(expr)
    const written = hindrance === undefined ? writeTest(draft, expr) : { why: hindrance }
    if ('why' in written)
      item.drop(path, `It cannot be said in Torg: ${written.why}. What it governs is always shown, and need not be answered.`)
  }
}

/** What Helsinki keeps beside a form: when it is open, and for whom. */
function fromSettings(
  draft: Draft,
  settings: Loose,
  at: SchemaAt,
): { opens?: string; closes?: string; applicants?: { organisations: boolean; persons: boolean }; askedIn?: string } {
  const day = (word: string) => /^\d{4}-\d{2}-\d{2}/.exec(textOf(settings[word]) ?? '')?.[0]
  const [opens, closes] = [day('application_open'), day('application_close')]
  const kinds = listOf(settings['applicant_types']).map((each) => textOf(each) ?? '')
  if (kinds.length > 0)
    draft.note(
      'settings/applicant_types',
      kinds.join(', '),
      'Organisations and persons are told apart; finer kinds are a rule to be written.',
    )
  const known = new Set([
    'title',
    'description',
    'application_open',
    'application_close',
    'applicant_types',
    'acting_years',
    'continuous',
  ])
  const others = Object.keys(settings).filter((word) => !known.has(word))
  if (others.length > 0) draft.note('settings', others.join(', '), 'They belong to the old service’s own systems.')
  const persons = kinds.some((kind) => /person/.test(kind))
  const organisations = kinds.some((kind) => /communit|organi[sz]ation|company/.test(kind))
  return {
    ...(opens ? { opens } : {}),
    ...(closes && settings['continuous'] !== true ? { closes } : {}),
    ...(persons || organisations ? { applicants: { organisations, persons } } : {}),
    ...(at.askedIn ? { askedIn: at.askedIn } : {}),
  }
}

function idOf(file: string): string {
  const parts = file.split('/').filter(Boolean)
  const last = (parts.at(-1) ?? file).replace(/([-._]?schema)?\.json$/i, '')
  return last !== '' ? last : (parts.at(-2) ?? file)
}
