import { expect, test } from 'vitest'
import { factNames } from '../../scheme/rules/fact-names.ts'
import { sayFinding } from '../texts/findings.ts'
import { checkTexts } from '../texts/checks.ts'
import { asking, extra, field, first, found, number, oneOf, scheme, t3, yesNo } from './checks.testing.ts'
import { factTypes } from './fact-types.ts'
import { findingKeys } from './findings.ts'
import { valueAt } from './paths.ts'

test('nothing stops a sound scheme', () => {
  expect(found(scheme()).filter((each) => each.level === 'stops')).toEqual([])
})

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
