import { newDraft, type Draft, type DraftPage, type ImportedForm, type ImportOptions } from './form-draft.ts'
import { finishForm } from './draft-scheme.ts'
import { readable } from './content.ts'
import { sameInAll } from './languages.ts'
import { CannotImport, listOf, looseList, looseOf, textOf, wholeOf, type Loose } from './source.ts'
import { dropComponents, readComponents, readRepeated, type Repeat } from './xgov-components.ts'
import { readConditions, type XgovConditions } from './xgov-conditions.ts'
import { pageFlow, type Flow } from './xgov-flow.ts'
import { isLinear, linearFlow } from './xgov-linear.ts'
import { readLists } from './xgov-lists.ts'

/** Forms of XGovFormBuilder (the digital form builder of UK funds): pages that lead to pages, by conditions. */

export function isXgov(source: unknown): boolean {
  const form = looseOf(source)
  return (
    Array.isArray(form['pages']) &&
    looseList(form['pages']).every((page) => typeof page['path'] === 'string') &&
    ('startPage' in form || 'lists' in form)
  )
}

const MOST_WAYS = 1000

/** @throws CannotImport when it is no such form, or larger than a form can be */
export function importXgov(file: string, source: unknown, options: ImportOptions): ImportedForm {
  const form = looseOf(source)
  const pages = looseList(form['pages'])
  if (pages.length === 0) throw new CannotImport('pages', 'the form has no pages')
  if (pages.length > 1000 || pages.some((page) => listOf(page['next']).length > 50))
    throw new CannotImport('pages', 'the form has more than 1000 pages, or more than 50 ways from one of them')
  const ways = pages.reduce((sum, page) => sum + listOf(page['next']).length, 0)
  if (ways > MOST_WAYS) throw new CannotImport('pages', `the form has more than ${MOST_WAYS} ways between its pages`)
  const draft = newDraft(looseOf(form['metadata'])['isWelsh'] === true ? 'cy' : 'en')
  const flow = isLinear(form, pages) ? linearFlow(pages) : pageFlow(draft, form, pages)
  const sections = new Map(
    looseList(form['sections']).flatMap((each) => {
      const title = draft.say(each['title'])?.text
      return [each['name'], each['id']].map((name) => [textOf(name) ?? '', title] as const)
    }),
  )
  const lists = readLists(form)
  const conditions = readConditions(draft, form)
  for (const path of flow.order) {
    const page = flow.pages.get(path)
    if (page) readPage(draft, page, path, { lists, sections, conditions })
  }
  draft.later(() => showPages(draft, flow, conditions))
  draft.later(() => conditions.close())
  readRest(draft, form)
  const id = fileId(file)
  const title = draft.say(form['name'])?.text ?? sameInAll(readable(id))
  return finishForm(draft, { file, format: 'XGovFormBuilder', id, title }, options)
}

interface Around {
  lists: ReturnType<typeof readLists>
  sections: ReadonlyMap<string, DraftPage['title'] | undefined>
  conditions: XgovConditions
}

/** What a page is called in the draft while its condition is being worked out. */
const drafted = new WeakMap<Draft, Map<string, DraftPage>>()

function readPage(draft: Draft, page: Loose, path: string, around: Around): void {
  const title = draft.say(page['title'])?.text ?? sameInAll(readable(path))
  const made = draft.page(title)
  const group = around.sections.get(textOf(page['section']) ?? '')
  if (group) made.group = group
  const known = drafted.get(draft) ?? new Map<string, DraftPage>()
  drafted.set(draft, known.set(path, made))
  const components = looseList(page['components'])
  const repeat = repeatOf(page, components)
  if (repeat) readRepeated(draft, made.fields, components, { path, title, repeat, ...around })
  else readComponents(draft, made.fields, components, { path: `pages${path}`, ...around })
}

/** A page that is asked several times: as many as another answer says, or as often as one likes. A table in it repeats by itself. */
function repeatOf(page: Loose, components: readonly Loose[]): Repeat | undefined {
  const count = textOf(page['repeatField'])
  if (count) return { count }
  if (!/repeat/i.test(textOf(page['controller']) ?? '') || components.some((each) => each['type'] === 'MultiInputField'))
    return undefined
  const { options, schema } = looseOf(page['repeat'])
  const [min, max] = [wholeOf(looseOf(schema)['min']), wholeOf(looseOf(schema)['max'])]
  return { rowTitle: looseOf(options)['title'], ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

/** When every question is known: which pages are asked, by the conditions on the ways that lead there. */
function showPages(draft: Draft, flow: Flow, conditions: XgovConditions): void {
  const known = drafted.get(draft)
  if (!known) return
  const shown = flow.showIf(conditions.expression, (source) => draft.answerOf(source))
  for (const [path, { expr, used }] of shown) {
    const page = known.get(path)
    if (!page) continue
    const feel = conditions.write(expr, used, `pages${path}`)
    if (feel && feel !== 'true') page.showIf = feel
  }
  // A page that leads nowhere ends the application there: the answer that led to it cannot be sent.
  for (const end of flow.deadEnds(conditions.expression, (source) => draft.answerOf(source))) {
    const page = known.get(end.path)
    const feel = conditions.write(end.expr, end.used, `pages${end.path}`)
    if (page && feel) conditions.stop(end.source, feel, page)
    else if (page)
      draft.note(`pages${end.path}`, page.title.en, 'The page ends the application in the old form; here it can still be sent.')
  }
}

/** What a form has beside its pages. */
function readRest(draft: Draft, form: Loose): void {
  for (const fee of looseList(form['fees']))
    draft.item('calculations', 'fees').drop(textOf(fee['description']) ?? 'A fee', 'Torg takes no payment from applicants.')
  const confirmation = looseOf(looseOf(form['specialPages'])['confirmationPage'])
  dropComponents(draft, looseList(confirmation['components']), 'specialPages/confirmationPage', 'The receipt is Torg’s own page.')
  if (listOf(form['outputs']).length > 0)
    draft.note('outputs', 'Where the old service sent the answers', 'Applications arrive as cases in Torg.')
  const declaration = draft.say(form['declaration'])
  const last = draft.pages.at(-1)
  if (declaration && last) {
    for (const lost of declaration.lost)
      draft.note('declaration', 'declaration', `The text has ${lost} in it, which is not brought in.`)
    const label = { nb: 'Erklæring', nn: 'Erklæring', en: 'Declaration' }
    draft.add(last.fields, 'declaration', { type: 'declaration', label, required: true, statement: declaration.text })
  }
}

function fileId(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.\w+$/, '')
}
