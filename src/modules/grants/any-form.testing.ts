import fc from 'fast-check'
import { shipped } from './application/choir.testing.ts'
import { SchemeDefinition } from './model.ts'

/** For tests: any form that the schema accepts, and anything that may be typed in it. */

const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((each) => ({ nb: each, nn: each, en: `${each}.` }))
const key = fc.stringMatching(/^[a-c][a-zA-Z0-9]{0,4}$/)
const condition = fc.constantFrom(
  'true',
  'false',
  'answer.a = 1',
  'answer.b',
  'answer.c = "x"',
  'not(answer.c)',
  'is defined(answer.a)',
  'is defined(answer.b)',
  'budget.cost > 0',
  'amount.applied < 10',
  '1 / 0 = 1',
  'application.part = "first"',
)
const common = fc.record(
  {
    help: label,
    required: fc.boolean(),
    showIf: condition,
    requiredIf: condition,
    classified: fc.boolean(),
    copied: fc.boolean(),
    checks: fc.array(fc.record({ when: condition, message: label }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
)
const options = fc.uniqueArray(fc.record({ key, label }), { selector: (each) => each.key, minLength: 2, maxLength: 8 })
const day = fc.constantFrom('today', 'add days(today, 3)', 'answer.b', 'date("2026-11-11")')
const some = (own: Record<string, fc.Arbitrary<unknown>>) => fc.record(own, { requiredKeys: [] })

const shapes: Record<string, fc.Arbitrary<object>> = {
  shortText: some({ maxLength: fc.integer({ min: 1, max: 500 }) }),
  longText: some({ maxLength: fc.integer({ min: 1, max: 20_000 }) }),
  number: some({
    decimals: fc.integer({ min: 0, max: 4 }),
    min: fc.integer({ min: -9, max: 9 }),
    max: fc.integer({ min: 0, max: 99 }),
    unit: label,
  }),
  amount: some({ minOre: fc.nat(), maxOre: fc.nat() }),
  percentage: some({ min: fc.integer({ min: -9, max: 9 }), max: fc.integer({ min: 0, max: 99 }) }),
  date: some({ earliest: day, latest: day }),
  period: fc.constant({}),
  yesNo: fc.constant({}),
  oneOf: fc.record({ options }),
  severalOf: fc.record({ options, atMost: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: ['options'] }),
  person: fc.constant({}),
  organisation: fc.constant({}),
  address: fc.constant({}),
  district: some({ several: fc.boolean() }),
  bankAccount: fc.constant({}),
  calculated: fc.record({
    value: fc.constantFrom('1 + 1', 'answer.a', 'budget.cost', '"text"', 'today', '1 / 3'),
    format: fc.constantFrom('number', 'amount'),
  }),
  declaration: fc.record({ statement: label }),
  info: fc.constant({}),
}
const outsideRows: Record<string, fc.Arbitrary<object>> = {
  section: fc.constant({}),
  budget: fc.record({
    categories: fc.uniqueArray(fc.record({ key, side: fc.constantFrom('income', 'cost'), label }), {
      selector: (each) => each.key,
      minLength: 2,
      maxLength: 4,
    }),
    volunteerHours: fc.boolean(),
  }),
  file: some({
    maxFiles: fc.integer({ min: 1, max: 20 }),
    maxMegabytes: fc.integer({ min: 1, max: 50 }),
    photosToPdf: fc.boolean(),
    accept: fc.uniqueArray(fc.constantFrom('pdf', 'jpeg', 'png', 'xlsx', 'docx'), { minLength: 1 }),
  }),
}

function questions(kinds: Record<string, fc.Arbitrary<object>>): fc.Arbitrary<object & { key: string }> {
  return fc
    .constantFrom(...Object.keys(kinds))
    .chain((type) =>
      fc
        .tuple(key, label, common, kinds[type] ?? fc.constant({}))
        .map(([name, words, base, own]) => ({ type, key: name, label: words, ...base, ...own })),
    )
}

const columns = fc.uniqueArray(questions(shapes), { selector: (each) => each.key, minLength: 1, maxLength: 3 })
const table = fc
  .tuple(key, label, common, columns, some({ minRows: fc.integer({ min: 0, max: 2 }), maxRows: fc.integer({ min: 1, max: 4 }) }))
  .map(([name, words, base, fields, rows]) => ({
    type: 'table',
    key: name,
    label: words,
    ...base,
    rowTitle: words,
    fields,
    ...rows,
  }))

/** Questions with keys of their own; the first three have the keys that conditions read. */
const fields = fc
  .array(
    fc.oneof(
      { weight: 7, arbitrary: questions(shapes) },
      { weight: 3, arbitrary: questions(outsideRows) },
      { weight: 2, arbitrary: table },
    ),
    { minLength: 3, maxLength: 12 },
  )
  .map((all) => all.map((field, index) => ({ ...field, key: ['a', 'b', 'c'][index] ?? `q${index}` })))

const choirs = shipped('kor-og-korps')

const planBySize = [
  { key: 'all', title: choirs.title, sharePercent: 100, releaseOn: 'notified', upToOre: 5_000_000 },
  { key: 'first', title: choirs.title, sharePercent: 80, releaseOn: 'notified', aboveOre: 5_000_000 },
  { key: 'last', title: choirs.title, sharePercent: 20, releaseOn: 'report-approved', aboveOre: 5_000_000 },
]

/** Schemes with any form: one to three pages, with or without parts, with any questions in the report. */
export const anyScheme: fc.Arbitrary<SchemeDefinition> = fc
  .record({
    fields,
    report: fields,
    inParts: fc.boolean(),
    pageIf: fc.option(condition, { nil: undefined }),
    pages: fc.integer({ min: 1, max: 3 }),
    paidBySize: fc.boolean(),
    own: some({
      openedFrom: fc.constant('both'),
      nomination: fc.constant({ person: 'a', email: 'b' }),
      applicants: fc.constant({ ...choirs.applicants, units: true }),
      authority: fc.constant([{ key: 'county', decidedBy: 'external', title: choirs.title }]),
    }),
  })
  .map(({ fields: all, report, inParts, pageIf, pages: count, paidBySize, own }) => {
    const each = Math.ceil(all.length / count)
    const pages = Array.from({ length: count }, (_, page) => ({
      key: `page${page}`,
      title: choirs.title,
      fields: all.slice(page * each, (page + 1) * each),
      ...(page > 0 && pageIf ? { showIf: pageIf } : {}),
    }))
    const parts = [
      { key: 'first', title: choirs.title, description: choirs.summary, pages: pages.slice(1) },
      { key: 'second', title: choirs.title, description: choirs.summary },
    ]
    const asked = all.find((field) => 'type' in field && field.type === 'amount')?.key
    return SchemeDefinition.parse({
      ...choirs,
      ...own,
      rules: [],
      form: { ...choirs.form, pages: inParts ? pages.slice(0, 1) : pages },
      amount: asked === undefined ? {} : { askedIn: asked },
      report: { ...choirs.report, fields: report },
      payment: { ...choirs.payment, plan: paidBySize ? planBySize : choirs.payment.plan },
      ...(inParts ? { parts } : {}),
    })
  })

/** What people type in a field of text: right in some field, wrong in others, and nonsense. */
export const anyTyped: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('1', '12,3456', '-3', '1.250', '1 250,5', '0,0001', '12 500,-', '99.999', '33,333333 %'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('2026-11-10', '1. mai 2027', '31.02.2027', '8601.11.17947', '313 130 002', '0150', '0'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', ' ', '  mange ', 'x', '\n\nto linjer\n', '"><b>', '=1+1', '​', '__proto__', 'e\u0301'),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
)

/** What may stand in a draft: right answers, answers to what the question was before, and nonsense. */
export const anyAnswer = fc.oneof(
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
