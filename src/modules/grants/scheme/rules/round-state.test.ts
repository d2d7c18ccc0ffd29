import { expect, test } from 'vitest'
import { lastRound, nextRound, openRound, roundState } from './round-state.ts'

const day = (text: string) => new Date(`${text}T10:00:00Z`)
const round = (key: string, opens: string, closes: string | null, graceMinutes = 0) => ({
  key,
  opensAt: day(opens),
  closesAt: closes === null ? null : day(closes),
  graceMinutes,
})
const spring = round('spring', '2026-01-10', '2026-03-01', 30)
const autumn = round('autumn', '2026-08-10', '2026-10-01')
const rolling = round('rolling', '2026-01-01', null)

test.each([
  ['2026-01-09T10:00:00Z', 'coming'],
  ['2026-01-10T10:00:00Z', 'open'],
  ['2026-03-01T10:00:00Z', 'open'],
  ['2026-03-01T10:29:59Z', 'grace'],
  ['2026-03-01T10:30:01Z', 'closed'],
])('at %s the spring round is %s', (at, state) => {
  expect(roundState(spring, new Date(at))).toBe(state)
})

test('a rolling round is open from its first day until further notice', () => {
  expect(roundState(rolling, day('2025-12-31'))).toBe('coming')
  expect(roundState(rolling, day('2029-12-31'))).toBe('open')
})

test('of open rounds the one that closes first is applied in; of rolling ones the newest', () => {
  expect(openRound([rolling, spring], day('2026-02-01'))?.key).toBe('spring')
  expect(openRound([rolling, round('newer', '2026-02-01', null)], day('2026-04-01'))?.key).toBe('newer')
  expect(openRound([spring, autumn], day('2026-05-01'))).toBeUndefined()
})

test('between rounds there is a next one and a last one', () => {
  const rounds = [autumn, spring]
  expect(nextRound(rounds, day('2026-05-01'))?.key).toBe('autumn')
  expect(lastRound(rounds, day('2026-05-01'))?.key).toBe('spring')
  expect(lastRound(rounds, day('2026-12-01'))?.key).toBe('autumn')
  expect(nextRound(rounds, day('2026-12-01'))).toBeUndefined()
})
