import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenOf } from '../../application/choir-app.testing.ts'
import { openFollowUpWorld, type FollowUpWorld } from '../../follow-up.testing.ts'
import { astrid, maren, review, send, show, statusOf, write, youthAward } from '../report.testing.ts'

let world: FollowUpWorld
beforeAll(async () => {
  world = await openFollowUpWorld()
})
afterAll(() => world.close())

describe('Reading reports', () => {
  test('asks who reads to be impartial first, and closes the case to who is not', async () => {
    const award = await youthAward(world)
    await write(world, award)
    await send(world, award)
    const answer = await review(world, award, 'approve', {}, 'sindre-hauge')
    expect(answer.text).toContain('Du må seie om du er habil i saka først.')
    expect(await statusOf(world, award)).toMatchObject({ status: 'submitted' })
    await world.inCity((trx) =>
      trx
        .insertInto('impartiality_declaration')
        .values({ case_id: award.caseId, person_id: world.person('sindre-hauge'), impartial: false, reason: 'Nabo.' })
        .execute(),
    )
    expect((await world.get(`/saker/rapporter/${award.reportId}`, { as: 'sindre-hauge' })).status).toBe(404)
    expect((await world.get('/saker/rapporter', { as: 'sindre-hauge' })).text).not.toContain(award.number)
    expect((await world.get('/saker/rapporter', { as: maren })).text).toContain(award.number)
  })

  test('tells the second of two that the first has decided', async () => {
    const award = await youthAward(world)
    await write(world, award)
    await send(world, award)
    const address = `/saker/rapporter/${award.reportId}`
    const form = hiddenOf((await world.get(address, { as: maren })).text, address)
    await review(world, award, 'return', { reason: 'Bilag mangler.' })
    const late = await world.post(address, { as: maren, form: { ...form, gjor: 'approve' } })
    expect(late.text).toContain('En annen kom først.')
    await send(world, award)
    const stale = await world.post(address, { as: maren, form: { ...form, _key: 'k2', gjor: 'approve' } })
    expect(stale.text).toContain('Rapporten er endret siden du åpnet siden.')
    expect(await statusOf(world, award)).toMatchObject({ status: 'submitted' })
  })

  test('can move the day with a reason, and the recipient reads why', async () => {
    const award = await youthAward(world)
    const wrong = await review(world, award, 'move', { dueOn: '2020-01-01', reason: 'Sykdom' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Velg en dag som ikke er passert.')
    await review(world, award, 'move', { dueOn: '2027-09-01', reason: 'Kassereren er syk.' })
    expect(await statusOf(world, award)).toMatchObject({ due_on: '2027-09-01' })
    expect((await show(world, award, 'resultat')).text).toContain('Kassereren er syk.')
  })

  test('is for those who handle cases, and reading for the auditor too', async () => {
    const award = await youthAward(world)
    expect((await world.get(`/saker/rapporter/${award.reportId}`, { as: 'rolf-vik' })).status).toBe(200)
    for (const as of ['petter-dahl', 'ingrid-aas', 'nina-strand', astrid])
      expect((await world.get('/saker/rapporter', { as })).status).toBe(404)
    expect(
      (await world.post(`/saker/rapporter/${award.reportId}`, { as: 'rolf-vik', form: { gjor: 'waive', reason: 'x' } })).status,
    ).toBe(404)
  })
})
