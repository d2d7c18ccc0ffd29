import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeCase, listEvents } from '#cases'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { formatKr } from '#platform/money.ts'
import { openAnswers } from '../sealed-answers.ts'
import { readClassified } from '../actions/read-classified.ts'
import { registerApplication } from '../actions/register-application.ts'
import { freezeApplicationJob } from '../jobs.ts'
import { getSentApplication } from '../queries/get-sent-application.ts'
import { astrid, fillChoir, hiddenOf, openChoirApp, pdf, sendChoir, startChoir, type ChoirApp } from '../choir-app.testing.ts'

let torg: ChoirApp
let caseId: string
beforeAll(async () => {
  torg = await openChoirApp()
  const draft = await startChoir(torg)
  await fillChoir(torg, draft)
  await sendChoir(torg, draft)
  caseId = (await torg.inFjordvik((trx) => trx.selectFrom('case_file').select('id').executeTakeFirstOrThrow())).id
})
afterAll(() => torg.close())

const get = (path: string, as = astrid) => torg.get(path, { as })
const home = '/min-side/saker/2026-1'

async function askFor(trx: Trx, question: string): Promise<string> {
  await changeCase(trx, caseId, { status: 'waiting-for-applicant', due_on: '2026-11-20' })
  const row = await trx
    .insertInto('information_request')
    .values({ case_id: caseId, question, answer_by: '2026-11-20', asked_by: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

test('my page shows the case in plain words, and nobody else’s', async () => {
  const mine = await get('/min-side')
  expect(mine.text).toContain('Hei, Astrid')
  expect(mine.text).toContain('Kor, korps og kulturorganisasjoner')
  expect(mine.text).toContain('Mottatt')
  expect(mine.text).toContain('Ingenting venter på deg nå.')
  expect((await get('/min-side', 'jonas-berge')).text).toContain('Du har ingen saker ennå')
  expect((await get(home, 'jonas-berge')).status).toBe(404)
  expect((await get('/min-side/saker/2026-999')).status).toBe(404)
})

test('the case page holds what was sent, its documents and what has happened', async () => {
  const shown = await get(home)
  expect(shown.text).toContain('Vi har mottatt søknaden. Den venter på en saksbehandler.')
  expect(shown.text).toContain('Vi øver hver tirsdag')
  expect(shown.text).toContain('8601.11.17947')
  expect(shown.text).toContain(`Søknaden ble sendt. Søkt om ${formatKr(4_000_000, 'nb')}.`)
  const link = /href="([^"]*\/dokument\/[^"]*)"/.exec(shown.text)?.[1] ?? ''
  expect((await get(link)).status).toBe(200)
  expect((await get(link, 'jonas-berge')).status).toBe(404)
})

test('another with a confirmed mandate sees the organisation’s case; one who only says so does not', async () => {
  await torg.inFjordvik(async (trx) => {
    const person = await trx.selectFrom('person').select('id').where('name', '=', 'Sigrid Haugland').executeTakeFirstOrThrow()
    const mandate = {
      person_id: person.id,
      organisation_id: torg.choirId,
      role: 'treasurer' as const,
      source: 'self-declared',
      valid_from: '2026-01-01',
    }
    await trx.insertInto('mandate').values(mandate).execute()
  })
  expect((await get(home, 'sigrid-haugland')).status).toBe(404)
  await torg.inFjordvik((trx) =>
    trx.updateTable('mandate').set({ source: 'Enhetsregisteret' }).where('source', '=', 'self-declared').execute(),
  )
  expect((await get(home, 'sigrid-haugland')).status).toBe(200)
})

test('a question from the municipality is answered with text and files, once', async () => {
  const requestId = await torg.inFjordvik((trx) => askFor(trx, 'Kan dere sende et revidert budsjett?'))
  expect((await get('/min-side')).text).toContain('Svar på spørsmål fra kommunen')
  const shown = await get(home)
  expect(shown.text).toContain('Kan dere sende et revidert budsjett?')
  const form = { ...hiddenOf(shown.text, `${home}/svar`), request: requestId }
  const empty = await torg.post(`${home}/svar`, { as: astrid, form: { ...form, _key: 'empty', answer: ' ' } })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Skriv et svar, eller legg ved en fil.')
  const bad = await torg.post(`${home}/svar`, {
    as: astrid,
    form: { ...form, _key: 'bad', answer: 'Se vedlegget' },
    files: [['files', new File(['MZ\u0090'], 'budsjett.exe')]],
  })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Se vedlegget')
  const files = [['files', pdf('budsjett.pdf')]] as const
  for (const _ of [1, 2]) {
    const sent = await torg.post(`${home}/svar`, { as: astrid, form: { ...form, answer: 'Se vedlegget' }, files })
    expect(sent.headers.get('location')).toBe(`${home}?svart=1`)
  }
  await torg.inFjordvik(async (trx) => {
    expect(await trx.selectFrom('case_file').select('status').where('id', '=', caseId).executeTakeFirst()).toEqual({
      status: 'in-review',
    })
    expect(await trx.selectFrom('case_document').select('title').where('kind', '=', `answer:${requestId}`).execute()).toEqual([
      { title: 'budsjett.pdf' },
    ])
    const events = await listEvents(trx, caseId)
    expect(events.filter((each) => each.type === 'information-answered')).toHaveLength(1)
    expect(JSON.stringify(events)).not.toContain('Se vedlegget')
  })
  expect((await get(home)).text).toContain('Spørsmål og svar')
})

test('what was sent is frozen as one PDF, however often the job runs', async () => {
  const [ground] = torg.ground
  if (!ground) throw new Error('no municipality')
  for (const _ of [1, 2]) await freezeApplicationJob.run(torg.services, ground.scope, { caseId })
  const frozen = await torg.inFjordvik((trx) =>
    trx
      .selectFrom('case_document')
      .select(['title', 'file_id'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'application')
      .execute(),
  )
  expect(frozen).toMatchObject([{ title: 'Søknad 2026/1' }])
  expect((await get(home)).text).toContain('Søknad 2026/1')
})

test('a classified answer is opened for those who need it, and that it was read is logged', async () => {
  await torg.inFjordvik(async (trx) => {
    const sent = await getSentApplication(trx, caseId)
    expect(JSON.stringify(sent.answers)).not.toContain('86011117947')
    expect(await readClassified(trx, { caseId, keyring: torg.services.keyring, actorRole: 'caseworker' })).toEqual({
      account: '86011117947',
    })
    const last = (await listEvents(trx, caseId)).at(-1)
    expect(last).toMatchObject({ type: 'classified-read', changes: { fields: ['account'] } })
    const elsewhere = { municipalityId: scopeOf(trx).municipalityId, kind: 'case' as const, id: crypto.randomUUID() }
    expect(() => openAnswers(sent.definition, sent.answers, torg.services.keyring, elsewhere)).toThrow()
  })
})

test('an application is withdrawn after being asked, and not once it is decided', async () => {
  const asked = await get(`${home}/trekk`)
  expect(asked.text).toContain('Trekke søknaden?')
  const form = hiddenOf(asked.text, `${home}/trekk`)
  await torg.inFjordvik((trx) => changeCase(trx, caseId, { status: 'decided' }))
  expect((await torg.post(`${home}/trekk`, { as: astrid, form: { ...form, _key: 'too-late' } })).status).toBe(409)
  expect((await get(home)).text).not.toContain('Trekk søknaden')
  // Not told yet: to the applicant it is still being handled.
  expect((await get(home)).text).toContain('Under behandling')
  await torg.inFjordvik((trx) => changeCase(trx, caseId, { status: 'in-review' }))
  const done = await torg.post(`${home}/trekk`, { as: astrid, form: { ...form, reason: 'Koret er lagt ned' } })
  expect(done.headers.get('location')).toBe(`${home}?trukket=1`)
  await torg.inFjordvik(async (trx) => {
    expect(await trx.selectFrom('withdrawal').select('reason').execute()).toEqual([{ reason: 'Koret er lagt ned' }])
    expect(
      (await trx.selectFrom('case_file').select(['status', 'closed_at']).where('id', '=', caseId).executeTakeFirstOrThrow())
        .closed_at,
    ).not.toBeNull()
  })
})

test('an application on paper is registered with what it has; a late one needs a reason', async () => {
  const base = {
    slug: 'kor-og-korps',
    organisation: { name: 'Papirkoret', number: '' },
    person: { name: 'Per Papir', email: '' },
    answers: { members: 12, applied: 1_000_000 },
    files: [],
    channel: 'paper' as const,
    receivedOn: '2026-11-09',
    lateReason: '',
    language: 'nb' as const,
    caseLanguage: 'nb' as const,
    actorRole: 'caseworker',
    keyring: torg.services.keyring,
    now: torg.clock.now,
  }
  const later = { ...base, now: new Date('2026-12-20T10:00:00Z'), receivedOn: '2026-12-18' }
  await torg.inFjordvik(async (trx) => {
    const [written] = await registerApplication(trx, base)
    const found = await trx
      .selectFrom('case_file')
      .selectAll()
      .where('id', '=', written?.id ?? '')
      .executeTakeFirstOrThrow()
    expect(found).toMatchObject({
      channel: 'paper',
      applicant_name: 'Papirkoret',
      status: 'submitted',
      applied_ore: 1_000_000,
      late_reason: null,
    })
    expect((await listEvents(trx, found.id))[0]).toMatchObject({ type: 'application-registered', actorRole: 'caseworker' })
  })
  await expect(torg.inFjordvik((trx) => registerApplication(trx, later))).rejects.toThrow('lateReason: lateReasonMissing')
  await expect(torg.inFjordvik((trx) => registerApplication(trx, { ...base, answers: { members: 'mange' } }))).rejects.toThrow(
    'members: notNumber',
  )
  await torg.inFjordvik(async (trx) => {
    const [late] = await registerApplication(trx, { ...later, lateReason: 'Posten var forsinket' })
    expect(
      (
        await trx
          .selectFrom('case_file')
          .select('late_reason')
          .where('id', '=', late?.id ?? '')
          .executeTakeFirstOrThrow()
      ).late_reason,
    ).toBe('Posten var forsinket')
  })
})
