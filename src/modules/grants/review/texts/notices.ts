import { defineTexts } from '#platform/texts/texts.ts'

/** E-mails are open letters: they say that something waits, never what. */
export const noticeTexts = defineTexts({
  nb: {
    asked: {
      subject: (number: string) => `Vi trenger svar fra deg i sak ${number}`,
      text: (number: string, address: string) =>
        `Vi har et spørsmål til deg i sak ${number}.\n\nLogg inn for å lese det og svare:\n${address}`,
    },
    reminder: {
      subject: (number: string) => `Påminnelse: vi venter på svar i sak ${number}`,
      text: (number: string, address: string) =>
        `Vi har ikke fått svar på spørsmålet vårt i sak ${number}.\n\nLogg inn for å lese det og svare:\n${address}`,
    },
  },
  nn: {
    asked: {
      subject: (number) => `Vi treng svar frå deg i sak ${number}`,
      text: (number, address) => `Vi har eit spørsmål til deg i sak ${number}.\n\nLogg inn for å lese det og svare:\n${address}`,
    },
    reminder: {
      subject: (number) => `Påminning: vi ventar på svar i sak ${number}`,
      text: (number, address) =>
        `Vi har ikkje fått svar på spørsmålet vårt i sak ${number}.\n\nLogg inn for å lese det og svare:\n${address}`,
    },
  },
  en: {
    asked: {
      subject: (number) => `We need an answer from you in case ${number}`,
      text: (number, address) => `We have a question for you in case ${number}.\n\nLog in to read it and answer:\n${address}`,
    },
    reminder: {
      subject: (number) => `Reminder: we are waiting for your answer in case ${number}`,
      text: (number, address) =>
        `We have not had an answer to our question in case ${number}.\n\nLog in to read it and answer:\n${address}`,
    },
  },
})
