import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openKeyring, parseKeys, randomToken, tokenHash, type MasterKey } from './crypto.ts'

const old: MasterKey = { id: '2025', secret: randomBytes(32) }
const fresh: MasterKey = { id: '2026', secret: randomBytes(32) }
const place = 'person.national-id:fjordvik'

describe('classified fields', () => {
  test('come back as they were, also with letters beyond ASCII', () => {
    const ring = openKeyring([fresh])
    expect(ring.decrypt(ring.encrypt('Ærlig øy på 12 tegn 🎻', place), place)).toBe('Ærlig øy på 12 tegn 🎻')
    expect(ring.decrypt(ring.encrypt('', place), place)).toBe('')
  })

  test('look different each time the same text is encrypted', () => {
    const ring = openKeyring([fresh])
    expect(ring.encrypt('21839799204', place)).not.toBe(ring.encrypt('21839799204', place))
    expect(ring.encrypt('21839799204', place)).not.toContain('21839799204')
  })

  test('do not open in another place than they were put', () => {
    const ring = openKeyring([fresh])
    expect(() => ring.decrypt(ring.encrypt('21839799204', place), 'person.national-id:lyngsund')).toThrow()
  })

  test('do not open when any one byte was changed', () => {
    const ring = openKeyring([fresh])
    const [format, id, text] = ring.encrypt('kontonummer 1503', place).split('.')
    const bytes = Buffer.from(text ?? '', 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => ring.decrypt(`${format}.${id}.${changed.toString('base64url')}`, place)).toThrow()
    }
  })

  test('do not open with a key of the same name and another secret, nor when cut short', () => {
    const box = openKeyring([fresh]).encrypt('21839799204', place)
    const other = openKeyring([{ id: '2026', secret: randomBytes(32) }])
    expect(() => other.decrypt(box, place)).toThrow()
    expect(() => openKeyring([fresh]).decrypt('v1.2026.AAAA', place)).toThrow('cut short')
    expect(() => openKeyring([fresh]).decrypt('21839799204', place)).toThrow('not an encrypted text')
  })
})

describe('rotation', () => {
  test('a new first key encrypts from now on, and the old one still opens what it closed', () => {
    const before = openKeyring([old]).encrypt('21839799204', place)
    const ring = openKeyring([fresh, old])
    expect(ring.decrypt(before, place)).toBe('21839799204')
    expect(ring.isCurrent(before)).toBe(false)
    const after = ring.encrypt(ring.decrypt(before, place), place)
    expect(ring.isCurrent(after)).toBe(true)
    expect(openKeyring([fresh]).decrypt(after, place)).toBe('21839799204')
  })

  test('a key taken out too early is named in the error', () => {
    const before = openKeyring([old]).encrypt('21839799204', place)
    expect(() => openKeyring([fresh]).decrypt(before, place)).toThrow('"2025" is not in the configuration')
  })

  test('a row hashed under the old key is still found while rotation is under way', () => {
    const stored = openKeyring([old]).lookup('21839799204', place)
    const ring = openKeyring([fresh, old])
    expect(ring.lookups('21839799204', place).some((hash) => hash.equals(stored))).toBe(true)
    expect(ring.lookup('21839799204', place).equals(stored)).toBe(false)
  })
})

describe('look-up hashes', () => {
  test('are the same for the same value, and differ by place, so that two municipalities cannot be compared', () => {
    const ring = openKeyring([fresh])
    expect(ring.lookup('21839799204', place).equals(ring.lookup('21839799204', place))).toBe(true)
    expect(ring.lookup('21839799204', place).equals(ring.lookup('21839799204', 'person.national-id:lyngsund'))).toBe(false)
  })
})

describe('the list of keys in the configuration', () => {
  const secret = randomBytes(32).toString('base64')

  test('is read newest first', () => {
    expect(parseKeys(`b:${secret}, a:${randomBytes(32).toString('base64')}`).map((key) => key.id)).toEqual(['b', 'a'])
  })

  test.each([
    ['', 'at least one key'],
    [secret, 'has no id'],
    ['2026:kort', 'must be 32 bytes'],
    [`a:${secret},a:${secret}`, 'same id'],
  ])('refuses %j', (list, reason) => {
    expect(() => parseKeys(list)).toThrow(reason)
  })

  test('never shows a secret in its complaint', () => {
    expect(() => parseKeys('2026:hemmelig-verdi')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('hemmelig') }),
    )
  })
})

test('ten thousand tokens are unique, 256 bits each, and every byte value is about as common', () => {
  const tokens = Array.from({ length: 10_000 }, () => randomToken())
  expect(new Set(tokens).size).toBe(10_000)
  expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true)
  const counts = new Array<number>(256).fill(0)
  for (const byte of Buffer.concat(tokens.map((token) => Buffer.from(token, 'base64url')))) counts[byte] = (counts[byte] ?? 0) + 1
  const expected = (10_000 * 32) / 256
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // 255 degrees of freedom: beyond 400 has a chance under one in a hundred million.
  expect(chiSquare).toBeLessThan(400)
  expect(tokenHash(tokens[0] ?? '')).toHaveLength(32)
})
