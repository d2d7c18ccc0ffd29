// Who may do what with a payment, and when: finance prepares, another person approves, and nothing is paid before what it waits for.

import type { Verdict } from '../../review/model.ts'
import { no, yes } from '../../review/model.ts'
import { may, type GrantAction } from '../../review/rules/access.ts'
import type { PaymentAction } from '../../lifecycle.ts'
import type { waitsFor } from './plan.ts'

/** The right each step takes. */
export const rightFor: Record<PaymentAction, GrantAction> = {
  prepare: 'preparePayment',
  'take-back': 'preparePayment',
  approve: 'approvePayment',
  send: 'preparePayment',
  confirm: 'preparePayment',
  fail: 'preparePayment',
  stop: 'preparePayment',
  resume: 'preparePayment',
}

export interface PaymentChange {
  action: PaymentAction
  person: { id: string; roles: readonly string[] }
  preparedBy: string | null
  waits: ReturnType<typeof waitsFor>
  hasAccount: boolean
  reason: string
}

export function mayChangePayment(change: PaymentChange): Verdict {
  if (!may(change.person, rightFor[change.action])) return no('notYourRole')
  switch (change.action) {
    case 'prepare':
      if (change.waits) return no(`waitsFor.${change.waits}`)
      return change.hasAccount ? yes : no('noAccount')
    case 'approve':
      // Separation of duties: four eyes on every krone. The database refuses it too.
      return change.preparedBy === change.person.id ? no('preparedByYou') : yes
    case 'fail':
    case 'stop':
      return change.reason.trim() === '' ? no('reasonMissing') : yes
    case 'take-back':
    case 'send':
    case 'confirm':
    case 'resume':
      return yes
  }
}
