import { expect, test } from 'vitest'
import type { Answers, EffectiveDefinition } from '../model.ts'
import { choirAround } from '../application/choir.testing.ts'
import { listFields } from '../application/rules/fields.ts'
import { forPart } from '../scheme/rules/for-part.ts'
import { workOutForm } from '../application/rules/form-state.ts'
import { questionSheetTemplate } from './question-template.ts'
import { allFixtures, fixture, jsonFile } from './forms.testing.ts'
import { importForm } from './import-form.ts'

async function imported(...files: Parameters<typeof importForm>[0]): Promise<EffectiveDefinition> {
  const [form] = (await importForm(files)).forms
  if (!form?.definition) throw new Error(`refused: ${form?.report.notes[0]?.why}`)
  return forPart(form.definition, null)
}

const choir = await imported(...allFixtures().filter((file) => file.name.startsWith('choir-grant')))
const culture = await imported(fixture('culture-formio.json'))
const sport = await imported(fixture('webform.webform.sport.yml'), fixture('language/nn/webform.webform.sport.yml'))
const sheet = await imported({ name: 'mal.xlsx', bytes: await questionSheetTemplate('nb') })

const field = (definition: EffectiveDefinition, key: string) =>
  listFields(definition).find((each) => each.field.key === key)?.field
const shown = (definition: EffectiveDefinition, answers: Answers, key: string) =>
  !workOutForm(definition, answers, choirAround).hidden.has(key)
const required = (definition: EffectiveDefinition, answers: Answers, key: string) =>
  workOutForm(definition, answers, choirAround).required.has(key)
const failed = (definition: EffectiveDefinition, answers: Answers, key: string) =>
  (workOutForm(definition, answers, choirAround).failedChecks[key] ?? []).length > 0

test.each<[string, EffectiveDefinition, Answers, string, boolean]>([
  ['if … then, while nothing is answered', choir, {}, 'rent', false],
  ['if … then, when it holds', choir, { rents: true }, 'rent', true],
  ['else, when it does not', choir, { rents: false }, 'ownRoom', true],
  ['else, when "if" holds', choir, { rents: true }, 'ownRoom', false],
  ['a branch by an answer', choir, { method: 'bank' }, 'bank', true],
  ['a branch by another answer', choir, { method: 'card' }, 'bank', false],
  ['a script with "and" and "not"', culture, { hasRoom: true, kind: 'choir' }, 'rent', true],
  ['a script, when its second part fails', culture, { hasRoom: true, kind: 'band' }, 'rent', false],
  ['a script, when an answer is missing: unequal to everything', culture, { hasRoom: true }, 'rent', true],
  ['one of several ticks', culture, { groups: ['children'] }, 'schoolName', true],
  ['another tick', culture, { groups: ['adults'] }, 'schoolName', false],
  ['a whole page by one of two conditions', culture, { name: 'Kor' }, 'applied', true],
  ['a whole page, when neither holds', culture, { kind: 'band' }, 'applied', false],
  ['logic that hides', culture, { name: 'Kor', kind: 'band' }, 'applied', false],
  ['JSON Logic over an amount in kroner', culture, { name: 'Kor', applied: 10_001_00 }, 'plan', true],
  ['JSON Logic at its limit', culture, { name: 'Kor', applied: 10_000_00 }, 'plan', false],
  ['a fieldset by a tick', sport, { hasHouse: true }, 'size', true],
  ['a fieldset without the tick', sport, {}, 'size', false],
  ['"other" with its text', sport, { kind: 'other' }, 'otherField', true],
  ['invisible when both hold', sport, { kind: 'football' }, 'mail', false],
  ['invisible when one does not', sport, { kind: 'football', club: 'A' }, 'mail', true],
  ['a sheet’s condition by the choice’s label', sheet, { kind: 'lagEllerForening' }, 'organisation', true],
  ['a sheet’s condition by another choice', sheet, { kind: 'gruppe' }, 'organisation', false],
])('Shown or not: %s', (_, definition, answers, key, expected) => {
  const found = field(definition, key) ?? listFields(definition).find((each) => each.field.label.nb.includes('annet'))?.field
  expect(shown(definition, answers, found?.key ?? key)).toBe(expected)
})

test('An answer is required under the source’s own condition', () => {
  expect(required(choir, { members: 49 }, 'email')).toBe(false)
  expect(required(choir, { members: 50 }, 'email')).toBe(true)
  expect(required(sport, { hasHouse: true, size: 100 }, 'heated')).toBe(false)
  expect(required(sport, { hasHouse: true, size: 105 }, 'heated')).toBe(true)
  expect(required(sport, { hasHouse: true, size: 20, sports: ['winter'] }, 'heated')).toBe(true)
  expect(required(sheet, { kind: 'lagEllerForening', members: 11 }, 'articles')).toBe(true)
  expect(required(sheet, { kind: 'lagEllerForening', members: 10 }, 'articles')).toBe(false)
})

test('A file is required unless it comes later or lies in another', () => {
  expect(required(choir, {}, 'bylaws')).toBe(true)
  expect(required(choir, { status: ['isDeliveredLater'] }, 'bylaws')).toBe(false)
})

test('Limits are checked: patterns, steps, lengths, lists, one of two amounts', () => {
  expect(failed(choir, { postcode: '4006-12' }, 'postcode')).toBe(false)
  expect(failed(choir, { postcode: '40x6' }, 'postcode')).toBe(true)
  expect(failed(choir, { members: 1000 }, 'members')).toBe(true)
  expect(failed(choir, { days: ['mon'] }, 'days')).toBe(true)
  expect(failed(choir, { subventions1: 100, subventions2: 100 }, 'subventions1')).toBe(true)
  expect(failed(choir, { subventions1: 100 }, 'subventions1')).toBe(false)
  expect(failed(culture, { name: 'Kor 9' }, 'name')).toBe(true)
  expect(failed(culture, { name: 'Kor', groups: ['adults'] }, 'groups')).toBe(true)
  expect(failed(sport, { hasHouse: true, size: 23 }, 'size')).toBe(true)
  expect(failed(sport, { hasHouse: true, size: 25 }, 'size')).toBe(false)
})

test('Sums are worked out in øre, and what is missing counts as the source says', () => {
  const sum = (definition: EffectiveDefinition, answers: Answers, key: string) =>
    workOutForm(definition, answers, choirAround).calculated[key]
  expect(sum(choir, { subventions1: 5000, subventions2: 2500 }, 'total')).toBe(7500)
  expect(sum(choir, {}, 'total')).toBe(0)
  expect(sum(culture, { hasRoom: true, kind: 'choir', name: 'K', rent: 1000_00, months: 10 }, 'yearRent')).toBe(10_000_00)
  expect(sum(culture, { name: 'K', costs: [{ cost: 100 }, { cost: 250 }, { what: 'x' }] }, 'total')).toBe(350)
  expect(sum(sport, { cost: 900, own: 300 }, 'rest')).toBe(600)
  expect(sum(sport, { cost: 900 }, 'rest')).toBe(900)
  expect(
    sum(
      sheet,
      {
        costs: [
          { what: 'a', cost: 400 },
          { what: 'b', cost: 100 },
        ],
      },
      'total',
    ),
  ).toBe(500)
  expect(field(sport, 'rest')).toMatchObject({ format: 'amount' })
  expect(field(culture, 'odd')).toMatchObject({ type: 'calculated' })
})

test('Translations stand in their language; help and choices too', () => {
  expect(field(choir, 'choirName')?.label).toEqual({ nb: 'Navn på koret', nn: 'Namn på koret', en: 'Name of the choir' })
  expect(field(choir, 'choirName')?.help?.nb).toBe('Slik det står i vedtektene.')
  expect(field(culture, 'name')?.label).toEqual({ nb: 'Navn', nn: 'Namn', en: 'Name' })
  expect(field(sport, 'sports')).toMatchObject({ options: [{ label: { nb: 'Sommer', nn: 'Sumar' } }, {}] })
  expect(sport.title.nn).toBe('Idrettsmidlar')
  expect(choir.rounds[0]).toMatchObject({ opens: '2027-01-01', closes: '2027-02-01' })
})

test('Choices that a JSON Schema writes as constants, shapes to choose among, and numbers in steps', async () => {
  const made = await imported(
    jsonFile('plain.schema.json', {
      type: 'object',
      properties: {
        size: {
          title: 'Size',
          oneOf: [
            { const: 's', title: 'Small' },
            { const: 'l', title: 'Large' },
          ],
        },
        maybe: { title: 'Maybe', anyOf: [{ type: 'null' }, { type: 'integer', multipleOf: 5 }] },
        who: {
          title: 'Who',
          type: 'object',
          oneOf: [
            { title: 'A person', properties: { firstName: { type: 'string' } }, required: ['firstName'] },
            { title: 'A company', properties: { company: { type: 'string' } } },
          ],
        },
        phone: { type: 'string' },
        mail: { type: 'string' },
      },
      anyOf: [{ required: ['phone'] }, { required: ['mail'] }],
    }),
  )
  expect(field(made, 'size')).toMatchObject({ type: 'oneOf', options: [{ label: { en: 'Small' } }, { label: { en: 'Large' } }] })
  expect(failed(made, { maybe: 7 }, 'maybe')).toBe(true)
  const which =
    listFields(made).find(
      (each) => each.field.type === 'oneOf' && each.field.options.some((option) => option.label.en === 'A company'),
    )?.field.key ?? ''
  expect(shown(made, { [which]: 'n1' }, 'company')).toBe(true)
  expect(shown(made, { [which]: 'n0' }, 'company')).toBe(false)
  expect(required(made, {}, 'phone')).toBe(true)
  expect(required(made, { mail: 'a@b.no' }, 'phone')).toBe(false)
})
