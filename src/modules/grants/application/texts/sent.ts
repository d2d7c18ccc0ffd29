import { formatDate } from '#platform/time.ts'
import { defineTexts } from '#platform/texts/texts.ts'

/** What is written down and sent when an application has come in. An e-mail tells that it came, never what it holds. */
export const sentTexts = defineTexts({
  nb: {
    graceReason: 'Sendt etter fristen, innenfor tilleggstiden, fra et skjema som var åpnet før fristen.',
    receiptSubject: (number: string) => `Vi har mottatt søknaden, sak ${number}`,
    receiptBody: (d: { scheme: string; number: string; day: string; address: string }) =>
      `Hei.\n\nVi har mottatt søknaden om ${d.scheme}. Saksnummeret er ${d.number}.\n\nDu kan vente svar innen ${formatDate(d.day, 'nb')}. Mangler det noe, spør vi deg på Min side.\n\nSe søknaden og følg saken: ${d.address}`,
    applicationFile: (number: string) => `Søknad ${number}`,
    sentBy: (name: string) => `Sendt av ${name}`,
    classified: 'Skjermet opplysning. Den ligger i saken.',
    registeredBy: 'Registrert av kommunen',
  },
  nn: {
    graceReason: 'Send etter fristen, innanfor tilleggstida, frå eit skjema som var opna før fristen.',
    receiptSubject: (number: string) => `Vi har fått søknaden, sak ${number}`,
    receiptBody: (d: { scheme: string; number: string; day: string; address: string }) =>
      `Hei.\n\nVi har fått søknaden om ${d.scheme}. Saksnummeret er ${d.number}.\n\nDu kan vente svar innan ${formatDate(d.day, 'nn')}. Manglar det noko, spør vi deg på Mi side.\n\nSjå søknaden og følg saka: ${d.address}`,
    applicationFile: (number: string) => `Søknad ${number}`,
    sentBy: (name: string) => `Send av ${name}`,
    classified: 'Skjerma opplysning. Ho ligg i saka.',
    registeredBy: 'Registrert av kommunen',
  },
  en: {
    graceReason: 'Sent after the deadline, within the extra time, from a form that was opened before the deadline.',
    receiptSubject: (number: string) => `We have received the application, case ${number}`,
    receiptBody: (d: { scheme: string; number: string; day: string; address: string }) =>
      `Hello.\n\nWe have received the application for ${d.scheme}. The case number is ${d.number}.\n\nYou can expect an answer by ${formatDate(d.day, 'en')}. If something is missing, we ask you on My page.\n\nSee the application and follow the case: ${d.address}`,
    applicationFile: (number: string) => `Application ${number}`,
    sentBy: (name: string) => `Sent by ${name}`,
    classified: 'Classified information. It is in the case.',
    registeredBy: 'Registered by the municipality',
  },
})
