import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '#platform/feel/index.ts'
import { readMenu, testKinds, writeMenu, type Against, type MenuCondition, type MenuTest } from './menu-condition.ts'

const path = fc.constantFrom('answer.members', 'applicant.age', 'budget.cost', 'answer.kind', 'answer.when.from')
const against: fc.Arbitrary<Against> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), value: fc.string({ maxLength: 12 }) }),
  fc.record({ kind: fc.constant('number' as const), value: fc.integer({ min: 0, max: 100_000_000 }) }),
  fc.record({ kind: fc.constant('date' as const), value: fc.constantFrom('2026-01-31', '2027-12-01') }),
  fc.record({ kind: fc.constant('fact' as const), path }),
  fc.record({ kind: fc.constant('share' as const), path, percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 0, max: 365 }) }),
)
const menuTest: fc.Arbitrary<MenuTest> = fc
  .record({ path, is: fc.constantFrom(...testKinds), against })
  .map((each) => (['yes', 'no', 'given', 'missing'].includes(each.is) ? { path: each.path, is: each.is } : each))
const condition: fc.Arbitrary<MenuCondition> = fc
  .record({ join: fc.constantFrom('all' as const, 'any' as const), tests: fc.array(menuTest, { minLength: 1, maxLength: 4 }) })
  .map((each) => (each.tests.length === 1 ? { ...each, join: 'all' } : each))

test('what menus say can be written in the rule language and read back as the same menus', () => {
  fc.assert(
    fc.property(condition, fc.constantFrom('shown' as const, 'judged' as const), (menus, use) => {
      expect(readMenu(writeMenu(menus, use))).toEqual(menus)
    }),
  )
})

test('a rule made of menus leaves what is unknown to a person', () => {
  const clock = { today: '2026-11-22', now: '2026-11-22T10:00:00Z' }
  const judged = writeMenu(
    { join: 'all', tests: [{ path: 'answer.kind', is: 'equal', against: { kind: 'text', value: 'choir' } }] },
    'judged',
  )
  expect(evaluate(judged, {}, clock)).toMatchObject({ value: null })
  expect(evaluate(judged, { answer: { kind: 'choir' } }, clock)).toMatchObject({ value: true })
})

test.each([
  ['answer.boughtEquipment = true', { path: 'answer.boughtEquipment', is: 'yes' }],
  ['not(answer.studying)', { path: 'answer.studying', is: 'no' }],
  ['amount.applied <= share of(budget.cost, 50)', { is: 'atMost', against: { kind: 'share', path: 'budget.cost', percent: 50 } }],
  ['answer.startsOn >= add days(today, 28)', { is: 'atLeast', against: { kind: 'days', days: 28 } }],
  ['answer.when.to > today', { path: 'answer.when.to', is: 'more', against: { kind: 'days', days: 0 } }],
  ['list contains(answer.together, "children")', { is: 'includes', against: { kind: 'text', value: 'children' } }],
])('menus show %s', (expression, expected) => {
  expect(readMenu(expression)?.tests).toMatchObject([expected])
})

test.each([
  'answer.a = 1 and (answer.b = 2 or answer.c = 3)',
  'count(answer.districts) > 1',
  'answer.a +',
  'if answer.a then 1 else 2',
])('what says more than menus can is left to be typed: %s', (expression) => {
  expect(readMenu(expression)).toBeUndefined()
})
