import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { organisationNumber } from '#demo/numbers.ts'
import { openDemoRegister, specialNumbers } from '#demo/register/index.ts'
import { openOrganisationRegister } from '#platform/registers/organisation-register.ts'
import { openReviewWorld, stateOf, type ReviewWorld } from '../review.testing.ts'

let world: ReviewWorld
beforeAll(async () => {
  world = await openReviewWorld()
})
afterAll(() => world.close())

const seen = Object.fromEntries(['projectTitle', 'applied'].map((key) => [`_seen.${key}`, '0']))
const letter = {
  ...seen,
  ordning: 'klimatiltak',
  _do: 'register',
  channel: 'paper',
  receivedOn: '2026-12-05',
  kind: 'organisation',
  organisation: 'Tårnheia velforening',
  name: 'Gerd Solberg',
  language: 'nn',
  projectTitle: 'Blomster i vegkanten',
  applied: '25 000',
}
const maren = 'maren-lie'
const caseOf = async (location: string | null) => {
  const number = (/\/saker\/(\d{4}-\d+)/.exec(location ?? '')?.[1] ?? '').replace('-', '/')
  const { id } = await world.inCity((trx) =>
    trx.selectFrom('case_file').select('id').where('number', '=', number).executeTakeFirstOrThrow(),
  )
  return { ...(await stateOf(world, id)), slug: number.replace('/', '-') }
}

describe('An application that came on paper', () => {
  test('is registered with the letter, and becomes a case like others', async () => {
    expect((await world.get('/saker/registrer', { as: maren })).text).toContain('Hvilken ordning gjelder det?')
    expect((await world.get('/saker/registrer?ordning=klimatiltak', { as: maren })).text).toContain('name="projectTitle"')
    const scan = new File(['Vi søker om 25 000 til blomster.\n'], 'brev.txt', { type: 'text/plain' })
    const sent = await world.post('/saker/registrer', { as: maren, form: letter, files: [['scan', scan]] })
    expect(sent.status).toBe(303)
    const found = await caseOf(sent.headers.get('location'))
    expect(found).toMatchObject({
      applicant_name: 'Tårnheia velforening',
      channel: 'paper',
      late_reason: null,
      language: 'nn',
      applied_ore: 25_000_00,
      events: ['application-registered'],
    })
    const page = await world.get(`/saker/${found.slug}`, { as: maren })
    expect(page.text).toContain('Blomster i vegkanten')
    expect(page.text).toContain('Selve brevet eller e-posten')
  })

  test('comes back with each fault at its field, and all that was typed', async () => {
    const wrong = { ...letter, channel: '', name: ' ', number: '123', receivedOn: '2027-05-01', applied: 'mye', email: 'gerd' }
    const around = await world.post('/saker/registrer', { as: maren, form: wrong })
    expect(around.status).toBe(422)
    expect(around.text).toContain('Velg hvordan den kom.')
    expect(around.text).toContain('E-postadressen ser ikke riktig ut')
    expect(around.text).toContain('Blomster i vegkanten')
    const inside = await world.post('/saker/registrer', { as: maren, form: { ...wrong, channel: 'email', email: '' } })
    for (const text of ['Skriv et navn.', 'Organisasjonsnummeret stemmer ikke', 'Dagen kan ikke være etter i dag', 'value="mye"'])
      expect(inside.text).toContain(text)
    const amount = await world.post('/saker/registrer', { as: maren, form: { ...letter, applied: 'mye' } })
    expect(amount.status).toBe(422)
    expect(amount.text).toContain('Skriv et beløp i kroner')
  })

  test('and came late is taken only with a reason, which is kept, or proposed dismissed', async () => {
    const late = { ...letter, receivedOn: '2026-12-15' }
    const bare = await world.post('/saker/registrer', { as: maren, form: late })
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('Søknaden kom etter fristen. Begrunn unntaket')
    const taken = await world.post('/saker/registrer', { as: maren, form: { ...late, lateReason: 'Posten var forsinket.' } })
    const exception = await caseOf(taken.headers.get('location'))
    expect(exception.late_reason).toBe('Posten var forsinket.')
    expect((await world.get(`/saker/${exception.slug}`, { as: maren })).text).toContain('begrunnet unntak')
    const proposed = await world.post('/saker/registrer', { as: maren, form: { ...late, lateHow: 'dismiss' } })
    const dismissal = await caseOf(proposed.headers.get('location'))
    expect(dismissal).toMatchObject({ status: 'submitted', events: ['application-registered', 'dismissal-proposed'] })
    expect((await world.get(`/saker/${dismissal.slug}`, { as: maren })).text).toContain(
      'Ta stilling til at søknaden kom for sent',
    )
  })

  test('may name organisations by number: a button fetches what the register says, and what is written beside it stays', async () => {
    const register = await openDemoRegister()
    world.services.organisationRegister = openOrganisationRegister(register)
    const form = (number: string, name = '') => ({
      ...letter,
      ordning: 'naringsstotte',
      '_seen.partners': '0',
      'partners.0.partner.number': number,
      'partners.0.partner.name': name,
      _do: 'lookup:partners.0.partner',
    })
    const look = async (number: string, name?: string) =>
      (await world.post('/saker/registrer', { as: maren, form: form(number, name) })).text
    expect((await world.get('/saker/registrer?ordning=naringsstotte', { as: maren })).text).toContain('Hent fra Enhetsregisteret')
    const found = await look(organisationNumber(0))
    expect(found).toMatch(/name="partners.0.partner.name"[^>]*value="Fjordvik kammerkor"/)
    expect(found).toContain('Fjordvik kommune · Enhetsregisteret, ')
    expect(found).toContain('value="Blomster i vegkanten"')
    const unknown = await look(specialNumbers.unknown, 'Vennene våre')
    expect(unknown).toContain('kjenner ikke dette nummeret')
    expect(unknown).toMatch(/name="partners.0.partner.name"[^>]*value="Vennene våre"/)
    await register.close()
  })

  test('is registered by caseworkers only', async () => {
    for (const as of ['rolf-vik', 'nina-strand', 'farid-karimi', 'petter-dahl'])
      expect((await world.post('/saker/registrer', { as, form: letter })).status, as).toBe(404)
  })
})
