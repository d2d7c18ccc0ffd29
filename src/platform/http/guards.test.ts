import { describe, expect, test } from 'vitest'
import { rateLimit } from './rate-limit.ts'
import { mayUse } from './context.ts'
import { csrfToken } from './csrf.ts'

describe('Who may use a route', () => {
  const person = (kind: 'resident' | 'staff', ...roles: string[]) => ({
    id: '1',
    name: 'Kari',
    kind,
    roles,
    language: 'nb' as const,
  })

  test.each([
    ['anyone', undefined, true],
    ['logged-in', undefined, false],
    ['resident', person('staff', 'administrator'), false],
    ['staff', person('staff'), true],
    [['auditor'], person('staff', 'caseworker'), false],
    [['auditor', 'caseworker'], person('staff', 'caseworker'), true],
    [[], person('staff', 'administrator'), false],
  ] as const)('%s for %o: %s', (who, asker, expected) => {
    expect(mayUse(who, asker && { ...asker, roles: [...asker.roles] })).toBe(expected)
  })
})

test('A form token belongs to one session and does not tell its token', () => {
  expect(csrfToken('a')).not.toBe(csrfToken('b'))
  expect(csrfToken('secret')).not.toContain('secret')
})

test('One person’s forms are counted apart from another’s', () => {
  const limit = rateLimit({ perMinute: 60, burst: 2 })
  expect([limit.take('person 1', 0), limit.take('person 1', 0), limit.take('person 2', 0)]).toEqual([0, 0, 0])
  expect(limit.take('person 1', 0)).toBeGreaterThan(0)
})
