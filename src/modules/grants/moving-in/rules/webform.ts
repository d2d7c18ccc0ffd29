import { newDraft, type ImportedForm, type ImportOptions } from './form-draft.ts'
import { finishForm } from './draft-scheme.ts'
import { readable } from './content.ts'
import type { WebformFiles } from './group-files.ts'
import { sameInAll } from './languages.ts'
import { CannotImport, importLimits, isLoose, listOf, looseOf, numberOf, own, textOf, type Loose } from './source.ts'
import { readWebformPages, type WebformAt } from './webform-layout.ts'

/**
 * Forms of Drupal's Webform, as its configuration (webform.webform.NAME.yml) or its elements alone, with translations beside.
 * @throws CannotImport when it is no such form, or larger than a form can be
 */
export function importWebform(file: string, files: WebformFiles, options: ImportOptions): ImportedForm {
  const source = looseOf(files.source)
  const elements = withSets(isLoose(source['elements']) ? source['elements'] : source, files.optionSets, 0)
  const keys = Object.keys(elements).filter((key) => !key.startsWith('#') && isLoose(elements[key]))
  if (!keys.some((key) => isElement(looseOf(elements[key]))))
    throw new CannotImport('elements', 'it is no webform: nothing in it has a "#type"')
  const language = (textOf(source['langcode']) ?? 'und').split('-')[0] ?? 'und'
  const draft = newDraft(language)
  const translations = files.translations.map(({ language: code, source: other }) => {
    const words = new Map<string, Loose>()
    collectWords(looseOf(looseOf(other)['elements']), words, 0)
    return { code, words, top: looseOf(other) }
  })
  const at: WebformAt = {
    draft,
    path: 'elements',
    titled: sameInAll(''),
    words(key, property, said) {
      const text = textOf(said)
      if (text === undefined) return undefined
      const all: Loose = { [language]: text }
      for (const { code, words } of translations) {
        const translated = property
          .split('/')
          .reduce<unknown>((part, name) => (isLoose(part) ? own(part, name) : undefined), words.get(key))
        if (textOf(translated) !== undefined) all[code] = translated
      }
      return all
    },
  }
  const id = textOf(source['id']) ?? fileId(file)
  const say = (word: string) => {
    const said = textOf(source[word])
    return said === undefined
      ? undefined
      : draft.say(
          Object.fromEntries([
            [language, said],
            ...translations.flatMap(({ code, top }) => (textOf(top[word]) === undefined ? [] : [[code, top[word]]])),
          ]),
        )?.text
  }
  const title = say('title') ?? sameInAll(readable(id))
  readWebformPages(at, elements, title)
  tellTheRest(at, source)
  const summary = say('description')
  const day = (word: string) => /^\d{4}-\d{2}-\d{2}/.exec(textOf(source[word]) ?? '')?.[0]
  const [opens, closes] = [day('open'), day('close')]
  return finishForm(
    draft,
    {
      file,
      format: 'Drupal Webform',
      id,
      title,
      ...(summary ? { summary } : {}),
      ...(opens ? { opens } : {}),
      ...(closes ? { closes } : {}),
    },
    options,
  )
}

/** Choices that are named are put in where the list of that name is among the files. */
function withSets(elements: Loose, sets: ReadonlyMap<string, unknown>, depth: number): Loose {
  if (sets.size === 0 || depth > importLimits.depth) return elements
  return Object.fromEntries(
    Object.entries(elements).map(([key, value]) => {
      const named = (key === '#options' || key === '#answers') && typeof value === 'string' ? sets.get(value) : undefined
      return [key, named ?? (isLoose(value) ? withSets(value, sets, depth + 1) : value)]
    }),
  )
}

function isElement(element: Loose): boolean {
  return (
    textOf(element['#type']) !== undefined ||
    Object.values(element).some((each) => isLoose(each) && textOf(each['#type']) !== undefined)
  )
}

/** An element's texts in another language, by its key: keys are used once in a webform. */
function collectWords(elements: Loose, words: Map<string, Loose>, depth: number): void {
  if (depth > 50) return
  for (const [key, element] of Object.entries(elements)) {
    if (key.startsWith('#') || !isLoose(element)) continue
    words.set(key, element)
    collectWords(element, words, depth + 1)
  }
}

function tellTheRest(at: WebformAt, source: Loose): void {
  const { draft } = at
  if (Object.keys(looseOf(source['handlers'])).length > 0)
    draft.note(
      'handlers',
      Object.keys(looseOf(source['handlers'])).join(', '),
      'What the old service did with the answers (mail, sending on) is not brought in: applications arrive as cases.',
    )
  for (const word of ['css', 'javascript'])
    if (textOf(source[word]) !== undefined) draft.note(word, word, 'Own styles and scripts are not brought in.')
  const settings = looseOf(source['settings'])
  const limits = Object.keys(settings).filter((word) => /limit_(total|user)/.test(word) && numberOf(settings[word]) !== undefined)
  if (limits.length > 0) draft.note('settings', limits.join(', '), 'How many may apply, and how often, is for the scheme to say.')
  if (Object.keys(looseOf(source['variants'])).length > 0 || listOf(source['variants']).length > 0)
    draft.note('variants', 'Variants', 'Other versions of the form are not brought in.')
}

function fileId(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/^webform\.webform\./, '').replace(/\.ya?ml$/i, '')
}
