import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillChoir, fillPage, openChoirApp, sendChoir, typed, type ChoirApp } from '../../application/choir-app.testing.ts'
import { editDraft } from '../actions/edit-draft.ts'
import { startDraft } from '../actions/start-draft.ts'
import { valueAt } from '../rules/paths.ts'
import { nextVersion, owner } from '../studio.testing.ts'

let torg: ChoirApp
let studio: string
let draftId: string
beforeAll(async () => {
  torg = await openChoirApp()
  draftId = (await nextVersion(torg)).id
  studio = `/saker/ordninger/${draftId}`
})
afterAll(() => torg.close())

const show = async () => {
  const page = await torg.get(`${studio}/forhandsvis`, { as: owner })
  return /src="(\/saker\/skjemaprove\/[0-9a-f-]{36})/.exec(page.text)?.[1] ?? ''
}
const question = 'Hvor mange synger eller spiller hos dere?'

test('the preview is the applicant’s own pages, with the draft as it is now and the answers that were given', async () => {
  const frame = await show()
  await fillPage(torg, frame, 'about', typed['about'] ?? {}, 'next', owner)
  await torg.inFjordvik((trx) =>
    editDraft(trx, {
      draftId,
      ops: (draft) => [
        {
          do: 'set',
          path: 'form.pages[about].fields[members].label.nb',
          before: valueAt(draft.document, 'form.pages[about].fields[members].label.nb'),
          after: question,
        },
      ],
    }),
  )
  expect(await show()).toBe(frame)
  const page = await torg.get(`${frame}/about`, { as: owner })
  expect(page.text).toContain(question)
  expect(page.text).toContain('value="42"')
})

test('a trial that is sent is checked like any other, gives no case, and tells so', async () => {
  const frame = await show()
  expect((await sendChoir(torg, frame, undefined, owner)).status).toBe(422)
  await fillChoir(torg, frame, owner)
  expect((await torg.get(`${frame}/kontroll`, { as: owner })).text).toContain('Laget står i Frivillighetsregisteret.')
  const sent = await sendChoir(torg, frame, undefined, owner)
  expect(sent.headers.get('location')).toBe(`${frame}/kvittering`)
  expect((await torg.get(`${frame}/kvittering`, { as: owner })).text).toContain('Prøven er sendt')
  await torg.inFjordvik(async (trx) => {
    expect(await trx.selectFrom('case_file').select('id').execute()).toEqual([])
    expect(await trx.selectFrom('application').select('case_id').execute()).toEqual([])
  })
})

test('one begins anew as another applicant, whom the rules meet otherwise', async () => {
  const before = await show()
  await torg.post(`${studio}/forhandsvis`, { as: owner, form: { som: 'outside' } })
  const frame = await show()
  expect(frame).not.toBe(before)
  expect((await torg.get(`${before}/about`, { as: owner })).status).toBe(404)
  await fillChoir(torg, frame, owner)
  expect((await torg.get(`${frame}/kontroll`, { as: owner })).text).not.toContain('Laget står i Frivillighetsregisteret.')
})

test('nobody else sees a trial, and residents have no way to it', async () => {
  const frame = await show()
  expect((await torg.get(`${frame}/about`, { as: 'astrid-solheim' })).status).toBe(404)
  expect((await torg.get(`${studio}/forhandsvis`, { as: 'maren-lie' })).status).toBe(404)
})

test('a new scheme’s form is seen long before the rest is written', async () => {
  const blank = await torg.inFjordvik((trx) =>
    startDraft(trx, { from: 'blank', title: 'Ny ordning', lang: 'nb', unit: 'kultur' }),
  )
  const page = await torg.get(`/saker/ordninger/${blank.id}/forhandsvis`, { as: owner })
  expect(page.text).toContain('<iframe')
  expect((await torg.get(`/saker/ordninger/${blank.id}/papir`, { as: owner })).text).toContain('Ny ordning')
})

test('the form stands on paper, with room to write', async () => {
  const paper = await torg.get(`${studio}/papir`, { as: owner })
  expect(paper.status).toBe(200)
  expect(paper.text).toContain('Sted, dato og underskrift')
  expect(paper.text).toContain(question)
})
