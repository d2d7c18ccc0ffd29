import { defineTexts } from '#platform/texts/texts.ts'

/** E-mails are open letters: they say that something waits, never what. */
export const reportNoticeTexts = defineTexts({
  nb: {
    'report-due-soon': {
      subject: (number: string) => `Påminnelse i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nDet er snart frist for rapporten i sak ${number}. Logg inn for å se når og for å skrive den:\n${address}`,
    },
    'report-overdue': {
      subject: (number: string) => `Fristen er gått ut i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nVi har ikke fått rapporten i sak ${number}. Logg inn for å sende den. Trenger du mer tid, tar du kontakt med saksbehandleren:\n${address}`,
    },
    'report-judged': {
      subject: (number: string) => `Det er nytt i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nVi har sett på rapporten i sak ${number}. Logg inn for å se svaret:\n${address}`,
    },
  },
  nn: {
    'report-due-soon': {
      subject: (number) => `Påminning i sak ${number}`,
      text: (number, address) =>
        `Hei.\n\nDet er snart frist for rapporten i sak ${number}. Logg inn for å sjå når, og for å skrive han:\n${address}`,
    },
    'report-overdue': {
      subject: (number) => `Fristen har gått ut i sak ${number}`,
      text: (number, address) =>
        `Hei.\n\nVi har ikkje fått rapporten i sak ${number}. Logg inn for å sende han. Treng du meir tid, tek du kontakt med saksbehandlaren:\n${address}`,
    },
    'report-judged': {
      subject: (number) => `Det er nytt i sak ${number}`,
      text: (number, address) => `Hei.\n\nVi har sett på rapporten i sak ${number}. Logg inn for å sjå svaret:\n${address}`,
    },
  },
  en: {
    'report-due-soon': {
      subject: (number) => `Reminder in case ${number}`,
      text: (number, address) =>
        `Hello.\n\nThe report in case ${number} is due soon. Log in to see when, and to write it:\n${address}`,
    },
    'report-overdue': {
      subject: (number) => `A time limit has passed in case ${number}`,
      text: (number, address) =>
        `Hello.\n\nWe have not had the report in case ${number}. Log in to send it. If you need more time, contact the caseworker:\n${address}`,
    },
    'report-judged': {
      subject: (number) => `There is news in case ${number}`,
      text: (number, address) =>
        `Hello.\n\nWe have looked at the report in case ${number}. Log in to see the answer:\n${address}`,
    },
  },
})
