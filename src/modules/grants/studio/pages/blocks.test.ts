import { afterAll, beforeAll, expect, test } from 'vitest'
import { hiddenOf, openChoirApp, type ChoirApp } from '../../application/choir-app.testing.ts'
import { getSchemeBySlug } from '../../scheme/queries/schemes.ts'
import { publishScheme } from '../../scheme/actions/publish-scheme.ts'
import { discardDraft } from '../actions/close-draft.ts'
import { editDraft } from '../actions/edit-draft.ts'
import { startDraft } from '../actions/start-draft.ts'
import { listBlockUses } from '../queries/blocks.ts'
import { getDraft } from '../queries/drafts.ts'
import { listReadyBlocks } from '../queries/ready-blocks.ts'
import { valueAt } from '../rules/paths.ts'
import { readDocument } from '../rules/read-document.ts'
import { withoutBlanks } from '../rules/texts3.ts'

const owner = 'liv-tangen'
const confirm = 'form.pages[confirm].fields'
const about = 'form.pages[about].fields'
const activity = 'form.pages[activity].fields'
let torg: ChoirApp
let choir: string
let copy: string
let block: string
beforeAll(async () => {
  torg = await openChoirApp()
  ;[choir, copy] = await torg.inFjordvik(async (trx) => {
    const { id } = await getSchemeBySlug(trx, 'kor-og-korps')
    const next = await startDraft(trx, { from: 'version', schemeId: id })
    const other = await startDraft(trx, { from: 'copy', schemeId: id, title: 'Tilskudd til dans', lang: 'nb' })
    return [next.id, other.id]
  })
})
afterAll(() => torg.close())

const at = (draftId: string, path: string) => `/saker/ordninger/${draftId}/${path}`
const document = (draftId: string) => torg.inFjordvik(async (trx) => (await getDraft(trx, draftId)).document)
const stands = async (draftId: string, path: string) => valueAt(await document(draftId), path)
const keys = async (draftId: string, list: string) => ((await stands(draftId, list)) as { key: string }[]).map((each) => each.key)
const send = async (page: string, form: Record<string, string | readonly string[]>, pick = '') => {
  const { text } = await torg.get(page, { as: owner })
  const last = text.slice(Math.max(0, pick ? text.lastIndexOf('<form', text.indexOf(pick)) : 0))
  return await torg.post(page, { as: owner, form: { ...hiddenOf(last, page), ...form } })
}
const write = async (draftId: string, path: string, words: string) =>
  await torg.inFjordvik(
    async (trx) =>
      await editDraft(trx, {
        draftId,
        ops: (draft) => [{ do: 'set', path, before: valueAt(draft.document, path), after: words }],
      }),
  )
const useOf = async (draftId: string) =>
  await torg.inFjordvik(
    async (trx) => (await listBlockUses(trx, await getDraft(trx, draftId))).find((each) => each.blockId === block)?.id ?? '',
  )
const insert = async (draftId: string, list: string) =>
  await send(at(draftId, 'skjema'), { _do: `block:${list}`, [`block:${list}`]: block })
const update = async (draftId: string, chosen: readonly string[]) =>
  await send(at(draftId, `blokk/${await useOf(draftId)}`), { _do: 'update', spm: chosen }, 'blokkrevisjon')
const undo = async (draftId: string) => await torg.post(at(draftId, 'angre'), { as: owner, form: { _do: 'undo', tilbake: '' } })

test('questions of a page become a block, and need a name', async () => {
  const page = at(choir, `ny-blokk/${encodeURIComponent('form.pages[confirm]')}`)
  const nameless = await send(page, { navn: ' ', spm: ['account'] })
  expect(nameless.status).toBe(422)
  expect(nameless.text).toContain('Skriv et navn')
  expect((await send(page, { navn: 'Tom' })).text).toContain('minst ett spørsmål')
  const saved = await send(page, { navn: 'Konto og bekreftelse', spm: ['account', 'truth'] })
  block = /blokker\/([0-9a-f-]{36})/.exec(saved.headers.get('location') ?? '')?.[1] ?? ''
  expect(block).not.toBe('')
  const list = await torg.get('/saker/ordninger/blokker', { as: owner })
  expect(list.text).toContain('Konto og bekreftelse')
  expect((await torg.get(at(choir, 'skjema'), { as: owner })).text).toContain('Blokk: Konto og bekreftelse')
  const again = await torg.get(page, { as: owner })
  expect(again.text).not.toContain('value="account"')
})

test('a block is put in under keys nobody has there, and taken out again by undo', async () => {
  await insert(copy, activity)
  expect((await keys(copy, activity)).slice(-2)).toEqual(['account2', 'truth2'])
  await undo(copy)
  expect(await keys(copy, activity)).not.toContain('account2')
  expect(await useOf(copy)).toBe('')
  await torg.post(at(copy, 'angre'), { as: owner, form: { _do: 'redo', tilbake: '' } })
  expect(await keys(copy, activity)).toContain('account2')
  expect(await useOf(copy)).not.toBe('')
})

test('a changed block changes every draft that uses it, never what is published, and can be undone in each', async () => {
  const published = await torg.inFjordvik(async (trx) => JSON.stringify(await getSchemeBySlug(trx, 'kor-og-korps')))
  await write(choir, `${confirm}[account].label.nb`, 'Hvilken konto skal pengene til?')
  const answer = await update(choir, ['account', 'truth'])
  expect(answer.headers.get('location')).toContain('utkast=1&beholdt=0')
  expect(await stands(copy, `${activity}[account2].label.nb`)).toBe('Hvilken konto skal pengene til?')
  expect((await stands(copy, `${activity}[account2]`)) as object).toMatchObject({ key: 'account2', type: 'bankAccount' })
  expect(await torg.inFjordvik(async (trx) => JSON.stringify(await getSchemeBySlug(trx, 'kor-og-korps')))).toBe(published)
  await undo(copy)
  expect(await stands(copy, `${activity}[account2].label.nb`)).not.toBe('Hvilken konto skal pengene til?')
  expect((await torg.get(at(copy, 'skjema'), { as: owner })).text).toContain('1 spørsmål er ikke som i blokken')
})

test('what has been changed in a draft is not overwritten; a button brings the block’s words', async () => {
  const own = 'Hvor skal pengene?'
  await write(copy, `${activity}[account2].label.nb`, own)
  await write(choir, `${confirm}[account].label.nb`, 'Kontonummer')
  await write(choir, `${confirm}[truth].label.nb`, 'Alt er riktig')
  const answer = await update(choir, ['account', 'truth'])
  expect(answer.headers.get('location')).toContain('utkast=1&beholdt=1')
  expect(await stands(copy, `${activity}[account2].label.nb`)).toBe(own)
  expect(await stands(copy, `${activity}[truth2].label.nb`)).toBe('Alt er riktig')
  const page = at(copy, `blokk/${await useOf(copy)}`)
  const shown = await torg.get(page, { as: owner })
  expect(shown.text).toContain('Endret her')
  await send(page, { _do: 'use:account' })
  expect(await stands(copy, `${activity}[account2].label.nb`)).toBe('Kontonummer')
  expect((await torg.get(page, { as: owner })).text).not.toContain('Endret her')
})

test('a question that joins a block comes to the other drafts beside its fellows; one that leaves goes, and stays where it was', async () => {
  await update(choir, ['account', 'policeCertificates', 'truth'])
  expect((await keys(copy, activity)).slice(-3)).toEqual(['account2', 'policeCertificates2', 'truth2'])
  // Its condition names a question that is no part of the block, and is left.
  expect(await stands(copy, `${activity}[policeCertificates2].showIf`)).toBe('answer.youngMembers > 0')
  await update(choir, ['account', 'truth'])
  expect(await keys(copy, activity)).not.toContain('policeCertificates2')
  expect(await keys(choir, confirm)).toContain('policeCertificates')
})

test('another order of a block comes to the drafts that use it, but to those that have an order of their own', async () => {
  const move = async (draftId: string, path: string, to: string, after: string) =>
    await send(at(draftId, 'skjema'), { _do: `move:${path}`, to, after })
  const both = async () => (await keys(copy, activity)).slice(-2)
  await move(choir, `${confirm}[truth]`, confirm, '')
  await update(choir, ['account', 'truth'])
  expect(await both()).toEqual(['truth2', 'account2'])
  await undo(copy)
  expect(await both()).toEqual(['account2', 'truth2'])
  await write(choir, `${confirm}[truth].label.nn`, 'Alt er rett')
  await update(choir, ['account', 'truth'])
  expect(await both()).toEqual(['account2', 'truth2'])
  expect(await stands(copy, `${activity}[truth2].label.nn`)).toBe('Alt er rett')
  await move(choir, `${confirm}[truth]`, confirm, 'policeCertificates')
  await update(choir, ['account', 'truth'])
  expect(await both()).toEqual(['account2', 'truth2'])
})

test('conditions within a block follow the keys its questions get', async () => {
  const page = at(choir, `ny-blokk/${encodeURIComponent('form.pages[activity]')}`)
  const saved = await send(page, { navn: 'Åpent for nye', spm: ['openForNew', 'whyClosed'] })
  const open = /blokker\/([0-9a-f-]{36})/.exec(saved.headers.get('location') ?? '')?.[1] ?? ''
  await send(at(copy, 'skjema'), { _do: `block:${about}`, [`block:${about}`]: open })
  expect(await stands(copy, `${about}[whyClosed2].showIf`)).toBe('answer.openForNew2 = false')
})

test('of two who change a block at once, the second is told and nothing of theirs is half done', async () => {
  const pages = await Promise.all(
    [choir, copy].map(async (draftId) => {
      const page = at(draftId, `blokk/${await useOf(draftId)}`)
      const { text } = await torg.get(page, { as: owner })
      return { page, hidden: hiddenOf(text.slice(text.lastIndexOf('<form', text.indexOf('blokkrevisjon'))), page) }
    }),
  )
  const chosen = [
    ['account', 'truth'],
    ['account2', 'truth2'],
  ]
  const answers = await Promise.all(
    pages.map(({ page, hidden }, n) => torg.post(page, { as: owner, form: { ...hidden, _do: 'update', spm: chosen[n] ?? [] } })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
})

test('another municipality does not see the block', async () => {
  const asking = { as: 'berit-nes', host: 'lyngsund.localhost' }
  expect((await torg.get('/saker/ordninger/blokker', asking)).text).not.toContain('Konto og bekreftelse')
  expect((await torg.get(`/saker/ordninger/blokker/${block}`, asking)).status).toBe(404)
})

test('the next version of a scheme goes on using the blocks of the version it follows, also when they have changed meanwhile', async () => {
  const schemeId = await torg.inFjordvik(async (trx) => {
    const { id, definition } = await getSchemeBySlug(trx, 'kor-og-korps')
    // As publishing the draft does: standard values filled in.
    const { form } = withoutBlanks((await getDraft(trx, choir)).document) as Pick<typeof definition, 'form'>
    await publishScheme(trx, { definition: { ...definition, form }, now: torg.clock.now })
    await discardDraft(trx, { draftId: choir, personId: torg.ground[0]?.people.get(owner) ?? '' })
    await trx.updateTable('scheme_draft').set({ closed_as: 'published' }).where('id', '=', choir).execute()
    return id
  })
  await write(copy, `${activity}[account2].label.nb`, 'Konto')
  await update(copy, ['account2', 'truth2'])
  const next = await torg.inFjordvik(async (trx) => (await startDraft(trx, { from: 'version', schemeId })).id)
  expect(await stands(next, `${confirm}[account].label.nb`)).toBe('Kontonummer')
  const form = await torg.get(at(next, 'skjema'), { as: owner })
  expect(form.text).toContain('1 spørsmål er ikke som i blokken')
  expect(form.text).toContain('Blokken er endret')
  await send(at(next, `blokk/${await useOf(next)}`), { _do: 'use:account' })
  expect(await stands(next, `${confirm}[account].label.nb`)).toBe('Konto')
  await write(copy, `${activity}[truth2].label.nb`, 'Sant')
  await update(copy, ['account2', 'truth2'])
  expect(await stands(next, `${confirm}[truth].label.nb`)).toBe('Sant')
  const page = await torg.get(`/saker/ordninger/blokker/${block}`, { as: owner })
  expect(page.text).toContain('Publisert med spørsmål fra blokken')
})

test('a ready block is brought in by one press, once, and stands in a form without a fault', async () => {
  const list = '/saker/ordninger/blokker'
  for (const ready of listReadyBlocks()) {
    const shown = await torg.get(list, { as: owner })
    expect(shown.text).toContain(`value="${ready.key}"`)
    const brought = await torg.post(list, { as: owner, form: { blokk: ready.key } })
    const address = brought.headers.get('location') ?? ''
    const twice = await torg.post(list, { as: owner, form: { blokk: ready.key } })
    expect(twice.headers.get('location')).toBe(address)
    expect((await torg.get(list, { as: owner })).text).not.toContain(`value="${ready.key}"`)
    const blockId = /blokker\/([0-9a-f-]{36})/.exec(address)?.[1] ?? ''
    const blank = await torg.inFjordvik(
      async (trx) => (await startDraft(trx, { from: 'blank', title: ready.name.nb, lang: 'nb', unit: 'kultur' })).id,
    )
    await send(at(blank, 'skjema'), { _do: 'add:form.pages', 'new:form.pages': 'Side' })
    await send(at(blank, 'skjema'), { _do: 'block:form.pages[side].fields', 'block:form.pages[side].fields': blockId })
    expect(await keys(blank, 'form.pages[side].fields')).toEqual(ready.fields.map((field) => field.key))
    const findings = readDocument(await document(blank)).findings.filter(({ path }) => path.startsWith('form.pages[side].fields'))
    expect(findings).toEqual([])
    expect((await torg.get(at(blank, 'forhandsvis'), { as: owner })).text).toContain('<iframe')
  }
  expect((await torg.post(list, { as: owner, form: { blokk: 'finnes-ikke' } })).status).toBe(404)
})

test('before a block is deleted one is told where it is used; its questions stay as ordinary ones', async () => {
  const shown = await torg.get(`/saker/ordninger/blokker/${block}`, { as: owner })
  expect(shown.text).not.toContain('value="remove"')
  const asked = await torg.get(`/saker/ordninger/blokker/${block}?slett=1`, { as: owner })
  expect(asked.text).toMatch(/utkast bruker blokken\. Spørsmålene blir stående der/)
  expect(asked.text).toContain('Tilskudd til dans')
  expect(asked.text).toContain('value="remove"')
  await send(`/saker/ordninger/blokker/${block}`, { _do: 'remove' })
  expect((await torg.get(`/saker/ordninger/blokker/${block}`, { as: owner })).status).toBe(404)
  expect(await keys(copy, activity)).toContain('account2')
  const form = await torg.get(at(copy, 'skjema'), { as: owner })
  expect(form.text).not.toContain('Blokk: Konto og bekreftelse')
})
