import { afterAll, beforeAll, expect, test } from 'vitest'
import { hiddenOf, openChoirApp, type ChoirApp } from '../../application/choir-app.testing.ts'
import { getSchemeBySlug } from '../../scheme/queries/schemes.ts'
import { startDraft } from '../actions/start-draft.ts'
import { getDraft } from '../queries/drafts.ts'
import { readDocument } from '../rules/read-document.ts'
import { valueAt } from '../rules/paths.ts'

const owner = 'liv-tangen'
let torg: ChoirApp
let studio: string
let draftId: string
beforeAll(async () => {
  torg = await openChoirApp()
  draftId = await torg.inFjordvik(async (trx) => {
    const scheme = await getSchemeBySlug(trx, 'kor-og-korps')
    return (await startDraft(trx, { from: 'version', schemeId: scheme.id })).id
  })
  studio = `/saker/ordninger/${draftId}`
})
afterAll(() => torg.close())

const document = () => torg.inFjordvik(async (trx) => (await getDraft(trx, draftId)).document)
const keys = async (list: string) => (valueAt(await document(), list) as { key: string }[]).map((each) => each.key)
const press = async (form: Record<string, string>) =>
  await torg.post(`${studio}/skjema`, {
    as: owner,
    form: { ...hiddenOf((await torg.get(`${studio}/skjema`, { as: owner })).text, `${studio}/skjema`), ...form },
  })
const about = 'form.pages[about].fields'
const at = (path: string) => `${studio}/skjema/${encodeURIComponent(path)}`
const save = async (path: string, form: Record<string, string>, button = 'save') =>
  await torg.post(at(path), {
    as: owner,
    form: { ...hiddenOf((await torg.get(at(path), { as: owner })).text, at(path)), ...form, _do: button },
  })

test('a question is added by its words and kind, and opens to be written', async () => {
  const answer = await press({ _do: `add:${about}`, [`new:${about}`]: 'Hvor mange øver dere?', [`type:${about}`]: 'number' })
  expect(answer.headers.get('location')).toContain(encodeURIComponent(`${about}[hvorMangeOverDere]`))
  expect((await keys(about)).at(-1)).toBe('hvorMangeOverDere')
  const page = await torg.get(at(`${about}[hvorMangeOverDere]`), { as: owner })
  expect(page.text).toContain('Hvor mange øver dere?')
})

test('a condition is made of menus and kept as an expression of the rule language', async () => {
  const path = `${about}[hvorMangeOverDere]`
  const showIf = `${path}.showIf`
  await save(path, {
    [`${path}.label.nn`]: 'Kor mange øver de?',
    [`${showIf}~how`]: 'menus',
    [`${showIf}~fact0`]: 'answer.kind',
    [`${showIf}~test0`]: 'equal',
    [`${showIf}~value0`]: 'choir',
  })
  expect(valueAt(await document(), showIf)).toBe('answer.kind = "choir"')
  expect(valueAt(await document(), `${path}.label.nn`)).toBe('Kor mange øver de?')
  const again = await torg.get(at(path), { as: owner })
  expect(again.text).toMatch(/<option value="answer\.kind" selected/)
  await save(path, { [`${showIf}~how`]: 'always' })
  expect(valueAt(await document(), showIf)).toBeUndefined()
})

test('what is typed in the rule language and cannot be read is kept, and told of at its place', async () => {
  const path = `${about}[members]`
  await save(path, { [`${path}.showIf~how`]: 'text', [`${path}.showIf`]: 'answer.kind = ' })
  expect(valueAt(await document(), `${path}.showIf`)).toBe('answer.kind =')
  const page = await torg.get(at(path), { as: owner })
  expect(page.text).toContain('answer.kind =')
  expect(page.text).toContain('ds-validation-message')
  await torg.post(`${studio}/angre`, { as: owner, form: { _do: 'undo', tilbake: '' } })
  expect(valueAt(await document(), `${path}.showIf`)).toBeUndefined()
})

test('questions move within their page and on to the next, are copied under a key of their own, and taken away', async () => {
  const before = await keys(about)
  const last = before.at(-1) ?? ''
  await press({ _do: `up:${about}[${last}]` })
  expect((await keys(about)).at(-2)).toBe(last)
  await press({ _do: `down:${about}[${last}]` })
  await press({ _do: `down:${about}[${last}]` })
  expect((await keys('form.pages[activity].fields'))[0]).toBe(last)
  await press({ _do: `move:form.pages[activity].fields[${last}]`, to: about, after: before[0] ?? '' })
  expect((await keys(about))[1]).toBe(last)
  await press({ _do: `copy:${about}[${last}]` })
  expect((await keys(about))[2]).toBe(`${last}2`)
  await press({ _do: `remove:${about}[${last}2]` })
  expect(await keys(about)).not.toContain(`${last}2`)
})

test('a page is dragged among the pages; a thing that is dropped where none of its kind can stand stays where it was', async () => {
  const pages = await keys('form.pages')
  await press({ _do: 'move:form.pages[money]', to: 'form.pages', after: '' })
  expect(await keys('form.pages')).toEqual(['money', ...pages.filter((each) => each !== 'money')])
  await press({ _do: 'move:form.pages[money]', to: 'form.pages', after: 'activity' })
  expect(await keys('form.pages')).toEqual(pages)
  const before = await document()
  await press({ _do: 'move:form.pages[money]', to: about, after: '' })
  await press({ _do: `move:${about}[members]`, to: 'form.pages', after: '' })
  await press({ _do: 'move:form.pages[money].fields[budget]', to: 'form.pages[activity].fields[concerts].fields', after: '' })
  await press({ _do: `move:${about}[members]`, to: `${about}[members].options`, after: '' })
  expect(await document()).toEqual(before)
})

test('a question that is dropped in the report never gets the key of one that stands there', async () => {
  await press({ _do: 'add:report.fields', 'new:report.fields': 'Members', 'type:report.fields': 'number' })
  await press({ _do: `move:${about}[members]`, to: 'report.fields', after: '' })
  expect((await keys('report.fields'))[0]).toBe('members2')
  await press({ _do: 'move:report.fields[members2]', to: about, after: 'kind' })
  expect((await keys(about))[1]).toBe('members2')
  for (let n = 0; n < 2; n++) await torg.post(`${studio}/angre`, { as: owner, form: { _do: 'undo', tilbake: '' } })
  expect(await keys(about)).toContain('members')
})

test.each(['oneOf', 'severalOf', 'budget', 'table', 'file', 'declaration', 'calculated', 'date', 'section', 'info'])(
  'a new question of the kind %s has a page to write it on, and takes its words',
  async (type) => {
    const list = 'form.pages[confirm].fields'
    const answer = await press({ _do: `add:${list}`, [`new:${list}`]: `Ny ${type}`, [`type:${list}`]: type })
    const place = decodeURIComponent(/skjema\/([^?]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '')
    expect((await torg.get(at(place), { as: owner })).status).toBe(200)
    await save(place, { [`${place}.label.en`]: `New ${type}` })
    expect(valueAt(await document(), `${place}.label.en`)).toBe(`New ${type}`)
    const item = valueAt(await document(), place)
    expect(item).toMatchObject({ type })
    await press({ _do: `remove:${place}` })
    expect(readDocument(await document()).findings.filter((each) => each.path.startsWith(place))).toEqual([])
  },
)

test('an option is called by its words once it has any, and keeps that name', async () => {
  const list = 'form.pages[confirm].fields'
  await press({ _do: `add:${list}`, [`new:${list}`]: 'Størrelse', [`type:${list}`]: 'oneOf' })
  const place = `${list}[storrelse]`
  const label = (key: string) => `${place}.options[${key}].label.nb`
  const options = async () => await keys(`${place}.options`)
  const typing = { ...hiddenOf((await torg.get(at(place), { as: owner })).text, at(place)), [label('option2')]: 'Sto' }
  await torg.post(at(place), { as: owner, form: typing, autosave: [] })
  expect(await options()).toEqual(['option', 'option2'])
  await save(place, { [label('option')]: 'Lite', [label('option2')]: 'Stort' }, `add:${place}.options`)
  expect(await options()).toEqual(['lite', 'stort', 'option'])
  await save(place, { [label('option')]: 'Lite' })
  expect(await options()).toEqual(['lite', 'stort', 'lite2'])
  await save(place, { [label('lite')]: 'Ganske lite' })
  expect(await options()).toEqual(['lite', 'stort', 'lite2'])
  // One that a condition names already is known by that name.
  await save(place, {}, `add:${place}.options`)
  const members = `${about}[kind]`
  await save(members, { [`${members}.showIf~how`]: 'text', [`${members}.showIf`]: 'answer.storrelse = "option"' })
  await save(place, { [label('option')]: 'Enormt' })
  expect(await options()).toEqual(['lite', 'stort', 'lite2', 'option'])
})

test('a page is added, named and shown on a condition', async () => {
  const answer = await press({ _do: 'add:form.pages', 'new:form.pages': 'Til slutt' })
  expect(answer.headers.get('location')).toContain(encodeURIComponent('form.pages[tilSlutt]'))
  expect(await keys('form.pages')).toContain('tilSlutt')
})

test('two who change the form at once both keep what they did; a question that another has changed is not taken away', async () => {
  const page = await torg.get(`${studio}/skjema`, { as: owner })
  const hidden = hiddenOf(page.text, `${studio}/skjema`)
  await save(`${about}[members]`, { [`${about}[members].label.nb`]: 'Hvor mange er med?' })
  await torg.post(`${studio}/skjema`, { as: owner, form: { ...hidden, _do: `up:${about}[members]` } })
  expect(valueAt(await document(), `${about}[members].label.nb`)).toBe('Hvor mange er med?')
})
