import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEvents } from '#cases'
import {
  astrid,
  fillChoir,
  fillPage,
  hiddenOf,
  openChoirApp,
  sendChoir,
  startChoir,
  typed,
  type ChoirApp,
} from '../choir-app.testing.ts'

let torg: ChoirApp
beforeAll(async () => {
  torg = await openChoirApp()
})
afterAll(() => torg.close())

const get = (path: string) => torg.get(path, { as: astrid })

test('a choir applies from the first page to the receipt, without any script', async () => {
  const start = await get('/tilskudd/kor-og-korps/sok')
  expect(start.text).toContain('Prøvekoret (313 130 002)')
  expect(start.text).toContain('Du er styreleder')
  const draft = await startChoir(torg)
  await fillChoir(torg, draft)
  const check = await get(`${draft}/kontroll`)
  expect(check.text).toContain('Se over og send')
  expect(check.text).not.toContain('må rettes før du kan sende')
  expect(check.text).toContain('Laget har ti medlemmer eller flere.')
  expect(check.text).toContain('punkt 2.5')
  expect(check.text).toContain('8601.11.17947')
  const sent = await sendChoir(torg, draft, 'once-only')
  expect(sent.headers.get('location')).toBe(`${draft}/kvittering`)
  const receipt = await get(`${draft}/kvittering`)
  expect(receipt.text).toContain('2026/1')
  expect(receipt.text).toContain('26. januar 2027')

  await torg.inFjordvik(async (trx) => {
    const cases = await trx.selectFrom('case_file').selectAll().execute()
    expect(cases).toMatchObject([
      { number: '2026/1', status: 'submitted', applied_ore: 4_000_000, applicant_name: 'Prøvekoret', due_on: '2027-01-26' },
    ])
    const application = await trx.selectFrom('application').selectAll().executeTakeFirstOrThrow()
    expect(application).toMatchObject({ budget_income_ore: 8_000_000, budget_cost_ore: 12_000_000 })
    expect(application.answers).toMatchObject({ members: 42, applied: 4_000_000 })
    expect(JSON.stringify(application.answers)).not.toContain('86011117947')
    expect(await trx.selectFrom('budget_line').select(['label', 'ore']).orderBy('position').execute()).toEqual([
      { label: 'Bydelshuset', ore: 3_000_000 },
      { label: 'Dirigent', ore: 9_000_000 },
      { label: 'Kontingent', ore: 6_000_000 },
      { label: expect.stringContaining('illett') as string, ore: 2_000_000 },
    ])
    const checks = await trx.selectFrom('check_result').select(['rule', 'outcome', 'facts', 'today']).execute()
    expect(checks).toHaveLength(8)
    expect(checks.find((each) => each.rule === 'enoughMembers')).toMatchObject({
      outcome: 'meets',
      facts: { answer: { members: 42 } },
      today: '2026-11-10',
    })
    expect(await trx.selectFrom('case_document').select('kind').execute()).toHaveLength(2)
    expect(await trx.selectFrom('notice').select(['kind', 'recipient']).execute()).toEqual([
      { kind: 'application-received', recipient: 'astrid.solheim@kammerkoret.example' },
    ])
    const [event] = await listEvents(trx, cases[0]?.id ?? '')
    expect(event).toMatchObject({
      type: 'application-submitted',
      actorName: 'Astrid Solheim',
      changes: { appliedOre: 4_000_000, files: 2 },
    })
  })
})

test('sending twice gives one case', async () => {
  const draft = await startChoir(torg)
  await fillChoir(torg, draft)
  const check = await get(`${draft}/kontroll`)
  const form = hiddenOf(check.text, `${draft}/kontroll`)
  const answers = await Promise.all([1, 2, 3].map(() => torg.post(`${draft}/kontroll`, { as: astrid, form })))
  expect(answers.map((each) => each.headers.get('location'))).toEqual(Array(3).fill(`${draft}/kvittering`))
  const again = await torg.post(`${draft}/kontroll`, { as: astrid, form: { ...form, _key: 'another-key' } })
  expect(again.headers.get('location')).toBe(`${draft}/kvittering`)
  const id = draft.split('/').at(-1) ?? ''
  const cases = await torg.inFjordvik((trx) =>
    trx.selectFrom('application').select('case_id').where('draft_id', '=', id).execute(),
  )
  expect(cases).toHaveLength(1)
})

describe('bad input', () => {
  test('every fault is said at its field with what to do, and nothing typed is lost', async () => {
    const draft = await startChoir(torg)
    const answer = await fillPage(torg, draft, 'money', {
      ...typed['money'],
      applied: 'ca. tjue tusen',
      savings: '-5',
      'budget.0.amount': 'mye',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv et beløp i kroner i «Hvor mye søker dere om?»')
    for (const text of ['ca. tjue tusen', 'value="mye"', 'Bydelshuset', 'value="-5"']) expect(answer.text).toContain(text)
    expect((await get(`${draft}/money`)).text).toContain('ca. tjue tusen')
  })

  test('hostile text is text', async () => {
    const draft = await startChoir(torg)
    await fillPage(torg, draft, 'activity', { ...typed['activity'], plan: '<script>alert(1)</script>' }, 'save')
    const shown = await get(`${draft}/activity`)
    expect(shown.text).toContain('&lt;script&gt;alert(1)')
    expect(shown.text).not.toContain('<script>alert')
  })

  test('an unfinished application is not sent, and says what is missing with a way to it', async () => {
    const draft = await startChoir(torg)
    const answer = await sendChoir(torg, draft)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="${draft}/about#f-members"`)
    expect(
      (
        await torg.inFjordvik((trx) =>
          trx
            .selectFrom('draft')
            .select('sent_at')
            .where('id', '=', draft.split('/').at(-1) ?? '')
            .executeTakeFirstOrThrow(),
        )
      ).sent_at,
    ).toBeNull()
  })

  test('somebody else’s draft, and one that does not exist, look the same', async () => {
    const draft = await startChoir(torg)
    for (const path of [`${draft}/about`, `${draft}/kontroll`, `${draft}/kvittering`, `${draft}/slett`]) {
      expect((await torg.get(path, { as: 'jonas-berge' })).status).toBe(404)
    }
    expect((await get('/tilskudd/kor-og-korps/soknad/finnes-ikke/about')).status).toBe(404)
    const stolen = await torg.post(`${draft}/about`, { as: 'jonas-berge', form: { members: '1', _do: 'save' } })
    expect(stolen.status).toBe(404)
  })

  test('a program dressed as a PDF is refused in words', async () => {
    const draft = await startChoir(torg)
    const shown = await get(`${draft}/attachments`)
    const form = { ...hiddenOf(shown.text, `${draft}/attachments`), _do: 'upload' }
    const answer = await torg.post(`${draft}/attachments`, {
      as: astrid,
      form,
      files: [['accounts', new File(['MZ\u0090\u0000'], 'regnskap.pdf', { type: 'application/pdf' })]],
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('«regnskap.pdf»')
  })
})

test('last year’s application is what a new one starts from, marked where it was changed', async () => {
  const start = await get('/tilskudd/kor-og-korps/sok')
  const from = /value="([0-9a-f-]{36}:[0-9a-f-]{36})"/.exec(start.text)?.[1] ?? ''
  expect(from).not.toBe('')
  const draft = await startChoir(torg, { from })
  const about = await get(`${draft}/about`)
  expect(about.text).toContain('value="42"')
  expect(about.text).toContain('Hentet fra søknaden 2026')
  await fillPage(torg, draft, 'about', { ...typed['about'], members: '50' }, 'save')
  expect((await get(`${draft}/about`)).text).toContain('Endret siden 2026')
  expect((await get(`${draft}/attachments`)).text).not.toContain('regnskap.pdf')
  expect((await get(`${draft}/money`)).text).not.toContain('15 000')
})

test('in the minutes of grace what was begun in time is taken and marked; after them it is not sent, and the draft is kept', async () => {
  const evening = await openChoirApp(new Date('2026-12-15T22:50:00Z'))
  try {
    const [first, second] = [await startChoir(evening), await startChoir(evening)]
    for (const draft of [first, second]) await fillChoir(evening, draft)
    evening.clock.now = new Date('2026-12-15T23:10:00Z')
    expect((await evening.get(`${first}/kontroll`, { as: astrid })).text).toContain('Fristen har nettopp gått ut')
    expect((await sendChoir(evening, first)).status).toBe(303)
    expect((await evening.get(`${first}/kvittering`, { as: astrid })).text).toContain('kom etter fristen')
    const row = await evening.inFjordvik((trx) => trx.selectFrom('case_file').select('late_reason').executeTakeFirstOrThrow())
    expect(row.late_reason).toContain('tilleggstiden')
    evening.clock.now = new Date('2026-12-15T23:35:00Z')
    const late = await evening.post(`${second}/kontroll`, { as: astrid })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Fristen har gått ut')
    expect((await evening.get(`${second}/about`, { as: astrid })).text).toContain('value="42"')
  } finally {
    await evening.close()
  }
}, 60_000)

test('one may say oneself that one applies for a group, and sees nothing of what others sent for it', async () => {
  const as = 'amina-warsame'
  const bad = await torg.post('/tilskudd/kor-og-korps/sok', { as, form: { who: 'other', name: '', number: '123' } })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Skriv navnet på organisasjonen')
  expect(bad.text).toContain('value="123"')
  const begun = await torg.post('/tilskudd/kor-og-korps/sok', {
    as,
    form: { who: 'other', name: 'Et annet navn', number: '313 130 002', role: 'treasurer' },
  })
  expect(begun.status).toBe(303)
  const again = await torg.get('/tilskudd/kor-og-korps/sok', { as })
  expect(again.text).toContain('Du har selv oppgitt')
  expect(again.text).not.toContain('Start fra søknaden')
  const from = await torg.inFjordvik((trx) => trx.selectFrom('application').select('case_id').executeTakeFirstOrThrow())
  const stolen = await torg.post('/tilskudd/kor-og-korps/sok', {
    as,
    form: { who: torg.choirId, from: `${torg.choirId}:${from.case_id}` },
  })
  const page = await torg.get(stolen.headers.get('location') ?? '', { as })
  expect(page.text).not.toContain('value="42"')
})

test('a session that has run out keeps what was typed and comes back', async () => {
  const draft = await startChoir(torg)
  const answer = await torg.post(`${draft}/activity`, { form: { plan: 'Skrevet uten innlogging', _do: 'save' } })
  expect(answer.status).not.toBe(404)
  expect(answer.text + (answer.headers.get('location') ?? '')).toMatch(/logg-inn|logget ut/i)
})
