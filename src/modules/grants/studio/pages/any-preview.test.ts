import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { json } from '#platform/database/tables.ts'
import { routes } from '#src/routes.ts'
import { anyScheme } from '../../any-form.testing.ts'
import { holds } from '../../application/any-person.testing.ts'
import { openAnyScheme, type AnySchemeApp } from '../../application/any-scheme.testing.ts'
import { astrid, openChoirApp, type ChoirApp } from '../../application/choir-app.testing.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { writeSchemeFile } from '../../scheme/rules/exchange.ts'

const owner = 'liv-tangen'
let torg: ChoirApp
let scheme: AnySchemeApp
beforeAll(async () => {
  torg = await openChoirApp()
  scheme = await openAnyScheme(torg)
})
afterAll(() => torg.close())

test('behind the preview stand the applicant’s own pages, and no others', () => {
  const behind = (path: string) =>
    routes
      .filter((route) => route.path.startsWith(path))
      .map((route) => [route.method, route.path.slice(path.length), route.handler])
  const tried = behind('/saker/skjemaprove/:draftId')
  const own = behind('/tilskudd/:slug/soknad/:draftId')
  expect(tried.length).toBeGreaterThan(4)
  for (const route of tried) expect(own).toContainEqual(route)
})

/** What a page asks, as it stands in the page; addresses and what is new each time left out. */
function asked(html: string, draftId: string): string | undefined {
  const questions = html.split('<div id="questions"')[1]?.split('<div class="tg-buttons"')[0]
  return questions?.replaceAll(/\/(saker\/skjemaprove|tilskudd\/[a-z-]+\/soknad)\//g, '/').replaceAll(draftId, '')
}

/** Nothing known of the applicant, who is another in the preview. */
const forgetAnswers = (id: string) =>
  torg.inFjordvik((trx) =>
    trx
      .updateTable('draft')
      .set({ answers: json({}) })
      .where('id', '=', id)
      .execute(),
  )

test('the frame of the preview shows any form exactly as its applicants get it', async () => {
  const same = fc.asyncProperty(anyScheme, async (definition) => {
    const file = new File([writeSchemeFile({ ...definition, slug: 'fra-en-annen' })], 'ordning.json', {
      type: 'application/json',
    })
    const brought = await torg.post('/saker/ordninger/hent', { as: owner, files: [['filer', file]] })
    const studio = (brought.headers.get('location') ?? '').replace('/hentet', '')
    const preview = await torg.get(`${studio}/forhandsvis`, { as: owner })
    const trial = /<iframe [^>]*src="\/saker\/skjemaprove\/([0-9a-f-]{36})\?sprak=nb"/.exec(preview.text)?.[1] ?? ''
    await scheme.publish(definition)
    const own = await scheme.begin()
    for (const id of [trial, own]) await forgetAnswers(id)
    for (const { key } of forPart(definition, 'first').form.pages) {
      const framed = await torg.get(`/saker/skjemaprove/${trial}/${key}`, { as: owner })
      const shown = await torg.get(scheme.pathOf(own, key), { as: astrid })
      expect([key, framed.status]).toEqual([key, shown.status])
      expect(asked(framed.text, trial)).toBe(asked(shown.text, own))
      if (shown.status === 200) expect(asked(shown.text, own)).toBeDefined()
    }
    await torg.post(`${studio}/forkast`, { as: owner, form: {} })
  })
  await holds(same, 10)
}, 60_000)
