import type { Input } from '../../rules/inputs.ts'
import { freshKey, valueAt } from '../../rules/paths.ts'
import { caseWords } from '../../../review/texts/words.ts'
import { handleTexts } from '../../texts/inputs-handle.ts'
import { units } from './choices.ts'
import { emptyText, wordsOf } from './words.ts'

const { ask, say } = wordsOf(handleTexts)
const outcomes = ['granted', 'partly-granted', 'refused', 'dismissed'] as const
const decidedBy =
  (...who: string[]) =>
  (document: Record<string, unknown>, here: string) =>
    who.includes(String(valueAt(document, `${here}.decidedBy`)))

/** What the application is assessed by. */
export const assessment: readonly Input[] = [
  { kind: 'number', path: 'assessment.assessors', ...ask('assessors') },
  {
    kind: 'list',
    path: 'assessment.criteria',
    ...ask('criteria'),
    one: say('oneCriterion'),
    add: say('addCriterion'),
    make: (list) => ({ key: freshKey(list, 'criterion'), title: emptyText(), maxScore: 5 }),
    inputs: [
      { kind: 'text3', path: 'title', ...ask('criterionTitle'), lines: 1 },
      { kind: 'text3', path: 'help', label: say('criterionHelp'), lines: 2, optional: true },
      { kind: 'number', path: 'weight', ...ask('weight'), unit: say('percent'), decimals: true },
      { kind: 'number', path: 'maxScore', ...ask('maxScore') },
    ],
  },
  { kind: 'sum', list: 'assessment.criteria', of: 'weight', label: say('weightSum'), goal: 100 },
]

/** Who decides amounts of which size. */
export const authority: readonly Input[] = [
  {
    kind: 'list',
    path: 'authority',
    ...ask('authority'),
    one: say('oneBand'),
    add: say('addBand'),
    make: (list) => ({
      key: freshKey(list, 'band'),
      decidedBy: 'delegated',
      roles: ['decision-maker', 'unit-leader'],
      title: emptyText(),
    }),
    inputs: [
      { kind: 'text3', path: 'title', ...ask('bandTitle'), lines: 1 },
      { kind: 'amount', path: 'upToOre', ...ask('upToOre'), optional: true },
      {
        kind: 'select',
        path: 'decidedBy',
        ...ask('decidedBy'),
        choices: [
          { value: 'delegated', label: say('delegated') },
          { value: 'body', label: say('body') },
          { value: 'district-body', label: say('districtBody') },
          { value: 'external', label: say('outside'), help: say('outsideHelp') },
        ],
      },
      { kind: 'select', path: 'body', ...ask('bodyKey'), choices: units('body'), when: decidedBy('body') },
      {
        kind: 'several',
        path: 'roles',
        ...ask('roles'),
        choices: [
          { value: 'caseworker', label: say('caseworker') },
          { value: 'unit-leader', label: say('unitLeader') },
          { value: 'decision-maker', label: say('decisionMaker') },
        ],
        when: decidedBy('delegated'),
      },
    ],
  },
]

/** What applicants read when they get an answer. */
export const letters: readonly Input[] = [
  { kind: 'heading', id: 'letters', ...ask('letters') },
  { kind: 'text3', path: 'letters.granted', ...ask('granted') },
  { kind: 'text3', path: 'letters.partlyGranted', ...ask('partlyGranted') },
  { kind: 'text3', path: 'letters.refused', ...ask('refused') },
  { kind: 'text3', path: 'letters.dismissed', ...ask('dismissed') },
  { kind: 'text3', path: 'letters.appealBody', ...ask('appealBody'), lines: 1 },
  {
    kind: 'list',
    path: 'standardReasons',
    ...ask('standardReasons'),
    one: say('oneReason'),
    add: say('addReason'),
    make: (list) => ({ key: freshKey(list, 'reason'), outcome: 'refused', text: emptyText() }),
    inputs: [
      {
        kind: 'select',
        path: 'outcome',
        ...ask('outcome'),
        choices: outcomes.map((value) => ({
          value,
          label: { nb: caseWords.nb.outcome[value], nn: caseWords.nn.outcome[value], en: caseWords.en.outcome[value] },
        })),
      },
      { kind: 'text3', path: 'text', ...ask('reasonText'), lines: 2 },
    ],
  },
]
