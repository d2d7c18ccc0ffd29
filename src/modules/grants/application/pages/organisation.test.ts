import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { organisationNumber } from '#demo/numbers.ts'
import { openDemoRegister, specialNumbers, type DemoRegister } from '#demo/register/index.ts'
import { openOrganisationRegister } from '#platform/registers/organisation-register.ts'
import { SchemeDefinition } from '../../model.ts'
import { openAnyScheme, type AnySchemeApp } from '../any-scheme.testing.ts'
import { astrid, hiddenOf, openChoirApp, sendChoir, type ChoirApp } from '../choir-app.testing.ts'
import { shipped, text3 } from '../choir.testing.ts'

// The demo's stand-in for Enhetsregisteret over HTTP, and the applicant's own pages.
let torg: ChoirApp
let scheme: AnySchemeApp
let stand: DemoRegister
let draftId = ''

const chamberChoir = organisationNumber(0)
const spaced = (number: string) => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`

beforeAll(async () => {
  torg = await openChoirApp()
  stand = await openDemoRegister()
  scheme = await openAnyScheme(torg)
  await scheme.publish(
    SchemeDefinition.parse({
      ...shipped('kor-og-korps'),
      rules: [
        {
          key: 'partner',
          title: text3('Samarbeidet'),
          when: 'answer.partner.form = "FLI" and not(answer.partner.bankrupt)',
          outcomes: {
            meets: text3('Dere samarbeider med en forening.'),
            fails: text3('Dere må samarbeide med en forening.'),
            unknown: text3('Vi ser på hvem dere samarbeider med.'),
          },
          source: 'Retningslinjene',
        },
      ],
      amount: { askedIn: 'applied', steps: [] },
      form: {
        privacyNotice: text3('Vi bruker svarene til å behandle søknaden.'),
        pages: [
          {
            key: 'om',
            title: text3('Om tiltaket'),
            fields: [
              { type: 'organisation', key: 'partner', label: text3('Hvem samarbeider dere med?'), required: true },
              { type: 'amount', key: 'applied', label: text3('Beløp'), required: true },
            ],
          },
        ],
      },
    }),
  )
})
beforeEach(async () => {
  torg.services.organisationRegister = openOrganisationRegister(stand)
  draftId = await scheme.begin()
})
afterAll(async () => {
  await stand.close()
  await torg.close()
})

const path = () => scheme.pathOf(draftId, 'om')
const show = async () => (await torg.get(path(), { as: astrid })).text
async function send(number: string, name: string, button: string, autosave?: string[]) {
  const form = {
    ...hiddenOf(await show(), path()),
    'partner.number': number,
    'partner.name': name,
    applied: '10 000',
    ...(autosave ? {} : { _do: button }),
  }
  return await torg.post(path(), { as: astrid, form, ...(autosave ? { autosave } : {}) })
}
const nameIn = (html: string) => /name="partner.name"[^>]*value="([^"]*)"/.exec(html)?.[1]

test('the name, form and place come when the number is left, and are told to those who do not see', async () => {
  const answer = await send(spaced(chamberChoir), '', '', ['partner.number'])
  expect(answer.status).toBe(200)
  expect(nameIn(answer.text)).toBe('Fjordvik kammerkor')
  expect(answer.text).toMatch(
    /data-announce[^]*Forening\/lag\/innretning · Fjordvik kommune · Enhetsregisteret, 10\. november 2026/,
  )
})

test('without scripts a button fetches them, and a name somebody wrote stays', async () => {
  expect(await show()).toContain('Hent fra Enhetsregisteret')
  expect((await send(chamberChoir, '', 'lookup:partner')).headers.get('location')).toBe(`${path()}#q-partner`)
  expect(nameIn(await show())).toBe('Fjordvik kammerkor')
  await send(chamberChoir, 'Kammerkoret vårt', 'save')
  expect(nameIn(await show())).toBe('Kammerkoret vårt')
})

test('a new number brings its own name, not the one before', async () => {
  await send(chamberChoir, '', 'save')
  await send(organisationNumber(1), 'Fjordvik kammerkor', 'save')
  expect(nameIn(await show())).toBe('Indrehavn spelemannslag')
})

test.each([
  ['bankrupt', specialNumbers.bankrupt, 'er konkurs'],
  ['deleted', specialNumbers.deleted, 'er slettet'],
  ['nobody’s', specialNumbers.unknown, 'kjenner ikke dette nummeret'],
  ['not answered for', specialNumbers.noAnswer, 'svarer ikke nå'],
])('a number that is %s is said to be so, and one may write a name and go on', async (_, number, words) => {
  await send(number, '', 'save')
  expect(await show()).toContain(words)
  expect((await send(number, 'Vennene våre', 'next')).headers.get('location')).toMatch(/kontroll$/)
})

test('what the register said is checked by the rules, looked over, sent, and seen with its day by who handles the case', async () => {
  await send(chamberChoir, '', 'next')
  const check = await torg.get(scheme.pathOf(draftId, 'kontroll'), { as: astrid })
  expect(check.text).toContain('Dere samarbeider med en forening.')
  expect(check.text).toContain('Fjordvik kommune · Enhetsregisteret, 10. november 2026')
  const sent = await sendChoir(torg, scheme.pathOf(draftId))
  expect(sent.status, sent.text.slice(0, 500)).toBe(303)
  const row = await torg.inFjordvik((trx) =>
    trx.selectFrom('application').select('answers').where('draft_id', '=', draftId).executeTakeFirstOrThrow(),
  )
  expect(row.answers['partner']).toMatchObject({
    name: 'Fjordvik kammerkor',
    number: chamberChoir,
    register: { kind: 'found', form: 'FLI', bankrupt: false, readAt: '2026-11-10T09:00:00.000Z' },
  })
})

test('an organisation that was not looked up is for a person to judge', async () => {
  await send(specialNumbers.noAnswer, 'Vennene våre', 'next')
  const check = (await torg.get(scheme.pathOf(draftId, 'kontroll'), { as: astrid })).text
  expect(check).toContain('Vi ser på hvem dere samarbeider med.')
  expect(check).toContain('ikke slått opp i Enhetsregisteret')
})

test('what the register says of the applicant is fetched when an application is begun', async () => {
  const form = { who: 'other', name: 'Koret', number: organisationNumber(2 + 2), role: 'chair' }
  await torg.post('/tilskudd/kor-og-korps/sok', { as: astrid, form })
  const kept = await torg.inFjordvik((trx) =>
    trx.selectFrom('organisation').selectAll().where('number', '=', form.number).executeTakeFirstOrThrow(),
  )
  expect(kept).toMatchObject({
    name: 'Mannskoret Brottsjø',
    form: 'FLI',
    register_read_at: torg.clock.now,
    register_facts: { source: 'Enhetsregisteret', inVoluntaryRegister: true, bankrupt: false, deleted: false },
  })
})
