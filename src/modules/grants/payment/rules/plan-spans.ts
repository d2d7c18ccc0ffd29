// Which instalments an award of some size is paid in: a plan may have some for small awards and others for large ones.

import type { Ore } from '#platform/money.ts'
import type { Instalment } from '../../model.ts'

type Limits = Pick<Instalment, 'aboveOre' | 'upToOre'>

/** Amounts over the one and up to and including the other; without them, from nothing and without end. */
export interface Span {
  aboveOre?: Ore
  upToOre?: Ore
}

export function isPaidFor(instalment: Limits, ore: Ore): boolean {
  const { aboveOre, upToOre } = instalment
  return !(typeof aboveOre === 'number' && ore <= aboveOre) && !(typeof upToOre === 'number' && ore > upToOre)
}

/** The spans of amounts that are paid alike, from small to large, each with its instalments; one span in a plan without limits. */
export function planSpans<T extends Limits>(plan: readonly T[]): { span: Span; plan: T[] }[] {
  const limits = [...new Set(plan.flatMap((each) => [each.aboveOre, each.upToOre]))]
    .filter((each) => typeof each === 'number')
    .toSorted((a, b) => a - b)
  return [...limits, undefined].map((upToOre, index) => {
    const aboveOre = limits[index - 1]
    const within = upToOre ?? (aboveOre ?? 0) + 1
    return {
      span: { ...(aboveOre === undefined ? {} : { aboveOre }), ...(upToOre === undefined ? {} : { upToOre }) },
      plan: plan.filter((each) => isPaidFor(each, within)),
    }
  })
}
