import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changePayment } from '../../payment/actions/change-payment.ts'
import { announce, decidedAt, decisionOn, openDecisionWorld, readyCase, rowsOf, type DecisionWorld } from '../decision.testing.ts'
import { decideApplication } from './decide-application.ts'

let world: DecisionWorld
beforeAll(async () => {
  world = await openDecisionWorld()
})
afterAll(() => world.close())

describe('A new decision after the announcement', () => {
  const pay = async (caseId: string) => {
    const { payments } = await rowsOf(world, caseId)
    const [first] = payments.filter((p) => p.status === 'planned')
    await world.inCity((trx) =>
      trx
        .updateTable('payment')
        .set({ status: 'sent', sent_at: decidedAt })
        .where('id', '=', first?.id ?? '')
        .execute(),
    )
  }
  const later = new Date('2027-01-11T09:00:00Z')

  test('replaces the old one only when it is announced itself', async () => {
    const { id } = await readyCase(world)
    await announce(world, id, { outcome: 'partly-granted', ore: 20_000_00 })
    await world.inCity((trx) => decideApplication(trx, decisionOn(world, id, { now: later })))
    expect(await rowsOf(world, id)).toMatchObject({
      found: { status: 'decided' },
      awards: [{ ore: 20_000_00, ended_at: null }],
      payments: [{ status: 'planned', ore: 20_000_00 }],
    })
  })

  test('that gives more: what is paid stays, the rest is stopped, and only the difference is planned', async () => {
    const { id } = await readyCase(world, { slug: 'ungdommens-moteplasser' })
    await announce(world, id, { outcome: 'partly-granted', ore: 20_000_00 })
    await pay(id)
    await announce(world, id, { ore: 40_000_00 }, later)
    const rows = await rowsOf(world, id)
    expect(rows.awards.map((a) => [a.ore, a.ended_at !== null])).toEqual([
      [20_000_00, true],
      [40_000_00, false],
    ])
    expect(rows.payments.map((p) => [p.status, p.ore, p.release_on])).toEqual([
      ['planned', 14_000_00, 'notified'],
      ['planned', 12_000_00, 'report-approved'],
      ['sent', 14_000_00, 'notified'],
      ['stopped', 6_000_00, 'report-approved'],
    ])
    const paying = rows.payments.filter((p) => p.status !== 'stopped').reduce((sum, p) => sum + p.ore, 0)
    expect(paying).toBe(40_000_00)
    expect(rows.reports.map((r) => r.status)).toEqual(['due', 'waived'])
    const { letter_text: letter } = await world.inCity((trx) =>
      trx
        .selectFrom('decision')
        .select('letter_text')
        .where('case_id', '=', id)
        .where('replaced_at', 'is', null)
        .executeTakeFirstOrThrow(),
    )
    expect(JSON.stringify(letter)).toContain('erstatter vedtaket vi sendte 1. desember 2026')
  })

  test('that gives less than is paid makes a task of the difference, and plans nothing', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    await pay(id)
    await announce(world, id, { outcome: 'partly-granted', ore: 10_000_00 }, later)
    const rows = await rowsOf(world, id)
    expect(rows.payments.map((p) => p.status)).toEqual(['sent'])
    expect(rows.tasks.map((t) => t.kind)).toEqual(['overpaid'])
  })

  test('that refuses ends the award and stops what was to come', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    await announce(world, id, { outcome: 'refused', ore: 0, reasons: 'Opplysningene var uriktige.' }, later)
    expect(await rowsOf(world, id)).toMatchObject({
      awards: [{ ended_at: later }],
      payments: [{ status: 'stopped' }],
      reports: [{ status: 'waived' }],
      found: { status: 'notified', granted_ore: 0 },
    })
  })

  test('lets a report that was sent follow over, and a stopped payment is not prepared', async () => {
    const { id } = await readyCase(world)
    await announce(world, id)
    await world.inCity((trx) =>
      trx.updateTable('report').set({ status: 'submitted', submitted_at: decidedAt }).where('case_id', '=', id).execute(),
    )
    await announce(world, id, { outcome: 'partly-granted', ore: 30_000_00 }, later)
    const rows = await rowsOf(world, id)
    expect(rows.reports).toMatchObject([{ status: 'submitted', award_id: rows.awards.find((a) => !a.ended_at)?.id }])
    const stopped = rows.payments.find((p) => p.status === 'stopped')
    await expect(
      world.inCity((trx) =>
        changePayment(trx, world.services.keyring, {
          paymentId: stopped?.id ?? '',
          action: 'resume',
          person: { id: world.person('petter-dahl'), roles: ['finance-preparer'] },
          now: later,
        }),
      ),
    ).rejects.toThrow('awardEnded')
  })
})
