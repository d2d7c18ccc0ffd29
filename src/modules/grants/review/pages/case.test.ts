import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declare, openReviewWorld, receivedCase, stateOf, type ReviewWorld } from '../review.testing.ts'

let world: ReviewWorld
beforeAll(async () => {
  world = await openReviewWorld()
})
afterAll(() => world.close())

describe('A caseworker', () => {
  test('finds a new case among those nobody has, takes it, and finds it among her own', async () => {
    const received = await receivedCase(world, { applicant: 'Øvre Ås reparatørlag' })
    const list = await world.get('/saker?visning=unassigned', { as: 'maren-lie' })
    expect(list.status).toBe(200)
    expect(list.text).toContain('Øvre Ås reparatørlag')
    const taken = await world.press(received.slug, 'ta', 'maren-lie')
    expect(taken.status).toBe(303)
    expect((await stateOf(world, received.id)).status).toBe('in-review')
    expect((await world.get('/saker?visning=mine', { as: 'maren-lie' })).text).toContain('Øvre Ås reparatørlag')
    const page = await world.get(`/saker/${received.slug}?gjort=tatt`, { as: 'maren-lie' })
    expect(page.text).toContain('Saken er din.')
    expect(page.text).toContain('Tok saken.')
    expect(page.text).toContain('Reparer heller')
  })

  test('is asked about impartiality before preparing, and what she then does is kept', async () => {
    const received = await receivedCase(world, { caseworker: 'maren-lie', status: 'in-review' })
    const asked = { question: 'Hva koster verktøyet?', answerBy: '2027-01-10' }
    const early = await world.press(received.slug, 'sporsmal', 'maren-lie', asked)
    expect(early.status).toBe(409)
    expect(early.text).toContain('Si først om du er habil')
    await world.press(received.slug, 'habilitet', 'maren-lie', { habil: 'ja' })
    const sent = await world.press(received.slug, 'sporsmal', 'maren-lie', asked)
    expect(sent.headers.get('location')).toContain('gjort=spurt')
    const state = await stateOf(world, received.id)
    expect(state).toMatchObject({ status: 'waiting-for-applicant', due_on: '2027-01-10' })
    expect(state.events).toEqual(['impartiality-declared', 'information-asked'])
    const mail = await world.inCity((trx) =>
      trx.selectFrom('notice').selectAll().where('case_id', '=', received.id).executeTakeFirstOrThrow(),
    )
    expect(mail.recipient).toBe('astrid.solheim@kammerkoret.example')
    expect(mail.body).not.toContain('verktøyet')
  })

  test('recommends with reasons; too much is asked about first; a second press changes nothing', async () => {
    const received = await receivedCase(world, { caseworker: 'maren-lie', status: 'in-review', appliedOre: 40_000_00 })
    await declare(world, received.id, 'maren-lie')
    const form = {
      _key: 'one-press',
      revision: '1',
      outcome: 'granted',
      ore: '60 000',
      reasons: 'Tiltaket virker.',
      conditions: 'asPlanned',
    }
    const bare = await world.press(received.slug, 'innstilling', 'maren-lie', { ...form, _key: 'bare', reasons: '', ore: 'mye' })
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('Skriv beløpet som et tall')
    expect(bare.text).toContain('Skriv en begrunnelse')
    expect(bare.text).toContain('value="mye"')
    const warned = await world.press(received.slug, 'innstilling', 'maren-lie', form)
    expect(warned.status).toBe(422)
    expect(warned.text).toContain('høyere enn det er søkt om')
    expect(warned.text).toContain('høyere enn ordningens høyeste beløp')
    expect((await stateOf(world, received.id)).status).toBe('in-review')
    for (let press = 0; press < 2; press++) {
      const saved = await world.press(received.slug, 'innstilling', 'maren-lie', { ...form, confirmed: 'on' })
      expect(saved.headers.get('location')).toContain('gjort=innstilt')
    }
    const state = await stateOf(world, received.id)
    expect(state).toMatchObject({ status: 'recommended', recommended_ore: 60_000_00, revision: 2 })
    expect(state.events).toEqual(['recommended'])
    const page = await world.get(`/saker/${received.slug}`, { as: 'maren-lie' })
    expect(page.text).toContain('Tiltaket virker.')
    expect(page.text).toContain('Bruk pengene til det søknaden beskriver.')
    const back = await world.press(received.slug, 'trekk-innstilling', 'maren-lie')
    expect(back.status).toBe(303)
    expect(await stateOf(world, received.id)).toMatchObject({ status: 'in-review', recommended_ore: null })
  })

  test('who writes at the same time as another sees both texts, and loses none', async () => {
    const received = await receivedCase(world, { caseworker: 'maren-lie', status: 'in-review' })
    await declare(world, received.id, 'maren-lie')
    await declare(world, received.id, 'sindre-hauge')
    const both = { revision: '1', outcome: 'partly-granted', conditions: 'asPlanned' }
    await world.press(received.slug, 'innstilling', 'maren-lie', { ...both, ore: '20 000', reasons: 'Marens begrunnelse.' })
    const late = await world.press(received.slug, 'innstilling', 'sindre-hauge', {
      ...both,
      ore: '30 000',
      reasons: 'Sindres begrunnelse.',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Marens begrunnelse.')
    expect(late.text).toContain('Sindres begrunnelse.')
    expect(late.text).toContain('Maren Lie')
    const merged = await world.press(received.slug, 'innstilling', 'sindre-hauge', {
      ...both,
      revision: '2',
      ore: '30 000',
      reasons: 'Begge begrunnelser.',
    })
    expect(merged.status).toBe(303)
    expect((await stateOf(world, received.id)).recommended_ore).toBe(30_000_00)
  })

  test('keeps notes, a new due date with its reason, and documents of kinds that may come in', async () => {
    const received = await receivedCase(world, { caseworker: 'maren-lie', status: 'in-review' })
    await declare(world, received.id, 'maren-lie')
    await world.press(received.slug, 'notat', 'maren-lie', { note: 'Ringte lederen.' })
    await world.press(received.slug, 'frist', 'maren-lie', { dueOn: '2027-03-01', dueReason: 'Venter på regnskapet.' })
    const passed = await world.press(received.slug, 'frist', 'maren-lie', { dueOn: '2026-01-01', dueReason: 'x' })
    expect(passed.text).toContain('Datoen må komme etter i dag.')
    const bare = await world.press(received.slug, 'dokument', 'maren-lie', { documentTitle: 'Brev' })
    expect(bare.text).toContain('Velg en fil.')
    const added = await world.post(`/saker/${received.slug}/dokument`, {
      as: 'maren-lie',
      form: { documentTitle: 'Brev fra laget', direction: 'in' },
      files: [['file', new File(['Vi bekrefter kontonummeret.\n'], 'brev.txt', { type: 'text/plain' })]],
    })
    expect(added.headers.get('location')).toContain('gjort=dokument')
    const page = await world.get(`/saker/${received.slug}`, { as: 'maren-lie' })
    for (const text of ['Ringte lederen.', 'Venter på regnskapet.', 'Brev fra laget', 'Flyttet fristen til 1. mars 2027.'])
      expect(page.text).toContain(text)
    const href = /\/saker\/dokumenter\/[0-9a-f-]{36}/.exec(page.text)?.[0] ?? ''
    expect((await world.get(href, { as: 'maren-lie' })).text).toContain('Vi bekrefter')
    expect((await world.get(href, { as: 'nina-strand' })).status).toBe(404)
  })
})
