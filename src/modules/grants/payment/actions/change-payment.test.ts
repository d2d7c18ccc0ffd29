import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEvents } from '#cases'
import { Conflict, NotFound } from '#platform/errors.ts'
import { givenAward, openFollowUpWorld, otherAccount, type FollowUpWorld } from '../../follow-up.testing.ts'
import type { PaymentAction } from '../../lifecycle.ts'
import { listPayments, sumPayments } from '../queries/list-payments.ts'
import { getPayment } from '../queries/get-payment.ts'
import { paymentTabs } from '../rules/tabs.ts'
import { changeAccount } from './change-account.ts'
import { changePayment } from './change-payment.ts'
import { changePayments } from './change-payments.ts'
import { claimPayment } from './claim-payment.ts'
import { readAccounts } from './read-account.ts'

let world: FollowUpWorld
beforeAll(async () => {
  world = await openFollowUpWorld()
})
afterAll(() => world.close())

const now = new Date('2026-12-03T09:00:00Z')
const change = (paymentId: string, action: PaymentAction, person = world.preparer, reason?: string) =>
  world.inCity((trx) =>
    changePayment(trx, world.services.keyring, { paymentId, action, person, now, ...(reason === undefined ? {} : { reason }) }),
  )
const statusOf = (paymentId: string) =>
  world.inCity(
    async (trx) =>
      (await trx.selectFrom('payment').select('status').where('id', '=', paymentId).executeTakeFirstOrThrow()).status,
  )
/** A grant that is paid as soon as it is announced. */
const paidAtOnce = () => givenAward(world, { slug: 'narmiljotilskudd', appliedOre: 10_000_00, ore: 10_000_00 })

describe('A payment', () => {
  test('goes from prepared by one, over approved by another, to confirmed; each step in the log', async () => {
    const { paymentIds, caseId } = await paidAtOnce()
    const [id = ''] = paymentIds
    expect(await change(id, 'prepare')).toEqual({ ok: true })
    expect(await change(id, 'approve', world.approver)).toEqual({ ok: true })
    expect(await change(id, 'send')).toEqual({ ok: true })
    expect(await change(id, 'confirm')).toEqual({ ok: true })
    const events = await world.inCity((trx) => listEvents(trx, caseId))
    expect(events.filter((event) => event.type.startsWith('payment-')).map((event) => [event.type, event.actorRole])).toEqual([
      ['payment-prepared', 'finance-preparer'],
      ['payment-approved', 'finance-approver'],
      ['payment-sent', 'finance-preparer'],
      ['payment-confirmed', 'finance-preparer'],
    ])
    expect(JSON.stringify(events)).not.toContain('86011117947')
  })

  test('is never approved by who prepared it, by rule and by the database', async () => {
    const [id = ''] = (await paidAtOnce()).paymentIds
    const both = { id: world.preparer.id, roles: ['finance-preparer', 'finance-approver'] }
    await change(id, 'prepare', both)
    expect(await change(id, 'approve', both)).toMatchObject({ ok: false, reasons: [{ key: 'preparedByYou' }] })
    await expect(
      world.inCity((trx) => trx.updateTable('payment').set({ approved_by: both.id }).where('id', '=', id).execute()),
    ).rejects.toThrow(/check/)
    expect(await statusOf(id)).toBe('prepared')
  })

  test('is handled by finance alone', async () => {
    const [id = ''] = (await paidAtOnce()).paymentIds
    for (const roles of [['caseworker'], ['unit-leader', 'decision-maker'], ['administrator'], ['auditor'], ['finance-approver']])
      expect(await change(id, 'prepare', { id: world.person('tor-bakken'), roles })).toMatchObject({
        reasons: [{ key: 'notYourRole' }],
      })
    expect(await change(id, 'prepare')).toEqual({ ok: true })
    expect(await change(id, 'approve', { id: world.person('tor-bakken'), roles: ['finance-preparer'] })).toMatchObject({
      reasons: [{ key: 'notYourRole' }],
    })
  })

  test('is approved once when two approve at the same time', async () => {
    const [id = ''] = (await paidAtOnce()).paymentIds
    await change(id, 'prepare')
    const other = { id: world.person('tor-bakken'), roles: ['finance-approver'] }
    const both = await Promise.allSettled([change(id, 'approve', world.approver), change(id, 'approve', other)])
    expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { name: 'Conflict' } })
  })

  test('is stopped or reported as failed only with a reason, and can be taken up again from the start', async () => {
    const [id = ''] = (await paidAtOnce()).paymentIds
    expect(await change(id, 'stop', world.preparer, '  ')).toMatchObject({ reasons: [{ key: 'reasonMissing' }] })
    await change(id, 'prepare')
    await change(id, 'approve', world.approver)
    await change(id, 'send')
    expect(await change(id, 'fail', world.preparer, 'Kontoen er avsluttet.')).toEqual({ ok: true })
    expect(await change(id, 'prepare', { ...world.preparer, id: world.person('tor-bakken') })).toEqual({ ok: true })
    // Who approved it before has to look again.
    await expect(change(id, 'send')).rejects.toThrow(Conflict)
    await change(id, 'stop', world.preparer, 'Klagen er ikke avgjort.')
    await change(id, 'resume')
    const row = await world.inCity((trx) => trx.selectFrom('payment').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
    expect(row).toMatchObject({ status: 'planned', prepared_by: null, approved_by: null, sent_at: null, status_reason: null })
  })

  test('waits without an account, and goes to the one the recipient then gives', async () => {
    const { paymentIds, caseId } = await givenAward(world, { slug: 'narmiljotilskudd', ore: 9_000_00, account: null })
    const [id = ''] = paymentIds
    expect(await change(id, 'prepare')).toMatchObject({ reasons: [{ key: 'noAccount' }] })
    const give = (number: string) =>
      world.inCity((trx) => changeAccount(trx, world.services.keyring, { caseId, account: number, now }))
    expect(await give('12345678901')).toMatchObject({ ok: false, reasons: [{ key: 'badAccount', field: 'account' }] })
    expect(await give('1234 56 78903')).toEqual({ ok: true })
    expect(await change(id, 'prepare')).toEqual({ ok: true })
    const [read] = await world.inCity((trx) =>
      readAccounts(trx, world.services.keyring, { paymentIds: [id], person: world.approver, why: 'shown', now }),
    )
    expect(read?.account).toBe(otherAccount)
    const { payment } = await world.inCity((trx) => getPayment(trx, world.services.keyring, id, world.approver.id))
    expect(payment).toMatchObject({ maskedAccount: '•••• •• 78903', warnings: ['changedByRecipient'] })
    await expect(give('8601.11.17947')).rejects.toThrow(Conflict)
  })

  test('is not there for one who has declared partiality in its case, nor elsewhere', async () => {
    const { paymentIds, caseId } = await paidAtOnce()
    const [id = ''] = paymentIds
    const partial = { id: world.person('sindre-hauge'), roles: ['caseworker', 'finance-preparer'] }
    await world.inCity((trx) =>
      trx
        .insertInto('impartiality_declaration')
        .values({ case_id: caseId, person_id: partial.id, impartial: false, reason: 'Broren er med i laget.' })
        .execute(),
    )
    await expect(change(id, 'prepare', partial)).rejects.toThrow(NotFound)
    await expect(world.inCity((trx) => getPayment(trx, world.services.keyring, id, partial.id))).rejects.toThrow(NotFound)
    const lyngsund = world.ground[1]?.scope ?? { municipalityId: '' }
    await expect(
      world.services.db.inTransaction(lyngsund, (trx) =>
        changePayment(trx, world.services.keyring, { paymentId: id, action: 'prepare', person: world.preparer, now }),
      ),
    ).rejects.toThrow(NotFound)
  })
})

describe('The whole account number', () => {
  test('is read by those who pay only, and each reading is in the log', async () => {
    const { paymentIds, caseId } = await paidAtOnce()
    const read = (person: { id: string; roles: string[] }) =>
      world.inCity((trx) => readAccounts(trx, world.services.keyring, { paymentIds, person, why: 'shown', now }))
    await expect(read(world.caseworker)).rejects.toThrow('account')
    await expect(read({ id: world.person('rolf-vik'), roles: ['auditor'] })).rejects.toThrow('account')
    expect((await read(world.preparer))[0]?.account).toBe('86011117947')
    await read(world.approver)
    const events = await world.inCity((trx) => listEvents(trx, caseId))
    expect(events.filter((event) => event.type === 'payment-account-read')).toHaveLength(2)
  })
})

describe('A payment on request', () => {
  const today = '2026-12-03'
  test('waits until the recipient asks; asked twice the first stands', async () => {
    const { paymentIds, caseId } = await givenAward(world)
    const [id = ''] = paymentIds
    expect(await change(id, 'prepare')).toMatchObject({ reasons: [{ key: 'waitsFor.claim' }] })
    const claim = () => world.inCity((trx) => claimPayment(trx, { paymentId: id, caseId, today, now }))
    expect(await claim()).toEqual({ ok: true })
    expect(await claim()).toEqual({ ok: true })
    const events = await world.inCity((trx) => listEvents(trx, caseId))
    expect(events.filter((event) => event.type === 'payment-claimed')).toHaveLength(1)
    expect(await change(id, 'prepare')).toEqual({ ok: true })
  })

  test('is too late after the scheme’s last day, and staff may still ask for it, with a reason', async () => {
    const { paymentIds, caseId } = await givenAward(world)
    const [id = ''] = paymentIds
    const late = { paymentId: id, caseId, today: '2027-01-01', now: new Date('2027-01-01T10:00:00Z') }
    expect(await world.inCity((trx) => claimPayment(trx, late))).toMatchObject({
      ok: false,
      reasons: [{ key: 'claimTooLate', data: { day: '2026-12-31' } }],
    })
    const forThem = (reason: string) =>
      world.inCity((trx) => claimPayment(trx, { ...late, onBehalf: { role: 'caseworker', reason } }))
    expect(await forThem(' ')).toMatchObject({ reasons: [{ key: 'reasonMissing' }] })
    expect(await forThem('De var syke i romjulen.')).toEqual({ ok: true })
  })

  test('is not for somebody else’s case, nor one that is not paid on request', async () => {
    const [mine, other] = [await givenAward(world), await paidAtOnce()]
    const claim = (paymentId: string, caseId: string) =>
      world.inCity((trx) => claimPayment(trx, { paymentId, caseId, today, now }))
    await expect(claim(mine.paymentIds[0] ?? '', other.caseId)).rejects.toThrow(NotFound)
    await expect(claim(other.paymentIds[0] ?? '', other.caseId)).rejects.toThrow(Conflict)
  })
})

describe('Many payments at once', () => {
  test('go each by itself: one that cannot holds none of the others back', async () => {
    const ready = await paidAtOnce()
    const waiting = await givenAward(world)
    const prepared = await paidAtOnce()
    await change(prepared.paymentIds[0] ?? '', 'prepare')
    const nobody = '00000000-0000-4000-8000-000000000000'
    const ids = [ready, waiting, prepared].map((each) => each.paymentIds[0] ?? '')
    const outcomes = await world.inCity((trx) =>
      changePayments(trx, world.services.keyring, {
        paymentIds: [...ids, nobody, ...ids],
        action: 'prepare',
        person: world.preparer,
        now,
      }),
    )
    expect(outcomes).toHaveLength(4)
    const of = (id: string) => outcomes.find((each) => each.paymentId === id)
    expect(of(ids[0] ?? '')).toEqual({ paymentId: ids[0], done: true })
    expect(of(ids[1] ?? '')).toMatchObject({ done: false, reason: { key: 'waitsFor.claim' } })
    expect(of(ids[2] ?? '')).toMatchObject({ done: false, reason: { key: 'notInThisState' } })
    expect(of(nobody)).toMatchObject({ done: false, reason: { key: 'notFound' } })
    expect(await statusOf(ids[0] ?? '')).toBe('prepared')
  })
})

describe('The piles', () => {
  test('hold every payment once, with the sums the rows have', async () => {
    await givenAward(world, { slug: 'ungdommens-moteplasser', ore: 20_000_00 })
    const { sums, piles } = await world.inCity(async (trx) => ({
      sums: await sumPayments(trx, { tab: 'ready', year: 2026 }, []),
      piles: await Promise.all(paymentTabs.map(async (tab) => ({ tab, ...(await listPayments(trx, { tab, year: 2026 }, [])) }))),
    }))
    for (const { tab, rows } of piles) {
      expect([tab, rows.length]).toEqual([tab, sums[tab].count])
      expect(rows.reduce((all, row) => all + row.ore, 0)).toBe(sums[tab].ore)
    }
    const all = piles.flatMap(({ rows }) => rows.map((row) => row.id))
    const { n } = await world.inCity((trx) =>
      trx
        .selectFrom('payment')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    )
    expect(new Set(all).size).toBe(n)
    expect(piles.find(({ tab }) => tab === 'waiting')?.rows.map((row) => row.waits)).toContain('report')
  })

  test('are read page by page without losing or repeating one', async () => {
    const seen = await world.inCity(async (trx) => {
      const ids: string[] = []
      let after: { key: string; id: string } | undefined
      do {
        const part = await listPayments(trx, { tab: 'waiting', year: 2026 }, [], { limit: 1, ...(after ? { after } : {}) })
        ids.push(...part.rows.map((row) => row.id))
        after = part.next
      } while (after)
      return { ids, all: (await listPayments(trx, { tab: 'waiting', year: 2026 }, [])).rows.map((row) => row.id) }
    })
    expect(seen.ids).toEqual(seen.all)
    expect(seen.all.length).toBeGreaterThan(1)
  })
})
