import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers } from '../model.ts'
import { choirAround } from '../application/choir.testing.ts'
import { forPart } from '../scheme/rules/for-part.ts'
import { workOutForm } from '../application/rules/form-state.ts'
import { fixture, jsonFile } from './forms.testing.ts'
import { importForm } from './import-form.ts'
import { walkXgov } from './xgov-walk.testing.ts'

const { forms } = await importForm([fixture('fund-xgov.json')])
const made = forms[0]?.definition
if (!made) throw new Error('the fixture was refused')
const definition = forPart(made, null)
const source: unknown = JSON.parse(Buffer.from(fixture('fund-xgov.json').bytes).toString('utf8'))

const kinds = ['CHARITY', 'COMPANY', 'OTHER'] as const
const places = ['north', 'south', 'none'] as const
const answers = fc.record({
  local: fc.boolean(),
  kind: fc.constantFrom(...kinds),
  amount: fc.constantFrom(100, 50_000, 50_001),
  places: fc.subarray([...places], { minLength: 1 }),
})
/** A question of each page, by which it is seen whether the page is asked. */
const questions = {
  '/start': 'intro',
  '/local': 'local',
  '/sorry': 'sorry',
  '/kind': 'kind',
  '/charity': 'charityNumber',
  '/company': 'founded',
  '/project': 'amount',
  '/big': 'why',
}

test('A page is asked just when the ways of the old form lead to it', () => {
  const sound = fc.property(answers, (given) => {
    const reached = walkXgov(source, given)
    const torg: Answers = {
      local: given.local,
      kind: given.kind.toLowerCase(),
      amount: given.amount * 100,
      places: given.places,
      founded: '2026-01-01',
    }
    const { hidden } = workOutForm(definition, torg, choirAround)
    for (const [path, key] of Object.entries(questions)) expect([path, !hidden.has(key)]).toEqual([path, reached.includes(path)])
  })
  fc.assert(sound, { numRuns: 60 })
})

test('Before anything is answered only what leads nowhere else is asked', () => {
  const { hidden } = workOutForm(definition, {}, choirAround)
  expect([...hidden].filter((key) => Object.values(questions).includes(key)).toSorted()).toEqual([
    'amount',
    'charityNumber',
    'founded',
    'kind',
    'sorry',
    'why',
  ])
})

test('An answer that ends the application in the old form cannot be sent', () => {
  const { failedChecks } = workOutForm(definition, { local: false }, choirAround)
  expect(failedChecks['local']).toEqual([0])
  expect(
    definition.form.pages.flatMap((page) => page.fields).find((field) => field.key === 'local')?.checks[0]?.message.en,
  ).toContain('Only those in the area can apply.')
})

test('Words are counted, a choice that stands alone does, and a row of a table has its limits too', () => {
  const given: Answers = {
    local: true,
    kind: 'company',
    founded: '2020-01-01',
    amount: 60_000_00,
    places: ['north', 'none'],
    history: 'one two three four five six',
    costs: [
      { what: 'a', why: 'one two three' },
      { what: 'b', why: 'one two three four' },
    ],
  }
  const { failedChecks } = workOutForm(definition, given, choirAround)
  expect(Object.keys(failedChecks).toSorted()).toEqual(['costs.why', 'history', 'places'])
  expect(
    workOutForm(definition, { ...given, costs: [{ what: 'a' }], places: ['none'], history: 'one' }, choirAround).failedChecks,
  ).toEqual({})
})

test('What comes up with a choice is shown with it', () => {
  expect(workOutForm(definition, { local: true, kind: 'other' }, choirAround).hidden.has('otherKind')).toBe(false)
  expect(workOutForm(definition, { local: true, kind: 'charity' }, choirAround).hidden.has('otherKind')).toBe(true)
})

test('Pages that lead round in a circle, and conditions that name each other, are read in the end', async () => {
  const page = (path: string, next: object[]) => ({
    path,
    title: path,
    components: [{ type: 'YesNoField', name: path.slice(1), title: path, options: {} }],
    next,
  })
  const about = (name: string) => ({
    name,
    displayName: name,
    value: { name, conditions: [{ conditionName: name === 'a' ? 'b' : 'a' }] },
  })
  const result = await importForm([
    jsonFile('round.json', {
      startPage: '/one',
      lists: [],
      sections: [],
      conditions: [about('a'), about('b')],
      pages: [page('/one', [{ path: '/two', condition: 'a' }]), page('/two', [{ path: '/one' }, { path: '/two' }])],
    }),
  ])
  expect(result.forms[0]?.report.conditions).toMatchObject({ found: 2, notCarried: 1 })
  expect(result.forms[0]?.report.notes.some((note) => note.why.includes('refers to itself'))).toBe(true)
})
