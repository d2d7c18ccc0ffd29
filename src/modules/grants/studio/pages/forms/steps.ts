import type { Text3 } from '#platform/texts/texts.ts'
import { stepNames, type StepName } from '../../../scheme/rules/steps.ts'
import { schemeStepTexts } from '../../../scheme/texts/steps.ts'
import { drawSteps } from '../../rules/drawn-steps.ts'
import type { Input } from '../../rules/inputs.ts'
import type { DraftDocument } from '../../rules/ops.ts'
import { isRecord, keyOf, valueAt } from '../../rules/paths.ts'
import { isText3, withStandIns } from '../../rules/texts3.ts'
import { chosenWord } from '../../texts/chosen-words.ts'
import { stepsTexts } from '../../texts/steps.ts'

type Words = keyof (typeof stepsTexts)['nb']
const say = (key: Words): Text3 => ({ nb: textOf('nb', key), nn: textOf('nn', key), en: textOf('en', key) })
function textOf(lang: 'nb' | 'nn' | 'en', key: Words): string {
  const text: unknown = stepsTexts[lang][key]
  return typeof text === 'string' ? text : ''
}

const nameOf = (step: StepName): Text3 => ({
  nb: schemeStepTexts.nb.names[step],
  nn: schemeStepTexts.nn.names[step],
  en: schemeStepTexts.en.names[step],
})
const isOwn = (document: DraftDocument) => Array.isArray(document['steps'])
const isStep =
  (...names: StepName[]) =>
  (document: DraftDocument, here: string) =>
    names.some((name) => valueAt(document, `${here}.step`) === name)

/** What can be chosen of a scheme's steps. The payments asked about are those of its plan. */
export function stepsInputs(document: DraftDocument): readonly Input[] {
  return [
    { kind: 'heading', id: 'way', label: say('own'), help: say('ownHelp') },
    {
      kind: 'shape',
      path: 'steps',
      label: say('way'),
      choices: [
        { value: 'derived', label: say('derived'), is: (value) => !Array.isArray(value), make: () => undefined },
        { value: 'chosen', label: say('chosen'), is: (value) => Array.isArray(value), make: () => asTheyAre(document) },
      ],
    },
    {
      kind: 'list',
      path: 'steps',
      label: say('steps'),
      one: say('oneStep'),
      add: say('addStep'),
      when: isOwn,
      make: (list) => ({ step: nextStep(list) }),
      inputs: [
        {
          kind: 'select',
          path: 'step',
          label: say('step'),
          choices: stepNames.map((value) => ({ value, label: nameOf(value) })),
        },
        { kind: 'check', path: 'allBefore', label: say('allBeforeLabel'), when: isStep('assessment') },
        { kind: 'check', path: 'decidedByAnother', label: say('anotherLabel'), when: isStep('recommendation') },
      ],
    },
    { kind: 'heading', id: 'assessment', label: say('assessment') },
    { kind: 'number', path: 'assessment.assessors', label: say('assessorsLabel') },
    { kind: 'heading', id: 'acceptance', label: say('acceptance') },
    { kind: 'check', path: 'acceptance.needed', label: say('neededLabel') },
    {
      kind: 'number',
      path: 'acceptance.withinDays',
      label: say('withinLabel'),
      unit: say('days'),
      when: (each) => valueAt(each, 'acceptance.needed') === true,
    },
    { kind: 'heading', id: 'payment', label: say('payment') },
    ...releases(document),
  ]
}

/** The steps as they follow from the document now, to begin choosing from. */
function asTheyAre(document: DraftDocument): { step: StepName }[] {
  return drawSteps({ ...document, steps: undefined }).map(({ step }) => ({ step }))
}

/** The first step that is not there yet; one more payment when all are. */
function nextStep(list: readonly unknown[]): StepName {
  const used = new Set(list.map((each) => (isRecord(each) ? each['step'] : undefined)))
  return stepNames.find((step) => !used.has(step)) ?? 'payment'
}

const releasedOn = ['notified', 'accepted', 'claimed', 'report-approved'] as const

function releases(document: DraftDocument): Input[] {
  const plan = valueAt(document, 'payment.plan')
  return (Array.isArray(plan) ? (plan as unknown[]) : []).flatMap((part): Input[] => {
    const key = keyOf(part)
    if (key === undefined || !isRecord(part)) return []
    const title = withStandIns(part['title'])
    const name = (lang: 'nb' | 'nn' | 'en') => (isText3(title) ? (title[lang] ?? key) : key)
    return [
      {
        kind: 'select',
        path: `payment.plan[${key}].releaseOn`,
        label: {
          nb: stepsTexts.nb.releaseLabel(name('nb')),
          nn: stepsTexts.nn.releaseLabel(name('nn')),
          en: stepsTexts.en.releaseLabel(name('en')),
        },
        choices: releasedOn.map((value) => ({
          value,
          label: {
            nb: chosenWord(value, 'nb') ?? value,
            nn: chosenWord(value, 'nn') ?? value,
            en: chosenWord(value, 'en') ?? value,
          },
        })),
      },
    ]
  })
}
