import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReportDefinition } from '../../model.ts'
import { planPayments } from '../../payment/rules/plan.ts'
import { acceptanceOf, acceptBy, obligationsOf, reportDueOn, unpaidOf } from './award.ts'
import { fitOutcome } from './decision.ts'
import { mayRelease } from './release.ts'
import { appealBy } from './time-limits.ts'

const report = (due: ReportDefinition['due']) =>
  ({ due, fields: [], accountsAgainstBudget: true, signatures: 1 }) as ReportDefinition

describe('The day a report is due', () => {
  test.each([
    ['so many days after the award', { kind: 'days-after-award', days: 400 }, {}, '2028-01-05'],
    [
      'after the end of what it is about',
      { kind: 'days-after-answer', field: 'when', days: 60 },
      { when: { from: '2027-02-01', to: '2027-05-31' } },
      '2027-07-30',
    ],
    ['after a single day', { kind: 'days-after-answer', field: 'when', days: 60 }, { when: '2027-05-31' }, '2027-07-30'],
    [
      'never before the recipient has had a month',
      { kind: 'days-after-answer', field: 'when', days: 60 },
      { when: '2026-09-01' },
      '2026-12-31',
    ],
    ['within a year when the day is unknown', { kind: 'days-after-answer', field: 'when', days: 60 }, {}, '2027-12-01'],
    ['a day of the year after', { kind: 'day-of-year', monthDay: '03-31', yearsAfter: 1 }, {}, '2027-03-31'],
    [
      'the same day next year when this year’s is past',
      { kind: 'day-of-year', monthDay: '11-15', yearsAfter: 0 },
      {},
      '2027-11-15',
    ],
  ] as const)('is %s', (_, due, answers, expected) => {
    expect(reportDueOn(report(due), answers as never, '2026-12-01')).toBe(expected)
  })
})

describe('Acceptance', () => {
  test('is asked for only where the scheme does, with a last day', () => {
    expect(acceptBy({ needed: true, withinDays: 21 }, '2026-12-01')).toBe('2026-12-22')
    expect(acceptBy({ needed: false, withinDays: 21 }, '2026-12-01')).toBeUndefined()
  })

  test.each([
    ['is not asked again of who accepted as much', true, 50, { acceptance: 'accepted', ore: 40 }, 'accepted'],
    ['is asked again when it is less', true, 30, { acceptance: 'accepted', ore: 40 }, 'pending'],
    ['is asked of who never answered', true, 50, { acceptance: 'pending', ore: 40 }, 'pending'],
    ['is not needed where it is not needed', false, 50, undefined, 'not-needed'],
  ] as const)('%s', (_, needed, ore, before, expected) => {
    expect(acceptanceOf(needed, ore, before)).toBe(expected)
  })
})

test('Only conditions with a date become obligations', () => {
  const conditions = [
    { key: 'a', text: 'Vis at vi støtter.', dueDays: 10 },
    { key: 'b', text: 'Bruk pengene til tiltaket.' },
  ]
  expect(obligationsOf(conditions, '2026-12-01')).toEqual([{ key: 'a', text: 'Vis at vi støtter.', dueOn: '2026-12-11' }])
})

test('What is paid and what is planned always make the new award, or what is overpaid', () => {
  const title = { nb: 'x', nn: 'x', en: 'x' }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_00 }), fc.integer({ min: 0, max: 1_000_000_00 }), (ore, paid) => {
      const plan = planPayments(
        ore,
        [
          { key: 'a', title, sharePercent: 70, releaseOn: 'notified' },
          { key: 'b', title, sharePercent: 30, releaseOn: 'report-approved' },
        ],
        false,
      )
      const { payments, overpaidOre } = unpaidOf(plan, paid)
      const planned = payments.reduce((sum, payment) => sum + payment.ore, 0)
      expect(planned + paid - overpaidOre).toBe(ore)
      expect(overpaidOre).toBe(Math.max(0, paid - ore))
      expect(payments.every((payment) => payment.ore > 0)).toBe(true)
    }),
  )
})

test.each([
  ['granted', 40, 50, 'partly-granted'],
  ['partly-granted', 50, 50, 'granted'],
  ['granted', 60, 50, 'granted'],
  ['refused', 0, 50, 'refused'],
] as const)('%s of %s when %s was applied for is %s', (outcome, ore, applied, expected) => {
  expect(fitOutcome(outcome, ore, applied)).toBe(expected)
})

describe('The last day to appeal', () => {
  const sent = new Date('2026-12-01T09:00:00Z')
  test.each([
    ['three weeks from when it was opened', new Date('2026-12-03T09:00:00Z'), '2026-12-24'],
    ['four weeks from the notice when nobody opened it', null, '2026-12-29'],
    ['no later when it was opened after the week', new Date('2026-12-20T09:00:00Z'), '2026-12-29'],
    ['counted by Oslo’s day: opened at half past midnight there', new Date('2026-12-02T23:30:00Z'), '2026-12-24'],
  ] as const)('is %s', (_, opened, expected) => {
    expect(appealBy(sent, opened)).toBe(expected)
  })
})

test('A letter is released when it is read, by a role that may, and not by one who is partial', () => {
  const ok = { isProofread: true, roles: ['caseworker'], impartiality: 'impartial' } as const
  expect(mayRelease(ok)).toEqual([])
  expect(mayRelease({ ...ok, isProofread: false })).toEqual(['notProofread'])
  expect(mayRelease({ ...ok, roles: ['auditor'] })).toEqual(['notYourRole'])
  expect(mayRelease({ ...ok, impartiality: 'conflicted' })).toEqual(['notImpartial'])
})
