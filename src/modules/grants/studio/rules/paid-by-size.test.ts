import { expect, test } from 'vitest'
import { shipped } from '../../application/choir.testing.ts'
import type { SchemeDefinition } from '../../model.ts'
import { sayFinding } from '../texts/findings.ts'
import { checkBeforePublishing } from './checks.ts'
import { drawSteps } from './drawn-steps.ts'

const choirs = shipped('kor-og-korps')
const t3 = (nb: string) => ({ nb, nn: `${nb} `, en: `${nb}.` })

/** All at once up to 50 000 kroner, in two above. */
function paidBySize(aboveOre = 5_000_000): SchemeDefinition {
  const part = (key: string, sharePercent: number) => ({ key, title: t3(key), sharePercent, releaseOn: 'notified' as const })
  return {
    ...choirs,
    payment: {
      ...choirs.payment,
      plan: [
        { ...part('all', 100), upToOre: 5_000_000 },
        { ...part('first', 80), aboveOre },
        { ...part('last', 20), aboveOre, releaseOn: 'report-approved' as const },
      ],
    },
  }
}

const around = { units: new Set(['kultur', 'kulturutvalget']), districts: new Set<string>() }
const found = (definition: SchemeDefinition) =>
  checkBeforePublishing(definition as unknown as Record<string, unknown>, around).filter(({ path }) =>
    path.startsWith('payment.plan'),
  )

test('a plan that follows the amount may be published when the shares are 100 for every amount', () => {
  expect(found(paidBySize())).toEqual([])
})

test('an amount that no instalment covers is told with the amount', () => {
  const [gap] = found(paidBySize(6_000_000))
  expect(gap).toMatchObject({ key: 'spanNot100', level: 'stops', path: 'payment.plan' })
  expect(gap && sayFinding(gap, 'nb')).toMatch(/tilskudd over 50\s000 kr, til og med 60\s000 kr .* 0 prosent/)
})

test('instalments above what anyone can get are told to be idle', () => {
  const definition = paidBySize()
  const idle = found({ ...definition, amount: { ...definition.amount, maxOre: 4_000_000 } })
  expect(idle.map(({ key, path }) => [key, path])).toEqual([
    ['instalmentNeverUsed', 'payment.plan[first].aboveOre'],
    ['instalmentNeverUsed', 'payment.plan[last].aboveOre'],
  ])
})

test('the picture of the steps shows small awards paid at once beside the first part of large ones', () => {
  const paid = drawSteps(paidBySize()).filter(({ step }) => step === 'payment')
  expect(paid.map(({ details }) => details.map((each) => 'percent' in each && each.percent))).toEqual([[100, 80], [20]])
})
