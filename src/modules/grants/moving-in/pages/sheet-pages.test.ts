import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '#test/app.ts'
import { langs } from '#platform/texts/texts.ts'
import { writeSheet } from '#platform/sheets/write-sheet.ts'
import { routes } from '#src/routes.ts'
import { readSheets } from '../actions/sheet-stage.ts'
import { guessMapping } from '../rules/mapping-guess.ts'
import { mappingProblems } from '../rules/mapping.ts'
import { importFields, importKinds } from '../rules/sheet-fields.ts'
import { findHeader } from '../rules/sheet-header.ts'
import { templateColumns } from './sheet-start.tsx'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(routes, new Date('2026-11-10T10:00:00Z'))
})
afterAll(() => app.close())

const liv = 'liv-tangen'
const text = (answer: { text: string }) => answer.text.replaceAll(/[\u00a0\u202f]/g, ' ')

async function upload(kind: string, csv: string, name = 'liste.csv'): Promise<string> {
  const done = await app.post('/saker/flytt-inn', { as: liv, form: { hva: kind }, files: [['fil', new File([csv], name)]] })
  expect(done.status, done.text.slice(0, 2000)).toBe(303)
  return (done.headers.get('location') ?? '').replace('/kolonner', '')
}

/** The names and values of the fields of the page's form, as a browser would send them. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input[^>]*type="(?:hidden|text)"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (name !== '' && !name.startsWith('_')) fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  for (const [, name = '', body = ''] of html.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = /value="([^"]*)" selected/.exec(body)?.[1] ?? ''
  return fields
}

describe('Moving in from a spreadsheet', () => {
  const csv = 'Tildelinger 2022\n\nBeløp;Søker;Formål\n5000;=Fjordkoret;Konsert\nmye;Korpset;\n7000;Turlaget;Tur\n'
  let batch: string

  test('begins with a file whose columns are guessed, with samples, doubts and the first rows with faults marked', async () => {
    batch = await upload('awards', csv)
    const page = text(await app.get(`${batch}/kolonner`, { as: liv }))
    expect(page).toContain('=Fjordkoret')
    expect(page).toContain('Er ikke et beløp')
    expect(fieldsOf(page)).toMatchObject({ linje: '3', k0: 'result', k1: 'recipient', k2: 'purpose', 'f-stage': 'adopted' })
  })

  test('asks for what is missing, keeps what was typed, and goes on when it is there', async () => {
    const fields = fieldsOf((await app.get(`${batch}/kolonner`, { as: liv })).text)
    const missing = await app.post(`${batch}/kolonner`, { as: liv, form: { ...fields, gjor: 'videre', 'f-list': 'Min liste' } })
    expect(missing.status).toBe(422)
    expect(missing.text).toContain('Velg hvilken kolonne som er «År»')
    expect(fieldsOf(missing.text)['f-list']).toBe('Min liste')
    const twice = await app.post(`${batch}/kolonner`, {
      as: liv,
      form: { ...fields, gjor: 'videre', 'f-year': '2022', k2: 'recipient' },
    })
    expect(twice.text).toContain('To kolonner er valgt')
    const on = await app.post(`${batch}/kolonner`, { as: liv, form: { ...fields, gjor: 'videre', 'f-year': '2022' } })
    expect(on.headers.get('location')).toBe(`${batch}/proving`)
  })

  test('tells what would happen, with every fault as a file in which no cell is a formula', async () => {
    const page = text(await app.get(`${batch}/proving`, { as: liv }))
    expect(page).toContain('Hent inn 2 rader')
    const faults = await app.get(`${batch}/feil.csv`, { as: liv })
    expect(faults.text).toContain('5;Beløp;mye;')
    expect((await app.get('/register', {})).text).not.toContain('Turlaget')
  })

  test('brings it in once, however often it is pressed; the next file with the same headings needs no telling', async () => {
    const form = { gjor: 'hent-inn' }
    for (const key of ['a', 'b'])
      expect((await app.post(`${batch}/proving`, { as: liv, form: { ...form, _key: key } })).headers.get('location')).toBe(batch)
    expect(text(await app.get(batch, { as: liv }))).toContain('Filen er hentet inn')
    expect((await app.get('/register?sok=Turlaget', {})).text).toContain('7')
    const next = await upload('awards', csv)
    const fields = fieldsOf((await app.get(`${next}/kolonner`, { as: liv })).text)
    expect(fields).toMatchObject({ k0: 'result', k1: 'recipient' })
    await app.post(`${next}/kolonner`, { as: liv, form: { ...fields, gjor: 'videre', 'f-year': '2022' } })
    const trial = text(await app.get(`${next}/proving`, { as: liv }))
    expect(trial).toContain('Den samme filen ble hentet inn')
    expect(trial).toContain('Det er ingenting nytt å hente inn')
    await app.post(`${next}/forkast`, { as: liv })
    expect((await app.get(next, { as: liv })).status).toBe(404)
  })

  test('takes the whole file back', async () => {
    await app.post(`${batch}/angre`, { as: liv })
    expect(text(await app.get(batch, { as: liv }))).toContain('2 rader er fjernet')
    expect((await app.get('/register?sok=Turlaget', {})).text).toContain('Ingen tilskudd passer')
    expect(text(await app.get('/saker/flytt-inn', { as: liv }))).toContain('Tatt tilbake')
  })

  test('lets one choose among the sheets of a workbook', async () => {
    const bytes = await writeSheet({ a: { label: 'Notater', kind: 'text' } }, [{ a: 'hei' }])
    const done = await app.post('/saker/flytt-inn', {
      as: liv,
      form: { hva: 'awards' },
      files: [['fil', new File([new Uint8Array(bytes)], 'a.xlsx')]],
    })
    expect(done.status).toBe(303)
  })

  test('says why a file cannot be read, and asks for what was not chosen', async () => {
    const empty = await app.post('/saker/flytt-inn', { as: liv, form: {} })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Velg hva som er i filen.')
    const broken = await app.post('/saker/flytt-inn', {
      as: liv,
      form: { hva: 'awards' },
      files: [['fil', new File(['PK\u0003\u0004xx'], 'a.xlsx')]],
    })
    expect(broken.text).toContain('Filen kan ikke leses')
  })

  test('is for those who own schemes or run the service, and in their own municipality', async () => {
    expect((await app.get('/saker/flytt-inn', { as: 'maren-lie' })).status).toBe(404)
    expect((await app.get('/saker/flytt-inn', { as: 'nina-strand' })).status).toBe(200)
    expect((await app.get(batch, { as: 'berit-nes', host: 'lyngsund.localhost' })).status).toBe(404)
  })
})

describe('Names in a list', () => {
  test('are linked to an organisation only by a person’s yes', async () => {
    const [ground] = app.ground
    if (!ground) throw new Error('no ground')
    const { id } = await app.services.db.inTransaction(ground.scope, (trx) =>
      trx.insertInto('organisation').values({ name: 'Fjordvik Snekkerlag' }).returning('id').executeTakeFirstOrThrow(),
    )
    const batch = await upload('awards', 'År;Mottaker;Tildelt\n2021;Fjordvik snekkarlag;1000\n')
    const fields = fieldsOf((await app.get(`${batch}/kolonner`, { as: liv })).text)
    await app.post(`${batch}/kolonner`, { as: liv, form: { ...fields, gjor: 'videre' } })
    const asked = (await app.get(`${batch}/proving`, { as: liv })).text
    expect(asked).toContain('Hvem er «Fjordvik snekkarlag»?')
    expect(asked).toContain(`value="${id}"`)
    expect(asked).not.toMatch(/name="hvem0"[^>]*checked/)
    await app.post(`${batch}/proving`, { as: liv, form: { ...fieldsOf(asked), hvem0: id, gjor: 'hent-inn' } })
    const matched = await app.services.db.reading(ground.scope, (trx) =>
      trx.selectFrom('imported_award').select('organisation_id').where('recipient', '=', 'Fjordvik snekkarlag').execute(),
    )
    expect(matched).toEqual([{ organisation_id: id }])
  })
})

describe('Reports and conditions from before Torg', () => {
  test('stand in a list of their own, and are ended with a reason', async () => {
    const batch = await upload('obligations', 'Mottaker;Krav;Frist;Beløp\nGamle lag;Rapport for 2023;1.3.2024;9000\n')
    const fields = fieldsOf((await app.get(`${batch}/kolonner`, { as: liv })).text)
    await app.post(`${batch}/kolonner`, { as: liv, form: { ...fields, gjor: 'videre' } })
    await app.post(`${batch}/proving`, { as: liv, form: { gjor: 'hent-inn' } })
    const maren = 'maren-lie'
    expect((await app.get('/saker/rapporter', { as: maren })).text).toContain('/saker/rapporter/fra-for')
    const list = (await app.get('/saker/rapporter/fra-for', { as: maren })).text
    const one = /\/saker\/rapporter\/fra-for\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
    expect(list).toContain('Gamle lag')
    const unsaid = await app.post(one, { as: maren, form: { gjor: 'waive', reason: '' } })
    expect(unsaid.status).toBe(422)
    expect(unsaid.text).toContain('Skriv hvorfor.')
    expect((await app.post(one, { as: maren, form: {} })).text).toContain('Velg hva som har skjedd.')
    expect((await app.post(one, { as: maren, form: { gjor: 'waive', reason: 'Laget er oppløst' } })).status).toBe(303)
    expect((await app.get(one, { as: maren })).text).toContain('Laget er oppløst')
    expect((await app.get('/saker/rapporter/fra-for?fane=done', { as: maren })).text).toContain('Gamle lag')
    expect((await app.post(one, { as: maren, form: { gjor: 'meet' } })).text).toContain('endret av noen andre')
  })
})

describe('A template', () => {
  test.each(importKinds.flatMap((kind) => langs.map((lang) => [kind, lang] as const)))(
    'for %s in %s has headings that are all understood when it comes back',
    async (kind, lang) => {
      const columns = templateColumns(kind, lang)
      const read = await readSheets(await writeSheet(columns, [{}]))
      const sheet = 'sheets' in read ? read.sheets[0] : undefined
      if (!sheet) throw new Error('no sheet')
      const header = findHeader(kind, sheet)
      const guess = guessMapping(kind, sheet, header)
      expect(header).toBe(1)
      const keys = importFields[kind].map((field) => field.key).filter((key) => key !== 'list')
      expect(Object.fromEntries(keys.map((key) => [key, guess.columns[key]]))).toEqual(
        Object.fromEntries(keys.map((key, at) => [key, at])),
      )
      expect(mappingProblems(kind, { columns: guess.columns, fixed: {} })).toEqual([])
    },
  )
})
