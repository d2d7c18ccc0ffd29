import { expect, test } from 'vitest'
import { copyAnswers, copyMark } from './copy-answers.ts'
import { expectedAnswer, maySubmit } from './deadline.ts'
import { markOf, mergeAnswers } from './merge.ts'
import { choirAnswers, shipped } from '../choir.testing.ts'

const seenIn = (before: Record<string, string>) => (key: string) => markOf(before[key])

test('two tabs that change different fields both keep what they wrote', () => {
  const shown = { a: 'en', b: 'to' }
  const stored = { a: 'en', b: 'to, endret i den andre fanen' }
  const merged = mergeAnswers(
    stored,
    new Map([
      ['a', 'en, endret her'],
      ['b', 'to'],
    ]),
    seenIn(shown),
  )
  expect(merged).toEqual({ answers: { a: 'en, endret her', b: 'to, endret i den andre fanen' }, conflicts: [] })
})

test('the same field changed in both is asked about, and nothing is overwritten', () => {
  const merged = mergeAnswers({ a: 'deres' }, new Map([['a', 'mitt']]), seenIn({ a: 'før' }))
  expect(merged).toEqual({ answers: { a: 'deres' }, conflicts: [{ key: 'a', mine: 'mitt', stored: 'deres' }] })
})

test('the same text written twice is no conflict, and an emptied field is emptied', () => {
  expect(mergeAnswers({ a: 'likt' }, new Map([['a', 'likt']]), seenIn({ a: 'før' })).conflicts).toEqual([])
  expect(mergeAnswers({ a: 'x' }, new Map([['a', undefined]]), seenIn({ a: 'x' })).answers).toEqual({})
})

test('the mark of an answer does not depend on the order of its parts', () => {
  expect(markOf({ from: 'a', to: 'b' })).toBe(markOf({ to: 'b', from: 'a' } as never))
  expect(markOf('a')).not.toBe(markOf('b'))
})

test('last year’s answers are taken along but for files, declarations and what the scheme asks for anew', () => {
  const choirs = shipped('kor-og-korps')
  const copied = copyAnswers(choirs, choirAnswers)
  expect(copied).toMatchObject({ members: 42, account: '86011117947' })
  for (const key of ['accounts', 'savings', 'truth']) expect(copied).not.toHaveProperty(key)
  expect(copyMark(choirs, 'members', 42, choirAnswers)).toBe('copied')
  expect(copyMark(choirs, 'members', 50, choirAnswers)).toBe('changed')
  expect(copyMark(choirs, 'savings', 1, choirAnswers)).toBeUndefined()
})

test('after the deadline only a form that was opened before it is taken, within the minutes of grace', () => {
  const round = { opensAt: new Date('2026-10-15T00:00Z'), closesAt: new Date('2026-12-15T22:59:59Z'), graceMinutes: 30 }
  const [before, after] = [new Date('2026-12-15T20:00Z'), new Date('2026-12-15T23:05Z')]
  expect(maySubmit(round, before, before)).toBe('open')
  expect(maySubmit(round, before, after)).toBe('grace')
  expect(maySubmit(round, after, after)).toBe('closed')
  expect(maySubmit(round, before, new Date('2026-12-15T23:30Z'))).toBe('closed')
})

test('the answer is expected on the round’s day, else so many weeks after the deadline or arrival', () => {
  const at = new Date('2026-11-10T09:00Z')
  const closesAt = new Date('2026-12-15T22:59:59Z')
  expect(expectedAnswer({ answerWithinWeeks: 6 }, { closesAt, decisionBy: '2027-01-26' }, at)).toBe('2027-01-26')
  expect(expectedAnswer({ answerWithinWeeks: 6 }, { closesAt, decisionBy: null }, at)).toBe('2027-01-26')
  expect(expectedAnswer({ answerWithinWeeks: 4 }, { closesAt: null, decisionBy: null }, at)).toBe('2026-12-08')
})
