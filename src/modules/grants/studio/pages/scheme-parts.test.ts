import { afterAll, beforeAll, expect, test } from 'vitest'
import { hiddenOf, openChoirApp, type ChoirApp } from '../../application/choir-app.testing.ts'
import { getDraft } from '../queries/drafts.ts'
import { readDocument } from '../rules/read-document.ts'
import { valueAt } from '../rules/paths.ts'
import { nextVersion, owner } from '../studio.testing.ts'

let torg: ChoirApp
let draftId: string
let address: string
beforeAll(async () => {
  torg = await openChoirApp()
  draftId = (await nextVersion(torg)).id
  address = `/saker/ordninger/${draftId}/deler`
})
afterAll(() => torg.close())

const document = () => torg.inFjordvik(async (trx) => (await getDraft(trx, draftId)).document)
const typed: Record<string, string> = {}
const save = async (form: Record<string, string>, button = 'save') => {
  const page = await torg.get(address, { as: owner })
  // A browser sends all that stands on the page.
  Object.assign(typed, form)
  return await torg.post(address, { as: owner, form: { ...hiddenOf(page.text, address), ...typed, _do: button } })
}

test('a scheme gets parts with rules and an amount of their own, and the form gets their pages', async () => {
  await save({}, 'add:parts')
  await save({
    'parts[part].title.nb': 'Del A',
    'parts[part].title.nn': 'Del A',
    'parts[part].title.en': 'Part A',
    'parts[part].amount': 'own',
  })
  await save({}, 'add:parts[part].rules')
  await save({
    'parts[part].amount.maxOre': '25 000',
    'parts[part].rules[rule].when~how': 'menus',
    'parts[part].rules[rule].when~fact0': 'answer.members',
    'parts[part].rules[rule].when~test0': 'atLeast',
    'parts[part].rules[rule].when~value0': '20',
  })
  const now = await document()
  expect(valueAt(now, 'parts[part].amount.maxOre')).toBe(2_500_000)
  expect(valueAt(now, 'parts[part].title.en')).toBe('Part A')
  const form = await torg.get(`/saker/ordninger/${draftId}/skjema`, { as: owner })
  expect(form.text).toContain('Del: Del A')
})

test('a fact that is chosen gives the tests and the value that belong to it, and both are kept', async () => {
  const when = 'parts[part].rules[rule].when'
  await save({
    [`${when}~how`]: 'menus',
    [`${when}~fact0`]: 'answer.members',
    [`${when}~test0`]: 'atLeast',
    [`${when}~value0`]: '20',
  })
  expect(valueAt(await document(), when)).toBe('answer.members >= 20')
})

test('a scheme whose last part is taken away has no parts any more', async () => {
  await save({}, 'remove:parts[part]')
  const now = await document()
  expect(valueAt(now, 'parts')).toBeUndefined()
  expect(readDocument(now).findings).toEqual([])
})
