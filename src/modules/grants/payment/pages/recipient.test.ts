import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenAward, openFollowUpWorld, type FollowUpWorld, type GivenAward } from '../../follow-up.testing.ts'

let world: FollowUpWorld
beforeAll(async () => {
  world = await openFollowUpWorld()
})
afterAll(() => world.close())

const astrid = 'astrid-solheim'
const pathOf = (award: GivenAward) => `/min-side/saker/${award.number.replace('/', '-')}`
const see = async (award: GivenAward, more = '') =>
  (await world.get(pathOf(award) + more, { as: astrid })).text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('The recipient', () => {
  test('asks for the money where the scheme pays on request, once, and sees in plain words how it goes', async () => {
    const award = await givenAward(world)
    const page = await see(award)
    expect(page).toContain('Du kan be om å få utbetalt 40 000 kr.')
    expect(page).toContain('Siste dag er 31. desember 2026.')
    expect(page).toContain('•••• •• 17947')
    const address = `${pathOf(award)}/utbetaling/${award.paymentIds[0]}`
    const asked = await world.post(address, { as: astrid, form: { _key: 'same' } })
    await world.post(address, { as: astrid, form: { _key: 'same' } })
    expect(asked.headers.get('location')).toContain('bedt=1')
    const after = await see(award, '?bedt=1')
    expect(after).toContain('Vi har fått det. Pengene blir nå klargjort.')
    expect(after).not.toContain('Du kan be om å få utbetalt')
    expect((await world.get('/saker/utbetalinger', { as: 'petter-dahl' })).text).toContain(award.number)
  })

  test('is told when it is too late to ask', async () => {
    const award = await givenAward(world, { sender: 'jonas-berge' })
    const now = world.clock.now
    world.clock.now = new Date('2027-01-02T09:00:00Z')
    const page = await world.get(pathOf(award), { as: 'jonas-berge' })
    expect(page.text).toContain('Siste dag å be om pengene var 31. desember 2026.')
    await world.post(`${pathOf(award)}/utbetaling/${award.paymentIds[0]}`, { as: 'jonas-berge', form: {} })
    const row = await world.inCity((trx) =>
      trx
        .selectFrom('payment')
        .select('claimed_at')
        .where('id', '=', award.paymentIds[0] ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(row.claimed_at).toBeNull()
    world.clock.now = now
  })

  test('gives an account where there is none; a wrong one is said at the field and never in an address', async () => {
    const award = await givenAward(world, { slug: 'narmiljotilskudd', ore: 5_000_00, account: null })
    expect(await see(award)).toContain('Vi mangler et kontonummer å betale til.')
    const wrong = await world.post(`${pathOf(award)}/konto`, { as: astrid, form: { account: '1234 56 78901' } })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Kontonummeret stemmer ikke.')
    expect(wrong.text).toContain('value="1234 56 78901"')
    const right = await world.post(`${pathOf(award)}/konto`, { as: astrid, form: { account: '1234 56 78903' } })
    expect(right.headers.get('location')).toBe(`${pathOf(award)}?konto=lagret#utbetaling`)
    expect(await see(award)).toContain('•••• •• 78903')
    const finance = await world.get(`/saker/utbetalinger/${award.paymentIds[0]}`, { as: 'petter-dahl' })
    expect(finance.text).toContain('Mottakeren har gitt nytt kontonummer')
  })

  test('does this in their own cases only', async () => {
    const award = await givenAward(world)
    const other = await givenAward(world)
    for (const path of [`${pathOf(award)}/utbetaling/${award.paymentIds[0]}`, `${pathOf(award)}/konto`])
      expect((await world.post(path, { as: 'sigrid-haugland', form: { account: '12345678903' } })).status).toBe(404)
    const mixed = await world.post(`${pathOf(award)}/utbetaling/${other.paymentIds[0]}`, { as: astrid, form: {} })
    expect(mixed.status).toBe(404)
  })
})
