import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseSlug } from '#cases'
import { routes } from '#src/routes.ts'
import { announce, openDecisionWorld, readyCase, type DecisionWorld } from '../decision.testing.ts'

let world: DecisionWorld
beforeAll(async () => {
  world = await openDecisionWorld(routes)
})
afterAll(() => world.close())

const tor = { as: 'tor-bakken' }
const astrid = { as: 'astrid-solheim' }

const statusOf = async (id: string) =>
  (await world.inCity((trx) => trx.selectFrom('case_file').select('status').where('id', '=', id).executeTakeFirstOrThrow()))
    .status

describe('Deciding one case', () => {
  test('starts from the recommendation, says how far one’s authority reaches, and goes on to the letter', async () => {
    const { id, number } = await readyCase(world, { slug: 'naringsstotte', appliedOre: 50_000_00 })
    const path = `/saker/${caseSlug(number)}/vedtak`
    const shown = await world.get(path, tor)
    expect(shown.text).toContain(
      'Du kan vedta inntil 100 000 kr. Over det vedtar Formannskapet.'.replace('100 000', '100\u00a0000'),
    )
    expect(shown.text).toContain('value="50 000"')
    expect(shown.text).toContain('Koret øver ofte')
    const done = await world.post(path, {
      ...tor,
      form: { outcome: 'granted', ore: '50 000', reasons: 'Godt tiltak.', revision: '1' },
    })
    expect([done.status, done.headers.get('location')]).toEqual([303, `/saker/${caseSlug(number)}/brev?gjort=vedtatt`])
    expect(await statusOf(id)).toBe('decided')
  })

  test('says at the field what is wrong, keeps what was typed and writes nothing', async () => {
    const { id, number } = await readyCase(world)
    const path = `/saker/${caseSlug(number)}/vedtak`
    const wrong = await world.post(path, {
      ...tor,
      form: { outcome: 'granted', ore: 'førti tusen', reasons: 'Min <begrunnelse>', revision: '1' },
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv beløpet som et tall')
    expect(wrong.text).toContain('value="førti tusen"')
    expect(wrong.text).toContain('Min &lt;begrunnelse&gt;')
    const empty = await world.post(path, { ...tor, form: { outcome: 'refused', ore: '', reasons: '', revision: '1' } })
    expect(empty.text).toContain('Skriv en begrunnelse.')
    expect(await statusOf(id)).toBe('recommended')
  })

  test('puts a standard reason into the text without saving anything', async () => {
    const { id, number } = await readyCase(world, { slug: 'kor-og-korps' })
    const form = { outcome: 'refused', reasons: 'Først dette.', revision: '1', 'sett-inn': 'tooFewMembers' }
    const shown = await world.post(`/saker/${caseSlug(number)}/vedtak`, { ...tor, form })
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Først dette.\n\nDere har færre enn ti medlemmer.')
    expect(await statusOf(id)).toBe('recommended')
  })

  test('when two decide at once, the second keeps the text and sees what the first decided', async () => {
    const { number } = await readyCase(world)
    const path = `/saker/${caseSlug(number)}/vedtak`
    await world.post(path, { ...tor, form: { outcome: 'granted', ore: '40 000', reasons: 'Den første.', revision: '1' } })
    const second = await world.post(path, { ...tor, form: { outcome: 'refused', ore: '', reasons: 'Den andre.', revision: '1' } })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Noen andre har endret saken mens du skrev')
    expect(second.text).toContain('Den andre.')
    expect(second.text).toContain('Den første.')
  })

  test('is not there for those without the right, and a resident is told nothing', async () => {
    const { number } = await readyCase(world)
    for (const as of ['astrid-solheim', 'petter-dahl', 'nina-strand'])
      expect((await world.get(`/saker/${caseSlug(number)}/vedtak`, { as })).status).toBe(404)
    expect((await world.post(`/saker/${caseSlug(number)}/vedtak`, { as: 'rolf-vik', form: {} })).status).toBe(404)
  })
})

describe('Deciding many', () => {
  test('decides each by itself: what cannot be is told in its row with what was typed, the rest is done', async () => {
    const good = await readyCase(world, { slug: 'idrettsstipend', round: '2026', appliedOre: 10_000_00 })
    const bad = await readyCase(world, { slug: 'idrettsstipend', round: '2026', appliedOre: 10_000_00, impartial: [] })
    const untouched = await readyCase(world, { slug: 'idrettsstipend', round: '2026', appliedOre: 10_000_00 })
    const list = await world.get(`/saker/vedtak?utlysning=${good.roundId}`, tor)
    expect(list.text).toContain(good.number)
    const form = {
      [`ore-${good.id}`]: '8 000',
      [`outcome-${good.id}`]: 'granted',
      [`reasons-${good.id}`]: 'Litt mindre enn søkt.',
      [`ore-${bad.id}`]: '7 777',
      tilbake: `utlysning=${good.roundId}`,
    }
    const answer = await world.post('/saker/vedtak', { ...tor, form: { ...form, sak: good.id } })
    expect(answer.headers.get('location')).toContain('gjort=1')
    const failed = await world.post('/saker/vedtak', { ...tor, form: { ...form, sak: bad.id } })
    expect(failed.status).toBe(422)
    expect(failed.text).toContain('Si først om du er habil i saken.')
    expect(failed.text).toContain('value="7 777"')
    expect([await statusOf(good.id), await statusOf(bad.id), await statusOf(untouched.id)]).toEqual([
      'decided',
      'recommended',
      'recommended',
    ])
    const decision = await world.inCity((trx) =>
      trx.selectFrom('decision').select(['outcome', 'ore']).where('case_id', '=', good.id).executeTakeFirstOrThrow(),
    )
    expect(decision).toEqual({ outcome: 'partly-granted', ore: 8_000_00 })
  })
})

describe('The letter and its release', () => {
  test('is proofread, released at once, and told of', async () => {
    const { id, number } = await readyCase(world)
    const slug = caseSlug(number)
    await world.post(`/saker/${slug}/vedtak`, {
      ...tor,
      form: { outcome: 'granted', ore: '40 000', reasons: 'Godt.', revision: '1' },
    })
    const { id: decisionId } = await world.inCity((trx) =>
      trx.selectFrom('decision').select('id').where('case_id', '=', id).executeTakeFirstOrThrow(),
    )
    const early = await world.post('/saker/vedtak/slipp', { ...tor, form: { vedtak: decisionId, nar: 'na', gjor: 'slipp' } })
    expect(early.text).toContain('Brevet er ikke korrekturlest.')
    const form = {
      revision: '2',
      day: '2026-12-01',
      parts: '1',
      heading: 'Du får tilskudd',
      'h-0': 'Begrunnelse',
      'p-0': 'Slik er det.',
      gjor: 'neste',
    }
    expect((await world.post(`/saker/${slug}/brev`, { ...tor, form })).status).toBe(303)
    const seen = await world.post('/saker/vedtak/slipp', { ...tor, form: { vedtak: decisionId, nar: 'na', gjor: 'se' } })
    expect(seen.text).toContain('1 e-post sier at et svar ligger klart')
    expect(await statusOf(id)).toBe('decided')
    const done = await world.post('/saker/vedtak/slipp', { ...tor, form: { vedtak: decisionId, nar: 'na', gjor: 'slipp' } })
    expect(done.text).toContain('1 vedtak er sendt.')
    expect(await statusOf(id)).toBe('notified')
  })

  test('wants a time that can be read and is to come', async () => {
    const { id } = await readyCase(world)
    for (const [dag, tid, said] of [
      ['', '08.00', 'Velg en dato.'],
      ['2026-12-24', 'åtte', 'Skriv klokkeslettet'],
      ['2026-01-01', '08.00', 'Tidspunktet er passert.'],
    ] as const) {
      const answer = await world.post('/saker/vedtak/slipp', {
        ...tor,
        form: { vedtak: id, nar: 'senere', dag, tid, gjor: 'se' },
      })
      expect([answer.status, answer.text.includes(said)]).toEqual([422, true])
    }
  })
})

describe('What an elected body decided', () => {
  test('is recorded with date and item number; a date to come is refused and nothing typed is lost', async () => {
    const { id, roundId } = await readyCase(world, { slug: 'bydelstilskudd', district: 'kvernlia', appliedOre: 5_000_00 })
    const ingrid = { as: 'ingrid-aas' }
    expect((await world.get('/saker/mote', ingrid)).text).toContain('Kvernlia bydelsutvalg')
    const path = `/saker/mote/bydelsutvalgKvernlia/${roundId}`
    const list = await world.get(`${path}/liste`, ingrid)
    expect(list.text).toContain('Koret øver ofte, og konsertene er åpne for alle.')
    expect(list.text).not.toContain('<textarea')
    expect((await world.get(`${path}/liste.pdf`, ingrid)).text.slice(0, 5)).toBe('%PDF-')
    const form = { sak: id, [`ore-${id}`]: '4 000', [`outcome-${id}`]: 'granted', [`aside-${id}`]: 'Kari Nes', item: '7/26' }
    const ahead = await world.post(path, { ...ingrid, form: { ...form, heldOn: '2027-01-05' } })
    expect(ahead.status).toBe(422)
    expect(ahead.text).toContain('Møtet er ikke holdt ennå.')
    expect(ahead.text).toContain('value="4 000"')
    const done = await world.post(path, { ...ingrid, form: { ...form, heldOn: '2026-11-30' } })
    expect(done.headers.get('location')).toBe('/saker/mote?gjort=1')
    const decision = await world.inCity((trx) =>
      trx.selectFrom('decision').selectAll().where('case_id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(decision).toMatchObject({ authority: 'body', ore: 4_000_00, outcome: 'partly-granted', stood_aside: 'Kari Nes' })
    expect((await world.get('/saker/mote', tor)).status).toBe(404)
  })
})

describe('The applicant', () => {
  test('sees nothing of a decision before it is announced, and nobody else sees it after', async () => {
    const { id, number } = await readyCase(world)
    const path = `/min-side/saker/${caseSlug(number)}`
    await world.post(`/saker/${caseSlug(number)}/vedtak`, {
      ...tor,
      form: { outcome: 'partly-granted', ore: '12 345', reasons: 'Hemmelig ennå.', revision: '1' },
    })
    expect((await world.get(`${path}/vedtak`, astrid)).status).toBe(404)
    expect((await world.get(`${path}/klage`, astrid)).status).toBe(404)
    const waiting = await world.get(path, astrid)
    expect(waiting.text).not.toMatch(/12\s345|Hemmelig|Delvis/)
    await announce(world, id, { outcome: 'partly-granted', ore: 12_345_00 })
    expect((await world.get(`${path}/vedtak`, { as: 'jonas-berge' })).status).toBe(404)
    const ready = await world.get(path, astrid)
    expect(ready.text).toContain('Svaret på søknaden ligger klart')
    expect(ready.text).not.toMatch(/12\s345|Delvis/)
    const opened = await world.get(`${path}/vedtak`, astrid)
    expect(opened.text).toMatch(/12\s345/)
    expect((await world.get(path, astrid)).text).toContain('Delvis innvilget')
  })

  test('declines only after being told what it means', async () => {
    const { id, number } = await readyCase(world)
    const path = `/min-side/saker/${caseSlug(number)}`
    await announce(world, id)
    const asked = await world.get(`${path}/vedtak/takk-nei`, astrid)
    expect(asked.text).toContain('pengene kan gis til andre')
    const done = await world.post(`${path}/vedtak/svar`, { ...astrid, form: { svar: 'nei' } })
    expect(done.headers.get('location')).toBe(`${path}/vedtak?svart=nei`)
    expect((await world.post(`${path}/vedtak/svar`, { ...astrid, form: { svar: 'nei' } })).status).toBe(404)
  })

  test('appeals once, also when the form is sent twice, and gets a receipt that says what happens', async () => {
    const { id, number } = await readyCase(world)
    const path = `/min-side/saker/${caseSlug(number)}`
    await announce(world, id)
    const empty = await world.post(`${path}/klage`, { ...astrid, form: { desiredChange: 'Alt.', body: '' } })
    expect([empty.status, empty.text.includes('Skriv hvorfor du klager.'), empty.text.includes('Alt.')]).toEqual([
      422,
      true,
      true,
    ])
    const form = { desiredChange: 'Alt.', body: 'Fordi.', _key: 'same-form' }
    await world.post(`${path}/klage`, { ...astrid, form })
    const again = await world.post(`${path}/klage`, { ...astrid, form })
    expect(again.headers.get('location')).toBe(`${path}/klage?sendt=1`)
    expect((await world.get(`${path}/klage?sendt=1`, astrid)).text).toContain('Klagen er sendt')
    const appeals = await world.inCity((trx) => trx.selectFrom('appeal').select('id').where('case_id', '=', id).execute())
    expect(appeals).toHaveLength(1)
    const another = await world.post(`${path}/klage`, { ...astrid, form: { desiredChange: 'Mer.', body: 'Fordi.' } })
    expect(another.status).toBe(409)
  })
})
