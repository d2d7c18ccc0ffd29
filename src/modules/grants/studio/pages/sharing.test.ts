import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChoirApp, type ChoirApp } from '../../application/choir-app.testing.ts'
import { canonicalJson } from '../../scheme/rules/canonical.ts'
import { schemeSchema } from '../../scheme-schema.ts'
import { getDraft, listDrafts } from '../queries/drafts.ts'
import { listLibrary } from '../queries/library.ts'

const owner = 'liv-tangen'
let torg: ChoirApp
beforeAll(async () => {
  torg = await openChoirApp()
})
afterAll(() => torg.close())

const json = (value: unknown, name = 'ordning.json') =>
  ['filer', new File([typeof value === 'string' ? value : JSON.stringify(value)], name, { type: 'application/json' })] as const
const bringIn = async (...files: ReturnType<typeof json>[]) => await torg.post('/saker/ordninger/hent', { as: owner, files })
const drafts = () => torg.inFjordvik(listDrafts)

test('a published scheme is a file that anyone may take along, and that comes in again as the very same document', async () => {
  const file = await torg.get('/tilskudd/kor-og-korps/ordning.json')
  expect(file.status).toBe(200)
  expect(file.text).toContain('"$schema": "/ordning.schema.json"')
  const same = await bringIn(json(file.text))
  expect(same.text).toContain('Lik den som er publisert')
  expect(await drafts()).toEqual([])
})

test('a scheme from elsewhere becomes a draft, and is taken along as it came', async () => {
  const { $schema: _schema, ...document } = JSON.parse((await torg.get('/tilskudd/kor-og-korps/ordning.json')).text) as Record<
    string,
    unknown
  >
  const other = { ...document, slug: 'kor-i-nabokommunen' }
  const answer = await bringIn(json(other))
  const draftId = /ordninger\/([0-9a-f-]{36})\/hentet/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  const draft = await torg.inFjordvik((trx) => getDraft(trx, draftId))
  expect(draft.schemeId).toBeUndefined()
  const { $schema: _again, ...exported } = JSON.parse(
    (await torg.get(`/saker/ordninger/${draftId}/eksport.json`, { as: owner })).text,
  ) as Record<string, unknown>
  expect(canonicalJson(exported)).toBe(canonicalJson(other))
  expect((await torg.get(`/saker/ordninger/${draftId}/hentet`, { as: owner })).text).toContain('ordning.json')
})

test('a changed file of a scheme the municipality has becomes its next version, not a second scheme', async () => {
  const { $schema: _schema, ...document } = JSON.parse(
    (await torg.get('/tilskudd/narmiljotilskudd/ordning.json')).text,
  ) as Record<string, unknown>
  const answer = await bringIn(json({ ...document, retentionYears: 12 }))
  const draftId = /ordninger\/([0-9a-f-]{36})\/hentet/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  const draft = await torg.inFjordvik((trx) => getDraft(trx, draftId))
  expect(draft.schemeId).toBeDefined()
  expect(draft.document).toMatchObject({ slug: 'narmiljotilskudd', retentionYears: 12 })
})

test('an old form becomes a draft with a list of what came along', async () => {
  const form = {
    display: 'form',
    components: [{ type: 'textfield', key: 'name', label: 'Navn', input: true, validate: { required: true } }],
  }
  const answer = await bringIn(json(form, 'gammelt.json'))
  const draftId = /ordninger\/([0-9a-f-]{36})\/hentet/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  const page = await torg.get(`/saker/ordninger/${draftId}/hentet`, { as: owner })
  expect(page.text).toContain('gammelt.json')
  expect(page.text).toContain('Spørsmål')
  expect((await torg.get(`/saker/ordninger/${draftId}/skjema`, { as: owner })).text).toContain('Navn')
})

test.each([
  ['{"format": 1, "form":', 'broken.json'],
  [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'deep.json'],
  ['{}', 'empty.json'],
])('a file that is none is refused with a reason, and nothing is written: %#', async (text, name) => {
  const before = (await drafts()).length
  const answer = await bringIn(json(text, name))
  expect(answer.text).toContain('Kunne ikke leses')
  expect((await drafts()).length).toBe(before)
})

test('no file chosen is told of at the field', async () => {
  const answer = await torg.post('/saker/ordninger/hent', { as: owner, form: {} })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Velg minst én fil.')
})

test('a ready scheme is found and begun from', async () => {
  const page = await torg.get('/saker/ordninger/bibliotek?sok=idrett', { as: owner })
  expect(page.text).toContain('Begynn med denne')
  const [first] = listLibrary()
  const answer = await torg.post('/saker/ordninger/bibliotek', { as: owner, form: { ordning: first?.slug ?? '' } })
  expect(answer.headers.get('location')).toMatch(/ordninger\/[0-9a-f-]{36}$/)
})

test('the schema of the file is published, and names every part of a scheme', async () => {
  const published = JSON.parse((await torg.get('/ordning.schema.json')).text) as { required: string[]; properties: object }
  expect(published).toEqual(JSON.parse(JSON.stringify(schemeSchema())))
  for (const { definition } of listLibrary())
    expect(Object.keys(definition).filter((key) => !(key in published.properties))).toEqual([])
})
