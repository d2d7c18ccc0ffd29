import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEvents } from '#cases'
import { givenAward, openFollowUpWorld, type FollowUpWorld, type GivenAward } from '../../follow-up.testing.ts'

let world: FollowUpWorld
let awards: GivenAward[]
beforeAll(async () => {
  world = await openFollowUpWorld()
  awards = []
  for (const applicant of ['Solhaug velforening', 'Kvernlia vel'])
    awards.push(await givenAward(world, { slug: 'narmiljotilskudd', ore: 8_000_00, applicant }))
})
afterAll(() => world.close())

const [preparer, approver] = ['petter-dahl', 'hilde-moen']
const idOf = (index: number) => awards[index]?.paymentIds[0] ?? ''
const list = '/saker/utbetalinger'

describe('The payments of finance', () => {
  test('go from ready to paid through the browser, by two people, and the account is masked all the way', async () => {
    const ready = await world.get(list, { as: preparer })
    expect(ready.text).toContain('2 utbetalinger, til sammen 16')
    expect(ready.text).toContain('•••• •• 17947')
    expect(ready.text).not.toContain('86011117947')
    expect(ready.text).toContain('Filen til banken kommer senere')
    const prepared = await world.post(list, { as: preparer, form: { gjor: 'prepare', id: idOf(0), fane: 'ready' } })
    expect(prepared.text).toContain('Alle 1 er gjort')
    const mine = await world.get(`${list}?fane=prepared`, { as: preparer })
    expect(mine.text).toContain('Du klargjorde denne. En annen må godkjenne.')
    const approved = await world.post(list, { as: approver, form: { gjor: 'approve', id: idOf(0), fane: 'prepared' } })
    expect(approved.text).toContain('Godkjent')
    for (const gjor of ['send', 'confirm']) await world.post(list, { as: preparer, form: { gjor, id: idOf(0) } })
    expect((await world.get(`${list}?fane=confirmed&ar=2026`, { as: preparer })).text).toContain('Solhaug velforening')
  })

  test('say politely that another must approve, and who was first', async () => {
    await world.post(list, { as: preparer, form: { gjor: 'prepare', id: idOf(1) } })
    const self = await world.post(list, { as: preparer, form: { gjor: 'approve', id: idOf(1) } })
    expect(self.text).toContain('0 av 1 er gjort')
    expect(self.text).toContain('Rollen din kan ikke gjøre dette.')
    const again = await world.post(`${list}/${idOf(1)}`, { as: preparer, form: { gjor: 'prepare' } })
    expect(again.text).toContain('En annen kom først')
  })

  test('are done once when the form is sent twice', async () => {
    const form = { gjor: 'approve', id: idOf(1), fane: 'prepared', _key: 'the-very-same-form' }
    const answers = [await world.post(list, { as: approver, form }), await world.post(list, { as: approver, form })]
    for (const answer of answers) expect(answer.text).toContain('Alle 1 er gjort')
  })

  test('ask for a reason to stop, keep what was typed, and tell the whole story', async () => {
    const path = `${list}/${idOf(1)}`
    const bare = await world.post(path, { as: preparer, form: { gjor: 'stop', reason: '' } })
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('Skriv hvorfor.')
    const stopped = await world.post(path, { as: preparer, form: { gjor: 'stop', reason: 'Laget er lagt ned.' } })
    expect(stopped.headers.get('location')).toBe(`${path}?gjort=stop`)
    const page = await world.get(`${path}?gjort=stop`, { as: preparer })
    for (const text of ['Laget er lagt ned.', 'Stoppet utbetalingen av', 'Godkjente utbetalingen av', 'Hilde Moen'])
      expect(page.text).toContain(text)
  })

  test('show the whole account only to finance and only when asked, and write it in the log', async () => {
    const path = `${list}/${idOf(0)}`
    for (const as of ['maren-lie', 'rolf-vik']) {
      const seen = await world.get(path, { as })
      expect(seen.status).toBe(200)
      expect(seen.text).not.toContain('Vis hele kontonummeret')
      expect((await world.post(`${path}/konto`, { as, form: {} })).status).toBe(404)
    }
    const shown = await world.post(`${path}/konto`, { as: approver, form: {} })
    expect(shown.text).toContain('8601.11.17947')
    expect((await world.get(path, { as: approver })).text).not.toContain('8601.11.17947')
    const events = await world.inCity((trx) => listEvents(trx, awards[0]?.caseId ?? ''))
    expect(events.filter((event) => event.type === 'payment-account-read')).toMatchObject([{ actorName: 'Hilde Moen' }])
  })

  test('leave as CSV and Excel with whole accounts, each download in the log', async () => {
    const given = await givenAward(world, { slug: 'narmiljotilskudd', ore: 7_500_50, applicant: '=HYPERLINK("x")' })
    const id = given.paymentIds[0] ?? ''
    await world.post(list, { as: preparer, form: { gjor: 'prepare', id } })
    await world.post(list, { as: approver, form: { gjor: 'approve', id } })
    const csv = await world.post(`${list}/eksport`, { as: preparer, form: { format: 'csv' } })
    expect(csv.text).toContain(`${given.number};"'=HYPERLINK(""x"")";86011117947;7500,50;${given.number} 1/1;Hilde Moen`)
    const excel = await world.post(`${list}/eksport`, { as: preparer, form: { format: 'xlsx' } })
    expect(excel.headers.get('content-type')).toContain('spreadsheetml')
    expect((await world.post(`${list}/eksport`, { as: 'maren-lie', form: { format: 'csv' } })).status).toBe(404)
    const events = await world.inCity((trx) => listEvents(trx, given.caseId))
    expect(events.filter((event) => event.type === 'payment-account-read')).toHaveLength(2)
  })

  test('are closed to residents and to roles that have nothing to do with them', async () => {
    for (const as of ['astrid-solheim', 'ingrid-aas', 'nina-strand']) expect((await world.get(list, { as })).status).toBe(404)
    for (const bad of ['tull', '00000000-0000-4000-8000-000000000000', "'; drop table payment"])
      expect((await world.get(`${list}/${encodeURIComponent(bad)}`, { as: preparer })).status).toBe(404)
  })

  test('are said in nynorsk and English too', async () => {
    expect((await world.get(`${list}?fane=stopped&sprak=nn`, { as: preparer })).text).toContain('Utbetalingar')
    expect((await world.get(`${list}?fane=stopped&sprak=en`, { as: preparer })).text).toContain('Payments')
  })
})
