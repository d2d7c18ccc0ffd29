import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers, EffectiveDefinition } from '../model.ts'
import { choirAround } from '../application/choir.testing.ts'
import { workOutForm } from '../application/rules/form-state.ts'
import { forPart } from '../scheme/rules/for-part.ts'
import { jsonFile } from './forms.testing.ts'
import { importForm } from './import-form.ts'
import { walkXgov } from './xgov-walk.testing.ts'

// A condition that is carried must say the same as in the old form, also of what is not answered. The old forms' own meaning is
// written here after their documents, and knows nothing of the readers.

async function brought(file: Parameters<typeof jsonFile>[1]): Promise<EffectiveDefinition> {
  const [form] = (await importForm([jsonFile('form.json', file)])).forms
  if (!form?.definition) throw new Error(form?.report.notes[0]?.why)
  expect(form.report.conditions.notCarried + form.report.conditions.withLoss).toBe(0)
  return forPart(form.definition, null)
}
const isShown = (definition: EffectiveDefinition, answers: Answers, key: string) =>
  !workOutForm(definition, answers, choirAround).hidden.has(key)

/** What one has answered; undefined where one has not. */
const given = fc.record({
  kind: fc.constantFrom(undefined, 'choir', 'band', 'chamber choir'),
  n: fc.constantFrom(undefined, 0, 3, 5, 10),
  one: fc.constantFrom(undefined, 'x', 'y'),
  many: fc.subarray(['x', 'y']),
  boxes: fc.subarray(['a', 'b']),
  tick: fc.boolean(),
  day: fc.constantFrom(undefined, '2025-12-31', '2026-01-01', '2026-01-02'),
})
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never

const asAnswers = ({ many, boxes, tick, ...rest }: Given): Answers => ({
  ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Answers),
  ...(many.length > 0 ? { many } : {}),
  ...(boxes.length > 0 ? { boxes } : {}),
  ...(tick ? { tick } : {}),
})

// ——— Form.io

const components = [
  { type: 'textfield', key: 'kind' },
  { type: 'number', key: 'n' },
  { type: 'select', key: 'one', data: { values: ['x', 'y'].map((value) => ({ value, label: value })) } },
  { type: 'select', key: 'many', multiple: true, data: { values: ['x', 'y'].map((value) => ({ value, label: value })) } },
  { type: 'selectboxes', key: 'boxes', values: ['a', 'b'].map((value) => ({ value, label: value })) },
  { type: 'checkbox', key: 'tick' },
  { type: 'datetime', key: 'day', enableTime: false },
].map((each) => ({ ...each, label: each.key, input: true }))

const part = fc.oneof(
  fc.record({
    component: fc.constant('kind'),
    operator: fc.constantFrom('isEqual', 'isNotEqual', 'startsWith', 'endsWith', 'includes', 'notIncludes'),
    value: fc.constantFrom('choir', 'band'),
  }),
  fc.record({
    component: fc.constant('n'),
    operator: fc.constantFrom('isEqual', 'isNotEqual', 'lessThan', 'greaterThan', 'lessThanOrEqual', 'greaterThanOrEqual'),
    value: fc.constantFrom(3, 5),
  }),
  fc.record({
    component: fc.constant('one'),
    operator: fc.constantFrom('isEqual', 'isNotEqual'),
    value: fc.constantFrom('x', 'y'),
  }),
  fc.record({
    component: fc.constant('many'),
    operator: fc.constantFrom('includes', 'notIncludes'),
    value: fc.constantFrom('x', 'y'),
  }),
  fc.record({
    component: fc.constant('boxes'),
    operator: fc.constantFrom('isEqual', 'isNotEqual'),
    value: fc.constantFrom('a', 'b'),
  }),
  fc.record({ component: fc.constant('tick'), operator: fc.constantFrom('isEqual', 'isNotEqual'), value: fc.boolean() }),
  fc.record({
    component: fc.constant('day'),
    operator: fc.constantFrom(
      'isDateEqual',
      'isNotDateEqual',
      'dateLessThan',
      'dateGreaterThan',
      'dateLessThanOrEqual',
      'dateGreaterThanOrEqual',
    ),
    value: fc.constant('2026-01-01'),
  }),
  fc.record({
    component: fc.constantFrom('kind', 'n', 'one', 'many', 'boxes', 'day'),
    operator: fc.constantFrom('isEmpty', 'isNotEmpty'),
    value: fc.constant(''),
  }),
)
const several = fc.record({
  show: fc.constantFrom(true, false, 'true', 'false'),
  conjunction: fc.constantFrom('all', 'any'),
  conditions: fc.array(part, { minLength: 1, maxLength: 3 }),
})
const single = fc.record({
  show: fc.constantFrom(true, false, 'true', 'false', null),
  when: fc.constantFrom('kind', 'one', 'boxes', 'many', 'tick', 'n'),
  eq: fc.constantFrom('choir', 'x', 'a', 'true', 'false', '3'),
})

/** The data as the old form has it, with its empty values. */
const asData = (who: Given): Record<string, unknown> => ({
  ...who,
  kind: who.kind ?? '',
  one: who.one ?? '',
  day: who.day ?? '',
  boxes: { a: who.boxes.includes('a'), b: who.boxes.includes('b') },
})

function isTrue({ component, operator, value }: { component: string; operator: string; value: unknown }, who: Given): boolean {
  const answer = asData(who)[component]
  const isEmpty =
    answer === undefined ||
    answer === '' ||
    (component === 'many' && who.many.length === 0) ||
    (component === 'boxes' && who.boxes.length === 0)
  const equal = component === 'boxes' ? who.boxes.includes(String(value)) : answer === value
  const list = component === 'many' ? who.many : String(answer)
  const numbers: Record<string, boolean> = {
    lessThan: Number(answer) < Number(value),
    greaterThan: Number(answer) > Number(value),
    lessThanOrEqual: Number(answer) <= Number(value),
    greaterThanOrEqual: Number(answer) >= Number(value),
  }
  const days: Record<string, boolean> = {
    dateLessThan: String(answer) < String(value),
    dateGreaterThan: String(answer) > String(value),
    dateLessThanOrEqual: String(answer) <= String(value),
    dateGreaterThanOrEqual: String(answer) >= String(value),
  }
  if (operator in numbers) return answer !== undefined && (numbers[operator] ?? false)
  if (operator in days) return answer !== '' && (days[operator] ?? false)
  switch (operator) {
    case 'isEqual':
    case 'isDateEqual':
      return equal
    case 'isNotEqual':
    case 'isNotDateEqual':
      return !equal
    case 'isEmpty':
      return isEmpty
    case 'isNotEmpty':
      return !isEmpty
    case 'includes':
      return list.includes(String(value))
    case 'notIncludes':
      return !list.includes(String(value))
    case 'startsWith':
      return String(answer).startsWith(String(value))
    case 'endsWith':
      return String(answer).endsWith(String(value))
    default:
      throw new Error(operator)
  }
}

test('Form.io: one or several tests, all or any, to show or to hide', async () => {
  const same = fc.asyncProperty(several, fc.array(given, { minLength: 12, maxLength: 12 }), async (conditional, people) => {
    const made = await brought({
      components: [...components, { type: 'textfield', key: 'more', label: 'Then', input: true, conditional }],
    })
    for (const who of people) {
      const parts = conditional.conditions.map((each) => isTrue(each, who))
      const holds = conditional.conjunction === 'any' ? parts.includes(true) : !parts.includes(false)
      expect([who, isShown(made, asAnswers(who), 'more')]).toEqual([who, holds === (String(conditional.show) === 'true')])
    }
  })
  await fc.assert(same, { numRuns: 60 })
}, 60_000)

test('Form.io: the older kind, one answer against one value', async () => {
  const same = fc.asyncProperty(single, fc.array(given, { minLength: 12, maxLength: 12 }), async (conditional, people) => {
    // A value the question cannot have is told as not carried.
    const fits = {
      kind: ['choir', 'x', 'a', 'true', 'false', '3'],
      one: ['x'],
      boxes: ['a'],
      many: ['x'],
      tick: ['true', 'false'],
      n: ['3'],
    }
    fc.pre(fits[conditional.when as keyof typeof fits].includes(conditional.eq))
    const made = await brought({
      components: [...components, { type: 'textfield', key: 'more', label: 'Then', input: true, conditional }],
    })
    for (const who of people) {
      const answer = asData(who)[conditional.when]
      const equal =
        conditional.when === 'boxes'
          ? who.boxes.includes(conditional.eq)
          : Array.isArray(answer)
            ? answer.includes(conditional.eq)
            : String(answer) === conditional.eq
      expect([who, isShown(made, asAnswers(who), 'more')]).toEqual([who, equal === (String(conditional.show) === 'true')])
    }
  })
  await fc.assert(same, { numRuns: 40 })
}, 60_000)

// ——— XGovFormBuilder

const field = (name: string, type: string, operators: readonly string[], values: readonly string[]) =>
  fc.record({
    coordinator: fc.constantFrom('and', 'or'),
    field: fc.constant({ name: `about.${name}`, type, display: name }),
    operator: fc.constantFrom(...operators),
    value: fc.constantFrom(...values).map((value) => ({ type: 'Value', value, display: value })),
  })
const leaf = fc.oneof(
  field('n', 'NumberField', ['is', 'is not', 'is at least', 'is at most', 'is less than', 'is more than'], ['3', '5']),
  field('kind', 'TextField', ['is', 'is not', 'is longer than', 'is shorter than', 'has length'], ['4', '5', 'choir']).filter(
    ({ operator, value }) =>
      operator.startsWith('is') && operator.length < 7 ? value.value === 'choir' : value.value !== 'choir',
  ),
  field('boxes', 'CheckboxesField', ['contains', 'does not contain'], ['a', 'b']),
  field('one', 'RadiosField', ['is', 'is not'], ['x', 'y']),
  field('tick', 'YesNoField', ['is', 'is not'], ['true', 'false']),
  field('day', 'DatePartsField', ['is', 'is not', 'is before', 'is after'], ['2026-01-01']),
)
const { group } = fc.letrec<{ group: { coordinator: string; conditions: unknown[] }; node: unknown }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('group')),
  group: fc.record({
    coordinator: fc.constantFrom('and', 'or'),
    conditions: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
  }),
}))

const list = (name: string, values: readonly string[]) => ({
  name,
  title: name,
  type: 'string',
  items: values.map((value) => ({ text: value, value })),
})
const questions = [
  { name: 'kind', type: 'TextField' },
  { name: 'n', type: 'NumberField' },
  { name: 'one', type: 'RadiosField', list: 'ones' },
  { name: 'boxes', type: 'CheckboxesField', list: 'boxes' },
  { name: 'tick', type: 'YesNoField' },
  { name: 'day', type: 'DatePartsField' },
].map((each) => ({ ...each, title: each.name, options: {}, schema: {} }))

test('XGovFormBuilder: groups in groups, every comparison of every kind of question', async () => {
  const everything = given.filter(({ boxes, ...rest }) => boxes.length > 0 && !Object.values(rest).includes(undefined))
  const same = fc.asyncProperty(group, fc.array(everything, { minLength: 12, maxLength: 12 }), async ({ conditions }, people) => {
    const page = (path: string, components_: object[], next: object[]) => ({ path, title: path, components: components_, next })
    const then = { name: 'more', type: 'TextField', title: 'Then', options: {}, schema: {} }
    const source = {
      startPage: '/ask',
      sections: [{ name: 'about', title: 'About' }],
      lists: [list('ones', ['x', 'y']), list('boxes', ['a', 'b'])],
      conditions: [{ name: 'c', displayName: 'c', value: { name: 'c', conditions } }],
      pages: [
        page('/ask', questions, [{ path: '/then', condition: 'c' }, { path: '/end' }]),
        page('/then', [then], [{ path: '/end' }]),
        page('/end', [{ ...then, name: 'end' }], []),
      ],
    }
    const made = await brought(source)
    for (const who of people) {
      const reached = walkXgov(source, { ...who, tick: who.tick })
      expect([who, isShown(made, { ...asAnswers(who), tick: who.tick }, 'more')]).toEqual([who, reached.includes('/then')])
    }
  })
  await fc.assert(same, { numRuns: 80 })
}, 60_000)
