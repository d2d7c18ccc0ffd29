// The piles of payments that finance works through, each with what can be done to all of it at once.

import type { PaymentAction, PaymentStatus } from '../../lifecycle.ts'
import type { waitsFor } from './plan.ts'

export const paymentTabs = ['ready', 'prepared', 'approved', 'sent', 'failed', 'waiting', 'stopped', 'confirmed'] as const
export type PaymentTab = (typeof paymentTabs)[number]

/** What many payments of a pile can go through at once; what needs a reason is done one by one. */
export const batchActions: Record<PaymentTab, readonly PaymentAction[]> = {
  ready: ['prepare'],
  prepared: ['approve', 'take-back'],
  approved: ['send'],
  sent: ['confirm'],
  failed: ['prepare'],
  waiting: [],
  stopped: [],
  confirmed: [],
}

/** The pile a payment lies in. A planned one is ready when it waits for nothing. */
export function tabOf(status: PaymentStatus, waits: ReturnType<typeof waitsFor>, awardEnded: boolean): PaymentTab {
  if (status !== 'planned') return status
  return waits || awardEnded ? 'waiting' : 'ready'
}

export function isTab(text: string | undefined): text is PaymentTab {
  return paymentTabs.some((tab) => tab === text)
}
