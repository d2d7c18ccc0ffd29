import { formLimits, type FormPage } from '../../model.ts'
import { bothFeel, type Draft, type DraftPage, type NewField } from './form-draft.ts'
import { keyMaker } from './make-keys.ts'
import { CannotImport } from './source.ts'

type NewPage = (typeof FormPage)['_zod']['input']

/** Conditions that became longer than an expression can be when they were joined are left out, and told. */
export function dropTooLong(draft: Pick<Draft, 'spoil'>, pages: readonly NewPage[]): void {
  const tooLong = (feel: string | undefined, path: string): boolean => {
    if (feel === undefined || feel.length <= formLimits.expression) return false
    draft.spoil(
      'conditions',
      path,
      'Together with the conditions around it, it is longer than a condition can be. It is left out.',
    )
    return true
  }
  for (const page of pages) {
    if (tooLong(page.showIf, page.key)) delete page.showIf
    for (const field of page.fields) {
      const path = `${page.key}.${field.key}`
      if (tooLong(field.showIf, path)) delete field.showIf
      if (tooLong(field.requiredIf, path)) delete field.requiredIf
      if (field.checks) field.checks = field.checks.filter((check) => !tooLong(check.when, path))
    }
  }
}

/**
 * The pages as the definition holds them. A page with too many questions is cut in two; where there are too many pages, neighbours
 * are put together, each with its title as a heading that its condition follows.
 * @throws CannotImport when the form has more than a definition holds
 */
export function layOut(pages: readonly DraftPage[], key: (name: string) => string): NewPage[] {
  const cut = pages
    .map((page) => ({ ...page, fields: page.fields.filter(saysSomething) }))
    .filter((page) => page.fields.length > 0)
    .flatMap(cutLong)
  const groups = cut.length <= formLimits.pages ? cut.map((page) => [page]) : packed(cut)
  const pageKey = keyMaker()
  return groups.map((group) => {
    const [first] = group
    if (!first || group.length > 1) return together(group, key, pageKey)
    const { title, intro, showIf, fields } = first
    return { key: pageKey(title.nb, 'page'), title, ...(intro ? { intro } : {}), ...(showIf ? { showIf } : {}), fields }
  })
}

/** A heading with nothing under it, and no text of its own, is left out. */
function saysSomething(field: NewField, index: number, all: readonly NewField[]): boolean {
  if (field.type !== 'section' || field.help !== undefined) return true
  const next = all[index + 1]
  return next !== undefined && next.type !== 'section'
}

function cutLong(page: DraftPage): DraftPage[] {
  const room = formLimits.fields - 1
  if (page.fields.length <= room) return [page]
  const parts: NewField[][] = []
  for (let at = 0; at < page.fields.length; at += room) parts.push(page.fields.slice(at, at + room))
  let open: NewField | undefined
  return parts.map((fields, index) => {
    // A heading's condition goes for what follows it, also over the cut.
    const heading = open && fields[0]?.type !== 'section' && open.showIf ? open.showIf : undefined
    open = fields.findLast((field) => field.type === 'section') ?? open
    const next = fields.findIndex((field) => field.type === 'section')
    const until = next < 0 ? fields.length : next
    const shown = fields.map((field, at) => {
      const showIf = at < until ? bothFeel(heading, field.showIf) : field.showIf
      return showIf ? { ...field, showIf } : field
    })
    const number = (text: string) => (index === 0 ? text : `${text} (${index + 1})`)
    return {
      ...page,
      title: { nb: number(page.title.nb), nn: number(page.title.nn), en: number(page.title.en) },
      fields: shown,
    }
  })
}

/** Neighbours put together with as even a load as they allow, each page costing its questions and a heading. */
function packed(pages: readonly DraftPage[]): DraftPage[][] {
  const sameGroup = pages.every((page) => page.group !== undefined)
  for (let load = 1; load <= formLimits.fields; load++) {
    const groups = fill(pages, load, sameGroup)
    if (groups.length <= formLimits.pages) return groups
  }
  const groups = fill(pages, formLimits.fields, false)
  if (groups.length <= formLimits.pages) return groups
  throw new CannotImport(
    '',
    `the form has more than the ${formLimits.pages * formLimits.fields} questions on ${formLimits.pages} pages that a form can hold`,
  )
}

function fill(pages: readonly DraftPage[], load: number, keepGroups: boolean): DraftPage[][] {
  const groups: DraftPage[][] = []
  let room = 0
  for (const page of pages) {
    const cost = page.fields.length + 1
    const last = groups.at(-1)
    const stays = last !== undefined && cost <= room && (!keepGroups || last[0]?.group?.nb === page.group?.nb)
    if (stays) last.push(page)
    else groups.push([page])
    room = (stays ? room : load) - cost
  }
  return groups
}

function together(group: readonly DraftPage[], key: (name: string) => string, pageKey: (name: string) => string): NewPage {
  const [first] = group
  const last = group.at(-1)
  if (!first || !last) throw new CannotImport('', 'the form has no questions')
  const span = (lang: 'nb' | 'nn' | 'en') =>
    first.group && group.every((page) => page.group?.nb === first.group?.nb)
      ? first.group[lang]
      : `${first.title[lang]} – ${last.title[lang]}`
  const fields = group.flatMap((page): NewField[] => [
    {
      type: 'section',
      key: key(`part ${page.title.nb}`),
      label: page.title,
      ...(page.intro ? { help: page.intro } : {}),
      ...(page.showIf ? { showIf: page.showIf } : {}),
    },
    ...page.fields.map((field) => {
      const showIf = field.type === 'section' ? bothFeel(page.showIf, field.showIf) : field.showIf
      return showIf ? { ...field, showIf } : field
    }),
  ])
  const title = { nb: span('nb'), nn: span('nn'), en: span('en') }
  return { key: pageKey(title.nb), title, fields }
}
