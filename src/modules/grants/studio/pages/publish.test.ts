import { afterAll, beforeAll, expect, test } from 'vitest'
import { json } from '#platform/database/tables.ts'
import { openChoirApp, type ChoirApp } from '../../application/choir-app.testing.ts'
import { editDraft } from '../actions/edit-draft.ts'
import { getDraft, type SchemeDraft } from '../queries/drafts.ts'
import type { Op } from '../rules/ops.ts'
import { valueAt } from '../rules/paths.ts'
import { asOwner, nextVersion, owner } from '../studio.testing.ts'
import { placeHref } from './by-part.ts'

const now = new Date('2026-11-22T09:00:00Z')
let torg: ChoirApp
let draft: SchemeDraft

beforeAll(async () => {
  torg = await openChoirApp(now)
  draft = await nextVersion(torg, 'kunst-og-kulturtiltak')
}, 60_000)
afterAll(() => torg.close())

const at = (path: string) => `/saker/ordninger/${draft.id}/${path}`
const plain = (html: string) => html.replaceAll('\u00a0', ' ').replaceAll('&quot;', '"')
async function edit(...ops: Op[]): Promise<void> {
  draft = (await asOwner(torg, (trx) => editDraft(trx, { draftId: draft.id, ops }))).draft
}
const set = (path: string, after: unknown): Op => ({ do: 'set', path, before: valueAt(draft.document, path), after })

test('a draft that is like the published version has nothing to tell and nothing to publish', async () => {
  expect((await torg.get(at('endringer'), { as: owner })).text).toContain('Ingenting er endret')
  const page = (await torg.get(at('publiser'), { as: owner })).text
  expect(page).toContain('ingenting å publisere')
  expect(page).not.toContain('Publiser versjon')
})

test('what has changed is told in words, in the reader’s language, with the words in and out', async () => {
  await edit(set('amount.maxOre', 6_000_000), set('summary.nb', `${String(valueAt(draft.document, 'summary.nb'))} Velkommen!`))
  const page = plain((await torg.get(at('endringer'), { as: owner })).text)
  expect(page).toMatch(/Høyeste beløp er økt fra 50.000 kr til 60.000 kr/)
  expect(page).toContain('Den korte omtalen er endret på bokmål')
  expect(page).toMatch(/<ins>.*Velkommen!/s)
  expect(plain((await torg.get(`${at('endringer')}?sprak=nn`, { as: owner })).text)).toContain(
    'Den korte omtalen er endra på bokmål',
  )
  expect(plain((await torg.get(`${at('endringer')}?sprak=en`, { as: owner })).text)).toContain(
    'The summary has been changed in Bokmål',
  )
})

test('who has begun, or has an open case, on the version that goes now is counted, with the way to the cases', async () => {
  expect((await torg.get(at('endringer'), { as: owner })).text).toContain('Ingen åpne saker følger en eldre versjon')
  await asOwner(torg, async (trx) => {
    const round = await trx
      .selectFrom('round')
      .select('id')
      .where('scheme_id', '=', draft.schemeId ?? '')
      .limit(1)
      .executeTakeFirstOrThrow()
    const person = await trx.selectFrom('person').select('id').where('kind', '=', 'resident').limit(1).executeTakeFirstOrThrow()
    await trx
      .insertInto('draft')
      .values({
        scheme_id: draft.schemeId ?? null,
        version_id: draft.current?.versionId ?? null,
        round_id: round.id,
        person_id: person.id,
        organisation_id: null,
        answers: json({}),
        copied_from: null,
        part: null,
        sent_at: null,
      })
      .execute()
  })
  const page = plain((await torg.get(at('endringer'), { as: owner })).text)
  expect(page).toContain('Saker på eldre versjoner')
  expect(page).toContain(`/saker?visning=all&amp;ordning=${draft.schemeId}`)
})

test('each place leads to where it is written: a question to its own page, a thing in a list to itself', () => {
  const at = (path: string) => placeHref({ id: 'd' }, path)?.replace('/saker/ordninger/d/', '')
  expect(at('summary.nn')).toBe('formal#f-summary-nn')
  expect(at('rounds[2027]')).toBe('utlysning#i-f-rounds-2027')
  expect(at('form.pages[you].fields[born].showIf')).toBe(
    `skjema/${encodeURIComponent('form.pages[you].fields[born]')}#f-form-pages-you-fields-born-showIf`,
  )
  expect(at('form.pages[you].fields[list].fields[name].label.nb')).toContain(encodeURIComponent('.fields[list].fields[name]'))
  expect(at('parts[a].pages[b]')).toBe(`skjema/${encodeURIComponent('parts[a].pages[b]')}`)
  expect(at('report.fields[x].label')).toContain(`skjema/${encodeURIComponent('report.fields[x]')}`)
  expect(at('nowhere')).toBeUndefined()
})

test('while something stops it, it is told at its place and cannot be published, whatever is sent', async () => {
  const rule = 'rules[openToAll].when'
  const before = valueAt(draft.document, rule)
  await edit(set(rule, 'answer.openToEveryone'))
  const page = plain((await torg.get(at('publiser'), { as: owner })).text)
  expect(page).toContain('Dette må på plass først')
  expect(page).toContain('answer.openToEveryone')
  expect(page).not.toContain('Publiser versjon')
  const sent = await torg.post(at('publiser'), { as: owner, form: { revision: String(draft.revision), note: 'Likevel' } })
  expect(sent.status).toBe(422)
  await edit(set(rule, before))
})

test('what was looked at is what is published: somebody else’s change in between is shown first', async () => {
  const seen = draft.revision
  await edit(set('retentionYears', 12))
  const sent = await torg.post(at('publiser'), { as: owner, form: { revision: String(seen), note: '' } })
  expect(sent.status).toBe(409)
  expect(plain(sent.text)).toContain('Tiden søknadene tas vare på er økt fra 10 år til 12 år')
})

test('it is published with a note for those who come after, and a note too long is not lost', async () => {
  const long = await torg.post(at('publiser'), { as: owner, form: { revision: String(draft.revision), note: 'x'.repeat(2001) } })
  expect(long.status).toBe(422)
  expect(long.text).toContain('x'.repeat(2001))
  const sent = await torg.post(at('publiser'), { as: owner, form: { revision: String(draft.revision), note: 'Mer til hver' } })
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toMatch(/gjort=published&versjon=\d+$/)
  const version = await asOwner(torg, (trx) =>
    trx
      .selectFrom('scheme_version')
      .select(['number', 'note'])
      .where('scheme_id', '=', draft.schemeId ?? '')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  expect(version.note).toBe('Mer til hver')
  expect((await asOwner(torg, (trx) => getDraft(trx, draft.id))).closedAs).toBe('published')
})
