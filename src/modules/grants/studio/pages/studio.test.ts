import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '#test/app.ts'
import { openChoirApp, type ChoirApp } from '../../application/choir-app.testing.ts'
import { getDraft } from '../queries/drafts.ts'
import { valueAt } from '../rules/paths.ts'
import { asOwner, nextVersion, owner } from '../studio.testing.ts'
import { studioParts } from './parts.ts'

const now = new Date('2026-11-22T09:00:00Z')
let torg: ChoirApp
let draftId: string

beforeAll(async () => {
  torg = await openChoirApp(now)
  draftId = (await nextVersion(torg)).id
}, 60_000)
afterAll(() => torg.close())

const at = (path = '') => `/saker/ordninger/${draftId}${path ? `/${path}` : ''}`

/** What a browser would send back of a page's form, untouched. */
function formOf(page: Answer): Record<string, string | string[]> {
  const form = /<form[^>]*id="studio-form"[\s\S]*?<\/form>/.exec(page.text)?.[0] ?? ''
  const values: Record<string, string | string[]> = {}
  const unescape = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    const type = /type="([^"]*)"/.exec(input)?.[1]
    if (!name || ((type === 'radio' || type === 'checkbox') && !input.includes(' checked'))) continue
    const value = unescape(/value="([^"]*)"/.exec(input)?.[1] ?? '')
    values[unescape(name)] = type === 'checkbox' ? [values[unescape(name)] ?? [], value].flat() : value
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    values[unescape(name)] = unescape(text)
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    values[unescape(name)] = unescape(/<option value="([^"]*)" selected/.exec(options)?.[1] ?? '')
  delete values['_csrf']
  delete values['_key']
  return values
}

async function stored(path: string): Promise<unknown> {
  const draft = await asOwner(torg, (trx) => getDraft(trx, draftId))
  return path === '#' ? draft.revision : valueAt(draft.document, path)
}

describe('a page of the studio', () => {
  test.each(studioParts.map((part) => part.path))('%s is shown, and sent untouched it changes nothing', async (part) => {
    const page = await torg.get(at(part), { as: owner })
    expect(page.status).toBe(200)
    if (!page.text.includes('id="studio-form"')) return
    const before = await stored('#')
    const answer = await torg.post(at(part), { as: owner, form: { ...formOf(page), _do: 'save' } })
    expect(answer.status).toBe(303)
    expect(await stored('#')).toBe(before)
  })

  test('keeps what two write at once in different places', async () => {
    const mine = formOf(await torg.get(at('formal'), { as: owner }))
    const theirs = { ...mine }
    await torg.post(at('formal'), { as: owner, form: { ...theirs, 'summary.nn': 'Kort på nynorsk', _do: 'save' } })
    await torg.post(at('formal'), { as: owner, form: { ...mine, 'summary.nb': 'Kort på bokmål', _do: 'save' } })
    expect(await stored('summary')).toMatchObject({ nb: 'Kort på bokmål', nn: 'Kort på nynorsk' })
  })

  test('shows both texts when two changed the same place, and lets one choose', async () => {
    const mine = formOf(await torg.get(at('formal'), { as: owner }))
    await torg.post(at('formal'), { as: owner, form: { ...mine, 'purpose.nb': 'Den enes formål', _do: 'save' } })
    const clash = await torg.post(at('formal'), {
      as: owner,
      form: { ...mine, 'purpose.nb': 'Den andres formål', 'purpose.nn': 'Føremål', _do: 'save' },
    })
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('Den enes formål')
    expect(clash.text).toContain('Den andres formål')
    expect(await stored('purpose')).toMatchObject({ nb: 'Den enes formål', nn: 'Føremål' })
    const seen = /name="_seen:purpose.nb" value="([^"]*)"/.exec(clash.text)?.[1] ?? ''
    const choice = { 'use:purpose.nb': 'mine', 'text:purpose.nb': 'Begges formål', '_seen:purpose.nb': seen, tilbake: 'formal' }
    const settled = await torg.post(at('kollisjon'), { as: owner, form: choice })
    expect(settled.status).toBe(303)
    expect(await stored('purpose.nb')).toBe('Begges formål')
    expect((await torg.post(at('kollisjon'), { as: owner, form: { ...choice, 'text:purpose.nb': 'Sent' } })).status).toBe(409)
  })

  test('saves as one types, and while another has changed the place keeps the typed text on the page', async () => {
    const mine = formOf(await torg.get(at('formal'), { as: owner }))
    const saved = await torg.post(at('formal'), {
      as: owner,
      form: { ...mine, 'evaluation.en': 'Every year' },
      autosave: ['evaluation.en'],
    })
    expect(saved.status).toBe(200)
    const late = await torg.post(at('formal'), {
      as: owner,
      form: { ...mine, 'evaluation.en': 'Each year' },
      autosave: ['evaluation.en'],
    })
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/name="evaluation\.en"[^>]*>Each year</)
    expect(late.text).toContain('Every year')
    expect(await stored('evaluation.en')).toBe('Every year')
  })

  test('keeps a number that cannot be read as it was typed, and says so at the field', async () => {
    const form = formOf(await torg.get(at('utbetaling'), { as: owner }))
    await torg.post(at('utbetaling'), { as: owner, form: { ...form, 'payment.plan[all].sharePercent': 'halve' }, autosave: [] })
    const page = await torg.get(at('utbetaling'), { as: owner })
    expect(page.text).toMatch(/value="halve"/)
    expect(page.text).toMatch(/id="f-payment-plan-all-sharePercent-error"/)
    const again = formOf(page)
    await torg.post(at('utbetaling'), { as: owner, form: { ...again, 'payment.plan[all].sharePercent': '99,5', _do: 'save' } })
    expect(await stored('payment.plan[all].sharePercent')).toBe(99.5)
    expect((await torg.get(at('utbetaling'), { as: owner })).text).toContain('99,5')
  })

  test('adds, moves and takes away with a button each, and saves what was typed first', async () => {
    const form = formOf(await torg.get(at('vilkar'), { as: owner }))
    const first = (await stored('conditions')) as { key: string }[]
    const added = await torg.post(at('vilkar'), { as: owner, form: { ...form, _do: 'add:conditions' } })
    expect(added.headers.get('location')).toContain('gjort=added#i-f-conditions-condition')
    const filled = formOf(await torg.get(at('vilkar'), { as: owner }))
    await torg.post(at('vilkar'), {
      as: owner,
      form: { ...filled, 'conditions[condition].text.nb': 'Nytt vilkår', _do: 'up:conditions[condition]' },
    })
    expect(((await stored('conditions')) as { key: string }[]).map((each) => each.key).at(-2)).toBe('condition')
    expect(await stored('conditions[condition].text.nb')).toBe('Nytt vilkår')
    const last = formOf(await torg.get(at('vilkar'), { as: owner }))
    await torg.post(at('vilkar'), { as: owner, form: { ...last, _do: 'remove:conditions[condition]' } })
    expect(await stored('conditions')).toEqual(first)
    const undone = await torg.post(at('angre'), { as: owner, form: { _do: 'undo', tilbake: 'vilkar' } })
    expect(undone.headers.get('location')).toBe(`${at('vilkar')}?gjort=undone`)
    expect(await stored('conditions[condition].text.nb')).toBe('Nytt vilkår')
  })

  test('does not take away what another has changed meanwhile', async () => {
    const mine = formOf(await torg.get(at('vilkar'), { as: owner }))
    await torg.post(at('vilkar'), { as: owner, form: { ...mine, 'conditions[condition].text.nn': 'Endra', _do: 'save' } })
    const refused = await torg.post(at('vilkar'), { as: owner, form: { ...mine, _do: 'remove:conditions[condition]' } })
    expect(refused.status).toBe(409)
    expect(await stored('conditions[condition].text.nn')).toBe('Endra')
  })

  test('asks for what the choice needs, and gives it a place', async () => {
    const form = formOf(await torg.get(at('utlysning'), { as: owner }))
    await torg.post(at('utlysning'), { as: owner, form: { ...form, notice: 'yes', _do: 'save' } })
    expect(await stored('notice')).toEqual({ days: 28 })
    const page = await torg.get(at('utlysning'), { as: owner })
    expect(page.text).toContain('name="notice.days"')
    await torg.post(at('utlysning'), { as: owner, form: { ...formOf(page), notice: 'no', _do: 'save' } })
    expect(await stored('notice')).toBeUndefined()
  })
})

describe('the list of schemes', () => {
  test('starts a new scheme, and says when its name is missing', async () => {
    expect((await torg.post('/saker/ordninger/ny', { as: owner, form: { navn: ' ' } })).text).toContain(
      'Skriv hva ordningen skal hete',
    )
    const begun = await torg.post('/saker/ordninger/ny', { as: owner, form: { navn: 'Støtte til grøne hagar', enhet: 'kultur' } })
    const address = begun.headers.get('location') ?? ''
    const overview = await torg.get(address, { as: owner })
    expect(overview.text).toContain('ting står igjen')
    expect((await torg.get('/saker/ordninger', { as: owner })).text).toContain('Støtte til grøne hagar')
    expect((await torg.get(`${address}/forkast`, { as: owner })).status).toBe(200)
    expect((await torg.post(`${address}/forkast`, { as: owner })).headers.get('location')).toContain('gjort=discarded')
    expect((await torg.get(address, { as: owner })).status).toBe(404)
  })

  test('asks which unit has a new scheme, and chooses none for one', async () => {
    const shown = await torg.get('/saker/ordninger/ny', { as: owner })
    expect(/<select[^>]*name="enhet"[^>]*><option value="">/.test(shown.text)).toBe(true)
    const form = { navn: 'Støtte til blå hagar', enhet: '' }
    const answer = await torg.post('/saker/ordninger/ny', { as: owner, form })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Velg enheten som har ansvaret.')
    expect(answer.text).toContain('value="Støtte til blå hagar"')
    expect((await torg.post('/saker/ordninger/ny', { as: owner, form: { ...form, enhet: 'finnes-ikke' } })).status).toBe(422)
  })

  test('goes on with the draft there is, and copies another scheme', async () => {
    const page = await torg.get('/saker/ordninger', { as: owner })
    expect(page.text).toContain(`href="${at()}"`)
    const copy = /\/saker\/ordninger\/ny\?kopi=([0-9a-f-]{36})/.exec(page.text)?.[1] ?? ''
    expect((await torg.get(`/saker/ordninger/ny?kopi=${copy}`, { as: owner })).text).toContain('Lag kopien')
    const made = await torg.post('/saker/ordninger/ny', { as: owner, form: { kopi: copy, navn: 'En kopi' } })
    expect((await torg.get(made.headers.get('location') ?? '', { as: owner })).text).toContain('En kopi')
  })

  test('is for scheme owners, of this municipality', async () => {
    expect((await torg.get('/saker/ordninger', { as: 'maren-lie' })).status).toBe(404)
    expect((await torg.get(at(), { as: 'maren-lie' })).status).toBe(404)
    const other = torg.ground.find((each) => each.municipality.slug === 'lyngsund')
    const stranger = [...(other?.people.keys() ?? [])].find((key) => key === 'geir-myhre' || key === 'berit-nes') ?? ''
    const host = other?.municipality.hosts[0] ?? ''
    for (const path of ['', 'formal']) expect((await torg.get(at(path), { as: stranger, host })).status).toBe(404)
  })
})
