import { describe, expect, test } from 'vitest'
import { schemes } from '../../../../../schemes/shipped.testing.ts'
import { shipped } from '../../application/choir.testing.ts'
import type { SchemeDefinition, Step } from '../../model.ts'
import { refusalText } from '../texts/steps.ts'
import { findStep, refuseSteps, stepNames, stepsOf } from './steps.ts'

const choirs = shipped('kor-og-korps') as SchemeDefinition
const lawful = stepsOf(choirs)
const refused = (steps: Step[], over: Partial<SchemeDefinition> = {}) =>
  refuseSteps({ ...choirs, ...over, steps }).map(({ key, step }) => `${key} ${step}`)
const without = (step: Step['step']) => lawful.filter((each) => each.step !== step)

test.each(schemes.map((each) => [each.slug, each] as const))('%s is a way the law allows', (_, definition) => {
  expect(refuseSteps(definition)).toEqual([])
  expect(refuseSteps({ ...definition, steps: stepsOf(definition) })).toEqual([])
})

describe('The steps of a scheme', () => {
  test('follow from the rest of the document when it does not choose', () => {
    expect(lawful.map((each) => each.step)).toEqual([
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
      ...(choirs.report ? ['report'] : []),
      'close',
    ])
    expect(findStep(choirs, 'recommendation')).toEqual({ step: 'recommendation', decidedByAnother: false })
  })

  test.each([
    'intake-check',
    'impartiality',
    'recommendation',
    'decision',
    'notification',
    'appeal',
    'payment',
    'close',
  ] as const)('cannot leave out %s', (step) => expect(refused(without(step))).toContain(`missing ${step}`))

  test('say which law asks for what is missing, in three languages', () => {
    const [found] = refuseSteps({ ...choirs, steps: without('appeal') })
    expect(found && refusalText(found, 'nb')).toBe('Steget «Klageadgang» må være med (forvaltningsloven §§ 28–29)')
    expect(found && refusalText(found, 'nn')).toContain('må vere med')
    expect(found && refusalText(found, 'en')).toContain('must be there')
  })

  test('ask for impartiality before anybody prepares or decides, and for nothing paid before notice', () => {
    const late = [...without('impartiality').slice(0, -1), { step: 'impartiality' as const }, { step: 'close' as const }]
    expect(refused(late)).toContain('tooEarly decision')
    const paid = [{ step: 'payment' as const }, ...without('payment')]
    expect(refused(paid)).toContain('paysBeforeNotice payment')
  })

  test('ask for the report before the payment that waits for it', () => {
    const plan = [{ key: 'last', title: choirs.title, sharePercent: 100, releaseOn: 'report-approved' as const }]
    const payment = { ...choirs.payment, plan }
    expect(refused(lawful, { payment, report: undefined })).toContain('reportNeverAsked report')
    const after: Step[] = [...without('report').slice(0, -1), { step: 'report' }, { step: 'close' }]
    if (choirs.report) expect(refused(after, { payment })).toContain('reportsTooLate report')
  })

  test('do not let the one who recommends decide every amount alone, unless another always decides', () => {
    const authority = [{ key: 'all', decidedBy: 'delegated' as const, roles: ['caseworker' as const], title: choirs.title }]
    const amount = { ...choirs.amount, maxOre: undefined }
    const steps = without('committee')
    expect(refused(steps, { authority, amount })).toContain('sameHand decision')
    const another = steps.map((each) => (each.step === 'recommendation' ? { ...each, decidedByAnother: true } : each))
    expect(refused(another, { authority, amount })).not.toContain('sameHand decision')
  })

  test('say the same as the rest of the document', () => {
    const assessment = { criteria: [], assessors: 1 }
    expect(refused(lawful, { assessment })).toContain('notInScheme assessment')
    expect(refused(without('acceptance'))).toContain('notInSteps acceptance')
  })

  test('have a name each', () => expect(new Set(stepNames).size).toBe(12))
})
