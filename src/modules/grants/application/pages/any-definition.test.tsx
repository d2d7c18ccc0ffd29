import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SchemeDefinition, type Answers } from '../../model.ts'
import { choirAround, shipped } from '../choir.testing.ts'
import { frozenApplication } from '../frozen-application.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { copyAnswers } from '../rules/copy-answers.ts'
import { listFields } from '../rules/fields.ts'
import { workOutForm } from '../rules/form-state.ts'
import { sentAnswers } from '../rules/sent-answers.ts'
import { validateForm } from '../rules/validate.ts'
import { describeProblem } from '../texts/problems.ts'
import type { Asking } from './asking.ts'
import { Questions } from './questions.tsx'

const text = fc.string({ minLength: 1, maxLength: 12 }).map((each) => ({ nb: each, nn: each, en: each }))
const key = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,6}$/)
const condition = fc.constantFrom(
  'true',
  'false',
  'answer.a = 1',
  'answer.b',
  'not(answer.c)',
  'budget.cost > 0',
  'amount.applied < 10',
  '1 / 0 = 1',
  'is defined(answer.a)',
)
const common = fc.record(
  {
    help: text,
    required: fc.boolean(),
    showIf: condition,
    requiredIf: condition,
    classified: fc.boolean(),
    copied: fc.boolean(),
    checks: fc.array(fc.record({ when: condition, message: text }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
)
const options = fc.uniqueArray(fc.record({ key, label: text }), { selector: (each) => each.key, minLength: 2, maxLength: 8 })
const shapes: Record<string, fc.Arbitrary<object>> = {
  shortText: fc.constant({}),
  longText: fc.constant({}),
  number: fc.record({ decimals: fc.integer({ min: 0, max: 4 }), min: fc.integer({ min: -9, max: 9 }) }),
  amount: fc.constant({}),
  percentage: fc.constant({}),
  date: fc.record({ earliest: fc.constantFrom('today', 'add days(today, 3)', 'answer.b') }),
  period: fc.constant({}),
  yesNo: fc.constant({}),
  oneOf: fc.record({ options }),
  severalOf: fc.record({ options, atMost: fc.integer({ min: 1, max: 3 }) }),
  person: fc.constant({}),
  organisation: fc.constant({}),
  address: fc.constant({}),
  district: fc.record({ several: fc.boolean() }),
  bankAccount: fc.constant({}),
  calculated: fc.record({
    value: fc.constantFrom('1 + 1', 'answer.a', 'budget.cost'),
    format: fc.constantFrom('number', 'amount'),
  }),
  declaration: fc.record({ statement: text }),
  info: fc.constant({}),
}
const section = fc.tuple(key, text, common).map(([name, label, base]) => ({ type: 'section', key: name, label, ...base }))
const budget = fc.record({
  categories: fc.uniqueArray(fc.record({ key, side: fc.constantFrom('income', 'cost'), label: text }), {
    selector: (each) => each.key,
    minLength: 2,
    maxLength: 5,
  }),
  volunteerHours: fc.boolean(),
})
const plain = fc
  .constantFrom(...Object.keys(shapes))
  .chain((type) =>
    fc
      .tuple(key, text, common, shapes[type] ?? fc.constant({}))
      .map(([name, label, base, own]) => ({ type, key: name, label, ...base, ...own })),
  )
const table = fc
  .tuple(key, text, common, fc.uniqueArray(plain, { selector: (each) => each.key, minLength: 1, maxLength: 3 }))
  .map(([name, label, base, fields]) => ({ type: 'table', key: name, label, ...base, rowTitle: label, fields }))
const whole = fc.oneof(
  { weight: 6, arbitrary: plain },
  { weight: 2, arbitrary: section },
  { weight: 1, arbitrary: table },
  {
    weight: 1,
    arbitrary: fc
      .tuple(key, text, common, budget)
      .map(([name, label, base, own]) => ({ type: 'budget', key: name, label, ...base, ...own })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(key, text, common)
      .map(([name, label, base]) => ({ type: 'file', key: name, label, ...base, photosToPdf: true })),
  },
)
const choirs = shipped('kor-og-korps')
const definitions = fc
  .tuple(fc.uniqueArray(whole, { selector: (each) => each.key, minLength: 1, maxLength: 8 }), fc.boolean())
  .map(([fields, inParts]) => {
    const own = { key: 'one', title: choirs.title, fields }
    const parts = [
      { key: 'first', title: choirs.title, description: choirs.summary, pages: [own] },
      { key: 'second', title: choirs.title, description: choirs.summary },
    ]
    const pages = inParts ? [{ key: 'common', title: choirs.title, fields: [] }] : [own]
    const parsed = SchemeDefinition.parse({
      ...choirs,
      rules: [],
      form: { ...choirs.form, pages },
      amount: { roundDownToOre: 100 },
      ...(inParts ? { parts } : {}),
    })
    return forPart(parsed, inParts ? 'first' : null)
  })

// What may stand in a draft: right answers, answers to what the question was before, and nonsense.
const answer = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
  fc.constant({ from: '2026-01-01', to: 'x' }),
  fc.constant({ name: 'A', number: '1' }),
  fc.constant({
    lines: [
      { side: 'cost', category: 'x', label: '', ore: 5 },
      { side: 'income', category: '', label: 'b', ore: 0, typed: 'mye' },
    ],
  }),
  fc.constant([{ a: 1 }, {}]),
  fc.constant({}),
)
const filled = definitions.chain((definition) =>
  fc.tuple(
    fc.constant(definition),
    fc.tuple(
      ...listFields(definition).map(({ field }) =>
        fc.option(answer, { nil: undefined }).map((value) => [field.key, value] as const),
      ),
    ),
  ),
)

test('any form that the schema accepts, with anything in it, is worked out, judged, shown and frozen', () => {
  const sound = fc.property(filled, fc.constantFrom('nb' as const, 'nn' as const, 'en' as const), ([definition, given], lang) => {
    const answers = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Answers
    const before = JSON.stringify(answers)
    const state = workOutForm(definition, answers, choirAround)
    const problems = validateForm(definition, answers, state, { districts: ['sentrum'] })
    const ask: Asking = {
      lang,
      definition,
      answers,
      state,
      districts: [{ id: '1', key: 'sentrum', name: 'Sentrum' }],
      attachments: [],
      errors: new Map(problems.map((problem) => [problem.name, describeProblem(problem, problem.field, lang)])),
      markOf: () => ({ text: 'Hentet', changed: false }),
      fileHref: () => '/',
      storedElsewhere: new Map(),
    }
    for (const page of definition.form.pages) String(<Questions ask={ask} fields={page.fields} />)
    const sent = sentAnswers(definition, answers, state)
    copyAnswers(definition, answers)
    frozenApplication(
      {
        caseId: '1',
        caseNumber: '2026/1',
        caseTitle: '',
        applicantName: 'A',
        schemeId: '',
        versionId: '',
        roundId: '',
        definition,
        answers: sent,
        senderId: '',
        senderName: 'B',
        organisation: null,
        mandate: null,
        appliedOre: 0,
        calculatedOre: null,
        amountLines: [],
        points: null,
        budgetIncomeOre: 0,
        budgetCostOre: 0,
        submittedAt: new Date(0),
        channel: 'digital',
        lateReason: null,
        language: lang,
        files: [],
        districts: [],
      },
      { name: 'Fjordvik', organisation_number: null },
      lang,
    )
    const told = problems.every((problem) => describeProblem(problem, 'x', lang) !== '')
    const kept = JSON.stringify(answers) === before
    return told && kept && Object.keys(sent).every((each) => !state.hidden.has(each))
  })
  expect(fc.check(sound, { numRuns: 150 })).toMatchObject({ failed: false, counterexample: null })
})
