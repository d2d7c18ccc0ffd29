import type { Lang } from '#platform/texts/texts.ts'
import type { Sentences } from '../../review/texts/events.ts'

/** What happened to payments, in the past tense, without who did it. */
export const paymentEventTexts: Record<Lang, Sentences> = {
  nb: {
    'payment-prepared': (e) => `Klargjorde utbetalingen av ${e.kr('ore')}.`,
    'payment-taken-back': (e) => `Tok tilbake utbetalingen av ${e.kr('ore')}.`,
    'payment-approved': (e) => `Godkjente utbetalingen av ${e.kr('ore')}.`,
    'payment-sent': (e) => `Sendte utbetalingen av ${e.kr('ore')} til banken.`,
    'payment-confirmed': (e) => `Bekreftet at ${e.kr('ore')} er betalt.`,
    'payment-failed': (e) => `Meldte at utbetalingen av ${e.kr('ore')} feilet.`,
    'payment-stopped': (e) => `Stoppet utbetalingen av ${e.kr('ore')}.`,
    'payment-resumed': (e) => `Tok opp igjen utbetalingen av ${e.kr('ore')}.`,
    'payment-claimed': (e) => `Mottakeren ba om å få utbetalt ${e.kr('ore')}.`,
    'payment-claimed-for': (e) => `Ba om utbetaling av ${e.kr('ore')} for mottakeren.`,
    'payment-account-changed': () => 'Mottakeren ga et annet kontonummer.',
    'payment-account-read': (e) =>
      e.is('why', 'exported') ? 'Lastet ned utbetalingen med hele kontonummeret.' : 'Så hele kontonummeret.',
  },
  nn: {
    'payment-prepared': (e) => `Klargjorde utbetalinga av ${e.kr('ore')}.`,
    'payment-taken-back': (e) => `Tok tilbake utbetalinga av ${e.kr('ore')}.`,
    'payment-approved': (e) => `Godkjende utbetalinga av ${e.kr('ore')}.`,
    'payment-sent': (e) => `Sende utbetalinga av ${e.kr('ore')} til banken.`,
    'payment-confirmed': (e) => `Stadfesta at ${e.kr('ore')} er betalt.`,
    'payment-failed': (e) => `Melde at utbetalinga av ${e.kr('ore')} feila.`,
    'payment-stopped': (e) => `Stoppa utbetalinga av ${e.kr('ore')}.`,
    'payment-resumed': (e) => `Tok opp att utbetalinga av ${e.kr('ore')}.`,
    'payment-claimed': (e) => `Mottakaren bad om å få utbetalt ${e.kr('ore')}.`,
    'payment-claimed-for': (e) => `Bad om utbetaling av ${e.kr('ore')} for mottakaren.`,
    'payment-account-changed': () => 'Mottakaren gav eit anna kontonummer.',
    'payment-account-read': (e) =>
      e.is('why', 'exported') ? 'Lasta ned utbetalinga med heile kontonummeret.' : 'Såg heile kontonummeret.',
  },
  en: {
    'payment-prepared': (e) => `Prepared the payment of ${e.kr('ore')}.`,
    'payment-taken-back': (e) => `Took back the payment of ${e.kr('ore')}.`,
    'payment-approved': (e) => `Approved the payment of ${e.kr('ore')}.`,
    'payment-sent': (e) => `Sent the payment of ${e.kr('ore')} to the bank.`,
    'payment-confirmed': (e) => `Confirmed that ${e.kr('ore')} has been paid.`,
    'payment-failed': (e) => `Reported that the payment of ${e.kr('ore')} failed.`,
    'payment-stopped': (e) => `Stopped the payment of ${e.kr('ore')}.`,
    'payment-resumed': (e) => `Resumed the payment of ${e.kr('ore')}.`,
    'payment-claimed': (e) => `The recipient asked to be paid ${e.kr('ore')}.`,
    'payment-claimed-for': (e) => `Asked for payment of ${e.kr('ore')} on behalf of the recipient.`,
    'payment-account-changed': () => 'The recipient gave another account number.',
    'payment-account-read': (e) =>
      e.is('why', 'exported') ? 'Downloaded the payment with the whole account number.' : 'Saw the whole account number.',
  },
}
