import type { SchemeDefinition, Step } from '../../model.ts'
import { planSpans } from '../../payment/rules/plan-spans.ts'
import { outsideBody } from './decided-outside.ts'

/** The way of a case through a scheme: the steps it chooses, and what the law does not let it leave out. */

export type StepName = Step['step']

export const stepNames = [
  'intake-check',
  'impartiality',
  'assessment',
  'recommendation',
  'committee',
  'decision',
  'notification',
  'appeal',
  'acceptance',
  'payment',
  'report',
  'close',
] as const satisfies readonly StepName[]

/** Why a set of steps cannot be used. The sentence stands in texts/steps.ts. */
export interface StepRefusal {
  key:
    | 'missing'
    | 'twice'
    | 'tooEarly'
    | 'closesEarly'
    | 'paysBeforeNotice'
    | 'paysBeforeAnswer'
    | 'reportsTooLate'
    | 'reportNeverAsked'
    | 'sameHand'
    | 'notInScheme'
    | 'notInSteps'
  step: StepName
  /** The step it must come after. */
  after?: StepName
  /** The law that asks for it; empty where it is only that the document does not hang together. */
  law: string
}

/** The steps as the scheme chooses them; without a choice of its own they follow from the rest of the document. */
export function stepsOf(definition: StepsFrom): Step[] {
  return definition.steps ?? derived(definition)
}

/** One step with what the scheme says of it; undefined when the scheme does not use it. */
export function findStep<N extends StepName>(definition: StepsFrom, name: N): Extract<Step, { step: N }> | undefined {
  return stepsOf(definition).find((each): each is Extract<Step, { step: N }> => each.step === name)
}

/** What the steps are read from. */
export type StepsFrom = Pick<
  SchemeDefinition,
  'steps' | 'assessment' | 'authority' | 'acceptance' | 'payment' | 'report' | 'parts'
>

function derived(definition: StepsFrom): Step[] {
  const uses = usedIn(definition)
  const { plan } = definition.payment
  const isLate = (each: { releaseOn: string }) => each.releaseOn === 'report-approved'
  const spans = planSpans(plan).map((each) => each.plan)
  const most = (counts: readonly number[]) => Math.max(0, ...counts)
  const late = most(spans.map((each) => each.filter(isLate).length))
  const early = most(spans.map((each) => each.filter((one) => !isLate(one)).length))
  const payments = (count: number): Step[] => Array.from({ length: count }, () => ({ step: 'payment' }))
  return [
    { step: 'intake-check' },
    { step: 'impartiality' },
    ...(uses.assessment ? [{ step: 'assessment' as const, allBefore: false }] : []),
    { step: 'recommendation', decidedByAnother: false },
    ...(uses.committee ? [{ step: 'committee' as const }] : []),
    { step: 'decision' },
    { step: 'notification' },
    { step: 'appeal' },
    ...(uses.acceptance ? [{ step: 'acceptance' as const }] : []),
    ...payments(early),
    ...(uses.report ? [{ step: 'report' as const }] : []),
    ...payments(late),
    { step: 'close' },
  ]
}

/** The steps that the rest of the document asks for or does without. */
function usedIn(definition: StepsFrom): Record<'assessment' | 'committee' | 'acceptance' | 'report', boolean> {
  return {
    assessment: definition.assessment.criteria.length > 0,
    committee: definition.authority.some((band) => band.decidedBy === 'body' || band.decidedBy === 'district-body'),
    acceptance: definition.acceptance.needed,
    report: definition.report !== undefined || (definition.parts ?? []).some((part) => part.report !== undefined),
  }
}

/** What no scheme may leave out, with the law that asks for it. */
const demanded: readonly [StepName, string][] = [
  ['intake-check', 'forvaltningsloven § 17'],
  ['impartiality', 'forvaltningsloven §§ 6–10'],
  ['recommendation', 'forvaltningsloven § 17'],
  ['decision', 'forvaltningsloven §§ 23–25'],
  ['notification', 'forvaltningsloven § 27'],
  ['appeal', 'forvaltningsloven §§ 28–29'],
  ['payment', ''],
  ['close', ''],
]

/** Each step on the left comes after those on the right, where the scheme has them. */
const order: readonly [StepName, readonly StepName[], string][] = [
  ['assessment', ['impartiality'], 'forvaltningsloven § 6'],
  ['recommendation', ['impartiality'], 'forvaltningsloven § 6'],
  ['committee', ['impartiality', 'recommendation'], 'forvaltningsloven §§ 6 og 17'],
  ['decision', ['intake-check', 'impartiality', 'recommendation'], 'forvaltningsloven §§ 6 og 17'],
  ['decision', ['assessment', 'committee'], ''],
  ['recommendation', ['assessment'], ''],
  ['notification', ['decision'], 'forvaltningsloven §§ 23 og 27'],
  ['appeal', ['notification'], 'forvaltningsloven §§ 27–29'],
  ['acceptance', ['notification'], 'forvaltningsloven § 27'],
  ['report', ['notification'], ''],
]

/** Every reason the steps cannot be used; empty when they can. A definition without steps of its own is judged as it works. */
export function refuseSteps(definition: StepsFrom & { amount?: SchemeDefinition['amount'] }): StepRefusal[] {
  const steps = stepsOf(definition).map((each) => each.step)
  return [
    ...demanded.flatMap(([step, law]) =>
      steps.includes(step) || (step === 'payment' && outsideBody(definition)) ? [] : [{ key: 'missing' as const, step, law }],
    ),
    ...stepNames.flatMap((step) =>
      !['payment', 'report'].includes(step) && steps.filter((each) => each === step).length > 1
        ? [{ key: 'twice' as const, step, law: '' }]
        : [],
    ),
    ...order.flatMap(([step, before, law]) =>
      before.flatMap((after) => (comesBefore(steps, step, after) ? [{ key: 'tooEarly' as const, step, after, law }] : [])),
    ),
    ...(steps.includes('close') && steps.indexOf('close') !== steps.length - 1
      ? [{ key: 'closesEarly' as const, step: 'close' as const, law: '' }]
      : []),
    ...refusePayments(definition, steps),
    ...refuseOneHand(definition),
    ...refuseUnlike(definition, steps),
  ]
}

function comesBefore(steps: readonly StepName[], step: StepName, after: StepName): boolean {
  const [at, other] = [steps.indexOf(step), steps.indexOf(after)]
  return at >= 0 && other >= 0 && at < other
}

function refusePayments(definition: StepsFrom, steps: readonly StepName[]): StepRefusal[] {
  const { plan } = definition.payment
  const first = (step: StepName): StepRefusal[] =>
    comesBefore(steps, 'payment', step)
      ? [
          step === 'notification'
            ? { key: 'paysBeforeNotice', step: 'payment', after: step, law: 'forvaltningsloven § 27' }
            : { key: 'paysBeforeAnswer', step: 'payment', after: step, law: '' },
        ]
      : []
  const waits = plan.some((each) => each.releaseOn === 'report-approved')
  const lastPaid = steps.lastIndexOf('payment')
  const reports = steps.indexOf('report')
  return [
    ...first('notification'),
    // Nothing is released before the answer; what is released on request or notice may come sooner.
    ...(planSpans(plan).some((each) => each.plan[0]?.releaseOn === 'accepted') ? first('acceptance') : []),
    ...(waits && !usedIn(definition).report ? [{ key: 'reportNeverAsked' as const, step: 'report' as const, law: '' }] : []),
    ...(waits && reports > lastPaid && lastPaid >= 0
      ? [{ key: 'reportsTooLate' as const, step: 'report' as const, after: 'payment' as const, law: '' }]
      : []),
  ]
}

/** Who recommends must not be able to decide any amount alone (kommuneloven § 25-1: internal control). */
function refuseOneHand(definition: StepsFrom & { amount?: SchemeDefinition['amount'] }): StepRefusal[] {
  const [lowest] = definition.authority
  const amounts = definition.parts?.map((part) => part.amount ?? definition.amount) ?? [definition.amount]
  const isUnlimited = lowest?.upToOre === undefined && amounts.some((amount) => amount?.maxOre === undefined)
  const alone = lowest?.decidedBy === 'delegated' && isUnlimited && lowest.roles.includes('caseworker')
  const another = findStep(definition, 'recommendation')?.decidedByAnother === true
  return alone && !another ? [{ key: 'sameHand', step: 'decision', law: 'kommuneloven § 25-1' }] : []
}

/** The steps and the rest of the document say the same: criteria are there to be assessed, an answer is asked for or not. */
function refuseUnlike(definition: StepsFrom, steps: readonly StepName[]): StepRefusal[] {
  return Object.entries(usedIn(definition)).flatMap(([name, used]): StepRefusal[] => {
    const step = name as keyof ReturnType<typeof usedIn>
    if (steps.includes(step) === used) return []
    return [{ key: used ? 'notInSteps' : 'notInScheme', step, law: '' }]
  })
}
