import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AmountDefinition } from '../../model.ts'
import { allocate, type Claim } from './allocate.ts'

const claim = (amount: AmountDefinition, id: string, over: Partial<Claim> = {}): Claim => ({
  id,
  amount,
  points: 0,
  appliedOre: 0,
  calculatedOre: null,
  costOre: 0,
  ...over,
})
const perPoint = AmountDefinition.parse({ allocation: { method: 'per-point', points: 'answer.members' } })

describe('a pot shared by points', () => {
  test('gives each the rate times its points, in whole kroner, and what is left stays in the pot', () => {
    const given = allocate(1_000_000, [claim(perPoint, 'a', { points: 1 }), claim(perPoint, 'b', { points: 2 })])
    expect(given?.shares.get('a')).toMatchObject({ own: 1, sum: 3, shareOre: 333_333, ore: 333_300 })
    expect(given?.shares.get('b')).toMatchObject({ own: 2, shareOre: 666_666, ore: 666_600 })
    expect(given).toMatchObject({ allocatedOre: 999_900, leftOre: 100 })
  })

  test('never more than what was asked for or the scheme gives, and nothing below its least', () => {
    const limited = AmountDefinition.parse({ ...perPoint, askedIn: 'applied', minOre: 100_000, maxOre: 400_000 })
    const given = allocate(1_000_000, [
      claim(limited, 'small', { points: 1, appliedOre: 900_000 }),
      claim(limited, 'asked', { points: 10, appliedOre: 150_000 }),
      claim(limited, 'large', { points: 10, appliedOre: 900_000 }),
    ])
    expect(given?.shares.get('small')).toMatchObject({ ore: 0, below: 100_000 })
    expect(given?.shares.get('asked')).toMatchObject({ ore: 150_000, limitedBy: { kind: 'asked' } })
    expect(given?.shares.get('large')).toMatchObject({ ore: 400_000, limitedBy: { kind: 'most' } })
  })

  test('leaves out those whose points nobody knows', () => {
    const given = allocate(1_000, [claim(perPoint, 'known', { points: 5 }), claim(perPoint, 'unknown', { points: null })])
    expect([...(given?.shares.keys() ?? [])]).toEqual(['known'])
  })
})

describe('a pot shared in proportion', () => {
  const proportional = AmountDefinition.parse({ askedIn: 'applied', allocation: { method: 'proportional' } })

  test('gives everybody all while there is enough, and the same share of it when there is not', () => {
    const claims = [claim(proportional, 'a', { appliedOre: 600_000 }), claim(proportional, 'b', { appliedOre: 200_000 })]
    expect(allocate(800_000, claims)?.shares.get('a')?.ore).toBe(600_000)
    const reduced = allocate(400_000, claims)
    expect(reduced?.shares.get('a')?.ore).toBe(300_000)
    expect(reduced?.shares.get('b')?.ore).toBe(100_000)
  })
})

test('those that share in different ways are not shared together', () => {
  const proportional = AmountDefinition.parse({ askedIn: 'applied', allocation: { method: 'proportional' } })
  expect(allocate(100, [claim(perPoint, 'a', { points: 1 }), claim(proportional, 'b', { appliedOre: 5 })])).toBeUndefined()
})

test('a scheme that does not share has nothing to say', () => {
  expect(allocate(100, [claim(AmountDefinition.parse({ askedIn: 'applied' }), 'a')])).toBeUndefined()
})

describe('whatever the pot, the claims and the limits', () => {
  const ore = fc.integer({ min: 0, max: 10_000_000_000 })
  const amounts = fc
    .record({
      allocation: fc.constantFrom({ method: 'per-point' as const, points: '1' }, { method: 'proportional' as const }),
      askedIn: fc.option(fc.constant('applied'), { nil: undefined }),
      maxOre: fc.option(ore, { nil: undefined }),
      minOre: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
      maxShareOfCost: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
      roundDownToOre: fc.constantFrom(1, 100, 100_000),
    })
    .map((each) => AmountDefinition.parse(each))
  const claims = fc.array(fc.record({ points: fc.double({ min: 0, max: 1e9, noNaN: true }), appliedOre: ore, costOre: ore }), {
    maxLength: 30,
  })
  const of = (amount: AmountDefinition, all: readonly Partial<Claim>[]) =>
    all.map((each, index) => claim(amount, String(index), each))

  test('the pot is never passed, and the order does not matter', () => {
    fc.assert(
      fc.property(amounts, ore, claims, (amount, pot, drawn) => {
        const all = of(amount, drawn)
        const [given, turned] = [allocate(pot, all), allocate(pot, all.toReversed())]
        if (all.length === 0) return
        expect(given?.allocatedOre).toBeLessThanOrEqual(pot)
        expect(given?.leftOre).toBe(pot - (given?.allocatedOre ?? 0))
        expect(new Map([...(turned?.shares ?? [])].toReversed())).toEqual(given?.shares)
      }),
    )
  })

  test('a larger pot gives nobody less, and more points give no less than fewer', () => {
    fc.assert(
      fc.property(amounts, ore, ore, claims, (amount, pot, more, drawn) => {
        const all = of(amount, drawn)
        const [small, large] = [allocate(pot, all), allocate(pot + more, all)]
        for (const [id, share] of small?.shares ?? []) expect(large?.shares.get(id)?.ore).toBeGreaterThanOrEqual(share.ore)
        // Between two that are alike but for their points.
        const [first] = all
        if (!first || amount.allocation?.method !== 'per-point') return
        const richer = { ...first, id: 'richer', points: (first.points ?? 0) + 1 }
        const both = allocate(pot, [...all, richer])?.shares
        expect(both?.get('richer')?.ore ?? 0).toBeGreaterThanOrEqual(both?.get(first.id)?.ore ?? 0)
      }),
    )
  })
})
