import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEvents } from '#cases'
import { listClosable } from '../../decision/queries/due-things.ts'
import { closeIfDone } from '../../decision/actions/close-if-done.ts'
import { changePayment } from '../../payment/actions/change-payment.ts'
import { givenAward, openFollowUpWorld, type FollowUpWorld, type GivenAward } from '../../follow-up.testing.ts'
import { listObligations } from '../queries/case-follow-up.ts'

let world: FollowUpWorld
beforeAll(async () => {
  world = await openFollowUpWorld()
})
afterAll(() => world.close())

const conditions = [
  { key: 'openConcert', text: 'Hold en åpen konsert.', dueDays: 90 },
  { key: 'show', text: 'Vis at kommunen støtter dere.', dueDays: 200 },
]
const caseAddress = (award: GivenAward) => `/saker/${award.number.replace('/', '-')}`
const obligationsOf = (award: GivenAward) => world.inCity((trx) => listObligations(trx, award.caseId))
const change = async (award: GivenAward, index: number, form: Record<string, string>, as = 'maren-lie') => {
  const id = (await obligationsOf(award))[index]?.id ?? ''
  return await world.post(`${caseAddress(award)}/vilkar/${id}`, { as, form })
}

test('an obligation is met, or waived with a reason, on the case page; the recipient sees how it stands', async () => {
  const award = await givenAward(world, { slug: 'narmiljotilskudd', ore: 5_000_00, decide: { conditions } })
  const page = await world.get(caseAddress(award), { as: 'maren-lie' })
  expect(page.text).toContain('Hold en åpen konsert.')
  const bare = await change(award, 1, { gjor: 'waive', reason: '' })
  expect(bare.headers.get('location')).toContain('vilkarfeil=reasonMissing')
  expect((await world.get(bare.headers.get('location') ?? '', { as: 'maren-lie' })).text).toContain('Skriv hvorfor.')
  await change(award, 0, { gjor: 'meet' })
  await change(award, 1, { gjor: 'waive', reason: 'Konserten ble digital.' })
  expect((await obligationsOf(award)).map((each) => each.status)).toEqual(['met', 'waived'])
  const own = await world.get(`/min-side${caseAddress(award)}`, { as: 'astrid-solheim' })
  for (const text of ['Hold en åpen konsert.', 'Oppfylt', 'Konserten ble digital.']) expect(own.text).toContain(text)
  const events = await world.inCity((trx) => listEvents(trx, award.caseId))
  expect(events.map((event) => event.type)).toEqual(expect.arrayContaining(['obligation-met', 'obligation-waived']))
  expect(JSON.stringify(events)).not.toContain('digital')
})

test('an obligation of another case, or by one without the right, is not changed', async () => {
  const [one, other] = [
    await givenAward(world, { slug: 'narmiljotilskudd', ore: 5_000_00, decide: { conditions } }),
    await givenAward(world, { slug: 'narmiljotilskudd', ore: 5_000_00, decide: { conditions } }),
  ]
  const theirs = (await obligationsOf(other))[0]?.id ?? ''
  const wrong = await world.post(`${caseAddress(one)}/vilkar/${theirs}`, { as: 'maren-lie', form: { gjor: 'meet' } })
  expect(wrong.headers.get('location')).toContain('vilkarfeil')
  expect((await change(one, 0, { gjor: 'meet' }, 'rolf-vik')).status).toBe(404)
  const undeclared = await change(one, 0, { gjor: 'meet' }, 'sindre-hauge')
  expect(undeclared.headers.get('location')).toContain('vilkarfeil=notDeclared')
  for (const award of [one, other]) expect((await obligationsOf(award))[0]?.status).toBe('open')
})

test('a case closes by itself when the last thing is done and the time to appeal is over, and not before', async () => {
  const award = await givenAward(world, { slug: 'stromstotte', ore: 5_000_00 })
  const [id = ''] = award.paymentIds
  const step = (action: 'prepare' | 'approve' | 'send' | 'confirm', person = world.preparer) =>
    world.inCity((trx) => changePayment(trx, world.services.keyring, { paymentId: id, action, person, now: world.clock.now }))
  const closable = async (now: Date) => (await world.inCity((trx) => listClosable(trx, now))).includes(award.caseId)
  const later = new Date('2027-02-01T09:00:00Z')
  expect(await closable(later)).toBe(false)
  await step('prepare')
  await step('approve', world.approver)
  await step('send')
  await step('confirm')
  const statusOf = () =>
    world.inCity(
      async (trx) =>
        (await trx.selectFrom('case_file').select('status').where('id', '=', award.caseId).executeTakeFirstOrThrow()).status,
    )
  expect(await statusOf()).not.toBe('closed')
  expect(await closable(later)).toBe(true)
  await world.inCity((trx) => closeIfDone(trx, award.caseId, later))
  expect(await statusOf()).toBe('closed')
})
