import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openKeyring } from '#platform/crypto.ts'
import { Field, type Answer, type SchemeDefinition } from '../../model.ts'
import { openAnswers, sealAnswers } from '../sealed-answers.ts'
import { choirAround, formOf, shipped, text3 } from '../choir.testing.ts'
import { showAnswer } from '../show-answer.ts'
import { workOutForm } from './form-state.ts'
import { parseNumber, writeNumber } from './numbers.ts'
import { readField } from './read-answers.ts'
import { typedValues } from './typed-values.ts'
import { validateForm } from './validate.ts'

// What was found when any form was filled in by anybody: see pages/any-form.test.ts.
const choirs = shipped('kor-og-korps')
const withFields = (...fields: object[]) => {
  const all = fields.map((field) => Field.parse({ label: text3('Spørsmål'), ...field }))
  return {
    ...choirs,
    rules: [],
    amount: { ...choirs.amount, askedIn: undefined },
    form: { ...choirs.form, pages: [{ key: 'one', title: choirs.title, fields: all }] },
  } as typeof choirs
}

test('a number that is shown again is the number that was typed, with all its decimals', () => {
  expect(writeNumber(1250.375)).toBe('1 250,375')
  fc.assert(
    fc.property(fc.integer({ min: -9e15, max: 9e15 }), fc.nat(6), (whole, decimals) => {
      const number = Number((whole / 10 ** decimals).toFixed(decimals))
      expect(parseNumber(writeNumber(number))).toBe(number + 0)
    }),
  )
})

test('a number stands in the application as it was given, not rounded', () => {
  const number = Field.parse({ type: 'number', key: 'a', label: text3('Tall'), decimals: 4 })
  const share = Field.parse({ type: 'percentage', key: 'b', label: text3('Andel') })
  const none = { districts: [], files: [] }
  expect(showAnswer(number, 1.2345, none, 'nb')).toBe('1,2345')
  expect(showAnswer(share, 33.3333, none, 'en')).toBe('33.3333 %')
})

test('a fault in a budget is told at the row where it was typed, also when rows before it are empty', () => {
  const categories = ['a', 'b', 'c'].map((key) => ({ key, side: key === 'c' ? 'income' : 'cost', label: text3(key) }))
  const definition = withFields({ type: 'budget', key: 'budget', categories })
  const [field] = definition.form.pages[0]?.fields ?? []
  const posted = formOf({
    'budget.0.category': 'a',
    'budget.1.category': 'b',
    'budget.1.amount': 'mye',
    'budget.2.category': 'c',
  })
  const answers = { budget: readField(field as Field, posted) as Answer }
  const problems = validateForm(definition, answers, workOutForm(definition, answers, choirAround), { districts: [] })
  expect(problems.map((problem) => problem.name)).toEqual(['budget.1.amount'])
})

test('rows that a changed scheme has no room for are kept, and told of', () => {
  const column = { type: 'shortText', key: 'what', label: text3('Hva') }
  const definition = withFields({ type: 'table', key: 'rows', rowTitle: text3('Rad'), maxRows: 1, fields: [column] })
  const [field] = definition.form.pages[0]?.fields ?? []
  const posted = formOf(Object.fromEntries([0, 1, 2, 3].map((row) => [`rows.${row}.what`, `nr. ${row}`])))
  expect(readField(field as Field, posted)).toHaveLength(4)
})

test('what a row holds in a column that is not asked now goes along unseen, and is read as it was', () => {
  const all: [object, Answer][] = [
    [{ type: 'number', decimals: 4 }, 1234.5678],
    [{ type: 'amount' }, 1_250_050],
    [{ type: 'yesNo' }, false],
    [{ type: 'declaration', statement: text3('Ja') }, true],
    [{ type: 'period' }, { from: '2026-11-10', to: 'snart' }],
    [{ type: 'district', several: true }, ['sentrum', 'indrehavn']],
    [{ type: 'shortText' }, '=1+1'],
  ]
  for (const [field, answer] of all) {
    const parsed = Field.parse({ key: 'it', label: text3('Det'), ...field }) as Parameters<typeof typedValues>[0]
    const sent: Record<string, string[]> = {}
    for (const [name, value] of typedValues(parsed, 'it', answer)) sent[name] = [...(sent[name] ?? []), value]
    expect(readField(parsed, formOf(sent))).toEqual(answer)
  }
})

test('a question that becomes classified, or open, while it is being written keeps its answer', () => {
  const keyring = openKeyring([{ id: 'test', secret: randomBytes(32) }])
  const place = { municipalityId: 'm', kind: 'draft' as const, id: 'd' }
  const open = withFields({ type: 'shortText', key: 'a' }) as SchemeDefinition
  const closed = withFields({ type: 'shortText', key: 'a', classified: true }) as SchemeDefinition
  const sealed = sealAnswers(closed, { a: 'hemmelig' }, keyring, place)
  expect(openAnswers(open, sealed, keyring, place)).toEqual({ a: 'hemmelig' })
  expect(openAnswers(closed, { a: 'åpent' }, keyring, place)).toEqual({ a: 'åpent' })
  const fake = `v1.test.${'A'.repeat(60)}`
  expect(openAnswers(open, { a: fake }, keyring, place)).toEqual({ a: fake })
  expect(() => openAnswers(closed, sealed, keyring, { ...place, id: 'another' })).toThrow()
  // A question that is gone gives nothing away.
  expect(openAnswers(withFields({ type: 'info', key: 'b' }), sealed, keyring, place)).toEqual(sealed)
})
