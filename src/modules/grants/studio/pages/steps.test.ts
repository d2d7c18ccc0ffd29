import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChoirApp, type ChoirApp } from '../../application/choir-app.testing.ts'
import { editDraft } from '../actions/edit-draft.ts'
import { startDraft } from '../actions/start-draft.ts'
import { getDraft, type SchemeDraft } from '../queries/drafts.ts'
import type { Op } from '../rules/ops.ts'
import { valueAt } from '../rules/paths.ts'
import { markValue, seenName } from '../rules/read-inputs.ts'
import { asOwner, nextVersion, owner } from '../studio.testing.ts'

const now = new Date('2026-11-22T09:00:00Z')
let torg: ChoirApp
let draft: SchemeDraft

beforeAll(async () => {
  torg = await openChoirApp(now)
  draft = await nextVersion(torg)
}, 60_000)
afterAll(() => torg.close())

const at = () => `/saker/ordninger/${draft.id}/steg`
const page = async (lang = 'nb') => (await torg.get(`${at()}?sprak=${lang}`, { as: owner })).text.replaceAll('\u00a0', ' ')
const set = (path: string, after: unknown): Op => ({
  do: 'set',
  path,
  before: valueAt(draft.document, path),
  ...(after === undefined ? {} : { after }),
})
const edit = async (...ops: Op[]) =>
  void (draft = (await asOwner(torg, (trx) => editDraft(trx, { draftId: draft.id, ops }))).draft)
const again = async () => void (draft = await asOwner(torg, (trx) => getDraft(trx, draft.id)))

test('the way of a case is drawn with what each step does, and read aloud as a list', async () => {
  const nb = await page()
  expect(nb).toMatch(/<svg[^>]*class="tg-life tg-way"/)
  expect(nb).toMatch(/1\. Mottakskontroll §/)
  expect(nb).toContain('svar innen 21 dager')
  expect(nb).toContain('<ol class="ds-sr-only">')
  expect(await page('nn')).toContain('svar innan 21 dagar')
  expect(await page('en')).toContain('answer within 21 days')
})

test('what is chosen here is chosen in the document: assessors, days to accept, when the last part is paid', async () => {
  const last = (valueAt(draft.document, 'payment.plan') as { key: string }[]).at(-1)?.key ?? ''
  const asked: [string, unknown, string][] = [
    ['assessment.assessors', valueAt(draft.document, 'assessment.assessors'), '2'],
    ['acceptance.withinDays', valueAt(draft.document, 'acceptance.withinDays'), '14'],
    [`payment.plan[${last}].releaseOn`, valueAt(draft.document, `payment.plan[${last}].releaseOn`), 'report-approved'],
  ]
  const form = Object.fromEntries(
    asked.flatMap(([path, before, value]) => [
      [path, value],
      [seenName(path), markValue(before)],
    ]),
  )
  const sent = await torg.post(at(), { as: owner, form: { ...form, revision: String(draft.revision), _do: 'save' } })
  expect(sent.status).toBe(303)
  await again()
  expect(asked.map(([path]) => valueAt(draft.document, path))).toEqual([2, 14, 'report-approved'])
  expect(await page()).toContain('2 vurderer hver søknad')
  expect(await page()).toContain('svar innen 14 dager')
})

test('steps that leave out what the law demands are refused, with the law, and cannot be published', async () => {
  await edit(
    set('steps', [
      { step: 'intake-check' },
      { step: 'recommendation' },
      { step: 'decision' },
      { step: 'payment' },
      { step: 'notification' },
      { step: 'close' },
    ]),
  )
  const nb = await page()
  expect(nb).toContain('Disse stegene kan ikke brukes slik')
  expect(nb).toMatch(/forvaltningsloven §§ 6–10/)
  expect(nb).toContain('Penger kan ikke betales ut før søkeren er underrettet om vedtaket')
  const publish = (await torg.get(`/saker/ordninger/${draft.id}/publiser`, { as: owner })).text
  expect(publish).toContain('Dette må på plass først')
  expect(publish).not.toContain('Publiser versjon')
})

test('a setting of a step that has become another one is put away', async () => {
  await edit(set('steps', [{ step: 'assessment', allBefore: true }]))
  const form = { 'steps[0].step': 'impartiality', [seenName('steps[0].step')]: markValue('assessment') }
  await torg.post(at(), { as: owner, form: { ...form, revision: String(draft.revision), _do: 'save' } })
  await again()
  expect(valueAt(draft.document, 'steps')).toEqual([{ step: 'impartiality' }])
  await edit(set('steps', undefined))
})

test('a document with next to nothing is drawn as far as it goes', async () => {
  const empty = await asOwner(torg, (trx) => startDraft(trx, { from: 'document', document: { format: 1, title: { nb: 'Tom' } } }))
  const shown = await torg.get(`/saker/ordninger/${empty.id}/steg`, { as: owner })
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('Mottakskontroll')
})
