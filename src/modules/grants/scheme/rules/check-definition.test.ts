import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { SchemeDefinition } from '../../model.ts'
import { definitionTexts } from '../texts/definition.ts'
import { checkDefinition } from './check-definition.ts'

const file = path.resolve(import.meta.dirname, '../../../../../schemes/kor-og-korps.json')
const document = (change: (d: SchemeDefinition) => void = () => undefined) => {
  const definition = SchemeDefinition.parse(JSON.parse(readFileSync(file, 'utf8')))
  change(definition)
  return definition
}
const around = { units: new Set(['kultur', 'utvalgKulturIdrett']), districts: new Set<string>() }

test('a sound definition has no faults', () => {
  expect(checkDefinition(document(), around)).toEqual([])
})

const first = <T>(list: readonly T[]): T => {
  const [head] = list
  if (head === undefined) throw new Error('empty')
  return head
}

const cases: [name: string, change: (d: SchemeDefinition) => void, path: string, key: string][] = [
  [
    'a rule that reads an answer nobody gives',
    (d) => (first(d.rules).when = 'answer.membrs >= 10'),
    'rules.0.when',
    'expression',
  ],
  ['a rule that cannot be read', (d) => (first(d.rules).when = 'answer.members >='), 'rules.0.when', 'expression'],
  [
    'a question asked twice under one key',
    (d) => first(d.form.pages).fields.push(first(first(d.form.pages).fields)),
    'form fields',
    'twice',
  ],
  [
    'a payment plan that does not add up for small awards',
    (d) => (first(d.payment.plan).aboveOre = 1_000_000),
    'payment.plan',
    'spanNot100',
  ],
  [
    'an outside body that decides only some amounts',
    (d) => (first(d.authority).decidedBy = 'external'),
    'authority.0.decidedBy',
    'outsideAlone',
  ],
  [
    'an outside body that decides while the municipality pays',
    (d) => (d.authority = [{ ...first(d.authority), decidedBy: 'external' }]),
    'payment.plan',
    'outsidePays',
  ],
  ['a payment plan that does not add up', (d) => (first(d.payment.plan).sharePercent = 90), 'payment.plan', 'sharesNot100'],
  ['weights that do not add up', (d) => (first(d.assessment.criteria).weight = 1), 'assessment.criteria', 'weightsNot100'],
  ['an authority that ends', (d) => (d.authority = d.authority.slice(0, 1)), 'authority.0.upToOre', 'lastBandHasLimit'],
  [
    'a body the municipality does not have',
    (d) => (d.authority[1] = { ...first(d.authority), upToOre: undefined, decidedBy: 'body', body: 'senate' }),
    'authority.1.body',
    'noSuchUnit',
  ],
  ['a deadline before the opening', (d) => (first(d.rounds).closes = '2020-01-01'), 'rounds.0.closes', 'closesBeforeOpens'],
  ['pots larger than the round', (d) => (first(d.rounds).potOre = 1), 'rounds.0.pots', 'potsOverRound'],
  ['a text of spaces', (d) => (d.title.nn = '  '), 'title.nn', 'blankText'],
  ['limits that cross', (d) => (d.amount.minOre = 90_000_000), 'amount', 'limitsCross'],
  ['nobody who may apply', (d) => (d.applicants = { organisations: false, persons: false }), 'applicants', 'noApplicants'],
  ['an amount asked in a question that is not there', (d) => (d.amount.askedIn = 'wish'), 'amount.askedIn', 'noSuchField'],
]

test.each(cases)('found: %s', (_, change, place, key) => {
  const found = checkDefinition(document(change), around)
  expect(found).toContainEqual(expect.objectContaining({ path: place, key }))
  for (const each of found) expect(definitionTexts.nn[each.key](each.data)).not.toContain('undefined')
})
