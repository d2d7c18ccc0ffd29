import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillChoir, openChoirApp, sendChoir, startChoir, type ChoirApp } from '../../application/choir-app.testing.ts'
import { startDraft } from '../actions/start-draft.ts'
import { tryOutJob } from '../jobs.ts'
import { findTryOut } from '../queries/try-outs.ts'
import { changeDraft, nextVersion, owner } from '../studio.testing.ts'

let torg: ChoirApp
let draftId: string
let address: string
beforeAll(async () => {
  torg = await openChoirApp()
  const draft = await startChoir(torg)
  await fillChoir(torg, draft)
  await sendChoir(torg, draft)
  draftId = (await nextVersion(torg)).id
  address = `/saker/ordninger/${draftId}/prov`
})
afterAll(() => torg.close())

const show = async () => (await torg.get(address, { as: owner })).text
const lastRun = () => torg.inFjordvik((trx) => findTryOut(trx, draftId))
const work = async () => {
  const scope = torg.ground[0]?.scope
  if (!scope) throw new Error('no municipality')
  await tryOutJob.run(torg.services, scope, { tryOutId: (await lastRun())?.id ?? '' })
}
const change = (path: string, after: unknown) => changeDraft(torg, draftId, path, after)

test('a draft that says the same comes out as today for every application', async () => {
  await torg.post(address, { as: owner, form: { _do: 'start' } })
  expect(await show()).toContain('0 av 1 søknader er prøvd')
  await work()
  const page = await show()
  expect(page).toContain('1 søknader er prøvd.')
  expect(page).toContain('Alle kommer ut som i dag.')
  expect(page).toContain('Prøvekoret')
})

test('a stricter rule shows who would not meet it, beside what is said today; a new demand shows where the form stops', async () => {
  await change('rules[enoughMembers].when', 'answer.members >= 100')
  await change('form.pages[activity].fields[planned].required', true)
  expect(await show()).toContain('Utkastet er endret siden dette ble prøvd.')
  await torg.post(address, { as: owner, form: { _do: 'start' } })
  await work()
  const page = await show()
  expect(page).toContain('1 kommer ut annerledes enn i dag')
  expect(page).toMatch(/Minst ti medlemmer: oppfyller → oppfyller ikke/)
  // What the caseworkers see of the case is as it was.
  expect((await torg.get('/saker/2026-1', { as: 'maren-lie' })).text).not.toContain('oppfyller → oppfyller ikke')
})

test('a run that is stopped does no more, and keeps what it found', async () => {
  await torg.post(address, { as: owner, form: { _do: 'start' } })
  await torg.post(address, { as: owner, form: { _do: 'stop' } })
  await work()
  expect(await lastRun()).toMatchObject({ endedAs: 'cancelled', done: 0 })
  expect(await show()).toContain('Stoppet etter 0 av 1 søknader.')
})

test('a draft that nobody has applied to is tried in the preview instead', async () => {
  const blank = await torg.inFjordvik((trx) =>
    startDraft(trx, { from: 'blank', title: 'Ny ordning', lang: 'nb', unit: 'kultur' }),
  )
  expect((await torg.get(`/saker/ordninger/${blank.id}/prov`, { as: owner })).text).toContain(
    'Ingen har søkt på denne ordningen ennå',
  )
})
