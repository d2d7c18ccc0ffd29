import { newDraft, type ImportedForm, type ImportOptions } from './form-draft.ts'
import { finishForm } from './draft-scheme.ts'
import { readable } from './content.ts'
import { readLayout, type FormIoAt } from './form-io-layout.ts'
import { sameInAll } from './languages.ts'
import { CannotImport, isLoose, looseList, looseOf, own, textOf, type Loose } from './source.ts'

/** Forms of Form.io: components inside components, pages in a wizard, conditions and sums as settings or small scripts. */

export function isFormIo(source: unknown): boolean {
  const form = formOf(source)
  return Array.isArray(form['components']) && looseList(form['components']).every((each) => typeof each['type'] === 'string')
}

/** An export may hold the form itself, or wrap it. */
function formOf(source: unknown): Loose {
  const form = looseOf(source)
  if (Array.isArray(form['components'])) return form
  for (const word of ['form', 'schema', 'data'])
    if (isLoose(form[word]) && Array.isArray(form[word]['components'])) return form[word]
  const [first] = Object.values(looseOf(form['forms']))
  return looseOf(first)
}

/** @throws CannotImport when it is no such form, or larger than a form can be */
export function importFormIo(file: string, source: unknown, options: ImportOptions): ImportedForm {
  const form = formOf(source)
  const components = looseList(form['components'])
  if (components.length === 0) throw new CannotImport('components', 'the form has no components')
  const draft = newDraft(textOf(form['language']) ?? languageOf(form))
  const at: FormIoAt = { draft, translate: translator(form), path: 'components', data: [], titled: sameInAll('') }
  const id = textOf(form['path']) ?? textOf(form['name']) ?? fileId(file)
  const title = draft.say(at.translate(form['title']))?.text ?? sameInAll(readable(id))
  readLayout(at, components, form['display'] === 'wizard', title)
  return finishForm(draft, { file, format: 'Form.io', id, title }, options)
}

/** Texts are written once, with translations beside by the text itself: {nn: {"Name": "Namn"}}. */
function translator(form: Loose): FormIoAt['translate'] {
  const i18n = looseOf(
    looseOf(form['i18n'])['resources'] ??
      form['i18n'] ??
      looseOf(form['settings'])['i18n'] ??
      looseOf(form['options'])['i18n'] ??
      form['translations'],
  )
  const languages = Object.entries(i18n).filter(([code, texts]) => /^[a-z]{2,3}([-_]\w+)?$/i.test(code) && isLoose(texts))
  const first = languageOf(form)
  return (said) => {
    const text = textOf(said)
    if (text === undefined || languages.length === 0) return said
    const all: Loose = { [first]: text }
    for (const [code, texts] of languages) {
      const translated = own(looseOf(looseOf(texts)['translation'] ?? texts), text)
      if (textOf(translated) !== undefined) all[(code.split(/[-_]/)[0] ?? code).toLowerCase()] = translated
    }
    return all
  }
}

function languageOf(form: Loose): string {
  const code = textOf(looseOf(form['settings'])['language']) ?? textOf(looseOf(form['options'])['language']) ?? 'und'
  return (code.split(/[-_]/)[0] ?? code).toLowerCase()
}

function fileId(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.\w+$/, '')
}
