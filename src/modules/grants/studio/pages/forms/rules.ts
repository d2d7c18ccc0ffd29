import { formFieldsIn } from '../../rules/fields-in.ts'
import { isAsked, join, type Input } from '../../rules/inputs.ts'
import { freshKey, isRecord, valueAt } from '../../rules/paths.ts'
import { isText3 } from '../../rules/texts3.ts'
import { ruleInputTexts } from '../../texts/inputs-rules.ts'
import { emptyText, wordsOf } from './words.ts'

const { ask, say } = wordsOf(ruleInputTexts)

/** The rules an application is held against. */
export const rules: readonly Input[] = [
  {
    kind: 'list',
    path: 'rules',
    ...ask('rules'),
    one: say('oneRule'),
    add: say('addRule'),
    make: (list) => ({
      key: freshKey(list, 'rule'),
      title: emptyText(),
      when: '',
      outcomes: { meets: emptyText(), fails: emptyText(), unknown: emptyText() },
      source: '',
      ifFails: 'inform',
    }),
    inputs: [
      { kind: 'text3', path: 'title', ...ask('ruleTitle'), lines: 1 },
      { kind: 'condition', path: 'when', ...ask('when'), use: 'judged' },
      { kind: 'text3', path: 'outcomes.meets', ...ask('meets'), lines: 2 },
      { kind: 'text3', path: 'outcomes.fails', ...ask('fails'), lines: 2 },
      { kind: 'text3', path: 'outcomes.unknown', ...ask('unknown'), lines: 2 },
      { kind: 'text', path: 'source', ...ask('source'), size: 60 },
      {
        kind: 'select',
        path: 'ifFails',
        ...ask('ifFails'),
        choices: [
          { value: 'inform', label: say('inform') },
          { value: 'propose-refusal', label: say('proposeRefusal') },
          { value: 'propose-dismissal', label: say('proposeDismissal') },
        ],
      },
    ],
  },
]

const kroner = (kr: number) => ({ value: String(kr * 100), label: { nb: `${kr} kr`, nn: `${kr} kr`, en: `NOK ${kr}` } })

/** How much is given. */
export const amount: readonly Input[] = [
  {
    kind: 'select',
    path: 'amount.askedIn',
    ...ask('askedIn'),
    optional: true,
    choices: ({ document }) =>
      formFieldsIn(document).flatMap(({ key, type, table, field }) =>
        type === 'amount' && !table && isText3(field['label'])
          ? [{ value: key, label: { nb: '', nn: '', en: '', ...field['label'] } }]
          : [],
      ),
  },
  { kind: 'amount', path: 'amount.minOre', ...ask('minOre'), optional: true },
  { kind: 'amount', path: 'amount.maxOre', ...ask('maxOre'), optional: true },
  {
    kind: 'number',
    path: 'amount.maxShareOfCost',
    ...ask('maxShareOfCost'),
    unit: say('percent'),
    decimals: true,
    optional: true,
  },
  {
    kind: 'select',
    path: 'amount.roundDownToOre',
    ...ask('roundDownToOre'),
    numbers: true,
    choices: [1, 10, 100, 500, 1000].map(kroner),
  },
  {
    kind: 'list',
    path: 'amount.steps',
    ...ask('steps'),
    one: say('oneStep'),
    add: say('addStep'),
    make: (list) => ({ key: freshKey(list, 'step'), label: emptyText(), value: '' }),
    inputs: [
      { kind: 'text3', path: 'label', ...ask('stepLabel'), lines: 1 },
      { kind: 'formula', path: 'value', ...ask('stepValue') },
    ],
  },
  {
    kind: 'shape',
    path: 'amount.allocation',
    ...ask('allocation'),
    choices: [
      { value: 'none', label: say('allocationNone'), is: (value) => value === undefined, make: () => undefined },
      {
        value: 'proportional',
        label: say('proportional'),
        is: isMethod('proportional'),
        make: () => ({ method: 'proportional' }),
      },
      {
        value: 'per-point',
        label: say('perPoint'),
        is: isMethod('per-point'),
        make: () => ({ method: 'per-point', points: '' }),
      },
    ],
  },
  {
    kind: 'formula',
    path: 'amount.allocation.points',
    ...ask('points'),
    when: (document, here) => valueAt(document, join(here, 'amount.allocation.method')) === 'per-point',
  },
]

/** One scheme in parts: each with its own pages in the form, its own rules, and its own amount where it differs. */
export const parts: readonly Input[] = [
  {
    kind: 'list',
    path: 'parts',
    ...ask('parts'),
    optional: true,
    one: say('onePart'),
    add: say('addPart'),
    make: (list) => ({ key: freshKey(list, 'part'), title: emptyText(), description: emptyText(), pages: [], rules: [] }),
    inputs: [
      { kind: 'text3', path: 'title', ...ask('partTitle'), lines: 1 },
      { kind: 'text3', path: 'description', ...ask('partDescription'), lines: 3 },
      {
        kind: 'shape',
        path: 'amount',
        ...ask('partAmount'),
        choices: [
          { value: 'common', label: say('partAmountCommon'), is: (value) => value === undefined, make: () => undefined },
          { value: 'own', label: say('partAmountOwn'), is: isRecord, make: () => ({ steps: [], roundDownToOre: 100 }) },
        ],
      },
      ...amount.map((input) =>
        input.kind === 'heading' || input.kind === 'sum'
          ? input
          : {
              ...input,
              when: (document: Record<string, unknown>, here: string) =>
                isRecord(valueAt(document, join(here, 'amount'))) && isAsked(input, document, here),
            },
      ),
      ...rules,
    ],
  },
]

function isMethod(method: string) {
  return (value: unknown) => isRecord(value) && value['method'] === method
}
