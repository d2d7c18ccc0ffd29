import { addMyCaseSection } from '../../application/pages/case-sections.ts'
import { afterOpening } from '../../decision/pages/after-opening.ts'
import { registerCaseSection } from '../../review/pages/case-sections.ts'
import { addEventSentences } from '../../review/texts/events.ts'
import { paymentEventTexts } from '../texts/events.ts'
import { paymentSection } from './case-section.tsx'
import { ownPaymentNow, ownPayments } from './recipient.tsx'

// What payments put on the pages of a case, and tell in its timeline.
registerCaseSection(paymentSection)
addMyCaseSection(afterOpening(ownPaymentNow))
addMyCaseSection(afterOpening(ownPayments))
addEventSentences(paymentEventTexts)

export { changeManyPayments } from './change-payments.tsx'
export { changeOnePayment, showPaymentPage, showWholeAccount } from './change-payment.ts'
export { exportPayments } from './export-payments.ts'
export { showPaymentList } from './payments.tsx'
export { changeOwnAccount, claimOwnPayment } from './recipient.tsx'
