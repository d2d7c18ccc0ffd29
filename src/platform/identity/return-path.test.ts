import { expect, test } from 'vitest'
import { localPath } from './return-path.ts'

test.each([
  ['/min-side', '/min-side'],
  ['/tilskudd/barn?steg=2&sprak=nn', '/tilskudd/barn?steg=2&sprak=nn'],
  ['/saker?q=bl%C3%A5', '/saker?q=bl%C3%A5'],
  ['/a/../saker', '/saker'],
])('after login one comes back to %s', (til, path) => {
  expect(localPath(til)).toBe(path)
})

test.each([
  undefined,
  '',
  'https://ond.example/',
  '//ond.example/',
  '/\\ond.example/',
  '\\\\ond.example',
  '/\t/ond.example',
  '/%0a//ond.example\n',
  ' //ond.example',
  '/a/..//ond.example',
  'javascript:alert(1)',
  'min-side',
  '/logg-inn',
  '/logg-inn/svar?code=1',
  '/logg-ut',
  `/${'a'.repeat(3_000)}`,
])('login never sends anyone to %j', (til) => {
  expect(localPath(til)).toBeUndefined()
})
