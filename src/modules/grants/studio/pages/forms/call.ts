import { capitalised } from '#platform/texts/texts.ts'
import { applyTexts } from '../../../application/texts/apply.ts'
import { mandateRoles } from '../../../model.ts'
import type { Input } from '../../rules/inputs.ts'
import { freshKey, valueAt } from '../../rules/paths.ts'
import { callTexts } from '../../texts/inputs-call.ts'
import { districts, questions, schemeParts } from './choices.ts'
import { emptyText, wordsOf } from './words.ts'

const { ask, say } = wordsOf(callTexts)

/** Who can apply. */
export const who: readonly Input[] = [
  {
    kind: 'shape',
    path: 'openedFrom',
    ...ask('openedFrom'),
    choices: [
      { value: 'application', label: say('byApplication'), is: (value) => value === undefined, make: () => undefined },
      { value: 'both', label: say('byBoth'), is: (value) => value === 'both', make: () => 'both' },
      { value: 'budget', label: say('byBudget'), is: (value) => value === 'budget', make: () => 'budget' },
    ],
  },
  { kind: 'check', path: 'applicants.organisations', ...ask('organisations') },
  { kind: 'check', path: 'applicants.persons', ...ask('persons') },
  {
    kind: 'shape',
    path: 'applicants.groups',
    ...ask('groups'),
    choices: [
      { value: 'same', label: say('groupsSame'), is: (value) => value === undefined, make: () => undefined },
      { value: 'yes', label: say('groupsYes'), is: (value) => value === true, make: () => true },
      { value: 'no', label: say('groupsNo'), is: (value) => value === false, make: () => false },
    ],
  },
  { kind: 'check', path: 'applicants.units', ...ask('units'), optional: true },
  {
    kind: 'shape',
    path: 'nomination',
    ...ask('nomination'),
    choices: [
      { value: 'no', label: say('noNomination'), is: (value) => value === undefined, make: () => undefined },
      { value: 'yes', label: say('withNomination'), is: (value) => value !== undefined, make: () => ({}) },
    ],
  },
  {
    kind: 'select',
    path: 'nomination.person',
    ...ask('nominated'),
    choices: (around) => questions(around, 'person', 'organisation'),
    when: (document) => valueAt(document, 'nomination') !== undefined,
  },
  {
    kind: 'select',
    path: 'nomination.email',
    ...ask('nominatedEmail'),
    choices: (around) => questions(around, 'shortText'),
    when: (document) => valueAt(document, 'nomination') !== undefined,
  },
  {
    kind: 'several',
    path: 'applicants.roles',
    ...ask('roles'),
    optional: true,
    choices: mandateRoles.map((role) => ({
      value: role,
      label: {
        nb: capitalised(applyTexts.nb.roles[role]),
        nn: capitalised(applyTexts.nn.roles[role]),
        en: capitalised(applyTexts.en.roles[role]),
      },
    })),
  },
]

/** When one can apply, how much there is, and when the answer comes. */
export const calls: readonly Input[] = [
  { kind: 'number', path: 'answerWithinWeeks', ...ask('answerWithinWeeks'), unit: say('weeks') },
  {
    kind: 'shape',
    path: 'notice',
    ...ask('notice'),
    choices: [
      { value: 'no', label: say('noNotice'), is: (value) => value === undefined, make: () => undefined },
      { value: 'yes', label: say('withNotice'), is: (value) => value !== undefined, make: () => ({ days: 28 }) },
    ],
  },
  {
    kind: 'select',
    path: 'notice.field',
    ...ask('noticeField'),
    choices: (around) => questions(around, 'date', 'period'),
    when: (document) => valueAt(document, 'notice') !== undefined,
  },
  {
    kind: 'number',
    path: 'notice.days',
    ...ask('noticeDays'),
    unit: say('days'),
    when: (document) => valueAt(document, 'notice') !== undefined,
  },
  {
    kind: 'list',
    path: 'rounds',
    ...ask('rounds'),
    one: say('oneRound'),
    add: say('addRound'),
    make: (list) => ({ key: freshKey(list, 'round'), title: emptyText(), graceMinutes: 30, pots: [] }),
    inputs: [
      { kind: 'text3', path: 'title', ...ask('roundTitle'), lines: 1 },
      { kind: 'date', path: 'opens', ...ask('opens') },
      { kind: 'date', path: 'closes', ...ask('closes'), optional: true },
      { kind: 'date', path: 'decisionBy', ...ask('decisionBy'), optional: true },
      { kind: 'number', path: 'graceMinutes', ...ask('graceMinutes'), unit: say('minutes') },
      { kind: 'amount', path: 'potOre', ...ask('potOre'), optional: true },
      {
        kind: 'list',
        path: 'pots',
        ...ask('pots'),
        one: say('onePot'),
        add: say('addPot'),
        make: (list) => ({ key: freshKey(list, 'pot'), title: emptyText() }),
        inputs: [
          { kind: 'text3', path: 'title', ...ask('potTitle'), lines: 1, optional: true },
          { kind: 'amount', path: 'ore', ...ask('potAmount') },
          { kind: 'select', path: 'district', ...ask('potDistrict'), choices: districts, optional: true },
          {
            kind: 'select',
            path: 'part',
            ...ask('potPart'),
            choices: schemeParts,
            optional: true,
            when: (document) => valueAt(document, 'parts') !== undefined,
          },
        ],
      },
    ],
  },
]
