import type { FieldType } from '../../../model.ts'
import { fileTypes } from '#platform/files/types.ts'
import type { Input, Leaf } from '../../rules/inputs.ts'
import { freshKey } from '../../rules/paths.ts'
import { questionInputTexts } from '../../texts/inputs-question.ts'
import { emptyText, wordsOf } from './words.ts'

const { ask, say } = wordsOf(questionInputTexts)
type Word = Parameters<typeof ask>[0]

/** What is asked about one question of a form. `at` is its place; `inReport`: its conditions may read the report's answers. */
export function questionInputs(at: string, type: FieldType, inReport: boolean): Input[] {
  const own = ownInputs(at, inReport)[type] ?? []
  const about: Input[] = [
    { kind: 'text3', path: `${at}.label`, ...ask('label'), lines: 2 },
    { kind: 'text3', path: `${at}.help`, ...ask('help'), lines: 2, optional: true },
  ]
  if (type === 'info' || type === 'section') return [...about, showIf(at, inReport)]
  if (type === 'calculated') return [...about, ...own, showIf(at, inReport)]
  return [
    ...about,
    ...own,
    { kind: 'check', path: `${at}.required`, ...ask('isRequired') },
    {
      kind: 'condition',
      path: `${at}.requiredIf`,
      ...ask('requiredIf'),
      use: 'shown',
      inReport,
      optional: true,
      none: say('requiredIfNone'),
    },
    showIf(at, inReport),
    {
      kind: 'list',
      path: `${at}.checks`,
      ...ask('checks'),
      one: say('oneCheck'),
      add: say('addCheck'),
      make: () => ({ when: '', message: emptyText() }),
      inputs: [
        { kind: 'condition', path: 'when', ...ask('checkWhen'), use: 'judged', inReport },
        { kind: 'text3', path: 'message', ...ask('checkMessage'), lines: 1 },
      ],
    },
    { kind: 'check', path: `${at}.classified`, ...ask('classified') },
    {
      kind: 'shape',
      path: `${at}.copied`,
      ...ask('copied'),
      choices: [
        { value: 'yes', label: say('yes'), is: (value) => value !== false, make: () => undefined },
        { value: 'no', label: say('no'), is: (value) => value === false, make: () => false },
      ],
    },
  ]
}

/** What is asked about one page. */
export function pageInputs(at: string): Input[] {
  return [
    { kind: 'text3', path: `${at}.title`, ...ask('title'), lines: 1 },
    { kind: 'text3', path: `${at}.intro`, ...ask('intro'), lines: 3, optional: true },
    { kind: 'condition', path: `${at}.showIf`, ...ask('pageShowIf'), use: 'shown', optional: true },
  ]
}

function showIf(at: string, inReport: boolean): Input {
  return { kind: 'condition', path: `${at}.showIf`, ...ask('showIf'), use: 'shown', inReport, optional: true }
}

function ownInputs(at: string, inReport: boolean): Partial<Record<FieldType, Input[]>> {
  const number = (key: string, label: Word, more: Partial<Leaf> = {}): Input =>
    ({ kind: 'number', path: `${at}.${key}`, ...ask(label), optional: true, ...more }) as Input
  const options: Input = {
    kind: 'list',
    path: `${at}.options`,
    ...ask('options'),
    one: say('oneOption'),
    add: say('addOption'),
    make: (list) => ({ key: freshKey(list, 'option'), label: emptyText() }),
    inputs: [{ kind: 'text3', path: 'label', ...ask('optionLabel'), lines: 1 }],
  }
  return {
    shortText: [number('maxLength', 'maxLength')],
    longText: [number('maxLength', 'maxLength')],
    number: [
      number('min', 'min', { decimals: true }),
      number('max', 'max', { decimals: true }),
      number('decimals', 'decimals'),
      { kind: 'text3', path: `${at}.unit`, ...ask('unit'), lines: 1, optional: true },
    ],
    amount: [
      { kind: 'amount', path: `${at}.minOre`, ...ask('min'), optional: true },
      { kind: 'amount', path: `${at}.maxOre`, ...ask('max'), optional: true },
    ],
    percentage: [number('min', 'min', { decimals: true }), number('max', 'max', { decimals: true })],
    date: [
      { kind: 'formula', path: `${at}.earliest`, label: say('earliest'), help: say('dateHelp'), inReport, optional: true },
      { kind: 'formula', path: `${at}.latest`, label: say('latest'), help: say('dateHelp'), inReport, optional: true },
    ],
    oneOf: [options],
    severalOf: [options, number('atMost', 'atMost')],
    district: [{ kind: 'check', path: `${at}.several`, ...ask('several') }],
    budget: [
      {
        kind: 'list',
        path: `${at}.categories`,
        ...ask('categories'),
        one: say('oneCategory'),
        add: say('addCategory'),
        make: (list) => ({ key: freshKey(list, 'line'), side: 'cost', label: emptyText() }),
        inputs: [
          { kind: 'text3', path: 'label', ...ask('optionLabel'), lines: 1 },
          {
            kind: 'select',
            path: 'side',
            ...ask('side'),
            choices: [
              { value: 'cost', label: say('cost') },
              { value: 'income', label: say('income') },
            ],
          },
        ],
      },
      { kind: 'check', path: `${at}.volunteerHours`, ...ask('volunteerHours') },
    ],
    calculated: [
      { kind: 'formula', path: `${at}.value`, ...ask('value'), inReport },
      {
        kind: 'select',
        path: `${at}.format`,
        ...ask('format'),
        choices: [
          { value: 'number', label: say('formatNumber') },
          { value: 'amount', label: say('formatAmount') },
        ],
      },
    ],
    file: [
      number('maxFiles', 'maxFiles'),
      number('maxMegabytes', 'maxMegabytes'),
      { kind: 'check', path: `${at}.photosToPdf`, ...ask('photosToPdf') },
      {
        kind: 'several',
        path: `${at}.accept`,
        ...ask('accepts'),
        optional: true,
        choices: Object.keys(fileTypes).map((value) => ({ value, label: { nb: value, nn: value, en: value } })),
      },
    ],
    declaration: [{ kind: 'text3', path: `${at}.statement`, ...ask('statement'), lines: 3 }],
    table: [
      { kind: 'text3', path: `${at}.rowTitle`, ...ask('rowTitle'), lines: 1 },
      number('minRows', 'minRows'),
      number('maxRows', 'maxRows'),
    ],
  }
}
