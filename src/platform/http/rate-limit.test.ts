import { expect, test } from 'vitest'
import { network, rateLimit } from './rate-limit.ts'

const noon = Date.UTC(2026, 10, 21, 12)

test('ten at once pass, the eleventh waits, and one more passes as each six seconds go', () => {
  const limit = rateLimit({ perMinute: 10, burst: 10 })
  for (let use = 0; use < 10; use++) expect(limit.take('logg-inn 10.0.0.1', noon)).toBe(0)
  expect(limit.take('logg-inn 10.0.0.1', noon)).toBe(6)
  expect(limit.take('logg-inn 10.0.0.1', noon + 6_000)).toBe(0)
  expect(limit.take('logg-inn 10.0.0.1', noon + 6_000)).toBe(6)
})

test('a refused attempt does not make the wait longer', () => {
  const limit = rateLimit({ perMinute: 60, burst: 1 })
  expect(limit.take('a', noon)).toBe(0)
  for (let attempt = 0; attempt < 100; attempt++) expect(limit.take('a', noon)).toBe(1)
  expect(limit.take('a', noon + 1_000)).toBe(0)
})

test('one visitor at the limit does not stop another', () => {
  const limit = rateLimit({ perMinute: 10, burst: 1 })
  expect(limit.take('10.0.0.1', noon)).toBe(0)
  expect(limit.take('10.0.0.1', noon)).toBeGreaterThan(0)
  expect(limit.take('10.0.0.2', noon)).toBe(0)
})

test('a flood from thousands of addresses does not wash away the count of one', () => {
  const limit = rateLimit({ perMinute: 1, burst: 1 })
  expect(limit.take('the one', noon)).toBe(0)
  for (let address = 0; address < 50_000; address++) limit.take(`flood ${address}`, noon)
  expect(limit.take('the one', noon)).toBeGreaterThan(0)
})

test.each([
  ['192.168.1.20', '192.168.1.20'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is counted as %s', (address, counted) => {
  expect(network(address)).toBe(counted)
})
