import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { impartialityOf } from '../queries/impartiality.ts'
import { assignAssessor } from '../actions/save-assessment.ts'
import { declare, openReviewWorld, receivedCase, stateOf, type ReviewWorld } from '../review.testing.ts'

let world: ReviewWorld
beforeAll(async () => {
  world = await openReviewWorld()
})
afterAll(() => world.close())

describe('Impartiality', () => {
  test('is declared for all one’s cases at once, with exceptions named; a case one is partial in is closed', async () => {
    const mine = await Promise.all(
      ['Ett', 'To', 'Tre'].map((applicant) =>
        receivedCase(world, { applicant, caseworker: 'sindre-hauge', status: 'in-review' }),
      ),
    )
    const [one, two] = mine
    if (!one || !two) throw new Error('cases')
    const page = await world.get('/saker/habilitet', { as: 'sindre-hauge' })
    for (const each of mine) expect(page.text).toContain(each.number)
    const body = new URLSearchParams(mine.map((each) => ['sak', each.id]))
    const form = { sak: one.id, [`inhabil.${one.id}`]: 'on' }
    const bare = await world.post('/saker/habilitet', { as: 'sindre-hauge', form })
    expect(bare.status).toBe(422)
    expect(bare.text).toContain(`Skriv kort kvifor du er inhabil i sak ${one.number}.`)
    expect(body.getAll('sak')).toHaveLength(3)
    await world.post('/saker/habilitet', {
      as: 'sindre-hauge',
      form: { ...form, [`grunn.${one.id}`]: 'Søsteren min leiar laget.' },
    })
    expect((await world.get(`/saker/${one.slug}`, { as: 'sindre-hauge' })).status).toBe(404)
    expect((await world.get('/saker?visning=all', { as: 'sindre-hauge' })).text).not.toContain(`/saker/${one.slug}"`)
    expect((await stateOf(world, one.id)).caseworker_id).toBeNull()
    const others = await world.get(`/saker/${one.slug}`, { as: 'maren-lie' })
    expect(others.text).not.toContain('Søsteren')
    expect((await world.press(one.slug, 'notat', 'sindre-hauge', { note: 'x' })).status).toBe(404)
    await world.post('/saker/habilitet', { as: 'sindre-hauge', form: { sak: two.id } })
    const open = await world.get(`/saker/${two.slug}`, { as: 'sindre-hauge' })
    expect(open.status).toBe(200)
    expect(open.text).not.toContain('Du har ikkje svart')
  })

  test('of a superior bars those below from deciding, not from preparing', async () => {
    const received = await receivedCase(world, { caseworker: 'maren-lie', status: 'in-review' })
    await declare(world, received.id, 'maren-lie')
    const found = () => world.inCity((trx) => impartialityOf(trx, received.id, world.person('maren-lie')))
    expect(await found()).toBe('impartial')
    await declare(world, received.id, 'tor-bakken', false)
    expect(await found()).toBe('superior-conflicted')
    expect((await world.get(`/saker/${received.slug}`, { as: 'maren-lie' })).text).toContain('En overordnet er inhabil')
    expect((await world.press(received.slug, 'notat', 'maren-lie', { note: 'Kan forberede.' })).status).toBe(303)
  })

  test('keeps a partial caseworker from being given the case', async () => {
    const received = await receivedCase(world)
    await declare(world, received.id, 'sindre-hauge', false)
    const given = await world.post('/saker/valgte', {
      as: 'tor-bakken',
      form: { gjor: 'fordel', sak: received.id, til: world.person('sindre-hauge') },
    })
    expect(decodeURIComponent(given.headers.get('location') ?? '')).toContain(`ikke=${received.number}`)
    expect((await stateOf(world, received.id)).caseworker_id).toBeNull()
  })
})

describe('An assessor', () => {
  test('sees only assigned cases, gives scores with reasons, and sees the others’ when her own are done', async () => {
    const received = await receivedCase(world, {
      caseworker: 'maren-lie',
      status: 'in-review',
      applicant: 'Bydelens reparatører',
    })
    expect((await world.get(`/saker/${received.slug}`, { as: 'farid-karimi' })).status).toBe(404)
    expect((await world.get('/saker', { as: 'farid-karimi' })).text).not.toContain('Bydelens reparatører')
    await world.inCity((trx) =>
      assignAssessor(trx, { caseId: received.id, assessorId: world.person('farid-karimi'), by: world.actor('maren-lie') }),
    )
    expect((await world.get('/saker', { as: 'farid-karimi' })).text).toContain('Bydelens reparatører')
    await declare(world, received.id, 'farid-karimi')
    await declare(world, received.id, 'maren-lie')
    const scores = {
      'score.attitudes': '3',
      'reason.attitudes': 'Når mange.',
      'score.effect': '6',
      'reason.effect': 'Stor virkning.',
      'score.action': '0',
      'reason.action': 'Lite handling.',
      ferdig: 'ja',
    }
    const hers = { ...scores, 'reason.effect': 'Marens begrunnelse.' }
    expect((await world.press(received.slug, 'vurdering', 'maren-lie', hers)).status).toBe(303)
    const before = await world.get(`/saker/${received.slug}`, { as: 'farid-karimi' })
    expect(before.text).not.toContain('Marens begrunnelse.')
    const wrong = await world.press(received.slug, 'vurdering', 'farid-karimi', {
      ...scores,
      'score.effect': '9',
      'reason.action': '',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Gi et helt tall fra 0 til 6.')
    expect(wrong.text).toContain('Begrunn poengene')
    expect((await world.press(received.slug, 'vurdering', 'farid-karimi', { ...scores, ferdig: 'nei' })).status).toBe(303)
    expect((await stateOf(world, received.id)).events.filter((type) => type === 'assessed')).toHaveLength(1)
    await world.press(received.slug, 'vurdering', 'farid-karimi', scores)
    const after = await world.get(`/saker/${received.slug}`, { as: 'farid-karimi' })
    expect(after.text).toContain('Marens begrunnelse.')
    expect((await world.press(received.slug, 'vurdering', 'farid-karimi', scores)).status).toBe(409)
    expect((await world.press(received.slug, 'innstilling', 'farid-karimi', {})).status).toBe(404)
  })
})
