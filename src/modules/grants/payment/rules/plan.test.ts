import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instalment } from '../../model.ts'
import { planSpans } from './plan-spans.ts'
import { planPayments, waitsFor } from './plan.ts'

const title = { nb: 'x', nn: 'x', en: 'x' }
const part = (key: string, sharePercent: number, releaseOn: Instalment['releaseOn'] = 'notified'): Instalment => ({
  key,
  title,
  sharePercent,
  releaseOn,
})

describe('The payment plan of an award', () => {
  test('gives 70 per cent now and the rest after the report, in whole kroner', () => {
    expect(planPayments(10_001_00, [part('first', 70), part('last', 30, 'report-approved')], false)).toEqual([
      { instalment: 'first', position: 0, ore: 7_000_00, releaseOn: 'notified' },
      { instalment: 'last', position: 1, ore: 3_001_00, releaseOn: 'report-approved' },
    ])
  })

  test('waits for no acceptance that the scheme does not ask for', () => {
    expect(planPayments(500_00, [part('all', 100, 'accepted')], false)[0]?.releaseOn).toBe('notified')
    expect(planPayments(500_00, [part('all', 100, 'accepted')], true)[0]?.releaseOn).toBe('accepted')
  })

  test('is paid at once up to a limit, and in two parts above it', () => {
    const plan = [
      { ...part('all', 100), upToOre: 50_000_00 },
      { ...part('first', 80), aboveOre: 50_000_00 },
      { ...part('last', 20, 'report-approved'), aboveOre: 50_000_00 },
    ]
    const paid = (ore: number) => planPayments(ore, plan, false).map((each) => [each.instalment, each.position, each.ore])
    expect(paid(50_000_00)).toEqual([['all', 0, 50_000_00]])
    expect(paid(60_000_00)).toEqual([
      ['first', 0, 48_000_00],
      ['last', 1, 12_000_00],
    ])
    expect(planSpans(plan).map((each) => each.span)).toEqual([{ upToOre: 50_000_00 }, { aboveOre: 50_000_00 }])
  })

  test('always adds up to the award, never below zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000_00 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }),
        (ore, shares) => {
          const planned = planPayments(
            ore,
            shares.map((s, i) => part(`p${i}`, s)),
            false,
          )
          expect(planned.reduce((sum, p) => sum + p.ore, 0)).toBe(ore)
          expect(planned.every((p) => p.ore > 0)).toBe(true)
        },
      ),
    )
  })
})

describe('An instalment', () => {
  test.each([
    ['acceptance that is asked for', { releaseOn: 'accepted', claimedAt: null }, 'pending', [], 'acceptance'],
    ['the recipient’s claim', { releaseOn: 'claimed', claimedAt: null }, 'accepted', [], 'claim'],
    ['an approved report', { releaseOn: 'report-approved', claimedAt: null }, 'accepted', [{ status: 'submitted' }], 'report'],
    [
      'nothing when the report is approved',
      { releaseOn: 'report-approved', claimedAt: null },
      'not-needed',
      [{ status: 'approved' }],
      undefined,
    ],
  ] as const)('waits for %s', (_, payment, acceptance, reports, expected) => {
    expect(waitsFor(payment, { acceptance }, reports)).toBe(expected)
  })
})
