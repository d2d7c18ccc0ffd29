import type { SchemeDefinition } from '../../model.ts'
import { refuseSteps, stepsOf, type StepName, type StepRefusal } from '../../scheme/rules/steps.ts'
import { planSpans, type Span } from '../../payment/rules/plan-spans.ts'
import { isRecord } from './paths.ts'
import type { PartText } from './texts3.ts'

/** The steps of a scheme as they are drawn while it is written: what each does, and what is wrong with it. */

/** What is said of a step beside its name; the words stand in texts/steps.ts. */
export type StepDetail =
  | { key: 'assessors'; count: number; allBefore: boolean }
  | { key: 'another' }
  | { key: 'delegated' | 'body' | 'external'; title: PartText; upToOre?: number; aboveOre?: number }
  | { key: 'answerIn'; days: number }
  | { key: 'instalment'; title: PartText; percent: number; releaseOn: string; span: Span }
  | { key: 'appeal' }

export interface DrawnStep {
  step: StepName
  /** The law does not let a scheme leave it out. */
  isDemanded: boolean
  details: StepDetail[]
  refusals: StepRefusal[]
}

/** Steps that every case goes through, by law. */
const demanded: ReadonlySet<StepName> = new Set([
  'intake-check',
  'impartiality',
  'recommendation',
  'decision',
  'notification',
  'appeal',
])

/** The steps in order. A document that lacks most things is drawn as far as it goes. */
export function drawSteps(document: unknown): DrawnStep[] {
  const definition = readable(document)
  const refusals = refuseSteps(definition)
  let paid = 0
  return stepsOf(definition).map((step) => {
    const instalments = step.step === 'payment' ? nthOfEach(definition.payment.plan, paid++) : []
    return {
      step: step.step,
      isDemanded: demanded.has(step.step),
      details: [...detailsOf(step, definition), ...instalments.map(instalmentOf)],
      refusals: refusals.filter((each) => each.step === step.step),
    }
  })
}

/** What is paid in the nth step of paying, whatever the size of the award. */
function nthOfEach(plan: Readable['payment']['plan'], nth: number): Readable['payment']['plan'] {
  const all = planSpans(plan).flatMap((each) => each.plan.slice(nth, nth + 1))
  return plan.filter((each) => all.includes(each))
}

/** What is wrong with a set of steps as a whole; what is wrong with a step that is there stands at the step. */
export function missingSteps(document: unknown): StepRefusal[] {
  const definition = readable(document)
  const used = new Set(stepsOf(definition).map((each) => each.step))
  return refuseSteps(definition).filter((each) => !used.has(each.step))
}

type Readable = Pick<
  SchemeDefinition,
  'amount' | 'steps' | 'assessment' | 'authority' | 'acceptance' | 'payment' | 'report' | 'parts'
>
type Step = ReturnType<typeof stepsOf>[number]

/** The parts of a document that steps are made of, with nothing where nothing usable stands. */
function readable(document: unknown): Readable {
  const at = isRecord(document) ? document : {}
  const records = (value: unknown): Record<string, unknown>[] =>
    Array.isArray(value) ? (value as unknown[]).filter(isRecord) : []
  const inside = (name: string) => (isRecord(at[name]) ? at[name] : {})
  const [assessment, acceptance, payment, amount] = ['assessment', 'acceptance', 'payment', 'amount'].map(inside)
  const steps = records(at['steps']).filter((each) => typeof each['step'] === 'string')
  return {
    amount: { ...amount },
    ...(Array.isArray(at['steps']) ? { steps } : {}),
    assessment: { criteria: records(assessment?.['criteria']), assessors: numberOf(assessment?.['assessors'], 1) },
    authority: records(at['authority']).map((band) => ({ ...band, roles: Array.isArray(band['roles']) ? band['roles'] : [] })),
    acceptance: { needed: acceptance?.['needed'] === true, withinDays: numberOf(acceptance?.['withinDays'], 21) },
    payment: { plan: records(payment?.['plan']) },
    ...(isRecord(at['report']) ? { report: at['report'] } : {}),
    ...(Array.isArray(at['parts']) ? { parts: records(at['parts']) } : {}),
  } as unknown as Readable
}

function numberOf(value: unknown, standard: number): number {
  return typeof value === 'number' ? value : standard
}

function textOf(value: unknown): PartText {
  return isRecord(value) ? (value as PartText) : {}
}

function detailsOf(step: Step, { assessment, authority, acceptance }: Readable): StepDetail[] {
  switch (step.step) {
    case 'assessment':
      return [{ key: 'assessors', count: assessment.assessors, allBefore: step.allBefore }]
    case 'recommendation':
      return step.decidedByAnother ? [{ key: 'another' }] : []
    case 'decision':
      return bands(authority, (each) => each.decidedBy === 'delegated' || each.decidedBy === 'external')
    case 'committee':
      return bands(authority, (each) => each.decidedBy === 'body' || each.decidedBy === 'district-body')
    case 'acceptance':
      return [{ key: 'answerIn', days: acceptance.withinDays }]
    case 'appeal':
      return [{ key: 'appeal' }]
    default:
      return []
  }
}

type Band = Readable['authority'][number]

function bands(authority: readonly Band[], wanted: (band: Band) => boolean): StepDetail[] {
  return authority.flatMap((band, index): StepDetail[] => {
    const above = authority[index - 1]?.upToOre
    if (!wanted(band)) return []
    return [
      {
        key: band.decidedBy === 'delegated' || band.decidedBy === 'external' ? band.decidedBy : 'body',
        title: textOf(band.title),
        ...(typeof band.upToOre === 'number' ? { upToOre: band.upToOre } : {}),
        ...(typeof above === 'number' ? { aboveOre: above } : {}),
      },
    ]
  })
}

function instalmentOf(instalment: Readable['payment']['plan'][number]): StepDetail {
  return {
    key: 'instalment',
    title: textOf(instalment.title),
    percent: numberOf(instalment.sharePercent, 0),
    releaseOn: String(instalment.releaseOn),
    span: {
      ...(typeof instalment.aboveOre === 'number' ? { aboveOre: instalment.aboveOre } : {}),
      ...(typeof instalment.upToOre === 'number' ? { upToOre: instalment.upToOre } : {}),
    },
  }
}
