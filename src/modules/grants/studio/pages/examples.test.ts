import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillChoir, openChoirApp, type ChoirApp } from '../../application/choir-app.testing.ts'
import { getDraft } from '../queries/drafts.ts'
import { examplesIn } from '../rules/examples.ts'
import { valueAt } from '../rules/paths.ts'
import { changeDraft, nextVersion, owner } from '../studio.testing.ts'

let torg: ChoirApp
let draftId: string
let studio: string
beforeAll(async () => {
  torg = await openChoirApp()
  draftId = (await nextVersion(torg)).id
  studio = `/saker/ordninger/${draftId}`
})
afterAll(() => torg.close())

const plain = (html: string) => html.replaceAll(/&quot;/g, '"').replaceAll(/\s+/g, ' ')
const show = async (path = 'eksempler') => plain((await torg.get(`${studio}/${path}`, { as: owner })).text)
const press = (form: Record<string, string>, path = 'eksempler') => torg.post(`${studio}/${path}`, { as: owner, form })
const examples = () => torg.inFjordvik(async (trx) => examplesIn((await getDraft(trx, draftId)).document))
const change = (path: string, after: unknown) => changeDraft(torg, draftId, path, after)

test('a draft without examples says how to get some', async () => {
  const page = await show()
  expect(page).toContain('Ingen eksempler ennå')
  expect(page).toContain('Du har ikke fylt ut noe i forhåndsvisningen ennå.')
  expect((await press({ _do: 'keep', navn: 'Koret' })).status).toBe(422)
})

test('some are made, and each is seen under the draft beside the scheme as it is today', async () => {
  expect((await press({ _do: 'make', antall: '6' })).status).toBe(303)
  expect(await examples()).toHaveLength(6)
  const page = await show()
  expect(page).toContain('Vanlig søknad: Prøvelaget')
  expect(page).toContain('Ikke bestemt')
  expect(page).toContain('Oppfyller')
})

test('once it is said how they should come out, a change of a rule that breaks one is told, also where one publishes', async () => {
  await press({ _do: 'agree' })
  expect((await examples()).every(({ expects }) => expects !== undefined)).toBe(true)
  expect(await show()).toContain('Alle 6 eksempler kommer ut som ventet.')
  expect(await show('publiser')).toContain('Alle 6 eksempler kommer ut som ventet.')
  const rule = 'rules[enoughMembers].when'
  const before = await torg.inFjordvik(async (trx) => valueAt((await getDraft(trx, draftId)).document, rule))
  await change(rule, 'answer.members >= 4000')
  for (const page of [await show(), await show('publiser')]) {
    expect(page).toMatch(/[1-6] av 6 eksempler kommer ikke ut som ventet/)
    expect(page).toContain(`/saker/ordninger/${draftId}/eksempler/e1`)
  }
  await change(rule, before)
  expect(await show()).toContain('Alle 6 eksempler kommer ut som ventet.')
})

test('what was filled in in the preview is kept by a name, and can take the place of another', async () => {
  const frame = /src="(\/saker\/skjemaprove\/[0-9a-f-]{36})/.exec(await show('forhandsvis'))?.[1] ?? ''
  await fillChoir(torg, frame, owner)
  const nameless = await press({ _do: 'keep', navn: ' ' })
  expect(nameless.status).toBe(422)
  expect(nameless.text).toContain('Skriv hva eksempelet skal hete')
  await press({ _do: 'keep', navn: 'Korlaget med 12 medlemmer' })
  const kept = (await examples()).at(-1)
  expect(kept).toMatchObject({ name: 'Korlaget med 12 medlemmer', applicant: 'member', answers: { members: 42 } })
  await press({ _do: 'keep', navn: '', istedet: 'e2' })
  expect((await examples()).find(({ key }) => key === 'e2')).toMatchObject({ answers: { members: 42 } })
})

test('an example is renamed, given an expectation, copied and taken away; what cannot be read stays as it was typed', async () => {
  const at = 'eksempler/e7'
  const page = await show(at)
  expect(page).toContain('Korlaget med 12 medlemmer')
  expect(page).toContain('42')
  const typed = { navn: 'Korlaget', som: 'outside', dag: '2026-11-20', utfall: 'fails', belop: '', stopp: 'nei' }
  const wrong = await press({ ...typed, _do: 'save', belop: 'mye', dag: '' }, at)
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="mye"')
  expect(wrong.text).toContain('error-summary')
  await press({ ...typed, _do: 'save' }, at)
  expect((await examples()).at(-1)).toMatchObject({ name: 'Korlaget', expects: { outcome: 'fails', stops: false } })
  await press({ _do: 'copy' }, at)
  expect((await examples()).at(-1)).toMatchObject({ key: 'e8', name: 'Korlaget (kopi)' })
  await press({ _do: 'remove' }, 'eksempler/e8')
  expect(await examples()).toHaveLength(7)
  expect((await torg.get(`${studio}/eksempler/e8`, { as: owner })).status).toBe(404)
})

test('it is filled in further in the preview, as its own applicant', async () => {
  const sent = await press({ _do: 'refill' }, 'eksempler/e7')
  expect(sent.headers.get('location')).toBe(`${studio}/forhandsvis`)
  const frame = /src="(\/saker\/skjemaprove\/[0-9a-f-]{36})/.exec(await show('forhandsvis'))?.[1] ?? ''
  expect((await torg.get(`${frame}/about`, { as: owner })).text).toContain('value="42"')
})

test('they go along in the scheme’s file and come in with it; one undo takes back what was made', async () => {
  const file = (await torg.get(`${studio}/eksport.json`, { as: owner })).text
  expect(JSON.parse(file).examples).toHaveLength(7)
  await press({ _do: 'make', antall: '3' })
  expect(await examples()).toHaveLength(10)
  await torg.post(`${studio}/angre`, { as: owner, form: { _do: 'undo', tilbake: 'eksempler' } })
  expect(await examples()).toHaveLength(7)
  expect(await show('endringer')).toContain('Eksempelet «Korlaget» er nytt')
})

test('there are at most forty, and nobody but who writes schemes sees them', async () => {
  for (let n = 0; n < 3; n++) await press({ _do: 'make', antall: '12' })
  expect(await examples()).toHaveLength(40)
  const full = await press({ _do: 'make', antall: '3' })
  expect(full.status).toBe(422)
  expect(full.text).toContain('høyst 40 eksempler')
  expect((await torg.get(`${studio}/eksempler`, { as: 'maren-lie' })).status).toBe(404)
})
