import { describe, expect, test } from 'vitest'
import type { AuthorityBand } from '../../model.ts'
import { bandFor, mayDecideAlone } from './authority.ts'

const title = { nb: 'x', nn: 'x', en: 'x' }
const leader: AuthorityBand = {
  key: 'leader',
  upToOre: 100_000_00,
  decidedBy: 'delegated',
  roles: ['unit-leader', 'decision-maker'],
  title,
}
const committee: AuthorityBand = { key: 'committee', decidedBy: 'body', roles: ['decision-maker'], body: 'formannskapet', title }
const bands = [leader, committee]

describe('Who decides a case', () => {
  test.each([
    ['the leader, up to and including the limit', 'granted', 100_000_00, 900_000_00, 'leader'],
    ['the committee, one øre above it', 'granted', 100_000_01, 900_000_00, 'committee'],
    ['the committee, when it is a refusal of an amount above the limit', 'refused', 0, 900_000_00, 'committee'],
    ['the leader, when it is a dismissal of a small one', 'dismissed', 0, 5_000_00, 'leader'],
  ] as const)('is %s', (_, outcome, ore, applied, key) => {
    expect(bandFor(bands, outcome, ore, applied).key).toBe(key)
  })

  test('is nobody alone when a body decides, the role is missing, or the same person recommended above the lowest band', () => {
    const ok = {
      band: leader,
      isLowestBand: true,
      roles: ['unit-leader'],
      recommendedByThem: true,
      impartiality: 'impartial',
    } as const
    expect(mayDecideAlone(ok)).toEqual({ ok: true, reasons: [] })
    expect(mayDecideAlone({ ...ok, isLowestBand: false }).reasons).toEqual(['recommendedByYou'])
    expect(mayDecideAlone({ ...ok, roles: ['assessor'] }).reasons).toEqual(['notYourRole'])
    expect(mayDecideAlone({ ...ok, band: committee }).reasons).toEqual(['bodyDecides'])
  })

  test.each([
    ['conflicted', 'notImpartial'],
    ['superior-conflicted', 'superiorNotImpartial'],
    ['not-declared', 'notDeclared'],
  ] as const)('is not a person who is %s', (impartiality, reason) => {
    const verdict = mayDecideAlone({
      band: leader,
      isLowestBand: true,
      roles: ['unit-leader'],
      recommendedByThem: false,
      impartiality,
    })
    expect(verdict).toEqual({ ok: false, reasons: [reason] })
  })
})
