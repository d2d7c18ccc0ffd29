import { addEventSentences } from '../../review/texts/events.ts'
import { paymentEventTexts } from '../texts/events.ts'

// The case's timeline tells of payments too.
addEventSentences(paymentEventTexts)

export { changeManyPayments } from './change-payments.tsx'
export { changeOnePayment, showPaymentPage, showWholeAccount } from './change-payment.ts'
export { exportPayments } from './export-payments.ts'
export { showPaymentList } from './payments.tsx'
