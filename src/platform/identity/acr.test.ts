import { expect, test } from 'vitest'
import { satisfiesAcr } from './acr.ts'

test.each([
  [['idporten-loa-substantial'], 'idporten-loa-substantial', true],
  [['idporten-loa-substantial'], 'idporten-loa-high', true],
  [['idporten-loa-substantial'], 'idporten-loa-low', false],
  [['idporten-loa-high'], 'idporten-loa-substantial', false],
  [['idporten-loa-substantial'], 'idporten-loa-substantial-ish', false],
  [['idporten-loa-substantial'], 'Level4', false],
  [['idporten-loa-substantial'], undefined, false],
  [['idporten-loa-substantial'], '', false],
  [['idporten-loa-substantial'], ['idporten-loa-high'], false],
  [['urn:municipality:mfa'], 'urn:municipality:mfa', true],
  [['urn:municipality:mfa'], 'urn:municipality:password', false],
  [[], undefined, true],
] as const)('a login that requires %j and comes with %j is accepted: %s', (required, actual, accepted) => {
  expect(satisfiesAcr(required, actual)).toBe(accepted)
})
