import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { SchemeDefinition } from '../../model.ts'
import { factNames } from '../../scheme/rules/fact-names.ts'
import { sayFinding } from '../texts/findings.ts'
import { checkTexts } from '../texts/checks.ts'
import { checkBeforePublishing } from './checks.ts'
import { factTypes } from './fact-types.ts'
import { findingKeys } from './findings.ts'
import type { DraftDocument } from './ops.ts'
import { valueAt } from './paths.ts'

const file = path.resolve(import.meta.dirname, '../../../../../schemes/kor-og-korps.json')
const around = { units: new Set(['kultur', 'utvalgKulturIdrett']), districts: new Set<string>() }
const today = '2026-11-21'
const t3 = (text: string) => ({ nb: text, nn: text, en: text })

type Field = SchemeDefinition['form']['pages'][number]['fields'][number]
const field = (key: string, more: Record<string, unknown>) =>
  ({ key, label: t3(key), required: false, checks: [], classified: false, copied: true, ...more }) as unknown as Field
const yesNo = (key: string, more = {}) => field(key, { type: 'yesNo', ...more })
const number = (key: string, more = {}) => field(key, { type: 'number', decimals: 0, ...more })
const oneOf = (key: string, options: string[], more = {}) =>
  field(key, { type: 'oneOf', options: options.map((each) => ({ key: each, label: t3(each) })), ...more })

function scheme(change: (definition: SchemeDefinition) => void = () => undefined): SchemeDefinition {
  const definition = SchemeDefinition.parse(JSON.parse(readFileSync(file, 'utf8')))
  change(definition)
  return definition
}

function found(definition: unknown, key?: string) {
  const all = checkBeforePublishing(definition as DraftDocument, around, today)
  return key === undefined ? all : all.filter((each) => each.key === key)
}

/** The scheme with these questions on a page of their own. */
const asking = (...fields: Field[]) => scheme((d) => d.form.pages.push({ key: 'extra', title: t3('Extra'), fields }))
const extra = (key: string) => `form.pages[extra].fields[${key}]`

test('nothing stops a sound scheme', () => {
  expect(found(scheme()).filter((each) => each.level === 'stops')).toEqual([])
})

describe('whether a question can ever be shown is found by trying, and said only with proof', () => {
  const kinds = ['a', 'b', 'c']
  const never: [name: string, showIf: string, before: Field[]][] = [
    ['a constant', 'false', []],
    ['two options at once', 'answer.sort = "a" and answer.sort = "b"', [oneOf('sort', kinds)]],
    ['none of the options', 'not(answer.sort in ("a", "b", "c"))', [oneOf('sort', kinds)]],
    ['yes and no', 'answer.open and not(answer.open)', [yesNo('open')]],
    ['a number below its least', 'answer.count < 5', [number('count', { min: 5, max: 9 })]],
    ['no whole number between', 'answer.count > 3 and answer.count < 4', [number('count')]],
    [
      'a chain that bites its tail',
      'answer.n < answer.m and answer.m < answer.k and answer.k < answer.n',
      ['n', 'm', 'k'].map((k) => number(k)),
    ],
    [
      'an option of a list and its absence',
      'list contains(answer.many, "a") and not(list contains(answer.many, "a"))',
      [field('many', { type: 'severalOf', options: kinds.map((key) => ({ key, label: t3(key) })) })],
    ],
    [
      'dates the wrong way',
      'answer.day < date("2026-01-01") and answer.day > date("2026-06-01")',
      [field('day', { type: 'date' })],
    ],
    [
      'an answer that is asked only otherwise',
      'answer.sort = "a" and answer.open',
      [oneOf('sort', kinds), yesNo('open', { showIf: 'answer.sort = "b"' })],
    ],
    [
      'an answer that its own check refuses',
      'answer.count = 7',
      [number('count', { checks: [{ when: 'answer.count < 5', message: t3('x') }] })],
    ],
  ]
  test.each(never)('never: %s', (_name, showIf, before) => {
    expect(found(asking(...before, yesNo('it', { showIf })), 'fieldNeverShown')).toEqual([
      expect.objectContaining({ path: `${extra('it')}.showIf`, level: 'stops' }),
    ])
  })

  const possible: [name: string, showIf: string, before: Field[]][] = [
    ['an option', 'answer.sort = "c"', [oneOf('sort', kinds)]],
    ['either of two', 'answer.sort = "a" or answer.sort = "b"', [oneOf('sort', kinds)]],
    ['nothing answered', 'answer.sort = null', [oneOf('sort', kinds)]],
    ['the least', 'answer.count <= 5', [number('count', { min: 5, max: 9 })]],
    ['between with decimals', 'answer.count > 3 and answer.count < 4', [number('count', { decimals: 1 })]],
    ['a sum', 'answer.n + answer.m > 40', [number('n'), number('m')]],
    ['an age', 'age on(answer.born, today) < 18', [field('born', { type: 'date' })]],
    ['money', 'budget.cost >= kr(200000)', []],
    ['a default', 'with default(answer.count, 3) = 3', [number('count', { min: 5 })]],
    [
      'an answer that is asked in the same case',
      'answer.sort = "b" and answer.open',
      [oneOf('sort', kinds), yesNo('open', { showIf: 'answer.sort = "b"' })],
    ],
    [
      'what cannot be counted through',
      'string length(answer.words) = 4321',
      [field('words', { type: 'shortText', maxLength: 200 })],
    ],
  ]
  test.each(possible)('possible, or not proven impossible: %s', (_name, showIf, before) => {
    expect(found(asking(...before, yesNo('it', { showIf }))).filter((each) => each.level === 'stops')).toEqual([])
  })

  test('what cannot be shown either way is said to be that, and stops nothing', () => {
    const definition = asking(
      field('words', { type: 'shortText', maxLength: 200 }),
      yesNo('it', { showIf: 'string length(answer.words) = 4321' }),
    )
    expect(found(definition, 'notProven')).toEqual([expect.objectContaining({ path: `${extra('it')}.showIf`, level: 'advises' })])
  })

  test('a page, a required question, a column and what stands under a heading', () => {
    expect(
      found(
        scheme((d) => ((d.form.pages.at(-1) as { showIf?: string }).showIf = 'false')),
        'pageNeverShown',
      ),
    ).toHaveLength(1)
    expect(found(asking(yesNo('it', { showIf: 'false', required: true })), 'requiredNeverShown')).toHaveLength(1)
    const table = field('rows', {
      type: 'table',
      rowTitle: t3('Row'),
      minRows: 0,
      maxRows: 3,
      fields: [yesNo('x', { showIf: 'false' })],
    })
    expect(found(asking(table), 'columnNeverShown')).toHaveLength(1)
    const under = asking(field('head', { type: 'section', showIf: 'false' }), yesNo('it'))
    expect(found(under, 'fieldNeverShown').map((each) => each.path)).toContain(`${extra('it')}.showIf`)
  })

  test('a hundred questions and sixty conditions are counted through in bounded work', () => {
    const fields = Array.from({ length: 100 }, (_none, index) =>
      index % 5 < 2
        ? oneOf(`q${index}`, kinds)
        : yesNo(`q${index}`, { showIf: `answer.q${index - (index % 5)} = "a" and answer.q${index - (index % 5) + 1} != "b"` }),
    )
    const pages = [0, 1].map((half) => ({
      key: `half${half}`,
      title: t3('Page'),
      fields: fields.slice(half * 50, half * 50 + 50),
    }))
    expect(found(scheme((d) => d.form.pages.push(...pages))).filter((each) => each.level === 'stops')).toEqual([])
  })
})

const first = <T>(list: readonly T[]): T => {
  const [head] = list
  if (head === undefined) throw new Error('empty')
  return head
}

const cases: [name: string, definition: unknown, key: string, path: string][] = [
  [
    'a rule nobody can meet',
    scheme((d) => (first(d.rules).when = 'answer.members < 0')),
    'ruleNeverMet',
    'rules[inVoluntaryRegister].when',
  ],
  ['a rule everybody meets', scheme((d) => (first(d.rules).when = 'true')), 'ruleNeverFails', 'rules[inVoluntaryRegister].when'],
  [
    'a rule that decides nothing',
    scheme((d) => (first(d.rules).when = 'if answer.members = null then null else null')),
    'ruleNeverDecides',
    'rules[inVoluntaryRegister].when',
  ],
  [
    'a check no answer passes',
    asking(yesNo('it', { checks: [{ when: 'answer.it = null', message: t3('x') }] })),
    'checkNeverPasses',
    `${extra('it')}.checks[0].when`,
  ],
  [
    'an option that is never allowed',
    asking(oneOf('it', ['a', 'b'], { checks: [{ when: 'answer.it != "b"', message: t3('x') }] })),
    'optionNeverAllowed',
    `${extra('it')}.options[b]`,
  ],
  [
    'a requirement that never applies',
    asking(yesNo('it', { requiredIf: 'answer.members < 0' })),
    'neverRequired',
    `${extra('it')}.requiredIf`,
  ],
  ['a misspelt fact', asking(yesNo('it', { showIf: 'answer.membrs > 3' })), 'expression', `${extra('it')}.showIf`],
  [
    'an expression that is not finished',
    asking(yesNo('it', { showIf: 'answer.members >' })),
    'expression',
    `${extra('it')}.showIf`,
  ],
  ['a text compared with a number', asking(yesNo('it', { showIf: 'answer.kind > 3' })), 'wrongTypes', `${extra('it')}.showIf`],
  ['a number as a condition', asking(yesNo('it', { showIf: 'answer.members + 1' })), 'wrongResult', `${extra('it')}.showIf`],
  [
    'an option that is not there',
    asking(yesNo('it', { showIf: 'answer.kind = "chorus"' })),
    'noSuchOption',
    `${extra('it')}.showIf`,
  ],
  [
    'a condition on a later question',
    asking(yesNo('it', { showIf: 'answer.after' }), yesNo('after')),
    'asksLater',
    `${extra('it')}.showIf`,
  ],
  ['a condition on itself', asking(yesNo('it', { showIf: 'answer.it' })), 'readsItself', `${extra('it')}.showIf`],
  [
    'sums that go in a circle',
    asking(
      ...['x', 'y'].map((key) =>
        field(key, { type: 'calculated', format: 'number', value: `answer.${key === 'x' ? 'y' : 'x'} + 1` }),
      ),
    ),
    'circle',
    `${extra('x')}.value`,
  ],
  ['limits that cross', asking(number('it', { min: 5, max: 3 })), 'limitsLeaveNothing', extra('it')],
  [
    'a page without questions',
    scheme((d) => d.form.pages.push({ key: 'extra', title: t3('Extra'), fields: [] })),
    'pageEmpty',
    'form.pages[extra]',
  ],
  ['no amount at all', scheme((d) => (d.amount = { steps: [], roundDownToOre: 100 })), 'noAmount', 'amount.askedIn'],
  [
    'a share of a budget nobody makes',
    scheme((d) => d.form.pages.forEach((page) => (page.fields = page.fields.filter((each) => each.type !== 'budget')))),
    'shareNeedsBudget',
    'amount.maxShareOfCost',
  ],
  [
    'less in the pot than the least',
    scheme((d) => Object.assign(first(d.rounds), { potOre: 100, pots: [] })),
    'minOverPot',
    `rounds[${first(scheme().rounds).key}].potOre`,
  ],
  [
    'payment after a report that is never asked for',
    scheme((d) => {
      d.report = undefined
      first(d.payment.plan).releaseOn = 'report-approved'
    }),
    'paidAfterReportWithoutReport',
    `payment.plan[${first(scheme().payment.plan).key}].releaseOn`,
  ],
  [
    'an answer before the deadline',
    scheme((d) => (first(d.rounds).decisionBy = first(d.rounds).opens)),
    'decisionBeforeDeadline',
    `rounds[${first(scheme().rounds).key}].decisionBy`,
  ],
  ['rounds that are all over', scheme((d) => (d.rounds = d.rounds.slice(0, 1))), 'roundsOver', 'rounds'],
  ['a field nobody fills in', scheme((d) => (d.letters.granted.nn = 'Du får {beløp} kr.')), 'placeholder', 'letters.granted.nn'],
  ['no reason for refusing', scheme((d) => (d.standardReasons = [])), 'noReason', 'standardReasons'],
  ['shares that do not add up', scheme((d) => (first(d.payment.plan).sharePercent = 3)), 'sharesNot100', 'payment.plan'],
  [
    'assessors with nothing to assess',
    scheme((d) => (d.assessment = { criteria: [], assessors: 2 })),
    'assessorsWithoutCriteria',
    'assessment.criteria',
  ],
  ['shown longer than kept', scheme((d) => (d.publicity.years = 20)), 'publishedLongerThanKept', 'publicity.years'],
  [
    'names of persons',
    scheme((d) => {
      d.applicants.persons = true
      d.publicity.persons = 'name'
    }),
    'personsNamed',
    'publicity.persons',
  ],
  ['a text in one language twice', scheme((d) => (d.purpose.en = d.purpose.nb)), 'sameInTwoLanguages', 'purpose.en'],
  ['bokmål where nynorsk should stand', scheme((d) => (d.purpose.nn = 'Vi støtter ikke dette.')), 'otherLanguage', 'purpose.nn'],
  [
    'a missing language',
    { ...scheme(), purpose: { nb: 'Vi støtter kor.', nn: '', en: 'We support choirs.' } },
    'languageMissing',
    'purpose.nn',
  ],
  ['no evaluation', { ...scheme(), evaluation: undefined }, 'elementMissing', 'evaluation'],
  ['no goals', { ...scheme(), goals: [] }, 'elementMissing', 'goals'],
  ['nothing that is followed up', { ...scheme(), report: undefined, conditions: [] }, 'elementMissing', 'report'],
  ['a purpose of three letters', { ...scheme(), purpose: t3('Kor') }, 'elementThin', 'purpose'],
  ['nobody chose how long to keep', { ...scheme(), retentionYears: undefined }, 'retentionNotChosen', 'retentionYears'],
]

test.each(cases)('found: %s', (_name, definition, key, place) => {
  const all = found(definition, key)
  expect(all.map((each) => each.path)).toContain(place)
  for (const each of all)
    for (const lang of ['nb', 'nn', 'en'] as const) expect(sayFinding(each, lang)).not.toMatch(/undefined|NaN|\[object/)
})

test('what is wrong in an expression is told with its place and the name that was meant', () => {
  const [each] = found(asking(yesNo('it', { showIf: 'answer.kind = null and answer.membrs > 3' })), 'expression')
  expect(each?.data).toMatchObject({ word: 'answer.membrs', from: 23, to: 37 - 1, meant: 'answer.members' })
})

test('a document with next to nothing is told what is missing, once for each place', () => {
  const all = found({ format: 1, title: { nb: 'Ny ordning' } })
  expect(all.filter((each) => each.path === 'purpose')).toHaveLength(1)
  expect(all.filter((each) => each.key === 'elementMissing').map((each) => each.data['element'])).toEqual([
    'goal',
    'attainment',
    'award',
    'control',
    'evaluation',
  ])
  for (const each of all) expect(sayFinding(each, 'nb')).not.toMatch(/undefined/)
})

test('while a text is missing in one language, what else is wrong is told already', () => {
  const definition = scheme((d) => (first(d.payment.plan).sharePercent = 3))
  const all = found({ ...definition, purpose: { nb: 'Vi støtter kor.', nn: '', en: 'We support choirs.' } })
  expect(all.map((each) => each.key)).toEqual(expect.arrayContaining(['languageMissing', 'sharesNot100']))
})

test('no document, however broken, breaks the checks', () => {
  const broken = [
    {},
    { form: 3 },
    { form: { pages: [null, { fields: [7, { type: 'table', fields: 'x' }] }] } },
    { rules: [{ when: '((((' }] },
    { amount: { steps: [{ key: 'a', value: 'step.a' }] }, parts: [{}] },
  ]
  for (const each of broken) expect(found(each).length).toBeGreaterThan(0)
})

test('a scheme in parts is looked at part by part, and told at the place where it stands', () => {
  const part = (key: string, showIf: string) => ({
    key,
    title: t3(key),
    description: t3(key),
    rules: [],
    pages: [{ key: `${key}Page`, title: t3(key), fields: [yesNo(`${key}It`, { showIf })] }],
  })
  const definition = scheme((d) => (d.parts = [part('one', 'false'), part('two', 'application.part = "two"')]))
  expect(found(definition, 'fieldNeverShown').map((each) => each.path)).toEqual([
    'parts[one].pages[onePage].fields[oneIt].showIf',
  ])
})

test('who decides what one part never gives is not called idle while another part gives it', () => {
  const part = (key: string, maxOre: number) => ({
    key,
    title: t3(key),
    description: t3(key),
    pages: [],
    rules: [],
    amount: { maxOre, steps: [], roundDownToOre: 100 },
  })
  const giving = (...most: number[]) => scheme((d) => (d.parts = most.map((ore, index) => part(`part${index}`, ore))))
  expect(found(giving(5_000_000, 25_000_000), 'bandNeverUsed')).toEqual([])
  expect(found(giving(5_000_000, 6_000_000), 'bandNeverUsed').map((each) => each.path)).toContain('authority[committee]')
})

test('every place that is told is a place of the document, or one where something should stand', () => {
  const definition = asking(
    yesNo('it', { showIf: 'answer.membrs > 3', checks: [{ when: 'answer.it = null', message: t3('x') }] }),
  )
  for (const each of found(definition)) {
    const parent = each.path.replace(/(\.[a-zA-Z]+|\[[^\]]*\])$/, '')
    expect(valueAt(definition, each.path) ?? valueAt(definition, parent)).toBeDefined()
  }
})

test('every kind of finding has its sentence, and every fact a type', () => {
  const elsewhere = new Set(['missing', 'tooSmall', 'tooLarge', 'unknownPart', 'notUsable'])
  expect(Object.keys(checkTexts.nb).toSorted()).toEqual(findingKeys.filter((key) => !elsewhere.has(key)).toSorted())
  const definition = scheme()
  const types = factTypes(definition)
  expect([...factNames(definition)].filter((name) => !types.has(name))).toEqual([])
})
