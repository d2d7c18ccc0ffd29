import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishScheme } from '#grants'
import { routes } from '#src/routes.ts'
import { openTestApp, type TestApp } from '#test/app.ts'
import { remindOfOpeningsJob } from '../jobs.ts'
import { findSchemeBySlug } from '../queries/schemes.ts'

let torg: TestApp
beforeAll(async () => {
  torg = await openTestApp(routes, new Date('2026-11-21T12:00:00Z'))
})
afterAll(() => torg.close())

const scope = () => torg.ground[0]?.scope ?? { municipalityId: '' }
const ics = (text: string) => text.replaceAll('\r\n ', '')

test('the front door says what the place is and what is open, in three languages', async () => {
  const nb = await torg.get('/')
  expect(nb.status).toBe(200)
  expect(nb.text).toContain('Har du en god idé?')
  expect(nb.text).toContain('Kor, korps og kulturorganisasjoner')
  expect(nb.text).toContain('15. desember 2026')
  expect((await torg.get('/?sprak=nn')).text).toContain('Har du ein god idé?')
  expect((await torg.get('/?sprak=en')).text).toContain('Have a good idea?')
})

test('the small municipality has its own front door, in nynorsk and with its own scheme', async () => {
  const page = await torg.get('/', { host: 'lyngsund.localhost' })
  expect(page.text).toContain('Lyngsund kommune')
  expect(page.text).toContain('Slik går det til')
  expect(page.text).not.toContain('Kor, korps')
})

test('a person who is logged in is greeted and shown the way to what waits', async () => {
  expect((await torg.get('/', { as: 'astrid-solheim' })).text).toContain('Hei, Astrid')
  expect((await torg.get('/', { as: 'maren-lie' })).text).toContain('href="/saker"')
})

test('the list can be narrowed by words, theme, applicant and time, and says so', async () => {
  const count = (html: string) => html.split('<article').length - 1
  const all = await torg.get('/tilskudd')
  expect(count(all.text)).toBe(torg.ground[0]?.municipality.schemes.length)
  const choirs = await torg.get('/tilskudd?sok=korps')
  expect(count(choirs.text)).toBeGreaterThan(0)
  expect(count(choirs.text)).toBeLessThan(count(all.text))
  expect((await torg.get('/tilskudd?for=person&naar=apen')).text).toContain('Kunstnerstipend')
  expect((await torg.get('/tilskudd?for=person')).text).not.toContain('Kor, korps og kulturorganisasjoner')
  const none = await torg.get('/tilskudd?sok=romferge')
  expect(none.text).toContain('Ingen ordninger passer med det du valgte')
  expect(none.text).toContain('romferge')
  expect((await torg.get('/tilskudd?tema=<script>')).status).toBe(200)
})

test.each([
  ['nb', ['5 000–250 000 kr', 'Lag og organisasjoner', '15. desember 2026', 'Kan du søke?', 'Start søknad', 'Modellert etter']],
  ['nn', ['Lag og organisasjonar', 'Kan du søkje?', 'Slik avgjer vi', 'Kva som blir offentleg']],
  ['en', ['Clubs and organisations', 'Can you apply?', 'What becomes public', 'Start application']],
])('a scheme page answers how much, for whom, by when and can I (%s)', async (lang, words) => {
  const page = await torg.get(`/tilskudd/kor-og-korps?sprak=${lang}`)
  expect(page.status).toBe(200)
  const text = page.text.replaceAll('\u00a0', ' ')
  for (const word of words) expect(text).toContain(word)
})

test('no shipped scheme page shows a raw key, an undefined or an object', async () => {
  const slugs = torg.ground[0]?.municipality.schemes ?? []
  for (const lang of ['nb', 'nn', 'en']) {
    for (const slug of slugs) {
      const { status, text } = await torg.get(`/tilskudd/${slug}?sprak=${lang}`)
      expect([slug, status]).toEqual([slug, 200])
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
  }
})

test('an unknown scheme, and one of the other municipality, are the same polite not found', async () => {
  const unknown = await torg.get('/tilskudd/finnes-ikke')
  expect(unknown.status).toBe(404)
  expect((await torg.get('/tilskudd/bygdemidlar')).text).toBe((await torg.get('/tilskudd/bygdemidlar')).text)
  expect((await torg.get('/tilskudd/bygdemidlar')).status).toBe(404)
})

test('the deadline can be put in a calendar, and so can the day a scheme opens', async () => {
  const open = await torg.get('/tilskudd/kor-og-korps/frist.ics')
  expect(open.headers.get('content-type')).toContain('text/calendar')
  expect(ics(open.text)).toContain('DTSTART;VALUE=DATE:20261215')
  expect(ics(open.text)).toContain('Søknadsfrist: Kor\\, korps og kulturorganisasjoner')
  const soon = await torg.get('/tilskudd/bydelstilskudd/frist.ics')
  expect(ics(soon.text)).toContain('Du kan søke: ')
  expect((await torg.get('/tilskudd/stromstotte/frist.ics')).status).toBe(404)
})

test('anyone can ask to be told when a scheme opens, is told once that day, and then forgotten', async () => {
  const slug = 'bydelstilskudd'
  const asked = await torg.post(`/tilskudd/${slug}/varsel`, { form: { epost: ' Kari@Nabolaget.example ' } })
  expect([asked.status, asked.headers.get('location')]).toEqual([303, `/tilskudd/${slug}/varsel`])
  expect((await torg.get(`/tilskudd/${slug}/varsel`)).text).toContain('Du får beskjed')
  await torg.post(`/tilskudd/${slug}/varsel`, { form: { epost: 'kari@nabolaget.example' } })
  expect(await mails()).toEqual(['Du får beskjed når «Tilskudd fra bydelsutvalgene» åpner'])

  await remindOfOpeningsJob.run(torg.services, scope(), {})
  expect(await mails()).toHaveLength(1)
  torg.clock.now = new Date('2027-02-15T06:00:00Z')
  await remindOfOpeningsJob.run(torg.services, scope(), {})
  await remindOfOpeningsJob.run(torg.services, scope(), {})
  torg.clock.now = new Date('2026-11-21T12:00:00Z')
  expect((await mails()).toSorted()).toEqual([
    'Du får beskjed når «Tilskudd fra bydelsutvalgene» åpner',
    'Nå kan du søke: Tilskudd fra bydelsutvalgene',
  ])
  expect(await reminders()).toBe(0)
})

test('the link in the mail asks first, then deletes the address; a made-up link is not found', async () => {
  await torg.post('/tilskudd/idrettsstipend/varsel', { form: { epost: 'ola@klubben.example' } })
  const mail = (await listMail()).find((each) => each.recipient === 'ola@klubben.example')
  const link = new URL(/http\S+avmeld\S+/.exec(mail?.body ?? '')?.[0] ?? '').pathname
  const asking = await torg.get(link)
  expect(asking.text).toContain('Vil du slippe beskjeden?')
  expect(await reminders()).toBe(1)
  expect((await torg.post(link, {})).text).toContain('Adressen er slettet')
  expect(await reminders()).toBe(0)
  expect((await torg.get(link)).text).toContain('Adressen er slettet')
  expect((await torg.get(`${link.slice(0, -4)}AAAA`)).status).toBe(404)
})

test('an address that is none comes back with what was typed and what to do', async () => {
  const page = await torg.post('/tilskudd/idrettsstipend/varsel', { form: { epost: 'ola(at)klubben' } })
  expect(page.status).toBe(422)
  expect(page.text).toContain('value="ola(at)klubben"')
  expect(page.text).toContain('navn@eksempel.no')
  expect(await reminders()).toBe(0)
})

test('a new version is seen at once', async () => {
  const { db } = torg.services
  const scheme = await db.reading(scope(), (trx) => findSchemeBySlug(trx, 'stromstotte'))
  const definition = { ...scheme?.definition, answerWithinWeeks: 11 }
  await db.inTransaction(scope(), (trx) => publishScheme(trx, { definition, now: torg.clock.now }))
  expect((await torg.get('/tilskudd/stromstotte')).text).toContain('Innen 11 uker')
})

async function listMail() {
  return await torg.services.db.reading(scope(), (trx) => trx.selectFrom('notice').selectAll().orderBy('created_at').execute())
}

async function mails(): Promise<string[]> {
  return (await listMail()).map((mail) => mail.subject)
}

async function reminders(): Promise<number> {
  return (await torg.services.db.reading(scope(), (trx) => trx.selectFrom('opening_reminder').select('id').execute())).length
}
