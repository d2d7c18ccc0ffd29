// How an award is split in instalments: each its share in whole kroner, and the last one what is left, so that the sum is the award.

import type { Ore } from '#platform/money.ts'
import type { Instalment } from '../../model.ts'
import { isPaidFor } from './plan-spans.ts'

export interface PlannedPayment {
  instalment: string
  position: number
  ore: Ore
  releaseOn: Instalment['releaseOn']
}

/** Instalments of nothing, and those for awards of another size, are left out. Acceptance that the scheme does not ask for holds no payment back. */
export function planPayments(ore: Ore, plan: readonly Instalment[], acceptanceNeeded: boolean): PlannedPayment[] {
  let left = ore
  const own = plan.filter((each) => isPaidFor(each, ore))
  return own.flatMap((instalment, position) => {
    const isLast = position === own.length - 1
    const share = isLast ? left : Math.min(left, Math.floor((ore * instalment.sharePercent) / 100 / 100) * 100)
    left -= share
    if (share <= 0) return []
    const releaseOn = instalment.releaseOn === 'accepted' && !acceptanceNeeded ? 'notified' : instalment.releaseOn
    return [{ instalment: instalment.key, position, ore: share, releaseOn }]
  })
}

/** Whether an instalment may be prepared now, and if not, what it waits for. */
export function waitsFor(
  payment: { releaseOn: Instalment['releaseOn']; claimedAt: Date | null },
  award: { acceptance: string; nominated?: string | undefined },
  reports: readonly { status: string }[],
): 'nominated' | 'acceptance' | 'claim' | 'report' | undefined {
  // Who is proposed by another says yes before any money comes.
  if (award.nominated !== undefined && award.nominated !== 'accepted') return 'nominated'
  if (award.acceptance === 'pending') return 'acceptance'
  if (payment.releaseOn === 'claimed' && !payment.claimedAt) return 'claim'
  if (payment.releaseOn === 'report-approved' && !reports.every((r) => r.status === 'approved' || r.status === 'waived'))
    return 'report'
  return undefined
}
