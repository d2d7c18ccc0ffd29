import { describe, expect, test } from 'vitest'
import type { Criterion } from '../../model.ts'
import { impartialityFrom, mayDecide, mayPrepare } from './impartiality.ts'
import { nextSteps, type CaseNow } from './next-steps.ts'
import { faultsOf, outcomeOfAmount, warningsOf } from './recommendation.ts'
import { potsExceeded, readChanges, type KnownCase } from './round-sheet.ts'
import { assessmentFaults, weightedScore } from './score.ts'
import { asCaseNumber, readWorklistFilter, worklistQuery } from './worklist-filter.ts'

const title = { nb: 'x', nn: 'x', en: 'x' }
const criteria: Criterion[] = [
  { key: 'attitudes', title, weight: 30, maxScore: 6 },
  { key: 'effect', title, weight: 40, maxScore: 6 },
  { key: 'action', title, weight: 30, maxScore: 6 },
]
const scores = (...given: number[]) =>
  given.map((score, index) => ({ criterion: criteria[index]?.key ?? '', score, reason: 'Derfor.' }))

describe('The weighted score', () => {
  test.each([
    ['is 100 for the best in everything', [6, 6, 6], 100],
    ['is 0 for nothing in everything', [0, 0, 0], 0],
    ['weighs 30, 40 and 30', [3, 6, 0], 55],
    ['has two decimals', [1, 1, 2], 21.67],
    ['is unknown while a score is missing', [6, 6], undefined],
  ])('%s', (_, given, expected) => expect(weightedScore(criteria, scores(...given))).toBe(expected))

  test('is only finished with every score and every reason, each within its range', () => {
    expect(assessmentFaults(criteria, scores(3, 3), false)).toEqual([])
    expect(assessmentFaults(criteria, scores(3, 3), true).map((fault) => fault.field)).toEqual(['score.action'])
    expect(assessmentFaults(criteria, scores(7, 2.5, 3), false).map((fault) => fault.key)).toEqual(['scoreRange', 'scoreRange'])
    const bare = scores(1, 2, 3).map((each) => ({ ...each, reason: ' ' }))
    expect(assessmentFaults(criteria, bare, true).map((fault) => fault.key)).toEqual(Array(3).fill('scoreReasonMissing'))
  })
})

describe('Impartiality', () => {
  test.each([
    ['not declared', undefined, [], false, false],
    ['impartial', true, [true], true, true],
    ['impartial under a partial superior', true, [true, false], true, false],
    ['partial', false, [], false, false],
    ['not declared under a partial superior', undefined, [false], false, false],
  ])('%s', (_, own, superiors, prepare, decide) => {
    const found = impartialityFrom(own, superiors)
    expect(mayPrepare(found).ok).toBe(prepare)
    expect(mayDecide(found).ok).toBe(decide)
  })
})

describe('A recommendation', () => {
  test.each([
    ['granted', 40_000_00, 'Fordi.', []],
    ['granted', 39_999_00, 'Fordi.', ['onlyPartly']],
    ['partly-granted', 20_000_00, 'Fordi.', []],
    ['partly-granted', 40_000_00, 'Fordi.', ['notPartly']],
    ['granted', 0, 'Fordi.', ['amountMissing']],
    ['refused', 1, 'Fordi.', ['amountOfNothing']],
    ['refused', 0, ' ', ['reasonsMissing']],
    ['dismissed', 0, 'For sent.', []],
  ] as const)('of %s and %i øre: %s', (outcome, ore, reasons, expected) => {
    expect(faultsOf({ outcome, ore, reasons }, 40_000_00).map((fault) => fault.key)).toEqual(expected)
  })

  test('warns above what is applied for, above and below the scheme’s limits, above the formula and above the pot', () => {
    const limits = { appliedOre: 40_000_00, maxOre: 50_000_00, minOre: 5_000_00, calculatedOre: 30_000_00, leftOre: 10_000_00 }
    const warned = (ore: number) => warningsOf({ outcome: 'granted', ore, reasons: '' }, limits).map((warning) => warning.key)
    expect(warned(60_000_00)).toEqual(['aboveApplied', 'aboveMax', 'aboveCalculated', 'abovePot'])
    expect(warned(10_000_00)).toEqual([])
    expect(warned(1_000_00)).toEqual(['belowMin'])
    expect(warned(0)).toEqual([])
  })

  test('of an amount alone is a refusal, partly or whole', () => {
    expect([0, 1, 99, 100, 101].map((ore) => outcomeOfAmount(ore, 100))).toEqual([
      'refused',
      'partly-granted',
      'partly-granted',
      'granted',
      'granted',
    ])
  })
})

describe('A sheet of amounts', () => {
  const known: KnownCase[] = ['2026/1', '2026/2', '2026/3'].map((number, index) => ({
    id: `id-${index}`,
    number,
    applicantName: 'Laget',
    revision: 3,
    editable: index < 2,
    declared: index === 0,
    ore: index === 0 ? 100_00 : undefined,
    reasons: index === 0 ? 'Før.' : '',
    potId: null,
  }))
  const row = (number: string, ore: number | undefined, changes = {}) => ({
    row: 2,
    number,
    ore,
    reasons: 'Etter.',
    revision: 3,
    ...changes,
  })

  test.each([
    ['changes a row that differs', row('2026/1', 200_00), undefined],
    ['does not know a case of another round', row('2026/9', 1_00), 'unknownCase'],
    ['does not overwrite what somebody changed meanwhile', row('2026/1', 200_00, { revision: 2 }), 'changedMeanwhile'],
    ['needs the version', row('2026/1', 200_00, { revision: undefined }), 'noRevision'],
    ['cannot change what is decided', row('2026/3', 200_00), 'notEditable'],
    ['waits for impartiality', row('2026/2', 200_00), 'notDeclared'],
    ['needs reasons', row('2026/1', 200_00, { reasons: ' ' }), 'reasonsMissing'],
    ['takes no negative amount', row('2026/1', -1), 'negative'],
  ] as const)('%s', (_, given, fault) => {
    const read = readChanges([given], known)
    expect(read.faults.map((each) => each.key)).toEqual(fault ? [fault] : [])
    expect(read.changes).toHaveLength(fault ? 0 : 1)
  })

  test('leaves alone what is the same or empty, and refuses a case that stands twice', () => {
    const same = row('2026-1', 100_00, { reasons: 'Før.' })
    expect(readChanges([same, row('2026/2', undefined)], known)).toEqual({ changes: [], faults: [], unchanged: 2 })
    expect(readChanges([row('2026/1', 1_00), row('2026/1', 2_00)], known).faults.map((each) => each.key)).toEqual(['twice'])
  })

  test('is told which pot it would exceed, by how much', () => {
    const { changes } = readChanges([row('2026/1', 600_00)], known)
    const pot = { id: null, name: 'Rammen', totalOre: 1_000_00, usedOre: 400_00, plannedOre: 100_00 }
    expect(potsExceeded([pot], changes)).toEqual([])
    expect(potsExceeded([{ ...pot, usedOre: 500_00 }], changes)).toEqual([{ name: 'Rammen', overOre: 100_00 }])
  })
})

describe('What to do next', () => {
  const now: CaseNow = { status: 'in-review', isOpen: true, caseworkerId: 'maren', hasCriteria: true, ownAssessmentDone: false }
  const maren = { id: 'maren', roles: ['caseworker'] }
  test.each([
    ['a new case is taken first', { ...now, status: 'submitted', caseworkerId: null }, maren, 'not-declared', 'take'],
    ['then impartiality is declared', now, maren, 'not-declared', 'declare'],
    ['then it is assessed', now, maren, 'impartial', 'assess'],
    ['or recommended', { ...now, hasCriteria: false }, maren, 'impartial', 'recommend'],
    ['an auditor does nothing', now, { id: 'rolf', roles: ['auditor'] }, 'not-declared', undefined],
    [
      'a closed case is left',
      { ...now, status: 'closed', isOpen: false },
      { ...maren, roles: ['assessor'] },
      'impartial',
      undefined,
    ],
  ] as const)('%s', (_, given, person, impartiality, first) => {
    expect(nextSteps(given, person, impartiality)[0]).toBe(first)
  })
})

describe('The worklist’s address', () => {
  test('says the same when it is read and written again', () => {
    const id = '0b7c3a52-5d0f-4d52-9f6e-0123456789ab'
    const query = `visning=all&sok=kor+og+korps&ordning=${id}&versjon=2&status=submitted&kanal=paper&sorter=applicant&retning=opp`
    expect(worklistQuery(readWorklistFilter(new URLSearchParams(query)))).toBe(query)
  })

  test('loses what cannot be, and keeps the rest', () => {
    const filter = readWorklistFilter(new URLSearchParams("visning=x&ordning=' or 1=1&status=lost&sorter=id&etter=abc"))
    expect(filter).toMatchObject({ view: 'mine', sort: 'due', descending: false })
    expect([filter.scheme, filter.status, filter.after]).toEqual([undefined, undefined, undefined])
  })

  test.each([
    ['2026/17', '2026/17'],
    [' 2026-17 ', '2026/17'],
    ['17', undefined],
    ['kor 2026/17', undefined],
  ])('%s is the case number %s', (typed, number) => expect(asCaseNumber(typed)).toBe(number))
})
