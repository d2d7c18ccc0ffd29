import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { astrid, fillPage, hiddenOf, openChoirApp, pdf, startChoir, typed, type ChoirApp } from '../choir-app.testing.ts'

let torg: ChoirApp
beforeAll(async () => {
  torg = await openChoirApp()
})
afterAll(() => torg.close())

const get = (path: string) => torg.get(path, { as: astrid })

describe('a draft', () => {
  test('answers an autosave with the questions that came, and errors only where one has been', async () => {
    const draft = await startChoir(torg)
    const shown = await get(`${draft}/about`)
    const form = { ...hiddenOf(shown.text, `${draft}/about`), kind: 'other', members: 'mange' }
    const answer = await torg.post(`${draft}/about`, { as: astrid, form, autosave: ['kind', 'members'] })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Hva arbeider dere med?')
    expect(answer.text).toContain('Skriv et tall i «Hvor mange medlemmer har dere?»')
    expect(answer.text).not.toContain('Velg et svar')
    expect(answer.text).not.toContain('error-summary')
    expect(answer.text).toContain('value="mange"')
  })

  test('written in two tabs keeps both where they differ, and asks where they do not agree', async () => {
    const draft = await startChoir(torg)
    const action = `${draft}/activity`
    const first = hiddenOf((await get(action)).text, action)
    const second = hiddenOf((await get(action)).text, action)
    await torg.post(action, { as: astrid, form: { ...first, rehearsals: '40', plan: 'Fra den første fanen', _do: 'save' } })
    const answer = await torg.post(action, {
      as: astrid,
      form: { ...second, plan: 'Fra den andre fanen', openForNew: 'yes', _do: 'save' },
    })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Fra den første fanen')
    expect(answer.text).toContain('Fra den andre fanen')
    const now = (await get(action)).text
    expect(now).toContain('value="40"')
    expect(now).toContain('Fra den første fanen')
    // Going on typing is no choice; saving the page again is.
    const typing = { ...hiddenOf(answer.text, action), rehearsals: '40', openForNew: 'yes', plan: 'Fra den andre fanen, lenger' }
    expect((await torg.post(action, { as: astrid, form: typing, autosave: ['plan'] })).status).toBe(409)
    expect((await get(action)).text).not.toContain('lenger')
    const chosen = await torg.post(action, {
      as: astrid,
      form: { ...hiddenOf(answer.text, action), rehearsals: '40', openForNew: 'yes', plan: 'Fra den andre fanen', _do: 'save' },
    })
    expect(chosen.status).toBe(303)
    expect((await get(action)).text).toContain('Fra den andre fanen')
  })

  test('shows what was typed also where the other tab made the question go away', async () => {
    const draft = await startChoir(torg)
    const action = `${draft}/about`
    const first = { ...hiddenOf((await get(action)).text, action), kind: 'other', _do: 'save' }
    await torg.post(action, { as: astrid, form: first })
    const shown = hiddenOf((await get(action)).text, action)
    await torg.post(action, { as: astrid, form: { ...shown, kind: 'choir', culturalField: 'Teater', _do: 'save' } })
    const answer = await torg.post(action, { as: astrid, form: { ...shown, kind: 'other', culturalField: 'Dans', _do: 'save' } })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('value="Dans"')
    expect(answer.text).toContain('Teater')
  })

  test('gets rows and loses them by plain buttons', async () => {
    const draft = await startChoir(torg)
    await fillPage(torg, draft, 'activity', { 'concerts.0.what': 'Julekonsert' }, 'add:concerts')
    await fillPage(
      torg,
      draft,
      'activity',
      { 'concerts.0.what': 'Julekonsert', 'concerts.1.what': 'Vårkonsert', 'concerts.1.extra': '1' },
      'save',
    )
    expect((await get(`${draft}/activity`)).text).toContain('Vårkonsert')
    const gone = await fillPage(
      torg,
      draft,
      'activity',
      { 'concerts.0.what': 'Julekonsert', 'concerts.1.what': 'Vårkonsert' },
      'remove:concerts:0',
    )
    expect(gone.headers.get('location')).toBe(`${draft}/activity#q-concerts`)
    const text = (await get(`${draft}/activity`)).text
    expect(text).toContain('Vårkonsert')
    expect(text).not.toContain('Julekonsert')
    await fillPage(torg, draft, 'money', typed['money'] ?? {}, 'add:budget:cost')
    expect((await get(`${draft}/money`)).text).toContain('Fjern')
  })

  test('takes files once, gives them back to their owner only, and lets them go', async () => {
    const draft = await startChoir(torg)
    const action = `${draft}/attachments`
    const form = { ...hiddenOf((await get(action)).text, action), _do: 'upload' }
    const files = [['accounts', pdf('regnskap.pdf')]] as const
    await torg.post(action, { as: astrid, form, files })
    await torg.post(action, { as: astrid, form, files })
    const shown = await get(action)
    const links = [...shown.text.matchAll(/href="([^"]*\/fil\/[^"]*)"/g)].map(([, href = '']) => href)
    expect(links).toHaveLength(1)
    const file = await get(links[0] ?? '')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect((await torg.get(links[0] ?? '', { as: 'jonas-berge' })).status).toBe(404)
    await torg.post(action, {
      as: astrid,
      form: { ...hiddenOf(shown.text, action), _do: `removeFile:${links[0]?.split('/').at(-1) ?? ''}` },
    })
    expect((await get(links[0] ?? '')).status).toBe(404)
  })

  test('can be deleted, after being asked', async () => {
    const draft = await startChoir(torg)
    const asked = await get(`${draft}/slett`)
    expect(asked.text).toContain('Slette utkastet?')
    expect((await torg.post(`${draft}/slett`, { as: astrid, form: hiddenOf(asked.text, `${draft}/slett`) })).status).toBe(303)
    expect((await get(`${draft}/about`)).status).toBe(404)
  })
})
