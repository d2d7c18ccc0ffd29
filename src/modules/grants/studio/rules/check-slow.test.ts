import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shipped } from '../../application/choir.testing.ts'
import { checkSlow } from './check-slow.ts'

const day = '2026-11-10'
const choirs = shipped('kor-og-korps')
const withRule = (when: string) => {
  const pages = choirs.form.pages.map((page, n) =>
    n === 0
      ? { ...page, fields: [...page.fields, { type: 'longText', key: 'plan', label: {}, checks: [], maxLength: 20_000 }] }
      : page,
  )
  return { ...choirs, form: { ...choirs.form, pages }, rules: [{ ...choirs.rules[0], key: 'slow', when }] }
}
const told = (when: string) => checkSlow(withRule(when), day).map(({ key, path, level }) => `${level} ${key} ${path}`)

test('a rule that always takes too long is an error at its place', () => {
  expect(told('count(for a in 1..9999, b in 1..9999 return a) > 1')).toEqual(['stops tooSlow rules[slow].when'])
  expect(told('matches(string join(for n in 1..9999 return "a", ""), "^.*.*.*b$")')).toEqual(['stops tooSlow rules[slow].when'])
})

test('one that does so with the longest answers only is told as something to look at', () => {
  expect(told('matches(answer.plan, "^.*.*.*b$")')).toEqual(['advises slowWhenLarge rules[slow].when'])
  expect(told('matches(answer.plan, "^[A-Z].*")')).toEqual([])
})

test('none of the shipped schemes has such a rule', () => {
  const slugs = readdirSync('schemes').flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []))
  expect(slugs.flatMap((slug) => checkSlow(shipped(slug), day).map((each) => `${slug} ${each.path}`))).toEqual([])
})

test('a form that is being written may have any keys', () => {
  const field = (type: string, key: string) => ({ type, key, label: {}, options: 'none', fields: 7 })
  const fields = ['period', 'shortText', 'table', 'severalOf', 'person', 'date'].flatMap((type) => [
    field(type, 'same'),
    field(type, '__proto__'),
  ])
  const document = {
    form: { pages: [{ key: 'a', fields }] },
    rules: [{ key: 'r', when: 'some x in answer.same satisfies x = 1' }],
  }
  expect(checkSlow(document, day)).toEqual([])
})
